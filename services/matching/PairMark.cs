using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>What a caseworker decided about two people.</summary>
public enum MarkKind
{
    /// <summary>These two are to be matched: a plan for everybody keeps them together. Every rule still holds.</summary>
    Pin,

    /// <summary>These two are never to be matched, whatever the points.</summary>
    Ban,
}

/// <summary>Why two people are ruled out.</summary>
public enum BanKind
{
    /// <summary>They are relatives.</summary>
    Relative,

    /// <summary>The mentor has worked with the young person before: a social worker, a teacher, a carer.</summary>
    FormerWorker,

    /// <summary>Another conflict of interest.</summary>
    ConflictOfInterest,

    /// <summary>The young person asked not to have this mentor.</summary>
    YoungPersonAsked,

    /// <summary>Something else, which the reason says.</summary>
    Other,
}

/// <summary>
/// A caseworker's word about two people that stands above all points: pinned together or ruled out, with a reason, who said so and when. One
/// a pair, so that nobody is pinned and ruled out at once.
/// </summary>
public sealed class PairMark
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Pinned or ruled out.</summary>
    public required MarkKind Kind { get; init; }

    /// <summary>Why they are ruled out; null for a pin.</summary>
    public BanKind? BanKind { get; private set; }

    /// <summary>Why, in the caseworker's words.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>The caseworker who said so last.</summary>
    public CaseworkerId By { get; private set; }

    /// <summary>When they said so, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Says why. The same again changes nothing.</summary>
    public Decision Say(BanKind? kind, string reason, CaseworkerId by, DateTimeOffset at)
    {
        if ((BanKind, Reason) == (kind, reason.Trim())) return Decision.AlreadySo;
        (BanKind, Reason, By, At) = (kind, reason.Trim(), by, at);
        return Decision.Done;
    }
}

/// <summary>A pin or a ban as a caseworker reads it.</summary>
public sealed record MarkAnswer
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary><c>pin</c> or <c>ban</c>.</summary>
    public required MarkKind Kind { get; init; }

    /// <summary>Why they are ruled out; null for a pin.</summary>
    public required BanKind? BanKind { get; init; }

    /// <summary>Why, in the caseworker's words.</summary>
    public required string Reason { get; init; }

    /// <summary>The caseworker who said so.</summary>
    public required CaseworkerId By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    internal static MarkAnswer Of(PairMark mark) => new()
    {
        MenteeId = mark.MenteeId,
        MentorId = mark.MentorId,
        Kind = mark.Kind,
        BanKind = mark.BanKind,
        Reason = mark.Reason,
        By = mark.By,
        At = mark.At,
    };
}
