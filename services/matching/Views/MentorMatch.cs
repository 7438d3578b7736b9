using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// A match as the mentor reads it: only from their turn on, and no more of the young person than who it is. First name and
/// goals come from the mentee service once the match is approved.
/// </summary>
public sealed record MentorMatch
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person, while the match is open; null once it is over, and while contact is paused.</summary>
    public required MenteeId? MenteeId { get; init; }

    /// <summary>Where it stands.</summary>
    public required MatchState State { get; init; }

    /// <summary>Where it stands and what comes next, in plain words.</summary>
    /// <example>A young person would like you as their mentor. Say yes or no.</example>
    public required string Says { get; init; }

    /// <summary>Why you two, without telling anything of the young person that you will only see later.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>How the two can meet: <c>in-person</c>, <c>online</c> or both.</summary>
    public required IReadOnlyList<string> WaysToMeet { get; init; }

    /// <summary>When the young person said yes and the mentor was asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it was approved, UTC.</summary>
    public required DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When it became active, UTC.</summary>
    public required DateTimeOffset? ActiveAt { get; init; }

    /// <summary>When it was over, UTC.</summary>
    public required DateTimeOffset? OverAt { get; init; }

    /// <summary>Whether the programme has paused contact between the two: they do not meet, write or ring.</summary>
    public required bool ContactPaused { get; init; }

    /// <summary>What was agreed when it ended; null before, and where the two never met.</summary>
    public required MentorEnding? Agreed { get; init; }

    /// <summary>The young person's caseworker, by their account, from the approval until the match is over.</summary>
    public required CaseworkerId? CaseworkerId { get; init; }

    /// <param name="match">The match.</param>
    /// <param name="caseworker">The young person's caseworker today.</param>
    internal static MentorMatch Of(Match match, CaseworkerId? caseworker = null) => new()
    {
        MatchId = match.Id,
        MenteeId = match is { IsOpen: true, IsContactPaused: false } ? match.MenteeId : null,
        State = match.State,
        Says = Sentence(match),
        Reasons = match.Suggestion.ForMentor,
        WaysToMeet = match.Suggestion.WaysToMeet,
        AskedAt = match.AgreedByMenteeAt!.Value,
        ApprovedAt = match.ApprovedAt,
        ActiveAt = match.ActiveAt,
        OverAt = match.OverAt,
        ContactPaused = match is { IsOpen: true, IsContactPaused: true },
        Agreed = match.Closing is { } closing ? new() { ContactRules = closing.ContactRules, Support = closing.SupportForMentor } : null,
        CaseworkerId = match.IsOpen && match.ApprovedAt is not null ? caseworker : null,
    };

    private static string Sentence(Match match) => match.State switch
    {
        MatchState.AgreedByMentee => "A young person would like you as their mentor. Say yes, or no if it does not fit now.",
        MatchState.AgreedByMentor => "You both said yes. The caseworker looks at it next.",
        MatchState.Ending when match.EndsForSafety => "This match is coming to an end. The caseworker will talk with you about it.",
        MatchState.Approved or MatchState.Active or MatchState.Ending when match.IsContactPaused => "The programme has paused contact between you two. Please do not meet, write or ring. The caseworker talks with you.",
        MatchState.Approved => "Approved. The caseworker arranges the first meeting of all three of you.",
        MatchState.Active => "You are this young person's mentor.",
        MatchState.Ending => "This match is coming to an end. The caseworker arranges a closing session.",
        MatchState.Declined when match.OverBy == Voice.Mentor => "You said no. Thank you for being honest about it.",
        MatchState.Declined or MatchState.Rejected => "This match did not come about.",
        _ => "This match is over. Thank you for being there.",
    };
}

/// <summary>What was agreed when a match ended, as the mentor reads it.</summary>
public sealed record MentorEnding
{
    /// <summary>What the two agreed about contact from now on.</summary>
    public required string ContactRules { get; init; }

    /// <summary>What support the mentor was offered; null when none was needed.</summary>
    public required string? Support { get; init; }
}
