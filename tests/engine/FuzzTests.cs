namespace Mentoring.Engine.Tests;

/// <summary>Thousands of small random instances against solvers that nobody can doubt. The number in a failure is the seed.</summary>
public sealed class FuzzTests
{
    private const int Instances = 3000;

    [Fact]
    public void The_best_plan_is_the_best_of_all_plans()
        => ForEachSeed(Instances, seed =>
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(5, 4);
            Same(pairs.Solve(), BruteForce.Solve(pairs, Wishes.None), seed);
        });

    [Fact]
    public void The_best_plan_is_as_good_as_that_of_a_second_solver()
        => ForEachSeed(1000, seed =>
        {
            var pairs = new Instances(seed).Next(30, 25);
            var plan = pairs.Solve();
            (plan.Count, plan.Total).ShouldBe(SimpleSolver.Solve(pairs), $"seed {seed}");
        });

    [Fact]
    public void Pins_and_bans_are_kept_and_the_rest_is_the_best()
        => ForEachSeed(Instances, seed =>
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(5, 4);
            var wishes = instances.Wishes(pairs);
            Same(pairs.Solve(wishes), BruteForce.Solve(pairs, wishes), seed);
        });

    [Fact]
    public void The_worst_match_is_raised_first_where_that_is_asked_for()
        => ForEachSeed(Instances, seed =>
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(5, 4);
            var wishes = (seed % 2 == 0 ? Wishes.None : instances.Wishes(pairs)) with { RaiseTheWorst = true };
            Same(pairs.Solve(wishes), BruteForce.Solve(pairs, wishes), seed);
        });

    [Fact]
    public void Limits_of_partners_are_kept_and_the_rest_is_the_best()
        => ForEachSeed(Instances, seed =>
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(5, 5);
            int[] limits = [instances.Random.Next(3), instances.Random.Next(4)];
            var wishes = (seed % 2 == 0 ? Wishes.None : instances.Wishes(pairs)) with { PartnerLimits = limits, RaiseTheWorst = seed % 3 == 0 };
            var withPartners = new WithPartners(pairs, PartnerOf);
            if (wishes.Pins.Count(pin => PartnerOf(pin.Mentor) == 0) > limits[0] || wishes.Pins.Count(pin => PartnerOf(pin.Mentor) == 1) > limits[1])
                Assignment.Solve(withPartners, wishes).Conflicts.ShouldNotBeEmpty();
            else Same(withPartners.Solve(wishes), BruteForce.Solve(pairs, wishes, PartnerOf), seed);

            static int PartnerOf(int mentor) => mentor % 3 - 1; // every third mentor comes from nobody
        });

    private static void Same(Plan plan, BruteForce.Best best, int seed)
        => (plan.Count, plan.Total).ShouldBe((best.Count, best.Total), $"seed {seed}");

    private static void ForEachSeed(int count, Action<int> test)
    {
        for (var seed = 0; seed < count; seed++) test(seed);
    }
}
