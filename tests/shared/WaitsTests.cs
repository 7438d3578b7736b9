namespace Mentoring.Shared.Tests;

public sealed class WaitsTests
{
    [Fact]
    public void Nobody_has_no_wait() => Waits.Of([]).ShouldBe(new() { Count = 0, Quarter = null, Half = null, ThreeQuarters = null, Longest = null });

    [Fact]
    public void One_wait_is_all_of_them() => Waits.Of([(7, 1)]).ShouldBe(new() { Count = 1, Quarter = 7, Half = 7, ThreeQuarters = 7, Longest = 7 });

    [Fact]
    public void Whatever_the_waits_they_are_those_found_by_standing_everybody_in_a_row()
    {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++)
        {
            int[] row = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(0, random.Next(1, 200))).Order()];

            // The first in the row with whom a part of all has passed.
            int Passed(double part) => row[Math.Max((int)Math.Ceiling(row.Length * part) - 1, 0)];
            Waits.Of([.. row.CountBy(d => d).Select(d => (d.Key, d.Value)).OrderBy(_ => random.Next())])
                .ShouldBe(new() { Count = row.Length, Quarter = Passed(0.25), Half = Passed(0.5), ThreeQuarters = Passed(0.75), Longest = row[^1] });
        }
    }
}

public sealed class ProgrammeQueryTests
{
    private static readonly ProgrammeQuery Year = new() { From = new(2025, 12, 1), To = new(2026, 11, 30) };

    [Fact]
    public void A_year_is_a_good_question() => Year.WhatIsWrong.ShouldBeNull();

    [Fact]
    public void Days_are_days_in_London_also_when_the_clocks_change()
    {
        var summer = new ProgrammeQuery { From = new(2026, 3, 29), To = new(2026, 10, 25) };
        (summer.Start, summer.End).ShouldBe((new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 26, 0, 0, 0, TimeSpan.Zero)));
        (summer with { From = new(2026, 3, 30) }).Start.ShouldBe(new(2026, 3, 29, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void What_is_to_come_is_not_looked_at() => (Year.Until(new(2026, 11, 23)), Year.Until(new(2027, 1, 1))).ShouldBe((new(2026, 11, 23), new(2026, 11, 30)));

    [Fact]
    public void Odd_questions_are_told_why()
    {
        (Year with { To = new(2025, 11, 30) }).WhatIsWrong.ShouldNotBeNull().ShouldContain("before the first");
        (Year with { From = new(2019, 12, 31) }).WhatIsWrong.ShouldNotBeNull().ShouldContain("2020");
        (Year with { To = DateOnly.MaxValue }).WhatIsWrong.ShouldNotBeNull().ShouldContain("2020");
        (Year with { From = new(2021, 11, 29) }).WhatIsWrong.ShouldNotBeNull().ShouldContain("five years");
        (Year with { From = new(2021, 11, 30) }).WhatIsWrong.ShouldBeNull();
        (Year with { ReferredFrom = new(2026, 2, 1), ReferredTo = new(2026, 1, 1) }).WhatIsWrong.ShouldNotBeNull().ShouldContain("referral");
        (Year with { ReferredTo = DateOnly.MinValue }).WhatIsWrong.ShouldNotBeNull().ShouldContain("referral");
    }
}
