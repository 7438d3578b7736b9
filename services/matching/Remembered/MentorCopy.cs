using Mentoring.Contracts.Mentors;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// What matching remembers of a mentor, from facts of the mentor service. Each aspect keeps the time of its last fact;
/// an older fact changes nothing, so that facts may come in any order and more than once.
/// </summary>
public sealed class MentorCopy
{
    /// <summary>The mentor.</summary>
    public required MentorId Id { get; init; }

    /// <summary>What the mentor offers; null until the first fact about it has come.</summary>
    public MentorProfile? Profile { get; private set; }

    /// <summary>The time of the last fact about the profile, UTC.</summary>
    public DateTimeOffset? ProfileAt { get; private set; }

    /// <summary>When the mentor is free in a usual week; null until told.</summary>
    public UsualWeek? Availability { get; private set; }

    /// <summary>The time of the last fact about availability, UTC.</summary>
    public DateTimeOffset? AvailabilityAt { get; private set; }

    /// <summary>Whether the mentor may be matched.</summary>
    public MentorStanding Standing { get; private set; }

    /// <summary>The last local date (Europe/London) of the clearance; null unless <see cref="MentorStanding.Cleared"/>.</summary>
    public DateOnly? ClearedUntil { get; private set; }

    /// <summary>The time of the last fact about the standing, UTC.</summary>
    public DateTimeOffset? StandingAt { get; private set; }

    /// <summary>Remembers a profile. Returns false when something newer is remembered already.</summary>
    public bool Remember(MentorProfileChanged fact)
    {
        if (fact.At < ProfileAt) return false;
        Profile = new()
        {
            PartnerId = fact.PartnerId,
            GoalAreas = fact.GoalAreas,
            Interests = fact.Interests,
            Dislikes = fact.Dislikes,
            TalkStyles = fact.TalkStyles,
            Languages = fact.Languages,
            Traits = fact.Traits,
            OutwardPostcode = fact.OutwardPostcode,
            InPerson = fact.InPerson,
            Online = fact.Online,
            Capacity = fact.Capacity,
            BornIn = fact.BornIn,
            Sector = fact.Sector,
            WelcomesFrom = fact.WelcomesFrom,
            WelcomesUpTo = fact.WelcomesUpTo,
            CannotHelpWith = fact.CannotHelpWith,
            WorksInCareTeams = fact.WorksInCareTeams,
        };
        ProfileAt = fact.At;
        return true;
    }

    /// <summary>Remembers the usual week. Returns false when something newer is remembered already.</summary>
    public bool Remember(MentorAvailabilityChanged fact)
    {
        if (fact.At < AvailabilityAt) return false;
        Availability = new() { Zone = fact.Zone, Weekly = fact.Weekly };
        AvailabilityAt = fact.At;
        return true;
    }

    /// <summary>Remembers a clearance. Returns false when something newer is remembered already.</summary>
    public bool Remember(MentorCleared fact) => Stand(MentorStanding.Cleared, fact.At, fact.ClearedUntil);

    /// <summary>Remembers a pause. Returns false when something newer is remembered already.</summary>
    public bool Remember(MentorPaused fact) => Stand(MentorStanding.Paused, fact.At);

    /// <summary>Remembers a lapse. Returns false when something newer is remembered already.</summary>
    public bool Remember(MentorClearanceLapsed fact) => Stand(MentorStanding.Lapsed, fact.At);

    /// <summary>Remembers that the mentor left, which is for good.</summary>
    public bool Remember(MentorLeft fact)
    {
        if (Standing == MentorStanding.Left) return false;
        (Standing, StandingAt, ClearedUntil) = (MentorStanding.Left, fact.At, null);
        return true;
    }

    /// <summary>Why the mentor's clearance is not in force on a local date, as a sentence for a caseworker; null when it is.</summary>
    public string? WhyNotCleared(DateOnly today) => Standing switch
    {
        MentorStanding.Cleared when today <= ClearedUntil => null,
        MentorStanding.Cleared => FormattableString.Invariant($"This mentor's clearance ran out on {ClearedUntil:d MMMM yyyy}."),
        MentorStanding.Paused => "This mentor is taking a break.",
        MentorStanding.Lapsed => "This mentor's clearance has lapsed.",
        MentorStanding.Left => "This mentor has left the programme.",
        _ => "This mentor has not been cleared yet.",
    };

    // Of two facts of the same instant the more cautious one counts, whichever comes first.
    private bool Stand(MentorStanding standing, DateTimeOffset at, DateOnly? until = null)
    {
        if (Standing == MentorStanding.Left || at < StandingAt || (at == StandingAt && standing < Standing)) return false;
        (Standing, StandingAt, ClearedUntil) = (standing, at, until);
        return true;
    }
}

/// <summary>Whether a mentor may be matched; the later, the more cautious.</summary>
public enum MentorStanding
{
    /// <summary>Never cleared, as far as is known here.</summary>
    Unknown,

    /// <summary>Cleared, until a date.</summary>
    Cleared,

    /// <summary>Taking a break.</summary>
    Paused,

    /// <summary>A check ran out or was failed.</summary>
    Lapsed,

    /// <summary>Left for good.</summary>
    Left,
}

/// <summary>What a mentor offers. Only closed words, no name or contact.</summary>
public sealed record MentorProfile
{
    /// <summary>The partner they come from; null for an independent volunteer.</summary>
    public required Guid? PartnerId { get; init; }

    /// <summary>Goal areas they can help with.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>What they like.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>What they would rather not do.</summary>
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>How they like to talk.</summary>
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Languages they speak, BCP 47.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What they volunteered about themselves.</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>The outward half of their postcode.</summary>
    public required string? OutwardPostcode { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public required bool Online { get; init; }

    /// <summary>How many young people at once, 1 to 3.</summary>
    public required int Capacity { get; init; }

    /// <summary>The calendar year they were born in; null when not known.</summary>
    public int? BornIn { get; init; }

    /// <summary>The kind of work they do; null when not said.</summary>
    public string? Sector { get; init; }

    /// <summary>How old, in years, a young person should be at least; null without such a wish.</summary>
    public int? WelcomesFrom { get; init; }

    /// <summary>How old, in years, a young person should be at most; null without such a wish.</summary>
    public int? WelcomesUpTo { get; init; }

    /// <summary>Goal areas they cannot help with.</summary>
    public IReadOnlyList<string> CannotHelpWith { get; init; } = [];

    /// <summary>Whether they work for the council's care teams.</summary>
    public bool WorksInCareTeams { get; init; }

    /// <summary>Whether a young person's wish names something this mentor has said of themselves, or their kind of work.</summary>
    /// <param name="wish">A word from the list of wishes.</param>
    public bool Is(string wish) => Traits.Contains(wish) || Sector == wish;
}
