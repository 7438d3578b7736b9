using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>A match as its caseworker, and a safeguarding lead with a reason, reads it: everything.</summary>
public sealed record CaseworkerMatch
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Where it stands.</summary>
    public required MatchState State { get; init; }

    /// <summary>The suggestion it came from, as it was at the offer.</summary>
    public required Suggestion Suggestion { get; init; }

    /// <summary>The caseworker who offered.</summary>
    public required CaseworkerId OfferedBy { get; init; }

    /// <summary>When it was offered, UTC.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>What the young person wanted to know, oldest first.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>What must hold for the approval, each with whether it holds now. Only when one match is read that is not approved and not over; empty otherwise.</summary>
    public required IReadOnlyList<Condition> Approval { get; init; }

    /// <summary>When the young person said yes, UTC.</summary>
    public required DateTimeOffset? AgreedByMenteeAt { get; init; }

    /// <summary>When the mentor said yes, UTC.</summary>
    public required DateTimeOffset? AgreedByMentorAt { get; init; }

    /// <summary>When it was approved, UTC.</summary>
    public required DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The caseworker who approved.</summary>
    public required CaseworkerId? ApprovedBy { get; init; }

    /// <summary>The first meeting.</summary>
    public required FirstMeeting? FirstMeeting { get; init; }

    /// <summary>When it became active, UTC.</summary>
    public required DateTimeOffset? ActiveAt { get; init; }

    /// <summary>When somebody asked to end it, UTC.</summary>
    public required DateTimeOffset? EndingAt { get; init; }

    /// <summary>How it ends.</summary>
    public required EndingKind? EndingKind { get; init; }

    /// <summary>Why it ends other than as planned, from the list.</summary>
    public required EndingCause? EndingCause { get; init; }

    /// <summary>The local date by which the closing is to be written down.</summary>
    /// <example>2026-10-05</example>
    public required DateOnly? ClosingDueOn { get; init; }

    /// <summary>When it was over, UTC.</summary>
    public required DateTimeOffset? OverAt { get; init; }

    /// <summary>Who said no, withdrew it or asked to end it.</summary>
    public required Voice? OverBy { get; init; }

    /// <summary>Why, in their words.</summary>
    public required string? OverBecause { get; init; }

    /// <summary>What was said about the ending after the first wish, oldest first.</summary>
    public required IReadOnlyList<EndingWish> AlsoSaid { get; init; }

    /// <summary>True while a closing is still owed to both.</summary>
    public required bool ClosingOwed { get; init; }

    /// <summary>The closing.</summary>
    public required Closing? Closing { get; init; }

    internal static CaseworkerMatch Of(Match match) => Of(match, []);

    internal static CaseworkerMatch Of(Match match, IReadOnlyList<Condition> approval) => new()
    {
        MatchId = match.Id,
        MenteeId = match.MenteeId,
        MentorId = match.MentorId,
        State = match.State,
        Suggestion = match.Suggestion,
        OfferedBy = match.OfferedBy,
        OfferedAt = match.OfferedAt,
        Questions = match.Questions,
        Approval = approval,
        AgreedByMenteeAt = match.AgreedByMenteeAt,
        AgreedByMentorAt = match.AgreedByMentorAt,
        ApprovedAt = match.ApprovedAt,
        ApprovedBy = match.ApprovedBy,
        FirstMeeting = match.FirstMeeting,
        ActiveAt = match.ActiveAt,
        EndingAt = match.EndingAt,
        EndingKind = match.EndingKind,
        EndingCause = match.EndingCause,
        ClosingDueOn = match.ClosingDueOn,
        OverAt = match.OverAt,
        OverBy = match.OverBy,
        OverBecause = match.OverBecause,
        AlsoSaid = match.AlsoSaid,
        ClosingOwed = match.ClosingOwed,
        Closing = match.Closing,
    };
}
