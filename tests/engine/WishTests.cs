namespace Mentoring.Engine.Tests;

/// <summary>Pins that cannot be kept are told, each with its reason.</summary>
public sealed class WishTests
{
    private static readonly SparsePairs s_pairs = SparsePairs.Of(3, [1, 2], [(0, 0, 5), (0, 1, 4), (1, 0, 3), (1, 1, 2), (2, 1, 1)]);

    [Fact]
    public void A_pin_of_a_pair_that_is_not_possible_is_a_conflict()
        => ConflictOf(new() { Pins = [new(2, 0)] }).ShouldBe(WishConflictKind.NotPossible);

    [Fact]
    public void A_pin_of_nobody_is_a_conflict()
        => ConflictOf(new() { Pins = [new(7, 0)] }).ShouldBe(WishConflictKind.Unknown);

    [Fact]
    public void Two_mentors_for_one_mentee_is_a_conflict()
        => ConflictOf(new() { Pins = [new(0, 0), new(0, 1)] }).ShouldBe(WishConflictKind.TwoMentors);

    [Fact]
    public void More_pins_than_places_is_a_conflict()
        => ConflictOf(new() { Pins = [new(0, 0), new(1, 0)] }).ShouldBe(WishConflictKind.NoPlace);

    [Fact]
    public void A_pin_that_is_banned_is_a_conflict()
        => ConflictOf(new() { Pins = [new(0, 0)], Bans = [new(0, 0)] }).ShouldBe(WishConflictKind.Banned);

    [Fact]
    public void A_pin_twice_is_a_pin()
        => s_pairs.Solve(new() { Pins = [new(0, 1), new(0, 1)] }).MentorOf[0].ShouldBe(1);

    [Fact]
    public void Where_pins_conflict_there_is_no_plan_and_a_sentence_for_each()
    {
        var solution = Assignment.Solve(s_pairs, new() { Pins = [new(2, 0), new(0, 0), new(1, 0)] });
        solution.IsSolved.ShouldBeFalse();
        solution.Conflicts.Count.ShouldBe(3);
        solution.Conflicts[0].Sentence.ShouldBe("Mentee 2 cannot be matched with mentor 0.");
    }

    private static WishConflictKind ConflictOf(Wishes wishes) => Assignment.Solve(s_pairs, wishes).Conflicts.ShouldHaveSingleItem().Why;
}
