using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The caller's own sessions.</summary>
public static class ListMySessions
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/sessions/me", Handle)
        .WithName(nameof(ListMySessions))
        .WithSummary("Your own sessions, upcoming or past.")
        .WithDescription("Upcoming: booked and not over yet, the next first. Past: the others, the latest first. Neither side sees anything of the other once the match has ended or while contact is paused. Paged by cursor.")
        .Produces<Page<MenteesSession>>()
        .Refuses(400)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<Page<MenteesSession>>, Ok<Page<MentorsSession>>, ProblemHttpResult>> Handle(
        Caller caller,
        SessionDb db,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("Whether the past ones are asked for; the upcoming ones when left out.")] bool past = false,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        var now = clock.GetUtcNow();
        var isMentee = caller.Is(Roles.Mentee);
        var mine = db.Sessions.AsNoTracking().Where(s => isMentee ? s.MenteeId == caller.Mentee : s.MentorId == caller.Mentor);
        var page = new PageQuery(after, take);
        if (after is { } last)
        {
            var cursor = await mine.Where(s => s.Id == new SessionId(last)).Select(s => (DateTimeOffset?)s.StartsAt).SingleOrDefaultAsync(cancel);
            if (cursor is null) return Problems.Invalid("There is no page after that one. Begin again without 'after'.");

            mine = past
                ? mine.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.StartsAt, s.Id), ValueTuple.Create(cursor.Value, new SessionId(last))))
                : mine.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.StartsAt, s.Id), ValueTuple.Create(cursor.Value, new SessionId(last))));
        }

        mine = past
            ? mine.Where(s => s.State != SessionState.Booked || s.EndsAt <= now).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id)
            : mine.Where(s => s.State == SessionState.Booked && s.EndsAt > now).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);
        mine = mine.Take(page.Limit);
        var rows = await mine.Select(s => new { Session = s, IsApart = db.Apart.Any(m => m.Id == s.MatchId) }).ToArrayAsync(cancel);
        return isMentee
            ? TypedResults.Ok(page.Cut([.. rows.Select(r => MenteesSession.Of(r.Session, r.IsApart))], s => s.Id.Value))
            : TypedResults.Ok(page.Cut([.. rows.Select(r => MentorsSession.Of(r.Session, r.IsApart))], s => s.Id.Value));
    }
}
