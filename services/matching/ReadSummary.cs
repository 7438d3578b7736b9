using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>What waits in a caseworker's matches, at a glance: counts, and the matches behind each.</summary>
public sealed record MatchSummary
{
    /// <summary>Questions of young people who want to know more, the oldest first; since the oldest open question.</summary>
    public required SomeMatches Questions { get; init; }

    /// <summary>Offers that wait for the young person, since the offer.</summary>
    public required SomeMatches WaitForMentee { get; init; }

    /// <summary>Offers that wait for the mentor, since the young person's yes.</summary>
    public required SomeMatches WaitForMentor { get; init; }

    /// <summary>Matches to approve, since the mentor's yes.</summary>
    public required SomeMatches ToApprove { get; init; }

    /// <summary>Approved matches whose first meeting is not written down yet, since the approval.</summary>
    public required SomeMatches ToMeet { get; init; }

    /// <summary>Active matches, since the first meeting was written down.</summary>
    public required SomeMatches Active { get; init; }

    /// <summary>Matches that somebody asked to end and that want a closing by a day, since then.</summary>
    public required SomeMatches ToClose { get; init; }

    /// <summary>Matches that ended at once, whose closing is owed to both by a day, since the end.</summary>
    public required SomeMatches ClosingOwed { get; init; }
}

/// <summary>Some matches, the longest waiting first.</summary>
public sealed record SomeMatches
{
    /// <summary>How many.</summary>
    /// <example>2</example>
    public required int Count { get; init; }

    /// <summary>How many of them are past the day they were due; 0 for those without such a day.</summary>
    /// <example>0</example>
    public required int Overdue { get; init; }

    /// <summary>The first 20 of them.</summary>
    public required IReadOnlyList<MatchSince> First { get; init; }
}

/// <summary>One of them.</summary>
public sealed record MatchSince
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Since when it stands so, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The local date by which it is to be done; null where there is no such day.</summary>
    /// <example>2026-10-05</example>
    public required DateOnly? DueOn { get; init; }
}

/// <summary>Reads the summary.</summary>
internal static class ReadSummary
{
    /// <summary>The most matches named behind one count.</summary>
    public const int MostNamed = 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/summary", Handle)
        .WithSummary("See what waits in your matches")
        .WithDescription("Counts over the caller's own young people and those covered today, with up to 20 matches behind each, the longest waiting first.")
        .For(Roles.Caseworker);

    private static async Task<Ok<MatchSummary>> Handle(Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var mentees = db.CaseloadOf(caller.Caseworker, today).Select(m => m.Id);
        var rows = await db.Matches.AsNoTracking()
            .Where(m => mentees.Contains(m.MenteeId) && (m.ClosingOwed || !PairQueries.Over.Contains(m.State)))
            .Select(m => new Row(m.Id, m.MenteeId, m.MentorId, m.State, m.Questions, m.ClosingOwed, m.OfferedAt, m.AgreedByMenteeAt, m.AgreedByMentorAt, m.ApprovedAt, m.ActiveAt, m.EndingAt, m.OverAt, m.ClosingDueOn))
            .ToListAsync(cancel);
        return TypedResults.Ok(new MatchSummary
        {
            Questions = Of(rows, today, r => r.State < MatchState.Active ? r.Questions.Where(q => q.AnsweredAt is null).Min(q => (DateTimeOffset?)q.AskedAt) : null),
            WaitForMentee = Of(rows, today, r => r.State == MatchState.Offered ? r.OfferedAt : null),
            WaitForMentor = Of(rows, today, r => r.State == MatchState.AgreedByMentee ? r.AgreedByMenteeAt : null),
            ToApprove = Of(rows, today, r => r.State == MatchState.AgreedByMentor ? r.AgreedByMentorAt : null),
            ToMeet = Of(rows, today, r => r.State == MatchState.Approved ? r.ApprovedAt : null),
            Active = Of(rows, today, r => r.State == MatchState.Active ? r.ActiveAt : null),
            ToClose = Of(rows, today, r => r.State == MatchState.Ending ? r.EndingAt : null),
            ClosingOwed = Of(rows, today, r => r.ClosingOwed ? r.OverAt : null),
        });
    }

    // Those that stand so since a moment; null for those that do not.
    private static SomeMatches Of(List<Row> rows, DateOnly today, Func<Row, DateTimeOffset?> since)
    {
        var some = rows.Select(r => (Row: r, Since: since(r))).Where(r => r.Since is not null).OrderBy(r => r.Since).ThenBy(r => r.Row.Id.Value).ToList();
        return new()
        {
            Count = some.Count,
            Overdue = some.Count(r => r.Row.ClosingDueOn < today),
            First = [.. some.Take(MostNamed).Select(r => new MatchSince { MatchId = r.Row.Id, MenteeId = r.Row.MenteeId, MentorId = r.Row.MentorId, Since = r.Since!.Value, DueOn = r.Row.ClosingDueOn })],
        };
    }

    private sealed record Row(
        MatchId Id, MenteeId MenteeId, MentorId MentorId, MatchState State, IReadOnlyList<Question> Questions, bool ClosingOwed, DateTimeOffset OfferedAt,
        DateTimeOffset? AgreedByMenteeAt, DateTimeOffset? AgreedByMentorAt, DateTimeOffset? ApprovedAt, DateTimeOffset? ActiveAt, DateTimeOffset? EndingAt, DateTimeOffset? OverAt,
        DateOnly? ClosingDueOn);
}
