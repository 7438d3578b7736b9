namespace Mentoring.Matching;

/// <summary>Why something is not possible.</summary>
/// <param name="Rule">The rule, a short word for programs.</param>
/// <param name="Sentence">Why, for the caseworker.</param>
public sealed record Obstacle(string Rule, string Sentence);

/// <summary>The hard rules: what makes a pair possible or not. Each is a file under <c>Rules/</c>; no points here.</summary>
public static class Eligibility
{
    // All are asked, so that a caseworker reads every reason at once and not one after the other.
    private static readonly Func<Pair, Obstacle?>[] Rules =
    [
        PlaceRule.Of, LanguageRule.Of, MeetingRule.Of, TimeRule.Of, YearsRule.Of, MentorWishRule.Of, MentorLimitRule.Of,
        pair => ConflictRule.Of(pair.Offer), pair => MustRule.Of(pair.Mentee, pair.Offer), pair => AvoidRule.Of(pair.Mentee, pair.Offer), pair => PartnerRule.Of(pair.Mentee, pair.Offer),
        EarlierNoRule.Of, BanRule.Of, MentorBufferRule.Of,
    ];

    /// <summary>Why nobody can be offered to this young person now; empty when somebody can.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="mentee">The young person.</param>
    /// <param name="hasOpenMatch">Whether they said yes to a mentor already.</param>
    /// <param name="lastEnded">The local date on which their last active match ended; null when there was none.</param>
    /// <param name="today">Today in Europe/London.</param>
    public static IReadOnlyList<Obstacle> OfMentee(MatchingPolicy policy, MenteeCopy mentee, bool hasOpenMatch, DateOnly? lastEnded, DateOnly today)
    {
        var obstacles = new List<Obstacle>();
        if (mentee.WhyNotReady(today) is { } notReady) obstacles.Add(new("ready", notReady));
        else if (mentee.Profile is null) obstacles.Add(new("ready", "This young person's profile has not arrived here yet. Try again in a moment."));
        if (hasOpenMatch) obstacles.Add(new("one-match", "This young person has said yes to a mentor already. One match at a time."));
        if (lastEnded?.AddDays(policy.Rules.BufferDays) is { } free && today < free)
            obstacles.Add(new("buffer", FormattableString.Invariant($"A match ended not long ago. Give the young person time until {free:d MMMM yyyy} before the next offer.")));
        return obstacles;
    }

    /// <summary>Why this mentor is not possible for this young person; empty when they are. Without clearance nothing else is looked at.</summary>
    public static IReadOnlyList<Obstacle> OfPair(Pair pair) => ClearanceRule.Of(pair) is { } notCleared ? [notCleared] : [.. Rules.Select(rule => rule(pair)).OfType<Obstacle>()];

    /// <summary>What rules the two out for as long as they are who they are: asked again before an approval, because it may have changed since the offer.</summary>
    public static IEnumerable<Obstacle> RuledOut(MenteeProfile mentee, MentorProfile mentor) =>
        new[] { ConflictRule.Of(mentor), MustRule.Of(mentee, mentor), AvoidRule.Of(mentee, mentor), PartnerRule.Of(mentee, mentor) }.OfType<Obstacle>();
}
