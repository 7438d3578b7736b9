namespace Mentoring.Portal.Pages.Work;

/// <summary>A match, as far as these pages show it.</summary>
public sealed record MatchSeen(
    Guid MatchId, Guid MenteeId, Guid MentorId, string State, SuggestionSeen Suggestion, Guid OfferedBy, DateTimeOffset OfferedAt, IReadOnlyList<QuestionSeen> Questions, IReadOnlyList<ConditionSeen> Approval,
    DateTimeOffset? AgreedByMenteeAt, DateTimeOffset? AgreedByMentorAt, DateTimeOffset? ApprovedAt, Guid? ApprovedBy, FirstMeetingSeen? FirstMeeting, DateTimeOffset? ActiveAt, DateTimeOffset? EndingAt,
    string? EndingKind, DateTimeOffset? OverAt, string? OverBy, string? OverBecause, bool ClosingOwed, ClosingSeen? Closing, string? EndingCause = null, DateOnly? ClosingDueOn = null,
    IReadOnlyList<EndingWishSeen>? AlsoSaid = null)
{
    /// <summary>Where it stands.</summary>
    public Stage Stage => Stage.OfMatch(State);

    /// <summary>Whether it waits for a word before approval.</summary>
    public bool IsBeforeApproval => State is "offered" or "agreed-by-mentee" or "agreed-by-mentor";

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is "ended" or "declined" or "rejected";

    /// <summary>Whether a closing is to be written down.</summary>
    public bool WantsClosing => State == "ending" || ClosingOwed;

    /// <summary>Whether it ended before a first meeting was written down: when they had met all the same, a closing can be written down still.</summary>
    public bool MayHaveClosing => State == "ended" && ApprovedAt is not null && ActiveAt is null && Closing is null;

    /// <summary>Whether somebody said that it ends because somebody does not feel safe: then nobody is asked to meet once more.</summary>
    public bool EndsForSafety => EndingCause == "safety" || AlsoSaid?.Any(said => said.Cause == "safety") == true;

    /// <summary>What was said about the ending, by whoever said it, the first first; only what says something.</summary>
    public IEnumerable<EndingWishSeen> AllSaid => (OverBy is { } by && EndingKind is { } kind && by != "programme" ? new[] { new EndingWishSeen(by, kind, EndingCause, OverBecause, EndingAt ?? OverAt ?? Since) } : [])
        .Concat(AlsoSaid ?? []).Where(said => said.Says.Length > 0);

    /// <summary>Since when it stands as it does.</summary>
    public DateTimeOffset Since => OverAt ?? EndingAt ?? ActiveAt ?? ApprovedAt ?? AgreedByMentorAt ?? AgreedByMenteeAt ?? OfferedAt;

    /// <summary>Questions that wait for an answer.</summary>
    public IEnumerable<QuestionSeen> OpenQuestions => IsOver || State is "active" or "ending" ? [] : Questions.Where(q => q.AnsweredAt is null);

    /// <summary>Who said the last word, for a sentence.</summary>
    public static string Voice(string? voice) => voice switch { "mentee" => "the young person", "mentor" => "the mentor", "caseworker" => "a caseworker", _ => "the programme" };
}

/// <summary>A mentor for a young person, with the reasons.</summary>
public sealed record SuggestionSeen(int PolicyVersion, int Score, IReadOnlyList<FactorSeen> Factors, IReadOnlyList<string> WaysToMeet, IReadOnlyList<string> NotUsed);

/// <summary>One part of a score.</summary>
public sealed record FactorSeen(string Name, int Points, int Most, string Reason)
{
    /// <summary>What it is about.</summary>
    public string Title => Name switch
    {
        "goals" => "What they want help with",
        "preferences" => "What they ask of a mentor",
        "interests" => "What both like",
        "talk-styles" => "How they like to talk",
        "near" => "Near each other",
        "time" => "Time together",
        "languages" => "Languages",
        "dislikes" => "What they would rather not do",
        "hopes" => "Work and study hopes",
        "waiting" => "Time waited",
        _ => Say.Word(Name),
    };
}

/// <summary>What a young person wanted to know.</summary>
public sealed record QuestionSeen(DateTimeOffset AskedAt, string? Words, DateTimeOffset? AnsweredAt, Guid? AnsweredBy, string? Answer);

/// <summary>What must hold for an approval.</summary>
public sealed record ConditionSeen(string Name, bool Holds, string Says);

/// <summary>The first meeting.</summary>
public sealed record FirstMeetingSeen(DateOnly HeldOn, string Where);

/// <summary>How a match was closed.</summary>
public sealed record ClosingSeen(
    DateOnly? HeldOn, string? NoSessionBecause, string MenteeHeard, string? MenteeWords, string MentorHeard, string? MentorWords, string ContactRules, string SupportForMentee, string? SupportForMentor, bool BothThanked,
    string? WhatNext, Guid RecordedBy, DateTimeOffset RecordedAt)
{
    /// <summary>What somebody said, or why it is not there.</summary>
    public static string Said(string heard, string? words) => heard switch { "in-their-words" => words ?? string.Empty, "did-not-want-to" => "Did not want to say anything.", _ => "Could not be reached." };
}

/// <summary>What somebody said about an ending.</summary>
public sealed record EndingWishSeen(string By, string Kind, string? Cause, string? Because, DateTimeOffset At)
{
    /// <summary>That it was planned, or the cause; and the words.</summary>
    public string Says => string.Join(". ", new[] { Kind == "planned" ? "They did what they set out to do" : Cause is null or "not-said" ? null : EndingCauses.Text(Cause), Because }.OfType<string>());

    /// <summary>Who said it.</summary>
    public string Who(string mentee, string mentor) => By switch { "mentee" => mentee, "mentor" => mentor, _ => "A caseworker" };
}

/// <summary>What waits in matches.</summary>
public sealed record MatchesSummary(
    SomeSeen Questions, SomeSeen WaitForMentee, SomeSeen WaitForMentor, SomeSeen ToApprove, SomeSeen ToMeet, SomeSeen Active, SomeSeen ToClose, SomeSeen ClosingOwed);

/// <summary>Some matches, the longest waiting first.</summary>
public sealed record SomeSeen(int Count, IReadOnlyList<SinceSeen> First, int Overdue = 0);

/// <summary>One of them.</summary>
public sealed record SinceSeen(Guid MatchId, Guid MenteeId, Guid MentorId, DateTimeOffset Since, DateOnly? DueOn = null);

/// <summary>What needs an eye in sessions.</summary>
public sealed record SessionsSummary(
    Listed<DueSeen> CheckIns, int CheckInsOverdue, Listed<SinceSeen> Quiet, Listed<SinceSeen> AttendanceMissing, Listed<SinceSeen> MissedTwice, Listed<SinceSeen> ToldDifferently,
    Listed<WorrySeen> Worries, Listed<SignsSeen> Signs);

/// <summary>Somebody who said that they do not feel safe, or are not sure.</summary>
public sealed record WorrySeen(Guid MatchId, Guid MenteeId, Guid MentorId, string By, DateTimeOffset Since, bool AtTheEnd = false)
{
    /// <summary>With whom to talk: mentee or mentor.</summary>
    public string With => By == "mentor" ? "mentor" : "mentee";
}

/// <summary>A match with plain signs that it may end early.</summary>
public sealed record SignsSeen(Guid MatchId, Guid MenteeId, Guid MentorId, DateOnly LastContactOn, IReadOnlyList<string> Signs)
{
    /// <summary>The words of a sign.</summary>
    public static string Word(string sign) => sign switch
    {
        "quiet" => "No contact for two weeks",
        "missed-twice" => "Missed two in a row",
        "low-pulse" => "It was not good, they said",
        "no-check-in" => "A check-in is long overdue",
        _ => Say.Word(sign),
    };
}

/// <summary>A count and the first of them.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Listed<T>(int Total, IReadOnlyList<T> Items);

/// <summary>A check-in or a review that is due.</summary>
public sealed record DueSeen(Guid MatchId, Guid MenteeId, Guid MentorId, string? With, DateOnly DueOn, bool Overdue, DateOnly? LastOn, string? Review = null)
{
    /// <summary>What is to be done, and where.</summary>
    public (string Text, string Href) Do(Names names) => Review is { } review
        ? ($"{MilestoneSeen.Title(review)} with {names.Mentee(MenteeId)} and {names.Mentor(MentorId)}", $"/work/matches/{MatchId}/review?milestone={review}")
        : ($"Check in with {(With == "mentee" ? names.Mentee(MenteeId) : names.Mentor(MentorId))}", $"/work/matches/{MatchId}/check-in?with={With}");
}

/// <summary>When a match is looked at as a whole.</summary>
public static class MilestoneSeen
{
    /// <summary>All of them, to choose from.</summary>
    public static IReadOnlyList<Tags.Choice> All { get; } = [new("six-weeks", "Six weeks"), new("three-months", "Three months"), new("six-months", "Six months"), new("twelve-months", "Twelve months")];

    /// <summary>The review at six weeks.</summary>
    public static string Title(string milestone) => $"Review at {(All.FirstOrDefault(m => m.Value == milestone)?.Text ?? Say.Word(milestone)).ToLower(Say.British)}";
}

/// <summary>How a match goes.</summary>
public sealed record HowItGoesSeen(
    DateOnly? LastContactOn, IReadOnlyList<string> Signs, IReadOnlyList<WorrySeen> Worries, IReadOnlyList<DueSeen> Due, IReadOnlyList<SessionSeen> Sessions, IReadOnlyList<PulseSeen> Pulses, IReadOnlyList<ReviewSeen> Reviews,
    DateTimeOffset? StoppedAt = null, IReadOnlyList<MeetingPlace>? Places = null, bool StoppedByLead = false)
{
    /// <summary>Sessions that are booked and still to come.</summary>
    public int Booked(DateTimeOffset now) => Sessions.Count(s => s.State == "booked" && s.StartsAt > now);

    /// <summary>How and where a session is.</summary>
    public string Where(SessionSeen session) => Places?.FirstOrDefault(p => p.Id == session.PlaceId) is { } place ? $"{Say.Word(session.How).ToLower(Say.British)}: {place.Name}, {place.OutwardPostcode}{(place.Closed ? " (not used any more)" : string.Empty)}" : Say.Word(session.How).ToLower(Say.British);
}

/// <summary>A session.</summary>
public sealed record SessionSeen(DateTimeOffset StartsAt, string How, string State, string? CancelledBy, Guid? PlaceId = null)
{
    /// <summary>How it stands.</summary>
    public Stage Stage => State switch
    {
        "booked" => new("Booked", "blue"),
        "held" => new("Held", "green"),
        "missed" => new("Missed", "orange"),
        _ => new("Called off", "grey"),
    };
}

/// <summary>What somebody said after a session.</summary>
public sealed record PulseSeen(Guid SessionId, DateTimeOffset SessionAt, string By, string How, string Safe, string? Change, DateTimeOffset SaidAt);

/// <summary>A review.</summary>
public sealed record ReviewSeen(string Milestone, Guid By, DateOnly HeldOn, string? MenteeWords, string? MentorWords, bool GoalsLookedAt, string Outcome, string? Changes);
