using Mentoring.Bench;

namespace Mentoring.Engine.Tests;

/// <summary>
/// Instances of the benchmark with totals on which the engine, LEMON and scipy agreed when they were measured, so that the engine is held to them
/// where those are not installed.
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("p500", 500, 307859)]
    [InlineData("u500", 500, 498387811)]
    [InlineData("g500", 500, 727436360)]
    [InlineData("l2k", 1684, 1409352)]
    public void The_total_is_the_one_that_others_found(string name, int count, long total)
    {
        var plan = Families.Make(name).Solve();
        (plan.Count, plan.Total).ShouldBe((count, total));
    }
}
