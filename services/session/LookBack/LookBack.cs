using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>What a young person may keep of their time with a mentor. Made when it is asked for, of nothing but what is theirs.</summary>
public static class LookBack
{
    /// <summary>The look back.</summary>
    public sealed record Answer
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The date in London on which the two began.</summary>
        /// <example>2026-03-02</example>
        public required DateOnly BeganOn { get; init; }

        /// <summary>The date in London on which it ended; null while it is ending.</summary>
        /// <example>2026-11-25</example>
        public required DateOnly? EndedOn { get; init; }

        /// <summary>How many sessions took place.</summary>
        /// <example>14</example>
        public required int Met { get; init; }

        /// <summary>For how many minutes in all.</summary>
        /// <example>840</example>
        public required int Minutes { get; init; }

        /// <summary>Their goals of that time with the ratings up to its end, in the order in which they were set. Only as they say themselves.</summary>
        public required IReadOnlyList<MenteesGoal> Goals { get; init; }

        /// <summary>What they wrote in this match and finished, the earliest first: all of it, so that they choose what to show.</summary>
        public required IReadOnlyList<MyReflection> Reflections { get; init; }

        /// <summary>How many next steps they ticked.</summary>
        /// <example>9</example>
        public required int StepsDone { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/{matchId}/look-back", Handle)
        .WithName(nameof(LookBack))
        .WithSummary("Look back at your time with a mentor, to keep.")
        .WithDescription("For the young person alone, once the match is ending or has ended. Goals, ratings, sessions and their own thoughts: nothing of the mentor's.")
        .Refuses(404, 409)
        .For(Roles.Mentee);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MatchId matchId, Caller caller, SessionDb db, CancellationToken cancel)
    {
        var match = await db.Matches.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matchId, cancel);
        if (match is null || !caller.IsMentee(match.MenteeId)) return Problems.NotFound();
        if (match.ActivatedAt is not { } began) return Problems.Conflict("You two have not met, so there is nothing to look back at.");
        if (match.State == MatchState.Active) return Problems.Conflict("You two go on meeting. You can look back when it ends.");

        DateTimeOffset? over = match.State == MatchState.Ended ? match.StateAt : null;
        var held = await db.Sessions.AsNoTracking().Where(s => s.MatchId == matchId && s.State == SessionState.Held).Select(s => new { s.StartsAt, s.EndsAt }).ToArrayAsync(cancel);
        var goals = await db.Goals.AsNoTracking().Where(g => g.MenteeId == match.MenteeId && (over == null || g.SetAt <= over) && (g.ClosedAt == null || g.ClosedAt >= began)).OrderBy(g => g.Id).ToArrayAsync(cancel);
        var written = await db.Reflections.AsNoTracking().Where(r => r.MatchId == matchId && r.Author == Voice.Mentee && r.FinishedAt != null).OrderBy(r => r.StartedAt).ThenBy(r => r.Id)
            .Select(r => new { Reflection = r, SessionAt = db.Sessions.Where(s => s.Id == r.SessionId).Select(s => (DateTimeOffset?)s.StartsAt).FirstOrDefault() })
            .ToArrayAsync(cancel);
        var last = over is { } end ? London.DateAt(end) : DateOnly.MaxValue;
        return TypedResults.Ok(new Answer
        {
            MatchId = matchId,
            BeganOn = London.DateAt(began),
            EndedOn = over is { } at ? London.DateAt(at) : null,
            Met = held.Length,
            Minutes = (int)held.Sum(s => (s.EndsAt - s.StartsAt).TotalMinutes),
            Goals = [.. goals.Select(MenteesGoal.Of).Select(g => g with { Ratings = [.. g.Ratings.Where(r => r.On <= last)] })],
            Reflections = [.. written.Select(w => MyReflection.Of(w.Reflection, w.SessionAt))],
            StepsDone = written.Count(w => w.Reflection.StepDoneAt is not null),
        });
    }
}
