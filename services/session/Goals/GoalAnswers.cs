using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>A rating as it is read.</summary>
public sealed record RatingAnswer
{
    /// <summary>The date in London.</summary>
    /// <example>2026-11-25</example>
    public required DateOnly On { get; init; }

    /// <summary>From 0, not at all there, to 10, all the way there.</summary>
    /// <example>6</example>
    public required int Score { get; init; }

    internal static IReadOnlyList<RatingAnswer> Of(Goal goal) => [.. goal.Ratings.Select(r => new RatingAnswer { On = r.On, Score = r.Score })];
}

/// <summary>A goal as the young person sees it.</summary>
public sealed record MenteesGoal
{
    /// <summary>The goal.</summary>
    public required GoalId Id { get; init; }

    /// <summary>A word from the programme's goal areas.</summary>
    /// <example>confidence</example>
    public required string Area { get; init; }

    /// <summary>What it is, in the young person's words.</summary>
    /// <example>Speak up at college without my heart racing.</example>
    public required string Words { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required GoalState State { get; init; }

    /// <summary>When it was set, UTC.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>When it was reached or put away, UTC; null while open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The ratings, one a day at most, the earliest first.</summary>
    public required IReadOnlyList<RatingAnswer> Ratings { get; init; }

    internal static MenteesGoal Of(Goal goal) => new()
    {
        Id = goal.Id,
        Area = goal.Area,
        Words = goal.Words,
        State = goal.State,
        SetAt = goal.SetAt,
        ClosedAt = goal.ClosedAt,
        Ratings = RatingAnswer.Of(goal),
    };
}

/// <summary>A goal as those see it who support the young person: their mentor and their caseworker.</summary>
public sealed record SupportersGoal
{
    /// <summary>The goal.</summary>
    public required GoalId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>A word from the programme's goal areas.</summary>
    /// <example>confidence</example>
    public required string Area { get; init; }

    /// <summary>What it is, in the young person's words.</summary>
    /// <example>Speak up at college without my heart racing.</example>
    public required string Words { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required GoalState State { get; init; }

    /// <summary>When it was set, UTC.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>When it was reached or put away, UTC; null while open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The ratings, one a day at most, the earliest first.</summary>
    public required IReadOnlyList<RatingAnswer> Ratings { get; init; }

    internal static SupportersGoal Of(Goal goal) => new()
    {
        Id = goal.Id,
        MenteeId = goal.MenteeId,
        Area = goal.Area,
        Words = goal.Words,
        State = goal.State,
        SetAt = goal.SetAt,
        ClosedAt = goal.ClosedAt,
        Ratings = RatingAnswer.Of(goal),
    };
}
