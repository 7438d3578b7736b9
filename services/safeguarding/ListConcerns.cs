using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>The safeguarding leads' queue.</summary>
public static class ListConcerns
{
    /// <summary>Which part of the queue.</summary>
    public enum Which
    {
        /// <summary>Those that wait for a lead, the one that is due first.</summary>
        Waiting,

        /// <summary>Those of them that have waited for longer than was agreed.</summary>
        Overdue,

        /// <summary>Those that somebody looks after, the oldest first.</summary>
        InHand,

        /// <summary>Those that the caller looks after, the oldest first.</summary>
        Mine,

        /// <summary>Those that are closed, the latest first.</summary>
        Closed,
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/concerns", Handle)
        .WithName(nameof(ListConcerns))
        .WithSummary("The concerns, one part of the queue at a time.")
        .WithDescription("Waiting are those that are new, read but looked after by nobody, or have new words. Without the words of anybody: open one to read it. Concerns about the caller are not there. Paged by cursor.")
        .Refuses(400)
        .For(Roles.SafeguardingLead);

    private static async Task<Results<Ok<Page<QueuedConcern>>, ProblemHttpResult>> Handle(
        Caller caller,
        SafeguardingDb db,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("waiting, overdue, in-hand, mine or closed; waiting when left out.")] string which = "waiting",
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        if (Part(which) is not { } part) return Problems.Invalid("Ask for one of: waiting, overdue, in-hand, mine, closed.");
        var now = clock.GetUtcNow();
        var page = new PageQuery(after, take);
        var all = db.OfLead(caller).AsNoTracking();
        var concerns = part switch
        {
            Which.Waiting => all.Where(c => c.State == ConcernState.New || c.State == ConcernState.Seen || (c.HasNewWords && c.State != ConcernState.Closed)),
            Which.Overdue => all.Where(c => (c.State == ConcernState.New || c.State == ConcernState.Seen || (c.HasNewWords && c.State != ConcernState.Closed)) && c.DueAt <= now),
            Which.InHand => all.Where(c => c.State == ConcernState.InHand),
            Which.Mine => all.Where(c => c.State == ConcernState.InHand && c.Owner == caller.Account),
            _ => all.Where(c => c.State == ConcernState.Closed),
        };
        if (after is { } last)
        {
            var cursor = await all.Where(c => c.Id == new ConcernId(last)).Select(c => new { c.RaisedAt, c.DueAt, c.ClosedAt }).SingleOrDefaultAsync(cancel);
            if (cursor is null) return Problems.Invalid("There is no page after that one. Begin again without 'after'.");
            var id = new ConcernId(last);
            concerns = part switch
            {
                Which.Waiting or Which.Overdue => concerns.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.DueAt, c.Id), ValueTuple.Create(cursor.DueAt, id))),
                Which.InHand or Which.Mine => concerns.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.RaisedAt, c.Id), ValueTuple.Create(cursor.RaisedAt, id))),
                _ => concerns.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.ClosedAt, c.Id), ValueTuple.Create(cursor.ClosedAt, id))),
            };
        }

        concerns = part switch
        {
            Which.Waiting or Which.Overdue => concerns.OrderBy(c => c.DueAt).ThenBy(c => c.Id),
            Which.InHand or Which.Mine => concerns.OrderBy(c => c.RaisedAt).ThenBy(c => c.Id),
            _ => concerns.OrderByDescending(c => c.ClosedAt).ThenByDescending(c => c.Id),
        };
        return TypedResults.Ok(page.Cut(await concerns.Take(page.Limit).Select(QueuedConcern.ReadingAt(now)).ToArrayAsync(cancel), c => c.Id.Value));
    }

    private static Which? Part(string which) => which switch
    {
        "waiting" => Which.Waiting,
        "overdue" => Which.Overdue,
        "in-hand" => Which.InHand,
        "mine" => Which.Mine,
        "closed" => Which.Closed,
        _ => null,
    };
}
