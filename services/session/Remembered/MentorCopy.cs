using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>What a mentor may do, as far as sessions care. A later one outweighs an earlier one of the same moment.</summary>
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

    /// <summary>What they may do; null when nothing was heard yet.</summary>
    public MentorStanding? Standing { get; private set; }

    /// <summary>The last date in London on which the clearance is in force; null unless cleared.</summary>
    public DateOnly? ClearedUntil { get; private set; }

    /// <summary>When the last fact about the standing happened, UTC.</summary>
    public DateTimeOffset? StandingAt { get; private set; }

    /// <summary>When they are free; null when nothing was heard yet.</summary>
    public Availability? Availability { get; private set; }

    /// <summary>When the last fact about the availability happened, UTC.</summary>
    public DateTimeOffset? AvailabilityAt { get; private set; }

    /// <summary>Takes a fact about the standing in, unless a newer one is remembered or the mentor has left for good.</summary>
    /// <returns>Whether it counted.</returns>
    public bool Stand(MentorStanding standing, DateOnly? clearedUntil, DateTimeOffset at)
    {
        var isOld = Standing == MentorStanding.Left || at < StandingAt || (at == StandingAt && standing < Standing);
        if (isOld && standing != MentorStanding.Left) return false;
        Standing = standing;
        ClearedUntil = clearedUntil;
        StandingAt = at.ToUniversalTime();
        return true;
    }

    /// <summary>Takes a fact about the availability in, unless a newer one is remembered.</summary>
    public void BeFree(Availability availability, DateTimeOffset at)
    {
        if (at < AvailabilityAt) return;
        Availability = availability;
        AvailabilityAt = at.ToUniversalTime();
    }
}
