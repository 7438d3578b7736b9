using Mentoring.Bench;

namespace Mentoring.Engine.Tests;

/// <summary>Instances at the edge of what there is.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(5, 5)]
    public void Without_people_or_pairs_the_plan_is_empty(int mentees, int mentors)
    {
        var plan = SparsePairs.Of(mentees, [.. Enumerable.Repeat(1, mentors)], []).Solve();
        plan.Count.ShouldBe(0);
        plan.Total.ShouldBe(0);
        plan.Worst.ShouldBeNull();
        plan.MentorOf.ToArray().ShouldAllBe(mentor => mentor == -1);
    }

    [Fact]
    public void Nobody_is_matched_with_a_mentor_without_places()
        => Table(3, [0, 0], (_, _) => 9).Solve().Count.ShouldBe(0);

    [Fact]
    public void Where_all_is_equal_everybody_is_matched_who_can_be()
        => Table(500, [.. Enumerable.Range(0, 200).Select(mentor => mentor % 4)], (_, _) => 7).Solve().Total.ShouldBe(7 * 300);

    [Fact]
    public void A_match_more_beats_any_total()
    {
        var pairs = SparsePairs.Of(2, [1, 1], [(0, 0, int.MaxValue), (0, 1, int.MinValue), (1, 0, int.MinValue)]);
        var plan = pairs.Solve();
        plan.MentorOf.ToArray().ShouldBe([1, 0]);
        plan.Total.ShouldBe(2L * int.MinValue);
    }

    [Fact]
    public void Scores_at_the_limit_of_whole_numbers_do_not_overflow()
    {
        var random = new Random(5);
        var pairs = Table(120, [.. Enumerable.Repeat(1, 110)], (_, _) => random.Next(2) == 0 ? int.MaxValue : int.MinValue + 1);
        pairs.Solve().Count.ShouldBe(110);
        pairs.Solve(new() { RaiseTheWorst = true }).Count.ShouldBe(110);
    }

    /// <summary>Large enough that prices are taken off the scores many times, and where there is no room for that below, none or little.</summary>
    [Theory]
    [InlineData("g300", int.MinValue + 1)]
    [InlineData("g300", int.MinValue + 200_000)]
    [InlineData("l1k", int.MinValue)]
    [InlineData("l1k", int.MinValue + 100)]
    [InlineData("t1k", int.MaxValue - 1001)]
    public void Wherever_the_scores_lie_the_plan_is_as_good(string name, int lowest)
    {
        var pairs = Families.Make(name);
        var all = pairs.All().ToList();
        var more = (long)lowest - all.Min(pair => pair.Score);
        var plan = pairs.Solve();
        var moved = all.Select(pair => (pair.Mentee, pair.Mentor, (int)(pair.Score + more)));
        var far = SparsePairs.Of(pairs.Mentees, pairs.Places.ToArray(), moved).Solve();
        (far.Count, far.Total).ShouldBe((plan.Count, plan.Total + plan.Count * more));
    }

    [Fact]
    public void Very_many_places_cost_nothing()
        => Table(50, [int.MaxValue, int.MaxValue], (_, mentor) => mentor).Solve().Total.ShouldBe(50);

    [Fact]
    public void The_lowest_score_of_a_table_is_of_a_pair_that_is_possible()
    {
        var random = new Random(8);
        for (var size = 1; size < 40; size++)
        {
            int[] row = [.. Enumerable.Range(0, size).Select(_ => random.Next(3) == 0 ? DensePairs.NotPossible : random.Next(-50, 50))];
            var possible = row.Where(score => score != DensePairs.NotPossible).ToList();
            var table = Table(1, new int[size], (_, mentor) => row[mentor]);
            if (possible.Count > 0) table.LowestScore.ShouldBe(possible.Min());
        }
    }

    [Fact]
    public void A_wrong_mentor_of_an_instance_is_refused()
    {
        Should.Throw<ArgumentException>(() => new SparsePairs([0, 1], [3], [5], [1]));
        Should.Throw<ArgumentException>(() => new SparsePairs([0, 2], [1, 1], [5, 5], [1, 1]));
        Should.Throw<ArgumentException>(() => new SparsePairs([0, 1], [0], [5], [-1]));
        Should.Throw<ArgumentException>(() => new DensePairs(2, new int[3], [1]));
    }

    [Fact]
    public void Work_stops_when_asked_to()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => Assignment.Solve(Table(9, [1, 1], (_, _) => 1), cancel: cancel.Token));
    }

    [Fact]
    public void Work_says_how_far_it_has_come()
    {
        var told = new List<SolveProgress>();
        Assignment.Solve(Table(600, [.. Enumerable.Repeat(2, 400)], (mentee, mentor) => mentee * mentor % 97), progress: new Told(told)).IsSolved.ShouldBeTrue();
        told.ShouldContain(progress => progress.Step == SolveStep.Counting);
        told.ShouldContain(progress => progress.Step == SolveStep.Bidding && progress.Of == 600);
        told.ShouldAllBe(progress => progress.Done <= progress.Of);
    }

    internal static DensePairs Table(int mentees, int[] places, Func<int, int, int> score)
    {
        var table = from mentee in Enumerable.Range(0, mentees) from mentor in Enumerable.Range(0, places.Length) select score(mentee, mentor);
        return new(mentees, [.. table], places);
    }

    private sealed class Told(List<SolveProgress> list) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => list.Add(value);
    }
}
