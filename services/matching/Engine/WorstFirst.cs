namespace Mentoring.Matching.Engine;

/// <summary>
/// Raises the worst match first: halves the range of scores until it knows the highest floor at which as many can be matched as
/// without one, and then asks for the greatest total above that floor.
/// </summary>
internal static class WorstFirst
{
    public static Found Of(Pairs pairs, Wishes wishes, Watch watch)
    {
        var limits = wishes.PartnerLimits is null ? null : PartnerFlow.LimitsLeft(pairs, wishes);
        var all = Cover(int.MinValue);
        if (all.Count == 0) return Best(int.MinValue);

        var (low, high) = RangeOfScores(pairs);
        var above = Nobody(pairs, limits); // the cover one score above `high`
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            var cover = Cover((int)middle);
            if (cover.Count == all.Count) low = middle;
            else (high, above) = (middle - 1, cover);
        }

        var found = Best((int)low);
        var certificate = found.Certificate;
        return found with
        {
            Certificate = new()
            {
                CompetingMentees = certificate.CompetingMentees,
                ScarceMentors = certificate.ScarceMentors,
                ScarcePartners = certificate.ScarcePartners,
                MenteePrices = certificate.MenteePrices,
                MentorPrices = certificate.MentorPrices,
                PartnerPrices = certificate.PartnerPrices,
                Floor = new(above.Mentees, above.Mentors, above.Partners),
            },
        };

        Found Best(int floor)
        {
            var rest = WishedPairs.Of(pairs, wishes, floor);
            return limits is null ? Optimum.Of(rest, watch) : PartnerFlow.Of(rest, limits, watch);
        }

        Scarcity Cover(int floor)
        {
            var rest = WishedPairs.Of(pairs, wishes, floor);
            if (limits is null) return Counting.Run(rest, new(rest), watch);
            var flow = PartnerFlow.Of(rest, limits, watch);
            var count = flow.MentorOf.Count(mentor => mentor >= 0);
            return new(count, [.. flow.Certificate.CompetingMentees], [.. flow.Certificate.ScarceMentors]) { Partners = [.. flow.Certificate.ScarcePartners] };
        }
    }

    /// <summary>The cover when no pair is left: everybody competes for nothing.</summary>
    private static Scarcity Nobody(Pairs pairs, int[]? limits)
        => new(0, [.. Enumerable.Repeat(true, pairs.Mentees)], new bool[pairs.Mentors]) { Partners = new bool[limits?.Length ?? 0] };

    private static (long Low, long High) RangeOfScores(Pairs pairs)
    {
        int[] row = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        long low = int.MaxValue, high = int.MinValue;
        for (var mentee = 0; mentee < pairs.Mentees; mentee++)
        {
            foreach (var score in scores.AsSpan(0, pairs.Row(mentee, row, scores)))
            {
                low = Math.Min(low, score);
                high = Math.Max(high, score);
            }
        }

        return (low, high);
    }
}
