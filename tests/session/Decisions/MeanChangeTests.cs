using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class MeanChangeTests
{
    [Fact]
    public void The_point_of_Students_t_is_the_one_that_adding_up_its_curve_finds()
    {
        foreach (var freedom in (int[])[1, 2, 3, 4, 5, 7, 10, 15, 30, 60, 200, 1_000])
            MeanChange.T(freedom).ShouldBe(ByAddingUp(freedom), freedom is 1 or 2 ? 0.0005 : freedom < 10 ? 0.01 : 0.0001, $"{freedom} degrees of freedom");
    }

    [Fact]
    public void An_interval_is_the_one_worked_out_by_hand()
    {
        // 1, 2, 3, 4, 5: mean 3, standard deviation √2.5, four degrees of freedom (2.7764).
        var change = MeanChange.Of(5, 3, Math.Sqrt(2.5));
        change.Low.ShouldNotBeNull().ShouldBe(3 - 1.9632, 0.001);
        change.High.ShouldNotBeNull().ShouldBe(3 + 1.9632, 0.001);
    }

    [Fact]
    public void Of_one_nothing_is_said_about_chance()
    {
        MeanChange.Of(1, 4, null).ShouldBe(new() { Mean = 4, Low = null, High = null });
        MeanChange.Of(2, 4, 0).ShouldBe(new() { Mean = 4, Low = 4, High = 4 });
    }

    [Fact]
    public void It_holds_the_truth_about_ninety_five_times_in_a_hundred()
    {
        var random = new Random(3);
        var held = 0;
        for (var round = 0; round < 10_000; round++)
        {
            // Twelve dice, whose mean is known to be 3.5.
            double[] thrown = [.. Enumerable.Range(0, 12).Select(_ => (double)random.Next(1, 7))];
            var mean = thrown.Average();
            var change = MeanChange.Of(12, mean, Math.Sqrt(thrown.Sum(t => (t - mean) * (t - mean)) / 11));
            if (change.Low <= 3.5 && 3.5 <= change.High) held++;
        }

        held.ShouldBeInRange(9_350, 9_650);
    }

    // The curve is turned to run from -1 to 1 (t = s / (1 - s²)), so that nothing of its long tails is left out; half of it lies above 0.
    private static double ByAddingUp(int freedom)
    {
        const int Steps = 400_000;
        double Height(double t) => Math.Pow(1 + (t * t / freedom), -(freedom + 1) / 2.0);
        var under = new double[Steps + 1];
        for (var i = 1; i <= Steps; i++)
        {
            var s = (i - 0.5) / Steps;
            var rest = 1 - (s * s);
            under[i] = under[i - 1] + (Height(s / rest) * (1 + (s * s)) / (rest * rest) / Steps);
        }

        var at = Array.FindIndex(under, u => u >= 0.95 * under[^1]) - 0.5;
        var found = at / Steps;
        return found / (1 - (found * found));
    }
}
