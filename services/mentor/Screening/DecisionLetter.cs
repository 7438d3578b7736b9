namespace Mentoring.Mentors;

/// <summary>What a letter tells.</summary>
public enum LetterKind
{
    /// <summary>That they are cleared.</summary>
    Cleared,

    /// <summary>That they are declined.</summary>
    Declined,
}

/// <summary>Why somebody is declined: the whole list, so that everybody is turned down for the same reasons.</summary>
public enum DeclineReason
{
    /// <summary>It could not be shown who they are.</summary>
    Identity,

    /// <summary>There were no two references, or they did not meet every criterion.</summary>
    References,

    /// <summary>The DBS check was not made, or what it says cannot be carried in this role.</summary>
    Dbs,

    /// <summary>The interview did not meet every criterion.</summary>
    Interview,

    /// <summary>The training was not done.</summary>
    Training,

    /// <summary>The agreement was not kept to, or what was said in the application is not so.</summary>
    Agreement,

    /// <summary>They were not heard of any more.</summary>
    NoAnswer,
}

/// <summary>
/// The letter with a decision: kept as what was decided, and put into words when it is read. It gives a reason from the list and never what a referee said.
/// </summary>
public sealed record DecisionLetter
{
    /// <summary>For how many days after a decision somebody may ask for it to be looked at again, and may come in to read the letter.</summary>
    public const int DaysToAskAgain = 28;

    /// <summary>What was decided.</summary>
    public required LetterKind Decision { get; init; }

    /// <summary>The local date (Europe/London) of it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whose account decided. Not in the words.</summary>
    public required Guid By { get; init; }

    /// <summary>The role it was about.</summary>
    public required MentorRole Role { get; init; }

    /// <summary>Why they are declined; null for a clearance.</summary>
    public DeclineReason? Reason { get; init; }

    /// <summary>The last day of the clearance as it was then; null for a decline.</summary>
    public DateOnly? ClearedUntil { get; init; }

    /// <summary>The last day on which they may ask for it to be looked at again; null for a clearance.</summary>
    public DateOnly? AskAgainUntil { get; init; }

    /// <summary>The letter, a paragraph at a time.</summary>
    public IReadOnlyList<string> Paragraphs() => Decision == LetterKind.Cleared ?
    [
        $"You are cleared as a {Rules.Words}. Thank you for your patience with the checks, and for wanting to do this.",
        $"You can be offered to young people{(Rules.YoungestAge > 0 ? $" who are {Rules.YoungestAge} or older" : string.Empty)} until {Day(ClearedUntil)}. Then the first of your checks ends. We write to you 90, 30 and 7 days before, so that it can be renewed in time.",
        "What happens next: a young person reads about you and says yes or no. Then we ask you. It can take some weeks, and it says nothing about you.",
        "If something about your checks changes, tell us at once.",
        "Of your DBS check we keep the level, the date and how it came out. Anything else about it is deleted six months after its date.",
    ]
    :
    [
        $"We are sorry: we cannot take you on as a {Rules.Words}. Thank you for your time and for your wish to help.",
        Because(),
        "Everybody is asked the same questions and has to meet the same criteria. You find them below.",
        $"You think that this is wrong, or that we missed something? Ask us to look at it again until {Day(AskAgainUntil)}: write to us from the page Contact. Somebody who did not take part in the decision reads it, and answers you.",
        $"What happens next: you can come in and read this letter until {Day(AskAgainUntil)}. Then your account is shut. Take your data along before: Download my data.",
        "Anything about your DBS check but the level, the date and how it came out is deleted six months after its date. Your employer sees that the registration has ended, and not why.",
    ];

    /// <summary>What everybody in this role has to meet.</summary>
    public IReadOnlyList<string> Criteria() =>
    [
        .. Rules.Checks.Select(rule => rule.Kind switch
        {
            CheckKind.Training => $"Training of at least {rule.LeastMinutes / 60} hours",
            _ => char.ToUpperInvariant(rule.Words[0]) + rule.Words[1..],
        }),
        .. Mentors.Criteria.Of(CheckKind.Interview).Select(question => $"In the interview: {char.ToLowerInvariant(question.Words[0])}{question.Words[1..]}"),
    ];

    private ScreeningRules Rules => ScreeningRules.Of(Role);

    private string Because() => Reason switch
    {
        DeclineReason.Identity => "The reason: we could not make sure who you are from the papers we saw.",
        DeclineReason.References => "The reason: we need two references that answer every question we ask. We do not have them. Referees speak to us in confidence, and so we cannot say what they said.",
        DeclineReason.Dbs => "The reason: the DBS check. Either it was not made, or what it says does not fit with this role. A caseworker goes through it with you if you wish.",
        DeclineReason.Interview => "The reason: not all of what we look for came out in the interview. A caseworker tells you more if you wish.",
        DeclineReason.Training => "The reason: the training before a first match was not done.",
        DeclineReason.Agreement => "The reason: something that the agreement asks for was not so.",
        _ => "The reason: we did not hear from you any more.",
    };

    private static string Day(DateOnly? day) => FormattableString.Invariant($"{day:d MMMM yyyy}");
}
