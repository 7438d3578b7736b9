namespace Mentoring.Matching.Tests;

public sealed class PolicyBoundsTests
{
    private static readonly MatchingPolicy First = MatchingPolicy.First;

    private static IReadOnlyList<string> Wrong(Func<PolicyWeights, PolicyWeights>? weights = null, Func<PolicyRules, PolicyRules>? rules = null) =>
        [.. PolicyBounds.Of(weights?.Invoke(First.Weights) ?? First.Weights, rules?.Invoke(First.Rules) ?? First.Rules).Select(w => w.Member)];

    [Fact]
    public void The_first_policy_is_within_bounds_and_its_whole_is_100()
    {
        Wrong().ShouldBeEmpty();
        PolicyLines.Mosts(First.Weights).Sum(m => m.Most).ShouldBe(100);
    }

    [Fact]
    public void More_for_one_thing_is_less_for_another()
    {
        var wrong = PolicyBounds.Of(First.Weights with { Hope = 9 }, First.Rules).ShouldHaveSingleItem();
        wrong.ShouldBe(new("weights", "The most points of all questions together must be 100. They are 104: take 4 away."));
        Wrong(w => w with { Hope = 9, WaitingMost = 6 }).ShouldBeEmpty();
    }

    [Fact]
    public void Every_number_has_bounds_and_is_refused_outside_them()
    {
        foreach (var odd in new[] { int.MinValue, -1, 51, 731, int.MaxValue })
        {
            Wrong(w => w with { Preference = odd }).ShouldBe(["weights.preference"]);
            Wrong(w => w with { Goals = [20, 10, odd] }).ShouldBe(["weights.goals[2]"]);
            Wrong(rules: r => r with { MostOffers = odd }).ShouldBe(["rules.mostOffers"]);
        }

        Wrong(w => w with { WaitingDays = 0 }).ShouldBe(["weights.waitingDays"]);
        Wrong(w => w with { Goals = [] }).ShouldBe(["weights.goals"]);
        Wrong(w => w with { Goals = [6, 6, 6, 6, 6, 5] }).ShouldBe(["weights.goals"]);
        Wrong(rules: r => r with { CommonMinutes = 50 }).ShouldBe(["rules.commonMinutes"]);
    }

    [Fact]
    public void What_is_wanted_more_cannot_count_less() => Wrong(w => w with { Goals = [10, 20, 5] }).ShouldBe(["weights.goals[1]"]);

    [Fact]
    public void A_most_is_no_less_than_one() => Wrong(w => w with { Interest = 10 }).ShouldBe(["weights.interestsMost"]);

    [Fact]
    public void The_same_district_counts_no_less_than_the_same_area() => Wrong(w => w with { SameArea = 5 }).ShouldBe(["weights.sameDistrict"]);

    [Fact]
    public void Every_number_of_a_policy_is_checked_compared_and_shown()
    {
        var members = PolicyLines.Of(First.Weights, First.Rules).Select(l => l.Member.Split('[')[0]).Distinct().Order();
        string Path(string start, string name) => $"{start}.{char.ToLowerInvariant(name[0])}{name[1..]}";
        members.ShouldBe(typeof(PolicyWeights).GetProperties().Select(p => Path("weights", p.Name)).Concat(typeof(PolicyRules).GetProperties().Select(p => Path("rules", p.Name))).Order());
    }

    [Fact]
    public void There_is_no_number_for_what_is_never_used()
    {
        foreach (var name in typeof(PolicyWeights).GetProperties().Concat(typeof(PolicyRules).GetProperties()).Select(p => p.Name))
            foreach (var never in (string[])["Ethnic", "Heritage", "Health", "Care", "Faith", "Gender", "Sexual"])
                name.ShouldNotContain(never, Case.Insensitive);
    }

    [Fact]
    public void Policies_are_compared_number_by_number_and_factor_by_factor()
    {
        var comparison = PolicyComparison.Of(First.Weights, First.Rules, First.Weights with { Goals = [20, 10, 5, 2], Hope = 3 }, First.Rules with { BufferDays = 21 });
        comparison.Changes.ShouldBe(3);
        var goals = comparison.Factors[0];
        (goals.Factor, goals.From, goals.To).ShouldBe(("goals", 35, 37));
        goals.Lines.Select(l => (l.From, l.To)).ShouldBe([(20, 20), (10, 10), (5, 5), (0, 2)]);
        comparison.Factors.Single(f => f.Factor == "hopes").Lines.ShouldHaveSingleItem().To.ShouldBe(3);
        comparison.Factors[^1].Lines.Single(l => l.From != l.To).Says.ShouldBe("Days between the end of a match and a new offer");
        comparison.Factors.Count.ShouldBe(11);
    }
}
