using Mentoring.Contracts;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// What matching remembers of a young person, from facts of the mentee service. Each aspect keeps the time of its last
/// fact; an older fact changes nothing.
/// </summary>
public sealed class MenteeCopy
{
    /// <summary>The young person.</summary>
    public required MenteeId Id { get; init; }

    /// <summary>What they look for; null until told.</summary>
    public MenteeProfile? Profile { get; private set; }

    /// <summary>The time of the last fact about the profile, UTC.</summary>
    public DateTimeOffset? ProfileAt { get; private set; }

    /// <summary>The local date of the referral, which the profile has too: apart, so that the whole programme can be counted without reading profiles.</summary>
    public DateOnly? ReferredOn { get; private set; }

    /// <summary>Whether they may be matched.</summary>
    public MenteeStanding Standing { get; private set; }

    /// <summary>The last local date (Europe/London) of the readiness; null unless <see cref="MenteeStanding.Ready"/>.</summary>
    public DateOnly? ReadyUntil { get; private set; }

    /// <summary>The time of the last fact about the standing, UTC.</summary>
    public DateTimeOffset? StandingAt { get; private set; }

    /// <summary>The caseworker; null until one took them into their caseload.</summary>
    public CaseworkerId? Caseworker { get; private set; }

    /// <summary>The time of the last fact about the caseworker, UTC.</summary>
    public DateTimeOffset? CaseworkerAt { get; private set; }

    /// <summary>Remembers a profile. Returns false when something newer is remembered already.</summary>
    public bool Remember(MenteeProfileChanged fact)
    {
        if (fact.At < ProfileAt) return false;
        Profile = new()
        {
            GoalAreas = fact.GoalAreas,
            Interests = fact.Interests,
            Dislikes = fact.Dislikes,
            TalkStyles = fact.TalkStyles,
            Languages = fact.Languages,
            Preferences = fact.Preferences,
            AvoidPartners = fact.AvoidPartners,
            OutwardPostcode = fact.OutwardPostcode,
            InPerson = fact.InPerson,
            Online = fact.Online,
            Availability = new() { Zone = fact.Zone, Weekly = fact.Weekly },
            BornIn = fact.BornIn,
            Hopes = fact.Hopes,
            NeverMatchOn = fact.NeverMatchOn,
            WaitingSince = fact.WaitingSince,
        };
        (ReferredOn, ProfileAt) = (fact.WaitingSince, fact.At);
        return true;
    }

    /// <summary>Remembers who the caseworker is. Returns false when something newer is remembered already.</summary>
    public bool Remember(CaseworkerAssigned fact)
    {
        if (fact.At < CaseworkerAt) return false;
        (Caseworker, CaseworkerAt) = (new CaseworkerId(fact.CaseworkerId), fact.At);
        return true;
    }

    /// <summary>Remembers readiness. Returns false when something newer is remembered already.</summary>
    public bool Remember(MenteeReady fact) => Stand(MenteeStanding.Ready, fact.At, fact.ReadyUntil);

    /// <summary>Remembers a pause. Returns false when something newer is remembered already.</summary>
    public bool Remember(MenteePaused fact) => Stand(MenteeStanding.Paused, fact.At);

    /// <summary>Remembers a lapse. Returns false when something newer is remembered already.</summary>
    public bool Remember(MenteeReadinessLapsed fact) => Stand(MenteeStanding.Lapsed, fact.At);

    /// <summary>Remembers that they left, which is for good.</summary>
    public bool Remember(MenteeLeft fact)
    {
        if (Standing == MenteeStanding.Left) return false;
        (Standing, StandingAt, ReadyUntil) = (MenteeStanding.Left, fact.At, null);
        return true;
    }

    /// <summary>Why readiness is not in force on a local date, as a sentence for a caseworker; null when it is.</summary>
    public string? WhyNotReady(DateOnly today) => Standing switch
    {
        MenteeStanding.Ready when today <= ReadyUntil => null,
        MenteeStanding.Ready => FormattableString.Invariant($"This young person's consent or risk assessment ran out on {ReadyUntil:d MMMM yyyy}. Renew it with them first."),
        MenteeStanding.Paused => "This young person is taking a break.",
        MenteeStanding.Lapsed => "This young person's consent or risk assessment is no longer in force. Renew it with them first.",
        MenteeStanding.Left => "This young person has left the programme.",
        _ => "This young person is not ready yet: profile, their own consent and the risk assessment must all be there.",
    };

    // Of two facts of the same instant the more cautious one counts, whichever comes first.
    private bool Stand(MenteeStanding standing, DateTimeOffset at, DateOnly? until = null)
    {
        if (Standing == MenteeStanding.Left || at < StandingAt || (at == StandingAt && standing < Standing)) return false;
        (Standing, StandingAt, ReadyUntil) = (standing, at, until);
        return true;
    }
}

/// <summary>Whether a young person may be matched; the later, the more cautious.</summary>
public enum MenteeStanding
{
    /// <summary>Never ready, as far as is known here.</summary>
    Unknown,

    /// <summary>Ready, until a date.</summary>
    Ready,

    /// <summary>Taking a break.</summary>
    Paused,

    /// <summary>Consent or risk assessment is not in force any more.</summary>
    Lapsed,

    /// <summary>Left for good.</summary>
    Left,
}

/// <summary>What a young person looks for. Only closed words, no name or contact.</summary>
public sealed record MenteeProfile
{
    /// <summary>What they want to work on, the most wanted first.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>What they like.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>What they would rather not do.</summary>
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>How they like to talk.</summary>
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Languages they speak, BCP 47.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What they ask of the mentor's own description.</summary>
    public required IReadOnlyList<TraitPreference> Preferences { get; init; }

    /// <summary>Partners whose people are never to be offered.</summary>
    public required IReadOnlyList<Guid> AvoidPartners { get; init; }

    /// <summary>The outward half of their postcode.</summary>
    public required string? OutwardPostcode { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public required bool Online { get; init; }

    /// <summary>When they are usually free.</summary>
    public required UsualWeek Availability { get; init; }

    /// <summary>The calendar year they were born in; null when not known.</summary>
    public int? BornIn { get; init; }

    /// <summary>Where they hope to work, or study towards.</summary>
    public IReadOnlyList<string> Hopes { get; init; } = [];

    /// <summary>The parts of a score they asked never to be matched on.</summary>
    public IReadOnlyList<string> NeverMatchOn { get; init; } = [];

    /// <summary>The local date since which they wait for a mentor; null when not known.</summary>
    public DateOnly? WaitingSince { get; init; }
}

/// <summary>When somebody is free in a usual week.</summary>
public sealed record UsualWeek
{
    /// <summary>The IANA zone of the local times.</summary>
    public required string Zone { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }
}
