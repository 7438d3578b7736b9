namespace Mentoring.Matching.Engine;

/// <summary>
/// What mentors who are not there would bring: for asking partners for the right people. The prices of a certificate say at once
/// what a mentor could bring at the most; <see cref="StandingPlan.Try"/> says exactly what one would bring, for a few searches each. So look for
/// the greatest bounds first and try only those.
/// </summary>
public static class Gaps
{
    /// <summary>What one place of a new mentor can bring at the most.</summary>
    /// <param name="certificate">The certificate of the plan as it is.</param>
    /// <param name="mentees">The mentees who would be possible for the mentor, and the scores.</param>
    public static Gain AtMost(Certificate certificate, IEnumerable<(int Mentee, int Score)> mentees)
    {
        var most = new Gain(0, 0);
        foreach (var (mentee, score) in mentees)
        {
            // A mentee who competes makes room for a match more; any other only moves to something better.
            var gain = new Gain(certificate.CompetingMentees[mentee] ? 1 : 0, score - certificate.MenteePrices[mentee]);
            if (gain.CompareTo(most) > 0) most = gain;
        }

        return most;
    }

    /// <summary>What one more place of a mentor who is there can bring at the most.</summary>
    /// <param name="certificate">The certificate of the plan as it is.</param>
    /// <param name="mentor">The mentor; one who has places.</param>
    public static Gain OfOneMorePlace(Certificate certificate, int mentor)
        => new(certificate.ScarceMentors[mentor] ? 1 : 0, certificate.MentorPrices[mentor]);
}

/// <summary>What a change brings. More matches come before a greater total.</summary>
/// <param name="Matches">How many mentees more are matched.</param>
/// <param name="Total">How much greater the sum of the scores is.</param>
public readonly record struct Gain(int Matches, long Total) : IComparable<Gain>
{
    /// <inheritdoc/>
    public int CompareTo(Gain other) => Matches == other.Matches ? Total.CompareTo(other.Total) : Matches.CompareTo(other.Matches);

    /// <summary>Whether one gain is less than another.</summary>
    public static bool operator <(Gain left, Gain right) => left.CompareTo(right) < 0;

    /// <summary>Whether one gain is more than another.</summary>
    public static bool operator >(Gain left, Gain right) => left.CompareTo(right) > 0;

    /// <summary>Whether one gain is not more than another.</summary>
    public static bool operator <=(Gain left, Gain right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one gain is not less than another.</summary>
    public static bool operator >=(Gain left, Gain right) => left.CompareTo(right) >= 0;
}
