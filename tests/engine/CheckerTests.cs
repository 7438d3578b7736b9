namespace Mentoring.Engine.Tests;

/// <summary>The checker finds what is wrong: a certificate that is changed anywhere, or a plan that is not the best, does not pass.</summary>
public sealed class CheckerTests
{
    [Fact]
    public void A_changed_price_is_found()
        => ForEachSolution((pairs, solution, random) =>
        {
            var prices = solution.Certificate!.MenteePrices.ToArray();
            prices[random.Next(prices.Length)] += random.Next(2) == 0 ? 1 : -1;
            Check(pairs, solution.Plan!, Copy(solution.Certificate, menteePrices: prices)).ShouldNotBeEmpty();
        });

    [Fact]
    public void A_changed_cover_is_found()
        => ForEachSolution((pairs, solution, random) =>
        {
            var competing = solution.Certificate!.CompetingMentees.ToArray();
            competing[random.Next(competing.Length)] ^= true;
            Check(pairs, solution.Plan!, Copy(solution.Certificate, competing: competing)).ShouldNotBeEmpty();
        });

    [Fact]
    public void A_plan_with_a_match_less_is_found()
        => ForEachSolution((pairs, solution, _) =>
        {
            var mentorOf = solution.Plan!.MentorOf.ToArray();
            mentorOf[Array.FindIndex(mentorOf, mentor => mentor >= 0)] = -1;
            Check(pairs, Plan.Of(pairs, mentorOf), solution.Certificate!).ShouldNotBeEmpty();
        });

    [Fact]
    public void A_worse_plan_is_found()
    {
        var pairs = SparsePairs.Of(2, [1, 1], [(0, 0, 5), (0, 1, 4), (1, 0, 4), (1, 1, 2)]);
        var certificate = Assignment.Solve(pairs).Certificate!;
        Check(pairs, Plan.Of(pairs, [1, 0]), certificate).ShouldBeEmpty();
        Check(pairs, Plan.Of(pairs, [0, 1]), certificate).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_pin_that_is_not_kept_is_found()
    {
        var pairs = SparsePairs.Of(1, [1, 1], [(0, 0, 5), (0, 1, 4)]);
        var solution = Assignment.Solve(pairs);
        CertificateChecker.Check(pairs, new() { Pins = [new(0, 1)] }, solution.Plan!, solution.Certificate!).ShouldNotBeEmpty();
        CertificateChecker.Check(pairs, new() { Bans = [new(0, 0)] }, solution.Plan!, solution.Certificate!).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<string> Check(Pairs pairs, Plan plan, Certificate certificate) => CertificateChecker.Check(pairs, null, plan, certificate);

    private static Certificate Copy(Certificate of, IReadOnlyList<long>? menteePrices = null, IReadOnlyList<bool>? competing = null) => new()
    {
        CompetingMentees = competing ?? of.CompetingMentees,
        ScarceMentors = of.ScarceMentors,
        MenteePrices = menteePrices ?? of.MenteePrices,
        MentorPrices = of.MentorPrices,
    };

    private static void ForEachSolution(Action<SparsePairs, Solution, Random> test)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(12, 10);
            var solution = Assignment.Solve(pairs);
            if (solution.Plan!.Count > 0) test(pairs, solution, instances.Random);
        }
    }
}
