using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// What a draft would change for those who wait now: the present policy's best plan beside the draft's. Counts only, so that it can be
/// shown to everybody who votes; it decides nothing.
/// </summary>
/// <remarks>
/// Whether another mentor is a better one is measured by <em>both</em> policies, because each would find its own plan the better: better is
/// more points under one and no fewer under the other; worse is the reverse; where the two disagree, it is said so.
/// </remarks>
public sealed record DraftEffect
{
    /// <summary>The version in force that it is compared with.</summary>
    /// <example>1</example>
    public required int ComparedWith { get; init; }

    /// <summary>How many young people wait.</summary>
    /// <example>42</example>
    public required int Waiting { get; init; }

    /// <summary>How many mentors' places are free.</summary>
    /// <example>30</example>
    public required int FreePlaces { get; init; }

    /// <summary>How many of those who have no mentor in the present plan have one in the draft's.</summary>
    public required int GainPlace { get; init; }

    /// <summary>How many of those who have a mentor in the present plan have none in the draft's.</summary>
    public required int LosePlace { get; init; }

    /// <summary>How many have the same mentor in both.</summary>
    public required int Same { get; init; }

    /// <summary>How many have another mentor who is better, or as good, by both policies and better by one.</summary>
    public required int Better { get; init; }

    /// <summary>How many have another mentor who is worse, or as good, by both policies and worse by one.</summary>
    public required int Worse { get; init; }

    /// <summary>How many have another mentor about whom the two policies disagree, or who is as good by both.</summary>
    public required int Different { get; init; }

    /// <summary>The present policy's best plan.</summary>
    public required PlanInNumbers Present { get; init; }

    /// <summary>The draft's best plan.</summary>
    public required PlanInNumbers Draft { get; init; }

    /// <summary>How many of each group get a mentor.</summary>
    public required IReadOnlyList<Spread> Spreads { get; init; }

    /// <summary>Compares two plans.</summary>
    /// <param name="present">Who waits, under the policy in force.</param>
    /// <param name="draft">Who waits, under the draft: its limits may let others in or keep some out.</param>
    /// <param name="before">The best plan of the one.</param>
    /// <param name="after">The best plan of the other.</param>
    public static DraftEffect Of(WhoWaits present, WhoWaits draft, IReadOnlyDictionary<MenteeId, MentorId> before, IReadOnlyDictionary<MenteeId, MentorId> after)
    {
        var (mentors, today) = (present.Mentors.ToDictionary(m => m.Id), London.DateAt(present.Now));
        (int Present, int Draft)? Points(MenteeCopy mentee, IReadOnlyDictionary<MenteeId, MentorId> plan)
        {
            if (!plan.TryGetValue(mentee.Id, out var mentor)) return null;
            var history = PairHistory.None with { LastEnded = LastEnded(mentee) };
            int By(MatchingPolicy policy) => Score.Of(new(policy, mentee.Profile!, mentors[mentor], history, present.Now)).Score;
            return (By(present.Policy), By(draft.Policy));
        }

        DateOnly? LastEnded(MenteeCopy mentee) => present.LastEnded.TryGetValue(mentee.Id, out var ended) ? ended : null;
        bool IsSame(MenteeCopy mentee) => before.TryGetValue(mentee.Id, out var one) && after.TryGetValue(mentee.Id, out var other) && one == other;
        var all = present.Mentees.UnionBy(draft.Mentees, m => m.Id)
            .Select(m => new Both(m.Profile!, WaitingFactor.Days(m.Profile!, LastEnded(m), today), Points(m, before), Points(m, after), IsSame(m))).ToArray();
        var moved = all.Where(b => b is { Before: not null, After: not null, IsSame: false }).Select(b => Judge(b.Before!.Value, b.After!.Value)).ToArray();
        return new()
        {
            ComparedWith = present.Policy.Version,
            Waiting = all.Length,
            FreePlaces = present.Mentors.Sum(m => m.Profile!.Capacity - present.Taken.GetValueOrDefault(m.Id)),
            GainPlace = all.Count(b => b.Before is null && b.After is not null),
            LosePlace = all.Count(b => b.Before is not null && b.After is null),
            Same = all.Count(b => b.IsSame),
            Better = moved.Count(j => j > 0),
            Worse = moved.Count(j => j < 0),
            Different = moved.Count(j => j == 0),
            Present = PlanInNumbers.Of(all, b => b.Before),
            Draft = PlanInNumbers.Of(all, b => b.After),
            Spreads = [.. Groups.All.Select(g => Spread.Of(g.Name, all, b => g.Of(b.Profile, today)))],
        };
    }

    /// <summary>A young person, with the points of their match in both plans by both policies.</summary>
    /// <param name="Profile">What they look for.</param>
    /// <param name="Waited">For how many days they have waited; null when it is not known.</param>
    /// <param name="Before">Their match in the present plan.</param>
    /// <param name="After">Their match in the draft's plan.</param>
    /// <param name="IsSame">Whether it is the same mentor.</param>
    internal sealed record Both(MenteeProfile Profile, int? Waited, (int Present, int Draft)? Before, (int Present, int Draft)? After, bool IsSame);

    /// <summary>Whether a match is better (1) or worse (-1) than another by both policies together; 0 when they disagree or both are as good.</summary>
    public static int Judge((int Present, int Draft) before, (int Present, int Draft) after)
    {
        var (byPresent, byDraft) = (Math.Sign(after.Present - before.Present), Math.Sign(after.Draft - before.Draft));
        return byPresent * byDraft < 0 ? 0 : Math.Sign(byPresent + byDraft);
    }
}

/// <summary>A plan in numbers.</summary>
public sealed record PlanInNumbers
{
    /// <summary>How many have a mentor in it.</summary>
    /// <example>30</example>
    public required int Matched { get; init; }

    /// <summary>Its matches by the points of the present policy; null when there are none.</summary>
    public required WorstAndMedian? ByPresent { get; init; }

    /// <summary>Its matches by the points of the draft.</summary>
    public required WorstAndMedian? ByDraft { get; init; }

    /// <summary>How long those with a mentor have waited; null when they are fewer than 5 or it is not known.</summary>
    public required DaysWaited? MatchedWaited { get; init; }

    /// <summary>How long those without one have waited; null when they are fewer than 5 or it is not known.</summary>
    public required DaysWaited? LeftWaited { get; init; }

    internal static PlanInNumbers Of(IReadOnlyCollection<DraftEffect.Both> all, Func<DraftEffect.Both, (int Present, int Draft)?> match) => new()
    {
        Matched = all.Count(b => match(b) is not null),
        ByPresent = WorstAndMedian.Of([.. all.Select(match).Where(m => m is not null).Select(m => m!.Value.Present)]),
        ByDraft = WorstAndMedian.Of([.. all.Select(match).Where(m => m is not null).Select(m => m!.Value.Draft)]),
        MatchedWaited = DaysWaited.Of([.. all.Where(b => match(b) is not null).Select(b => b.Waited).OfType<int>()]),
        LeftWaited = DaysWaited.Of([.. all.Where(b => match(b) is null).Select(b => b.Waited).OfType<int>()]),
    };
}

/// <summary>Points of some matches, out of 100.</summary>
/// <param name="Worst">The fewest.</param>
/// <param name="Median">Half of the matches have this many or more.</param>
public sealed record WorstAndMedian(int Worst, int Median)
{
    internal static WorstAndMedian? Of(int[] points)
    {
        Array.Sort(points);
        return points.Length == 0 ? null : new(points[0], points[points.Length / 2]);
    }
}

/// <summary>How long some young people have waited.</summary>
/// <param name="Median">Half of them have waited this many days or more.</param>
/// <param name="Longest">The most days.</param>
public sealed record DaysWaited(int Median, int Longest)
{
    internal static DaysWaited? Of(int[] days)
    {
        Array.Sort(days);
        return days.Length < SmallNumbers.Least ? null : new(days[days.Length / 2], days[^1]);
    }
}

/// <summary>The groups of one kind.</summary>
public sealed record Spread
{
    /// <summary>Which kind: <c>age</c>, <c>languages</c>, <c>online</c> or <c>area</c>.</summary>
    /// <example>age</example>
    public required string By { get; init; }

    /// <summary>The groups; small ones together, and none when nothing can be told without small numbers.</summary>
    public required IReadOnlyList<SpreadRow> Groups { get; init; }

    internal static Spread Of(string by, IReadOnlyCollection<DraftEffect.Both> all, Func<DraftEffect.Both, string> group) => new()
    {
        By = by,
        Groups = SmallNumbers.Tell([.. all.GroupBy(group).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SpreadRow
        {
            Group = g.Key,
            Waiting = g.Count(),
            Present = g.Count(b => b.Before is not null),
            Draft = g.Count(b => b.After is not null),
        })]),
    };
}
