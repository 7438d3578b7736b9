namespace Mentoring.Engine.Tests;

/// <summary>Every solve in these tests goes through here, so that every certificate is checked.</summary>
internal static class Solving
{
    public static Plan Solve(this Pairs pairs, Wishes? wishes = null)
    {
        var solution = Assignment.Solve(pairs, wishes);
        solution.Conflicts.ShouldBeEmpty();
        solution.IsSolved.ShouldBeTrue();
        CertificateChecker.Check(pairs, wishes, solution.Plan, solution.Certificate).ShouldBeEmpty();
        return solution.Plan;
    }
}

/// <summary>An instance whose mentors come from partners.</summary>
internal sealed class WithPartners(Pairs pairs, Func<int, int> partnerOf) : Pairs
{
    public override int Mentees => pairs.Mentees;

    public override int Mentors => pairs.Mentors;

    public override ReadOnlySpan<int> Places => pairs.Places;

    public override int Row(int mentee, Span<int> mentors, Span<int> scores) => pairs.Row(mentee, mentors, scores);

    public override int PartnerOf(int mentor) => partnerOf(mentor);
}

/// <summary>An instance that says its rows are not stored.</summary>
internal sealed class Computed(Pairs pairs) : Pairs
{
    public override int Mentees => pairs.Mentees;

    public override int Mentors => pairs.Mentors;

    public override ReadOnlySpan<int> Places => pairs.Places;

    public override bool RowsAreComputed => true;

    public override int Row(int mentee, Span<int> mentors, Span<int> scores) => pairs.Row(mentee, mentors, scores);
}
