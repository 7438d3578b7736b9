namespace Mentoring.Matching.Tests;

public sealed class SuggestionTests(SuggestionTests.Own service) : IClassFixture<SuggestionTests.Own>
{
    private Task<WhoElseAnswer> Others(Trio trio) => service.AsCaseworker(trio.Caseworker).Get<WhoElseAnswer>($"/mentees/{trio.Mentee}/suggestions/others?take=100");

    private Task<SuggestionsAnswer> Ask(Trio trio, int take = 50) => service.AsCaseworker(trio.Caseworker).Get<SuggestionsAnswer>($"/mentees/{trio.Mentee}/suggestions?take={take}");

    [Fact]
    public async Task Mentors_are_ranked_with_reasons_that_add_up_and_the_others_with_why_not()
    {
        var trio = await service.Three();
        var lesser = await service.AMentor(but: p => p with { GoalAreas = [], Interests = [] });
        var impossible = await service.AMentor(but: p => p with { Languages = ["pl"] });
        var answer = await Ask(trio);
        answer.PolicyVersion.ShouldBe(1);
        answer.NotNow.ShouldBeEmpty();
        var order = answer.Suggestions.Select(s => s.MentorId).ToList();
        order.IndexOf(trio.Mentor).ShouldBeInRange(0, order.IndexOf(lesser) - 1);
        foreach (var suggestion in answer.Suggestions.Select(s => s.Suggestion)) suggestion.Factors.Sum(f => f.Points).ShouldBe(suggestion.Score);
        answer.Suggestions.Select(s => s.Suggestion.Score).ShouldBeInOrder(SortDirection.Descending);
        var others = await Others(trio);
        others.NotPossible.Single(m => m.MentorId == impossible).Because.Single().Rule.ShouldBe("language");
        others.WouldHelp.Single(h => h.Rule == "language").Mentors.ShouldBe(others.NotPossible.Count(m => m.Because is [{ Rule: "language" }]));
        others.Impossible.ShouldBe(answer.Impossible);
        (await Ask(trio, 1)).Suggestions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_offered_mentor_stays_in_the_list_as_offered_and_has_no_place_for_others()
    {
        var trio = await service.Three();
        await service.Offer(trio);
        var own = (await Ask(trio)).Suggestions.Single(s => s.MentorId == trio.Mentor);
        (own.Offered, own.FreePlaces).ShouldBe((true, 0));
        var other = trio with { Mentee = await service.AMentee(trio.Caseworker) };
        (await Others(other)).NotPossible.Single(m => m.MentorId == trio.Mentor).Because.Single().Rule.ShouldBe("place");
    }

    [Fact]
    public async Task Of_any_one_mentor_it_is_told_how_they_rank_or_why_not()
    {
        var trio = await service.Three();
        var lesser = await service.AMentor(but: p => p with { GoalAreas = [], Interests = [], TalkStyles = [] });
        var impossible = await service.AMentor(but: p => p with { Languages = ["pl"], InPerson = false, Online = false });
        Task<WhyNotAnswer> About(MentorId mentor) => service.AsCaseworker(trio.Caseworker).Get<WhyNotAnswer>($"/mentees/{trio.Mentee}/suggestions/{mentor}");

        var list = await Ask(trio);
        list.Suggestions.Select(s => s.Rank).ShouldBe(Enumerable.Range(1, list.Suggestions.Count));
        list.Suggestions.ShouldAllBe(s => s.Behind == list.Suggestions[0].Suggestion.Score - s.Suggestion.Score);
        list.Suggestions.Select(s => string.Join(' ', s.Suggestion.Factors.Select(f => f.Name))).Distinct().Count().ShouldBe(1, "they stand side by side");

        var behind = (await About(lesser)).Possible.ShouldNotBeNull();
        (behind.Behind, behind.Rank).ShouldBe((list.Suggestions.Single(s => s.MentorId == lesser).Behind, list.Suggestions.Single(s => s.MentorId == lesser).Rank));
        behind.Behind.ShouldBeGreaterThan(0);
        (await About(lesser)).Behind[0].ShouldContain("less for what they want to work on");
        var no = await About(impossible);
        no.Possible.ShouldBeNull();
        no.Because.Select(o => o.Rule).ShouldBe(["language", "meeting"]);
        await service.AsCaseworker(trio.Caseworker).Get($"/mentees/{trio.Mentee}/suggestions/{MentorId.New()}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker().Get($"/mentees/{trio.Mentee}/suggestions/{lesser}").ShouldBeProblem(HttpStatusCode.NotFound);

        await service.MatchIn(trio, MatchState.AgreedByMentee);
        (await About(lesser)).NotNow.Single().Rule.ShouldBe("one-match");
    }

    [Fact]
    public async Task Without_readiness_nothing_is_computed()
    {
        var trio = await service.Three();
        await service.TellAndWait(new MenteeReadinessLapsed { MenteeId = trio.Mentee.Value, At = service.Clock.GetUtcNow() });
        var answer = await Ask(trio);
        answer.NotNow.Single().Rule.ShouldBe("ready");
        answer.Suggestions.ShouldBeEmpty();
        answer.Impossible.ShouldBe(0);
        (await Others(trio)).NotPossible.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("51")]
    [InlineData("many")]
    public async Task A_strange_take_is_refused_in_words(string take)
    {
        var trio = await service.Three();
        await service.AsCaseworker(trio.Caseworker).Get($"/mentees/{trio.Mentee}/suggestions?take={take}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Everybody_can_read_the_policy()
    {
        var policy = (await service.AsMentee().Get<IReadOnlyList<MatchingPolicy>>("/policies")).ShouldHaveSingleItem();
        policy.Version.ShouldBe(1);
        policy.Weights.Goals.ShouldBe([20, 10, 5]);
        policy.NotUsed.ShouldBe(MatchingPolicy.First.NotUsed);
    }

    public sealed class Own : OwnMatchingService;
}
