using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>What comes of a review.</summary>
public enum ReviewOutcome
{
    /// <summary>They go on as they are.</summary>
    GoOn,

    /// <summary>They go on and change something.</summary>
    GoOnDifferently,

    /// <summary>They bring it to a good end.</summary>
    EndWell,
}

/// <summary>
/// A caseworker's look at the whole of a match with both, at a milestone: both voices, the goals, and whether to go on. One a milestone,
/// written once.
/// </summary>
public sealed class Review : Aggregate
{
    private Review()
    {
    }

    /// <summary>The match.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The milestone.</summary>
    public Milestone Milestone { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>The caseworker.</summary>
    public CaseworkerId By { get; private init; }

    /// <summary>The date in London on which they spoke.</summary>
    public DateOnly HeldOn { get; private init; }

    /// <summary>What the young person said, up to 2,000 characters; null when they did not want to say anything.</summary>
    public string? MenteeWords { get; private init; }

    /// <summary>What the mentor said, up to 2,000 characters; null when they did not want to say anything.</summary>
    public string? MentorWords { get; private init; }

    /// <summary>Whether they looked at the goals together.</summary>
    public bool GoalsLookedAt { get; private init; }

    /// <summary>What comes of it.</summary>
    public ReviewOutcome Outcome { get; private init; }

    /// <summary>What they change, up to 1,000 characters; null when nothing.</summary>
    public string? Changes { get; private init; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Writes one down.</summary>
    public static Review Of(MatchCopy match, CaseworkerId by, RecordReview.Request said, DateTimeOffset now) => new()
    {
        MatchId = match.Id,
        Milestone = said.Milestone,
        MenteeId = match.MenteeId,
        MentorId = match.MentorId,
        By = by,
        HeldOn = said.HeldOn,
        MenteeWords = Text.Of(said.MenteeWords),
        MentorWords = Text.Of(said.MentorWords),
        GoalsLookedAt = said.GoalsLookedAt,
        Outcome = said.Outcome,
        Changes = Text.Of(said.Changes),
        RecordedAt = now,
    };
}
