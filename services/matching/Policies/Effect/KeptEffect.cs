namespace Mentoring.Matching;

/// <summary>An effect as it was worked out once, for a draft as it stood and people as they stood.</summary>
public sealed class KeptEffect
{
    /// <summary>The draft.</summary>
    public required PolicyDraftId DraftId { get; init; }

    /// <summary>The revision of the draft.</summary>
    public required int Revision { get; init; }

    /// <summary>How people stood: see <see cref="PeopleState"/>.</summary>
    public required string PeopleAt { get; init; }

    /// <summary>When it was worked out, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The effect.</summary>
    public required DraftEffect Effect { get; init; }
}
