using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>What a mentor may do, as far as sessions care.</summary>
public enum MentorStanding
{
    /// <summary>Cleared, and in force until a date.</summary>
    Cleared,

    /// <summary>Cleared, but stopping for a while.</summary>
    Paused,

    /// <summary>A check ran out or was failed.</summary>
    Lapsed,

    /// <summary>Gone for good.</summary>
    Left,
}

/// <summary>What this service remembers of a mentor from the mentor service's facts. Also what is locked while the mentor's diary is being changed.</summary>
public sealed class MentorCopy
{
    /// <summary>The mentor.</summary>
    public required MentorId Id { get; init; }

    /// <summary>The partner they come from; null for an independent volunteer, and when nothing was heard yet.</summary>
    public PartnerId? PartnerId { get; private set; }

    /// <summary>When the last fact about the profile happened, UTC.</summary>
    public DateTimeOffset? ProfileAt { get; private set; }

    /// <summary>The last date in London on which the newest clearance heard of is in force; null when none was heard of.</summary>
    public DateOnly? ClearedUntil { get; private set; }

    /// <summary>When the newest clearance heard of was told, UTC.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>When the newest lapse heard of was told, UTC.</summary>
    public DateTimeOffset? LapsedAt { get; private set; }

    /// <summary>When the newest break heard of began, UTC.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>When they left for good, UTC; null while they have not.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>When they are free; null when nothing was heard yet.</summary>
    public Availability? Availability { get; private set; }

    /// <summary>When the last fact about the availability happened, UTC.</summary>
    public DateTimeOffset? AvailabilityAt { get; private set; }

    /// <summary>
    /// What they may do; null when nothing was heard yet. Each kind of fact has its own newest moment, so that the order of
    /// arrival does not matter; a lapse or a break is over only with a clearance that is newer.
    /// </summary>
    public MentorStanding? Standing =>
        LeftAt is not null ? MentorStanding.Left
        : IsInForce(LapsedAt) ? MentorStanding.Lapsed
        : IsInForce(PausedAt) ? MentorStanding.Paused
        : ClearedAt is null ? null
        : MentorStanding.Cleared;

    /// <summary>Takes a clearance in, unless a newer one is remembered.</summary>
    public void BeCleared(DateOnly until, DateTimeOffset at)
    {
        if (at < ClearedAt) return;
        ClearedUntil = until;
        ClearedAt = at.ToUniversalTime();
    }

    /// <summary>Takes a break in.</summary>
    public void Pause(DateTimeOffset at)
    {
        if (at < PausedAt) return;
        PausedAt = at.ToUniversalTime();
    }

    /// <summary>Takes a lapse in.</summary>
    /// <returns>Whether no newer clearance is remembered; a newer break does not undo a lapse.</returns>
    public bool Lapse(DateTimeOffset at)
    {
        if (!(at < LapsedAt)) LapsedAt = at.ToUniversalTime();
        return IsInForce(at);
    }

    /// <summary>Takes in that they have left; who has left has left, whatever the clocks say.</summary>
    public void Leave(DateTimeOffset at) => LeftAt ??= at.ToUniversalTime();

    /// <summary>Takes a fact about the profile in, unless a newer one is remembered.</summary>
    public void ComeFrom(PartnerId? partner, DateTimeOffset at)
    {
        if (at < ProfileAt) return;
        PartnerId = partner;
        ProfileAt = at.ToUniversalTime();
    }

    /// <summary>Takes a fact about the availability in, unless a newer one is remembered.</summary>
    public void BeFree(Availability availability, DateTimeOffset at)
    {
        if (at < AvailabilityAt) return;
        Availability = availability;
        AvailabilityAt = at.ToUniversalTime();
    }

    /// <summary>Of one moment, the more careful word stays.</summary>
    private bool IsInForce(DateTimeOffset? at) => at is not null && !(at < ClearedAt);
}
