namespace Mentoring.Safeguarding;

/// <summary>Where a concern is in its life.</summary>
public enum ConcernState
{
    /// <summary>Nobody has read it.</summary>
    New,

    /// <summary>A safeguarding lead has read it; nobody looks after it yet.</summary>
    Seen,

    /// <summary>A safeguarding lead looks after it.</summary>
    InHand,

    /// <summary>Taken care of. New words of whoever raised it, or a lead, open it again.</summary>
    Closed,
}

/// <summary>How bad it is, as a safeguarding lead judges it.</summary>
public enum Severity
{
    /// <summary>Somebody is in danger now.</summary>
    Immediate,

    /// <summary>Somebody has been harmed or may be soon.</summary>
    High,

    /// <summary>Something is wrong and must be looked into.</summary>
    Standard,

    /// <summary>To be known and watched.</summary>
    Low,
}

/// <summary>Whom a concern is about.</summary>
public enum About
{
    /// <summary>Whoever raised it.</summary>
    Myself,

    /// <summary>The young person's own mentor.</summary>
    MyMentor,

    /// <summary>The young person's own caseworker: somebody who works here.</summary>
    MyCaseworker,

    /// <summary>Somebody who works here.</summary>
    SomebodyWhoWorksHere,

    /// <summary>Somebody else.</summary>
    SomebodyElse,
}

/// <summary>As what somebody raised a concern.</summary>
public enum Raiser
{
    /// <summary>A young person.</summary>
    Mentee,

    /// <summary>A mentor.</summary>
    Mentor,

    /// <summary>A partner's coordinator.</summary>
    Coordinator,

    /// <summary>A caseworker.</summary>
    Caseworker,

    /// <summary>A safeguarding lead.</summary>
    SafeguardingLead,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>Somebody who was not signed in.</summary>
    Public,
}

/// <summary>What was done with a concern.</summary>
public enum Step
{
    /// <summary>A lead said that they had read it.</summary>
    Seen,

    /// <summary>A lead took it on.</summary>
    Taken,

    /// <summary>A lead judged how bad it is; the text is the severity.</summary>
    SeveritySet,

    /// <summary>A lead wrote down what was done; the text says it.</summary>
    Action,

    /// <summary>Whoever raised it said more; the text is theirs.</summary>
    MoreWords,

    /// <summary>A lead said that it is about somebody who works here.</summary>
    Hidden,

    /// <summary>A lead closed it; the text says how it came out and what was learned.</summary>
    Closed,

    /// <summary>A lead opened it again; the text says why.</summary>
    Reopened,

    /// <summary>The lead who looked after it may not come in any more.</summary>
    OwnerLeft,
}

/// <summary>One entry of a concern's log. Never changed and never removed.</summary>
public sealed record Entry
{
    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose account.</summary>
    public required Mentoring.Shared.AccountId By { get; init; }

    /// <summary>What was done.</summary>
    public required Step Step { get; init; }

    /// <summary>In words; null where the step says all.</summary>
    public string? Text { get; init; }
}

/// <summary>A member of staff read a concern. Kept for good.</summary>
public sealed class Reading
{
    /// <summary>A version-7 Guid.</summary>
    public required Guid Id { get; init; }

    /// <summary>The concern.</summary>
    public required ConcernId ConcernId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose account.</summary>
    public required Mentoring.Shared.AccountId By { get; init; }
}
