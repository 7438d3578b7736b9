using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>One thing that must hold before a match is approved, and whether it does now.</summary>
public sealed record Condition
{
    /// <summary>Which: <c>mentee-yes</c>, <c>mentor-yes</c>, <c>clearance</c>, <c>readiness</c>, <c>place</c> or <c>wishes</c>.</summary>
    /// <example>clearance</example>
    public required string Name { get; init; }

    /// <summary>Whether it holds.</summary>
    /// <example>true</example>
    public required bool Holds { get; init; }

    /// <summary>How it stands, for the caseworker.</summary>
    /// <example>The mentor's clearance is in force until 3 March 2027.</example>
    public required string Says { get; init; }
}

/// <summary>What must hold before a match is approved. The caseworker is shown it, and <see cref="Match.Approve"/> asks it: one rule.</summary>
public static class Approval
{
    /// <summary>Every condition, in the order in which they are usually met.</summary>
    /// <param name="match">The match.</param>
    /// <param name="mentor">The mentor.</param>
    /// <param name="others">How many other matches of the mentor are approved and not over. They may have lowered their number since the offer.</param>
    /// <param name="mentee">The young person. What they ruled out may have changed since the offer.</param>
    /// <param name="at">The moment, UTC.</param>
    public static IReadOnlyList<Condition> Conditions(Match match, MentorCopy mentor, int others, MenteeCopy mentee, DateTimeOffset at)
    {
        var today = London.DateAt(at);
        var ruledOut = mentee.Profile is { } wanted && mentor.Profile is { } offered ? Eligibility.RuledOut(wanted, offered).Select(o => o.Sentence).ToArray() : [];
        return
        [
            Of("mentee-yes", match.AgreedByMenteeAt is null ? "The young person has not said yes yet." : null, $"The young person said yes on {Day(match.AgreedByMenteeAt)}."),
            Of("mentor-yes", match.AgreedByMentorAt is null ? "The mentor has not said yes yet." : null, $"The mentor said yes on {Day(match.AgreedByMentorAt)}."),
            Of("clearance", mentor.WhyNotCleared(today), $"The mentor's clearance is in force until {Day(mentor.ClearedUntil)}."),
            Of("readiness", mentee.WhyNotReady(today), $"The young person's profile, consent and risk assessment are in force until {Day(mentee.ReadyUntil)}."),
            Of(
                "place",
                others >= mentor.Profile?.Capacity ? "This mentor now takes fewer young people at once, and has as many already." : null,
                others == 0 ? "The mentor has a free place, and nobody else yet." : $"The mentor has a free place: {others} of {mentor.Profile?.Capacity} are taken."),
            Of("wishes", ruledOut.Length > 0 ? string.Join(' ', ruledOut) : null, "The mentor is nobody the young person ruled out."),
        ];
    }

    private static Condition Of(string name, string? whyNot, string says) => new() { Name = name, Holds = whyNot is null, Says = whyNot ?? says };

    private static string Day(DateTimeOffset? at) => Day(at is { } instant ? London.DateAt(instant) : null);

    private static string Day(DateOnly? day) => FormattableString.Invariant($"{day:d MMMM yyyy}");
}
