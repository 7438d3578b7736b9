namespace Mentoring.Matching.Engine;

/// <summary>Who is matched with whom.</summary>
public sealed class Plan
{
    private readonly int[] _mentorOf;

    internal Plan(int[] mentorOf, int[] scores)
    {
        _mentorOf = mentorOf;
        var worst = int.MaxValue;
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] < 0) continue;
            Count++;
            Total += scores[mentee];
            worst = Math.Min(worst, scores[mentee]);
        }

        Worst = Count == 0 ? null : worst;
    }

    /// <summary>The mentor of each mentee, by mentee; -1 when there is none.</summary>
    public ReadOnlySpan<int> MentorOf => _mentorOf;

    /// <summary>How many mentees are matched.</summary>
    public int Count { get; }

    /// <summary>The sum of the scores of all matches.</summary>
    public long Total { get; }

    /// <summary>The lowest score of a match; none when nobody is matched.</summary>
    public int? Worst { get; }

    /// <summary>Makes a plan of who is with whom, reading the scores from the instance.</summary>
    /// <param name="pairs">The instance.</param>
    /// <param name="mentorOf">The mentor of each mentee; -1 for none.</param>
    /// <exception cref="ArgumentException">A pair of the plan is not possible.</exception>
    public static Plan Of(Pairs pairs, int[] mentorOf)
    {
        int[] row = new int[pairs.Mentors], rowScores = new int[pairs.Mentors], scores = new int[mentorOf.Length];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            if (mentorOf[mentee] < 0) continue;
            var count = pairs.Row(mentee, row, rowScores);
            var at = row.AsSpan(0, count).BinarySearch(mentorOf[mentee]);
            if (at < 0) throw new ArgumentException($"Mentee {mentee} cannot be matched with mentor {mentorOf[mentee]}.", nameof(mentorOf));
            scores[mentee] = rowScores[at];
        }

        return new(mentorOf, scores);
    }
}
