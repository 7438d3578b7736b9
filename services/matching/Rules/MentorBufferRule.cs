using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// After a match of theirs has ended, a mentor has the same days to take leave as the young person before somebody new is offered to them.
/// Reason: an ending touches both, and somebody who is still thinking of the last one listens less well to the next.
/// </summary>
public static class MentorBufferRule
{
    /// <summary>Why nobody new can be offered this mentor yet; null when they can.</summary>
    public static Obstacle? Of(Pair pair) => IsOver(pair.Policy, pair.History.MentorLastEnded, London.DateAt(pair.Now)) ? null : new(
        "mentor-buffer", FormattableString.Invariant($"A match of this mentor ended not long ago. Give them time until {Free(pair.Policy, pair.History.MentorLastEnded!.Value):d MMMM yyyy} before somebody new."));

    /// <summary>Whether that time is over on a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="lastEnded">The local date on which the mentor's last active match ended; null when there was none.</param>
    /// <param name="today">The day in Europe/London.</param>
    public static bool IsOver(MatchingPolicy policy, DateOnly? lastEnded, DateOnly today) => lastEnded is not { } ended || today >= Free(policy, ended);

    private static DateOnly Free(MatchingPolicy policy, DateOnly ended) => ended.AddDays(policy.Rules.BufferDays);
}
