using System.Diagnostics.CodeAnalysis;

namespace Mentoring.Matching.Engine;

/// <summary>
/// The engine's face: the best plan for a whole cohort, with the proof that it is. As many mentees as possible are matched, and among
/// the plans that do so the total of the scores is the greatest. Everything is exact and in whole numbers.
/// How it works is told in <c>docs/engine.md</c>.
/// </summary>
public static class Assignment
{
    /// <summary>Finds the best plan.</summary>
    /// <param name="pairs">Who can be matched with whom, and how good that would be.</param>
    /// <param name="wishes">Pins, bans and options.</param>
    /// <param name="progress">Told from time to time how far the work has come.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The plan and its certificate; or, when pins cannot be kept, why.</returns>
    public static Solution Solve(Pairs pairs, Wishes? wishes = null, IProgress<SolveProgress>? progress = null, CancellationToken cancel = default)
    {
        wishes ??= Wishes.None;
        var conflicts = WishConflicts.In(pairs, wishes);
        if (conflicts.Count > 0) return new() { Conflicts = conflicts };

        var found = Find(pairs, wishes, new(progress, cancel));
        Add(wishes.Pins, pairs, found);
        return new() { Plan = new(found.MentorOf, found.Scores), Certificate = found.Certificate };
    }

    private static Found Find(Pairs pairs, Wishes wishes, Watch watch)
    {
        if (wishes.RaiseTheWorst) return WorstFirst.Of(pairs, wishes, watch);
        var rest = WishedPairs.Of(pairs, wishes);
        return wishes.PartnerLimits is null ? Optimum.Of(rest, watch) : PartnerFlow.Of(rest, PartnerFlow.LimitsLeft(pairs, wishes), watch);
    }

    private static void Add(IReadOnlyList<Pin> pins, Pairs pairs, Found found)
    {
        if (pins.Count == 0) return;
        int[] row = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        foreach (var (mentee, mentor) in pins)
        {
            var count = pairs.Row(mentee, row, scores);
            found.MentorOf[mentee] = mentor;
            found.Scores[mentee] = scores[row.AsSpan(0, count).BinarySearch(mentor)];
        }
    }
}

/// <summary>What the engine found: a plan with its certificate, or why there can be none.</summary>
public sealed record Solution
{
    /// <summary>Whether there is a plan.</summary>
    [MemberNotNullWhen(true, nameof(Plan), nameof(Certificate))]
    public bool IsSolved => Plan is not null;

    /// <summary>The plan.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Why no other plan is better.</summary>
    public Certificate? Certificate { get; init; }

    /// <summary>The pins that cannot be kept. Empty when there is a plan.</summary>
    public IReadOnlyList<WishConflict> Conflicts { get; init; } = [];
}
