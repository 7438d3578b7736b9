using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Whether a young person can meet, as far as this service has heard.</summary>
public enum MenteeStanding
{
    /// <summary>Consent, profile and risk assessment are there, and in force until a date.</summary>
    Ready,

    /// <summary>Stopping for a while.</summary>
    Paused,

    /// <summary>Something they need is missing or has run out.</summary>
    Lapsed,
}

/// <summary>What this service remembers of a young person: whose caseload they are in and whether they can meet. Also what is locked while their diary is being changed.</summary>
public sealed class MenteeCopy
{
    /// <summary>The young person.</summary>
    public required MenteeId Id { get; init; }

    /// <summary>When they were referred, UTC; null when nothing was heard yet.</summary>
    public DateTimeOffset? ReferredAt { get; private set; }

    /// <summary>Their caseworker; null when nothing was heard yet.</summary>
    public CaseworkerId? CaseworkerId { get; private set; }

    /// <summary>When the last fact about the caseworker happened, UTC.</summary>
    public DateTimeOffset? CaseworkerAt { get; private set; }

    /// <summary>The last date in London on which the newest readiness heard of is in force; null when none was heard of.</summary>
    public DateOnly? ReadyUntil { get; private set; }

    /// <summary>When the newest readiness heard of was told, UTC.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>When the newest lapse heard of was told, UTC.</summary>
    public DateTimeOffset? LapsedAt { get; private set; }

    /// <summary>When the newest break heard of began, UTC.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>When they left the programme, UTC; null while they have not.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>
    /// Whether they can meet; null when nothing was heard yet, and then the match says it: none is activated for somebody
    /// who is not ready. Each kind of fact has its own newest moment, so that the order of arrival does not matter; a lapse
    /// or a break is over only with a readiness that is newer.
    /// </summary>
    public MenteeStanding? Standing =>
        IsInForce(LapsedAt) ? MenteeStanding.Lapsed
        : IsInForce(PausedAt) ? MenteeStanding.Paused
        : ReadyAt is null ? null
        : MenteeStanding.Ready;

    /// <summary>Takes the referral in; there is one.</summary>
    public void BeReferred(DateTimeOffset at) => ReferredAt ??= at.ToUniversalTime();

    /// <summary>Takes a readiness in, unless a newer one is remembered.</summary>
    public void BeReady(DateOnly until, DateTimeOffset at)
    {
        if (at < ReadyAt) return;
        ReadyUntil = until;
        ReadyAt = at.ToUniversalTime();
    }

    /// <summary>Takes a break in.</summary>
    public void Pause(DateTimeOffset at)
    {
        if (at < PausedAt) return;
        PausedAt = at.ToUniversalTime();
    }

    /// <summary>Takes in that they have left. What ends with it is heard of as ends of matches and of readiness.</summary>
    public void Leave(DateTimeOffset at) => LeftAt ??= at.ToUniversalTime();

    /// <summary>Takes a lapse in.</summary>
    /// <returns>Whether no newer readiness is remembered; a newer break does not undo a lapse.</returns>
    public bool Lapse(DateTimeOffset at)
    {
        if (!(at < LapsedAt)) LapsedAt = at.ToUniversalTime();
        return IsInForce(at);
    }

    /// <summary>Takes a fact about the caseworker in, unless a newer one is remembered.</summary>
    public void GoTo(CaseworkerId caseworker, DateTimeOffset at)
    {
        if (at < CaseworkerAt) return;
        CaseworkerId = caseworker;
        CaseworkerAt = at.ToUniversalTime();
    }

    /// <summary>Of one moment, the more careful word stays.</summary>
    private bool IsInForce(DateTimeOffset? at) => at is not null && !(at < ReadyAt);
}
