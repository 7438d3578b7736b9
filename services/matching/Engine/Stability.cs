namespace Mentoring.Matching.Engine;

/// <summary>
/// Who would both rather have each other than what the plan gives them: a pair that scores more than the mentee's own match, and more than
/// the mentor's weakest or for a place that is free. The best plan for all may have such pairs; this is a report to look at and never a
/// rule, because plans without them match fewer.
/// </summary>
public static class Stability
{
    /// <summary>Looks through all possible pairs.</summary>
    /// <param name="pairs">The instance.</param>
    /// <param name="plan">A plan for it.</param>
    /// <param name="most">How many pairs to name at the most: those with the greatest gain for the side that gains less.</param>
    public static StabilityReport Of(Pairs pairs, Plan plan, int most = 100)
    {
        int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors], own = new int[pairs.Mentees];
        var weakest = Weakest(pairs, plan, mentors, scores, own);
        var named = new PriorityQueue<RestlessPair, int>();
        var count = 0;
        for (var mentee = 0; mentee < pairs.Mentees; mentee++)
        {
            var has = plan.MentorOf[mentee];
            for (int at = 0, all = pairs.Row(mentee, mentors, scores); at < all; at++)
            {
                var (mentor, score) = (mentors[at], scores[at]);
                if (mentor == has || (has >= 0 && score <= own[mentee]) || pairs.Places[mentor] == 0 || score <= weakest[mentor]) continue;
                count++;
                long? menteeGains = has < 0 ? null : (long)score - own[mentee];
                long? mentorGains = weakest[mentor] == long.MinValue ? null : score - weakest[mentor];
                var pair = new RestlessPair(mentee, mentor, score, menteeGains, mentorGains);
                named.Enqueue(pair, (int)Math.Min(Math.Min(menteeGains ?? int.MaxValue, mentorGains ?? int.MaxValue), int.MaxValue));
                if (named.Count > most) named.Dequeue();
            }
        }

        var list = new List<RestlessPair>();
        while (named.TryDequeue(out var pair, out _)) list.Add(pair);
        list.Reverse();
        return new(count, list);
    }

    /// <summary>The lowest score with each mentor; below every score while a place is free.</summary>
    private static long[] Weakest(Pairs pairs, Plan plan, int[] mentors, int[] scores, int[] own)
    {
        var weakest = new long[pairs.Mentors];
        weakest.AsSpan().Fill(long.MaxValue);
        var left = pairs.Places.ToArray();
        for (var mentee = 0; mentee < pairs.Mentees; mentee++)
        {
            var mentor = plan.MentorOf[mentee];
            if (mentor < 0) continue;
            own[mentee] = scores[mentors.AsSpan(0, pairs.Row(mentee, mentors, scores)).BinarySearch(mentor)];
            weakest[mentor] = Math.Min(weakest[mentor], own[mentee]);
            left[mentor]--;
        }

        for (var mentor = 0; mentor < left.Length; mentor++)
        {
            if (left[mentor] > 0) weakest[mentor] = long.MinValue;
        }

        return weakest;
    }
}

/// <summary>Which pairs would both rather have each other.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Pairs">The first of them, by what the one gains who gains less.</param>
public sealed record StabilityReport(int Count, IReadOnlyList<RestlessPair> Pairs);

/// <summary>A mentee and a mentor who would both rather have each other.</summary>
/// <param name="Mentee">The mentee.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Score">What they score.</param>
/// <param name="MenteeGains">How much more that is than the mentee's match; none when the mentee has no match.</param>
/// <param name="MentorGains">How much more that is than the mentor's weakest match; none when the mentor has a free place.</param>
public sealed record RestlessPair(int Mentee, int Mentor, int Score, long? MenteeGains, long? MentorGains);
