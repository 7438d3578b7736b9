namespace Mentoring.Matching.Tests;

public sealed class SmallNumbersTests
{
    private static SpreadRow Row(string group, int waiting, int present, int draft) => new() { Group = group, Waiting = waiting, Present = present, Draft = draft };

    [Fact]
    public void Large_groups_are_told() => SmallNumbers.Tell([Row("a", 20, 10, 12), Row("b", 30, 30, 25)]).Count.ShouldBe(2);

    [Fact]
    public void A_small_group_never_stands_alone_because_the_total_would_tell_it()
    {
        var told = SmallNumbers.Tell([Row("a", 40, 20, 20), Row("b", 20, 10, 10), Row("c", 3, 1, 1)]);
        told.Select(r => r.Group).ShouldBe(["a", SmallNumbers.Others]);
        told[1].ShouldBe(Row(SmallNumbers.Others, 23, 11, 11));
    }

    [Fact]
    public void Who_is_left_out_is_a_number_too() => SmallNumbers.Tell([Row("a", 40, 20, 20), Row("b", 20, 18, 10)]).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_told_of_few() => SmallNumbers.Tell([Row("a", 4, 4, 4), Row("b", 3, 1, 1)]).ShouldBeEmpty();

    [Fact]
    public void Whatever_the_groups_nothing_under_five_is_told_or_can_be_worked_out()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var groups = Enumerable.Range(0, random.Next(1, 7)).Select(i =>
            {
                var waiting = random.Next(1, random.Next(2, 40));
                return Row($"g{i}", waiting, random.Next(waiting + 1), random.Next(waiting + 1));
            }).ToArray();
            var told = SmallNumbers.Tell(groups);
            if (told.Count == 0) continue;
            // Together they are everybody, so a total gives nothing more away.
            told.Sum(r => r.Waiting).ShouldBe(groups.Sum(g => g.Waiting));
            foreach (var row in told)
            {
                row.Waiting.ShouldBeGreaterThanOrEqualTo(5);
                row.Present.ShouldBeGreaterThanOrEqualTo(5);
                row.Draft.ShouldBeGreaterThanOrEqualTo(5);
                (row.Waiting - row.Present).ShouldBeOneOf([0, .. Enumerable.Range(5, 300)]);
                (row.Waiting - row.Draft).ShouldBeOneOf([0, .. Enumerable.Range(5, 300)]);
            }

            var together = groups.Length - told.Count(r => r.Group != SmallNumbers.Others);
            if (told.Any(r => r.Group == SmallNumbers.Others)) together.ShouldBeGreaterThanOrEqualTo(2);
            else together.ShouldBe(0);
        }
    }
}
