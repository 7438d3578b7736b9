using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>An offer or a match as the young person reads it: no scores, reasons in plain words.</summary>
public sealed record MenteeMatch
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The mentor, whose introduction the young person may read while it is open; null once it is over, and while contact is paused.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>Where it stands.</summary>
    public required MatchState State { get; init; }

    /// <summary>Where it stands and what comes next, in plain words.</summary>
    /// <example>You said yes. Now we ask the mentor.</example>
    public required string Says { get; init; }

    /// <summary>Why this mentor, in plain words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>How the two can meet: <c>in-person</c>, <c>online</c> or both.</summary>
    public required IReadOnlyList<string> WaysToMeet { get; init; }

    /// <summary>What they wanted to know, oldest first, and what the caseworker said to it.</summary>
    public required IReadOnlyList<MenteeQuestion> Questions { get; init; }

    /// <summary>When it was offered, UTC.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>When it became active, UTC.</summary>
    public required DateTimeOffset? ActiveAt { get; init; }

    /// <summary>When it was over, UTC.</summary>
    public required DateTimeOffset? OverAt { get; init; }

    /// <summary>Whether you two can still meet to say goodbye: while it is ending, unless somebody did not feel safe or contact is paused.</summary>
    public required bool CanSayGoodbye { get; init; }

    /// <summary>Whether the programme has paused contact between you two: you do not meet or write just now.</summary>
    public required bool ContactPaused { get; init; }

    /// <summary>What was agreed when it ended; null before, and where the two never met.</summary>
    public required MenteeEnding? Agreed { get; init; }

    internal static MenteeMatch Of(Match match) => new()
    {
        MatchId = match.Id,
        MentorId = match is { IsOpen: true, IsContactPaused: false } ? match.MentorId : null,
        State = match.State,
        Says = Sentence(match),
        Reasons = match.Suggestion.ForMentee,
        WaysToMeet = match.Suggestion.WaysToMeet,
        Questions = [.. match.Questions.Select(MenteeQuestion.Of)],
        OfferedAt = match.OfferedAt,
        ActiveAt = match.ActiveAt,
        OverAt = match.OverAt,
        CanSayGoodbye = match is { State: MatchState.Ending, EndsForSafety: false, IsContactPaused: false },
        ContactPaused = match is { IsOpen: true, IsContactPaused: true },
        Agreed = match.Closing is { } closing ? new() { ContactRules = closing.ContactRules, Support = closing.SupportForMentee, WhatNext = closing.WhatNext } : null,
    };

    private static string Sentence(Match match) => match.State switch
    {
        MatchState.Offered when match.Questions.Any(q => q.AnsweredAt is null) => "You want to know more. Your caseworker will talk to you. You can also say yes or no now.",
        MatchState.Offered => "Would you like this mentor? You can say yes or no. Both are fine. You choose.",
        MatchState.AgreedByMentee => "You said yes. Now we ask the mentor. You can still change your mind.",
        MatchState.AgreedByMentor => "You both said yes. Your caseworker checks that all is well. You can still change your mind.",
        MatchState.Ending when match.SaidNotSafe(Voice.Mentee) => "You do not have to meet any more. Your caseworker will talk with you.",
        MatchState.Ending when match.EndsForSafety => "This match is coming to an end. Your caseworker will talk with you about it.",
        MatchState.Approved or MatchState.Active or MatchState.Ending when match.IsContactPaused => "You do not have to meet just now. You did nothing wrong. Your caseworker will talk with you.",
        MatchState.Approved => "It is a match. Next, you meet for the first time. Your caseworker will be there too.",
        MatchState.Active => "This is your mentor. You can plan times to meet.",
        MatchState.Ending => "This match is coming to an end. You will get time to say goodbye.",
        MatchState.Declined when match.OverBy == Voice.Mentee => "You said no. That is fine. Your caseworker can find you other mentors.",
        MatchState.Declined => "This mentor cannot do it now. It is not about you. Your caseworker can find you other mentors.",
        MatchState.Rejected => "This mentor is not free any more. It is not about you. Your caseworker can find you other mentors.",
        _ => "This match is over. Talk to your caseworker if you want to.",
    };
}

/// <summary>A question as the young person who asked it reads it.</summary>
public sealed record MenteeQuestion
{
    /// <summary>When you asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What you wanted to know; null when you only wanted to talk.</summary>
    public required string? Words { get; init; }

    /// <summary>When your caseworker had talked with you about it, UTC; null while it is open.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What your caseworker wrote down for you.</summary>
    public required string? Answer { get; init; }

    internal static MenteeQuestion Of(Question question) => new()
    {
        AskedAt = question.AskedAt,
        Words = question.Words,
        AnsweredAt = question.AnsweredAt,
        Answer = question.Answer,
    };
}

/// <summary>What was agreed when a match ended, as the young person reads it.</summary>
public sealed record MenteeEnding
{
    /// <summary>What you two agreed about contact from now on.</summary>
    public required string ContactRules { get; init; }

    /// <summary>What help you were offered.</summary>
    public required string Support { get; init; }

    /// <summary>What comes next for you; null when nothing was said.</summary>
    public required string? WhatNext { get; init; }
}
