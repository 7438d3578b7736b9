using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>What this service remembers of a young person: whose caseload they are in.</summary>
public sealed class MenteeCopy
{
    /// <summary>The young person.</summary>
    public required MenteeId Id { get; init; }

    /// <summary>Their caseworker; null when nothing was heard yet.</summary>
    public CaseworkerId? CaseworkerId { get; private set; }

    /// <summary>When the last fact about the caseworker happened, UTC.</summary>
    public DateTimeOffset? CaseworkerAt { get; private set; }

    /// <summary>Takes a fact about the caseworker in, unless a newer one is remembered.</summary>
    public void GoTo(CaseworkerId caseworker, DateTimeOffset at)
    {
        if (at < CaseworkerAt) return;
        CaseworkerId = caseworker;
        CaseworkerAt = at.ToUniversalTime();
    }
}
