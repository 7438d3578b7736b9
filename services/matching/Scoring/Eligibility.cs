using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>Why something is not possible.</summary>
/// <param name="Rule">The rule, a short word for programs.</param>
/// <param name="Sentence">Why, for the caseworker.</param>
public sealed record Obstacle(string Rule, string Sentence);

/// <summary>What is known of a pair beside the two profiles.</summary>
/// <param name="PlacesTaken">How many of the mentor's places are held or taken.</param>
/// <param name="LastNo">The local date of the last no between the two; null when there was none.</param>
public sealed record PairHistory(int PlacesTaken, DateOnly? LastNo)
{
    /// <summary>Two who never met, and a mentor without anybody.</summary>
    public static PairHistory None { get; } = new(0, null);
}

/// <summary>The hard rules: what makes a pair possible or not. No points here.</summary>
public static class Eligibility
{
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

    /// <summary>Why this mentor is not possible for this young person; empty when they are.</summary>
    public static IReadOnlyList<Obstacle> OfPair(MatchingPolicy policy, MenteeProfile mentee, MentorCopy mentor, PairHistory history, DateTimeOffset now)
    {
        var today = London.DateAt(now);
        if (mentor.WhyNotCleared(today) is { } notCleared) return [new("clearance", notCleared)];
        if (mentor.Profile is not { } profile) return [new("profile", "This mentor's profile has not arrived here yet.")];
        return [.. Rules(policy, mentee, mentor, profile, history, now, today)];
    }

    private static IEnumerable<Obstacle> Rules(
        MatchingPolicy policy, MenteeProfile mentee, MentorCopy mentor, MentorProfile profile, PairHistory history, DateTimeOffset now, DateOnly today)
    {
        if (history.PlacesTaken >= profile.Capacity)
            yield return new("place", profile.Capacity == 1 ? "This mentor's one place is taken or held by an offer." : $"All {profile.Capacity} places of this mentor are taken or held by offers.");
        if (!mentee.Languages.Intersect(profile.Languages).Any())
            yield return new("language", "They have no language in common.");
        if (WaysToMeet(mentee, profile).Count == 0)
            yield return new("meeting", CannotMeet(mentee, profile));
        if (mentor.Availability is not { } week)
            yield return new("time", "This mentor has not said yet when they are free.");
        else if (CommonTime.Of(mentee.Availability, week, now).Longest < policy.Rules.CommonMinutes)
            yield return new("time", $"There is no stretch of {policy.Rules.CommonMinutes} minutes a week when both are free.");

        foreach (var ruledOut in RuledOut(mentee, profile)) yield return ruledOut;
        if (history.LastNo?.AddDays(policy.Rules.EarlierNoHoldsDays) is { } free && today < free)
            yield return new("earlier-no", FormattableString.Invariant($"One of the two said no on {history.LastNo:d MMMM yyyy}. They can be suggested again from {free:d MMMM yyyy}."));
    }

    /// <summary>What the young person ruled out, and this mentor is; and what they must have, and this mentor has not said.</summary>
    public static IEnumerable<Obstacle> RuledOut(MenteeProfile mentee, MentorProfile profile)
    {
        foreach (var must in mentee.Preferences.Where(p => p.Strength == "must" && !profile.Traits.Contains(p.Trait)))
            yield return new("must", $"The young person asked for a mentor who is {Words.Of(must.Trait)}; this mentor has not said so.");
        foreach (var avoid in mentee.Preferences.Where(p => p.Strength == "avoid" && profile.Traits.Contains(p.Trait)))
            yield return new("avoid", $"The young person asked not to have a mentor who is {Words.Of(avoid.Trait)}.");
        if (profile.PartnerId is { } partner && mentee.AvoidPartners.Contains(partner))
            yield return new("avoid-partner", "The young person asked not to have a mentor from this partner.");
    }

    /// <summary>How the two can meet: <c>in-person</c>, <c>online</c> or both; empty when they cannot. In person needs the same postcode area.</summary>
    public static IReadOnlyList<string> WaysToMeet(MenteeProfile mentee, MentorProfile mentor)
    {
        var ways = new List<string>();
        if (mentee.InPerson && mentor.InPerson && Area(mentee.OutwardPostcode) is { } area && area == Area(mentor.OutwardPostcode)) ways.Add("in-person");
        if (mentee.Online && mentor.Online) ways.Add("online");
        return ways;
    }

    /// <summary>The postcode area: the letters an outward postcode begins with, such as <c>LE</c> of <c>LE2</c>; null when there are none.</summary>
    public static string? Area(string? outward)
    {
        var letters = new string([.. (outward ?? string.Empty).Trim().TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();
        return letters.Length == 0 ? null : letters;
    }

    private static string CannotMeet(MenteeProfile mentee, MentorProfile mentor) => (mentee.InPerson && mentor.InPerson) switch
    {
        true when Area(mentee.OutwardPostcode) is null || Area(mentor.OutwardPostcode) is null => "Both would meet in person, but the postcode of one is not known.",
        true => "Both would meet in person, but they live in different postcode areas.",
        false => "One meets only in person and the other only online.",
    };
}
