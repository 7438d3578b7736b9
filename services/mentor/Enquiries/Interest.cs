using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>What has become of somebody's interest.</summary>
public enum InterestState
{
    /// <summary>Nobody has written back yet.</summary>
    Open,

    /// <summary>Somebody has written back.</summary>
    Answered,

    /// <summary>They are registered as a mentor.</summary>
    Registered,
}

/// <summary>
/// Somebody would like to be a mentor and has no employer among the partners, or does not know. Kept for six months from the day
/// they wrote, answered or not, and then removed by <see cref="ForgetOldEnquiries"/>: who has registered has a record of their own by
/// then, and of everybody else the programme needs nothing any more (UK GDPR, Article 5(1)(e): no longer than necessary).
/// </summary>
public sealed class Interest : Aggregate
{
    /// <summary>The longest few words that go with it.</summary>
    public const int LongestWords = 2_000;

    /// <summary>The longest name of an employer.</summary>
    public const int LongestEmployer = 120;

    private Interest()
    {
    }

    /// <summary>The interest's id.</summary>
    public required InterestId Id { get; init; }

    /// <summary>Who they are.</summary>
    public required string Name { get; init; }

    /// <summary>Their e-mail address in small letters.</summary>
    public required string Email { get; init; }

    /// <summary>Whom they work for, in their words; null when they left it out.</summary>
    public required string? WorksFor { get; init; }

    /// <summary>What else they say; empty for nothing.</summary>
    public required string Words { get; init; }

    /// <summary>When they wrote, UTC.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>What has become of it.</summary>
    public InterestState State { get; private set; }

    /// <summary>When somebody last handled it, UTC; null while it is open.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>Who did; null while it is open.</summary>
    public AccountId? HandledBy { get; private set; }

    /// <summary>A note for caseworkers; null for none.</summary>
    public string? Note { get; private set; }

    /// <summary>Keeps what somebody wrote.</summary>
    public static Interest Say(string name, string email, string? worksFor, string words, DateTimeOffset now) => new()
    {
        Id = InterestId.New(),
        Name = name,
        Email = email,
        WorksFor = worksFor,
        Words = words,
        SaidAt = now,
    };

    /// <summary>A caseworker says what became of it.</summary>
    public Decision Handle(InterestState outcome, string? note, AccountId by, DateTimeOffset now)
    {
        if ((State, Note) == (outcome, note)) return Decision.AlreadySo;
        if (State == InterestState.Registered && outcome == InterestState.Answered) return Decision.Refused("They are registered already.");
        (State, Note, HandledBy, HandledAt) = (outcome, note, by, now);
        return Decision.Done;
    }
}
