namespace Mentoring.Engine.Tests;

/// <summary>The text format.</summary>
public sealed class TextTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var pairs = new Instances(seed).Next(9, 9);
            var table = EdgeTests.Table(pairs.Mentees, pairs.Places.ToArray(), (mentee, mentor) => (mentee + mentor) % 3 == 0 ? DensePairs.NotPossible : mentee - mentor);
            Again(pairs).ShouldBeOfType<SparsePairs>().All().ShouldBe(pairs.All());
            Again(pairs).Places.ToArray().ShouldBe(pairs.Places.ToArray());
            Again(table).ShouldBeOfType<DensePairs>().All().ShouldBe(table.All());
        }
    }

    [Fact]
    public void The_format_is_as_documented()
    {
        using var text = new StringWriter();
        PairsText.Write(SparsePairs.Of(2, [1, 3], [(0, 0, 5), (0, 1, -4)]), text);
        text.ToString().ShouldBe("mentoring-pairs 1 sparse\n2 2\n1 3\n0 5 1 -4\n\n");
    }

    [Theory]
    [InlineData("", "Line 1: ")]
    [InlineData("mentoring-pairs 2 sparse\n", "Line 1: ")]
    [InlineData("mentoring-pairs 1 sparse\n1\n", "Line 2: ")]
    [InlineData("mentoring-pairs 1 sparse\n1 1\n-1\n", "Line 3: ")]
    [InlineData("mentoring-pairs 1 sparse\n1 1\n1\n1 5\n", "Line 4: ")]
    [InlineData("mentoring-pairs 1 sparse\n1 1\n1\n0 5 0 6\n", "Line 4: ")]
    [InlineData("mentoring-pairs 1 sparse\n1 1\n1\n0\n", "Line 4: ")]
    [InlineData("mentoring-pairs 1 dense\n2 1\n1\n5\n", "Line 5: ")]
    [InlineData("mentoring-pairs 1 dense\n1 1\n1\nx\n", "Line 4: ")]
    public void What_is_wrong_is_told_with_its_line(string text, string line)
    {
        using var reader = new StringReader(text);
        Should.Throw<FormatException>(() => PairsText.Read(reader)).Message.ShouldStartWith(line);
    }

    private static Pairs Again(Pairs pairs)
    {
        using var text = new StringWriter();
        PairsText.Write(pairs, text);
        using var reader = new StringReader(text.ToString());
        return PairsText.Read(reader);
    }
}
