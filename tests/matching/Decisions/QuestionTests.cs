namespace Mentoring.Matching.Tests.Decisions;

public sealed class QuestionTests
{
    [Theory]
    [InlineData(MatchState.Offered, true)]
    [InlineData(MatchState.AgreedByMentee, true)]
    [InlineData(MatchState.AgreedByMentor, true)]
    [InlineData(MatchState.Approved, true)]
    [InlineData(MatchState.Active, false)]
    [InlineData(MatchState.Ending, false)]
    [InlineData(MatchState.Ended, false)]
    [InlineData(MatchState.Declined, false)]
    [InlineData(MatchState.Rejected, false)]
    public void A_question_can_be_asked_until_the_two_have_met(MatchState state, bool can)
    {
        var match = Some.MatchIn(state);
        var told = match.Told.Count;

        match.Ask("Do they like dogs?", Some.Noon).Changed.ShouldBe(can);

        match.State.ShouldBe(state);
        match.Told.Count.ShouldBe(told, "questions are nobody else's business");
    }

    [Fact]
    public void The_same_question_again_is_the_same_and_another_stands_beside_it()
    {
        var match = Some.MatchIn(MatchState.Offered);

        match.Ask(" Do they like dogs? ", Some.Noon).ShouldBe(Decision.Done);
        match.Ask("Do they like dogs?", Some.Noon.AddHours(1)).ShouldBe(Decision.AlreadySo);
        match.Ask(null, Some.Noon).ShouldBe(Decision.Done);
        match.Ask("  ", Some.Noon).ShouldBe(Decision.AlreadySo);

        match.Questions.Select(q => q.Words).ShouldBe(["Do they like dogs?", null]);
    }

    [Fact]
    public void An_answer_closes_all_open_questions_and_they_can_ask_again()
    {
        var match = Some.MatchIn(MatchState.Offered);
        match.Answer("Yes.", Some.Caseworker, Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("not asked anything");
        match.Ask("Do they like dogs?", Some.Noon);
        match.Ask(null, Some.Noon);

        match.Answer(" They do. ", Some.Caseworker, Some.Noon.AddHours(1)).ShouldBe(Decision.Done);
        match.Answer("Again.", Some.Caseworker, Some.Noon.AddHours(2)).ShouldBe(Decision.AlreadySo);
        match.Ask("Do they like dogs?", Some.Noon.AddHours(3)).ShouldBe(Decision.Done);

        match.Questions.Select(q => (q.Answer, q.AnsweredAt, q.AnsweredBy)).ShouldBe(
            [("They do.", Some.Noon.AddHours(1), Some.Caseworker), ("They do.", Some.Noon.AddHours(1), Some.Caseworker), (null, null, null)]);
    }

    [Fact]
    public void Ten_questions_are_open_at_the_most()
    {
        var match = Some.MatchIn(MatchState.Offered);
        for (var i = 0; i < Match.MostOpenQuestions; i++) match.Ask($"Question {i}", Some.Noon).Changed.ShouldBeTrue();

        match.Ask("One more", Some.Noon).Refusal.ShouldNotBeNull();
    }
}
