using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>How many concerns wait, are overdue, and are looked after by whom.</summary>
public static class SummariseConcerns
{
    /// <summary>The figures.</summary>
    public sealed record Answer
    {
        /// <summary>How many nobody has read.</summary>
        /// <example>2</example>
        public required int New { get; init; }

        /// <summary>How many wait for a lead: new, read but looked after by nobody, or with new words.</summary>
        /// <example>3</example>
        public required int Waiting { get; init; }

        /// <summary>How many of those have waited for longer than was agreed.</summary>
        /// <example>1</example>
        public required int Overdue { get; init; }

        /// <summary>How many open ones say that somebody is in danger and are looked after by nobody.</summary>
        /// <example>0</example>
        public required int InDanger { get; init; }

        /// <summary>How many are looked after.</summary>
        /// <example>4</example>
        public required int InHand { get; init; }

        /// <summary>How many of them by whom, the most first.</summary>
        public required IReadOnlyList<ByOwner> Owners { get; init; }

        /// <summary>How many were closed in the last 30 days.</summary>
        /// <example>6</example>
        public required int ClosedLately { get; init; }
    }

    /// <summary>How many a lead looks after.</summary>
    public sealed record ByOwner
    {
        /// <summary>The lead's account.</summary>
        public required AccountId Owner { get; init; }

        /// <summary>How many.</summary>
        /// <example>4</example>
        public required int Count { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/concerns/summary", Handle)
        .WithName(nameof(SummariseConcerns))
        .WithSummary("How many concerns wait, are overdue, and are looked after by whom.")
        .WithDescription("Concerns about the caller are not counted.")
        .For(Roles.SafeguardingLead);

    private static async Task<Ok<Answer>> Handle(Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var lately = now.AddDays(-30);
        var groups = await db.OfLead(caller)
            .Where(c => c.State != ConcernState.Closed || c.ClosedAt > lately)
            .GroupBy(c => new
            {
                c.State,
                Owner = c.State == ConcernState.InHand ? c.Owner : null,
                IsWaiting = c.State == ConcernState.New || c.State == ConcernState.Seen || c.HasNewWords,
                IsLate = c.DueAt <= now,
                c.InDangerNow,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToArrayAsync(cancel);

        var inHand = groups.Where(g => g.Key.State == ConcernState.InHand).ToArray();
        return TypedResults.Ok(new Answer
        {
            New = groups.Where(g => g.Key.State == ConcernState.New).Sum(g => g.Count),
            Waiting = groups.Where(g => g.Key.IsWaiting).Sum(g => g.Count),
            Overdue = groups.Where(g => g.Key.IsWaiting && g.Key.IsLate).Sum(g => g.Count),
            InDanger = groups.Where(g => g.Key.InDangerNow && g.Key.State is (ConcernState.New or ConcernState.Seen)).Sum(g => g.Count),
            InHand = inHand.Sum(g => g.Count),
            Owners = [.. inHand.GroupBy(g => g.Key.Owner!.Value).Select(g => new ByOwner { Owner = g.Key, Count = g.Sum(o => o.Count) }).OrderByDescending(o => o.Count)],
            ClosedLately = groups.Where(g => g.Key.State == ConcernState.Closed).Sum(g => g.Count),
        });
    }
}
