namespace Mentoring.Engine.Tests;

/// <summary>Tries every plan there is. Only for very small instances.</summary>
internal static class BruteForce
{
    public sealed record Best(int Count, long Total, int Worst);

    /// <summary>The best plan that keeps the wishes. With <see cref="Wishes.RaiseTheWorst"/> the worst match comes before the total.</summary>
    public static Best Solve(SparsePairs pairs, Wishes wishes, Func<int, int>? partnerOf = null)
    {
        var left = pairs.Places.ToArray();
        var limits = wishes.PartnerLimits?.ToArray() ?? [];
        var pins = wishes.Pins.ToDictionary(pin => pin.Mentee, pin => pin.Mentor);
        var bans = wishes.Bans.ToHashSet();
        var rows = Enumerable.Range(0, pairs.Mentees).Select(pairs.RowOf).ToArray();
        (int Count, int Worst, long Total) best = (-1, int.MinValue, long.MinValue);
        Try(0, 0, int.MaxValue, 0);
        return new(best.Count, best.Total, best.Worst);

        void Try(int mentee, int count, int worst, long total)
        {
            if (mentee == rows.Length)
            {
                var plan = (count, wishes.RaiseTheWorst ? worst : int.MinValue, total);
                if (plan.CompareTo(best) > 0) best = plan;
                return;
            }

            var isPinned = pins.TryGetValue(mentee, out var pinned);
            foreach (var (mentor, score) in rows[mentee])
            {
                if (left[mentor] == 0 || (isPinned && pinned != mentor) || bans.Contains(new(mentee, mentor))) continue;
                var partner = partnerOf?.Invoke(mentor) ?? -1;
                if (partner >= 0 && limits[partner] == 0) continue;
                left[mentor]--;
                if (partner >= 0) limits[partner]--;
                Try(mentee + 1, count + 1, isPinned ? worst : Math.Min(worst, score), total + score);
                if (partner >= 0) limits[partner]++;
                left[mentor]++;
            }

            if (!isPinned) Try(mentee + 1, count, worst, total);
        }
    }
}
