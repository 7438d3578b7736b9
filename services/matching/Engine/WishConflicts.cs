namespace Mentoring.Matching.Engine;

/// <summary>Finds the pins that cannot be kept, each with the reason, in the order in which they were asked for.</summary>
internal static class WishConflicts
{
    public static List<WishConflict> In(Pairs pairs, Wishes wishes)
    {
        var conflicts = new List<WishConflict>();
        var banned = wishes.Bans.ToHashSet();
        var pinned = new Dictionary<int, int>();
        var used = new Dictionary<int, int>();
        var usedOfPartner = new Dictionary<int, int>();
        int[] row = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        foreach (var pin in wishes.Pins.Distinct())
        {
            var (mentee, mentor) = pin;
            if ((uint)mentee >= (uint)pairs.Mentees || (uint)mentor >= (uint)pairs.Mentors)
            {
                Say(WishConflictKind.Unknown, $"There is no mentee {mentee} or no mentor {mentor}.");
                continue;
            }

            if (pinned.TryGetValue(mentee, out var other)) Say(WishConflictKind.TwoMentors, $"Mentee {mentee} is pinned to mentor {other} too.");
            pinned.TryAdd(mentee, mentor);
            if (banned.Contains(pin)) Say(WishConflictKind.Banned, $"Mentee {mentee} and mentor {mentor} are both pinned and banned.");
            if (row.AsSpan(0, pairs.Row(mentee, row, scores)).BinarySearch(mentor) < 0)
                Say(WishConflictKind.NotPossible, $"Mentee {mentee} cannot be matched with mentor {mentor}.");
            if (Count(used, mentor) > pairs.Places[mentor])
                Say(WishConflictKind.NoPlace, $"Mentor {mentor} has {pairs.Places[mentor]} places and more pins than that.");
            var partner = pairs.PartnerOf(mentor);
            if (wishes.PartnerLimits is { } limits && partner >= 0 && partner < limits.Count && Count(usedOfPartner, partner) > limits[partner])
                Say(WishConflictKind.PartnerLimit, $"Partner {partner} may have {limits[partner]} matches and has more pins than that.");

            void Say(WishConflictKind why, string sentence) => conflicts.Add(new(pin, why, sentence));
        }

        return conflicts;
    }

    private static int Count(Dictionary<int, int> counts, int key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
