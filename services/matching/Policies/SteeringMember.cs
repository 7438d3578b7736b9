using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// Somebody's time in the steering group. Who comes back later has another one, so that old votes stay with the time they were given in.
/// Members are known by their account and by nothing else: names are the portal's.
/// </summary>
public sealed class SteeringMember
{
    /// <summary>This time in the group.</summary>
    public required SteeringMemberId Id { get; init; }

    /// <summary>The account they sign in with.</summary>
    public required AccountId Account { get; init; }

    /// <summary>What kind of member they are.</summary>
    public required MemberKind Kind { get; init; }

    /// <summary>The local date (Europe/London) they joined.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The local date they left; null while they are in the group.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Ends it.</summary>
    public Decision End(DateOnly today)
    {
        if (Until is not null) return Decision.AlreadySo;
        Until = today;
        return Decision.Done;
    }
}

/// <summary>What a member says to a draft: one vote each, which they can change until the voting closes.</summary>
public sealed class PolicyVote
{
    /// <summary>The longest words beside a vote.</summary>
    public const int LongestWords = 1000;

    /// <summary>The draft.</summary>
    public required PolicyDraftId DraftId { get; init; }

    /// <summary>The member.</summary>
    public required SteeringMemberId MemberId { get; init; }

    /// <summary>Yes, no or neither.</summary>
    public VoteChoice Choice { get; private set; }

    /// <summary>What they want to say about it; null when nothing.</summary>
    public string? Words { get; private set; }

    /// <summary>When they last said so, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Says it, or says something else than before.</summary>
    public Decision Cast(VoteChoice choice, string? words, DateTimeOffset now)
    {
        var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        if (At != default && (Choice, Words) == (choice, said)) return Decision.AlreadySo;
        (Choice, Words, At) = (choice, said, now);
        return Decision.Done;
    }
}
