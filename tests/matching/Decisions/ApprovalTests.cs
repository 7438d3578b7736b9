namespace Mentoring.Matching.Tests.Decisions;

public sealed class ApprovalTests
{
    private static readonly string[] All = ["mentee-yes", "mentor-yes", "clearance", "readiness", "place", "wishes"];

    [Fact]
    public void When_everything_holds_it_is_said_in_words()
    {
        var conditions = Approval.Conditions(Some.MatchIn(MatchState.AgreedByMentor), Some.Mentor(p => p with { Capacity = 2 }), 1, Some.Mentee(), Some.Noon);

        conditions.Select(c => c.Name).ShouldBe(All);
        conditions.ShouldAllBe(c => c.Holds);
        conditions.Select(c => c.Says).ShouldBe(
        [
            "The young person said yes on 2 March 2026.", "The mentor said yes on 2 March 2026.", "The mentor's clearance is in force until 2 March 2027.",
            "The young person's profile, consent and risk assessment are in force until 2 June 2026.", "The mentor has a free place: 1 of 2 are taken.", "The mentor is nobody the young person ruled out.",
        ]);
    }

    [Fact]
    public void Before_both_have_said_yes_the_rest_is_shown_already()
    {
        Missing(MatchState.Offered).ShouldBe(["mentee-yes", "mentor-yes"]);
        Missing(MatchState.AgreedByMentee).ShouldBe(["mentor-yes"]);
    }

    /// <summary>One thing at a time that does not hold: its name, the mentor, how many others the mentor has, the young person.</summary>
    public static TheoryData<string, MentorCopy, int, MenteeCopy> OneThing => new()
    {
        { "clearance", Some.Mentor(clearedUntil: Some.Day.AddDays(-1)), 0, Some.Mentee() },
        { "readiness", Some.Mentor(), 0, Some.Mentee(readyUntil: Some.Day.AddDays(-1)) },
        { "place", Some.Mentor(), 1, Some.Mentee() },
        { "wishes", Some.Mentor(), 0, Some.Mentee(m => m with { Preferences = [new() { Trait = "woman", Strength = "avoid" }] }) },
        { "wishes", Some.Mentor(), 0, Some.Mentee(m => m with { Preferences = [new() { Trait = "parent", Strength = "must" }] }) },
        { "wishes", Some.Mentor(), 0, Some.Mentee(m => m with { AvoidPartners = [Some.MentorProfile.PartnerId!.Value] }) },
    };

    [Theory]
    [MemberData(nameof(OneThing))]
    public void What_is_shown_is_what_the_approval_asks(string missing, MentorCopy mentor, int others, MenteeCopy mentee)
    {
        var match = Some.MatchIn(MatchState.AgreedByMentor);
        var fails = Approval.Conditions(match, mentor, others, mentee, Some.Noon).Where(c => !c.Holds).ShouldHaveSingleItem();

        fails.Name.ShouldBe(missing);
        match.Approve(mentor, others, mentee, Some.Caseworker, Some.Noon).Refusal.ShouldBe(fails.Says);
        match.State.ShouldBe(MatchState.AgreedByMentor);
    }

    private static IEnumerable<string> Missing(MatchState state) =>
        Approval.Conditions(Some.MatchIn(state), Some.Mentor(), 0, Some.Mentee(), Some.Noon).Where(c => !c.Holds).Select(c => c.Name);
}
