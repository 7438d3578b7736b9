using Mentoring.Contracts.Matching;

namespace Mentoring.Mentees.Tests;

public sealed class MyDataTests(MenteeService service)
{
    [Fact]
    public async Task A_young_person_takes_all_their_data_with_them_and_nobody_elses_words()
    {
        var (me, mentor) = (CaseworkerId.New(), MentorId.New());
        var id = await service.Ready(me);
        await service.AsCaseworker(me).Put($"/mentees/{id}/risk-assessment", Some.PlanUntil(service.Today.AddMonths(2), "At the park too.")).ShouldSucceed();
        await service.AsMentee(id).Post($"/mentees/{id}/pause", new { why = "Exams." }).ShouldSucceed();
        await service.AsCaseworker(me).Post($"/mentees/{id}/caseworker", new { caseworkerId = CaseworkerId.New(), why = "Between us colleagues." }).ShouldSucceed();
        var match = MatchId.New().Value;
        await service.TellAndWait(new MatchApproved { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, At = service.Clock.GetUtcNow() });

        var answer = await service.AsMentee(id).Get("/mentees/me/data");

        var data = await answer.ShouldBe<TakeMyData.Answer>(HttpStatusCode.OK);
        data.Record.LastName.ShouldBe("Morgan");
        data.Record.Profile!.WhatToAvoid.ShouldBe(Some.Profile.WhatToAvoid);
        data.Record.Consents.Count.ShouldBe(1);
        data.SafetyPlans.Select(p => p.YoungPersonsWords).ShouldBe([Some.Plan.YoungPersonsWords, "At the park too."]);
        var shown = data.ShownTo.ShouldHaveSingleItem();
        (shown.MatchId.Value, shown.Until).ShouldBe((match, null));
        data.Timeline[0].What.ShouldBe(Happening.Referred);
        data.Timeline.Single(l => l.What == Happening.Paused).Why.ShouldBe("Exams.");
        data.NotIncluded.ShouldContain("What your caseworker wrote when they asked us to help you.");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldNotContain("Between us colleagues.");
        text.ShouldNotContain("Asked for somebody to talk to.");
        await service.AsMentee().Get("/mentees/me/data").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Names_are_given_of_the_own_caseload_only_and_of_a_hundred_at_most()
    {
        var (me, cover) = (CaseworkerId.New(), CaseworkerId.New());
        MenteeId[] mine = [await service.Referred(me), await service.Ready(me)];
        var another = await service.Referred();
        var url = $"/mentees/names?ids={mine[1]}&ids={another}&ids={mine[0]}&ids={MenteeId.New()}";

        (await service.AsCaseworker(me).Get<IReadOnlyList<SeeNames.Name>>(url)).Select(n => (n.Id, n.FirstName, n.LastName)).ShouldBe(mine.Select(id => (id, "Riley", "Morgan")), ignoreOrder: true);
        (await service.AsCaseworker(cover).Get<IReadOnlyList<SeeNames.Name>>(url)).ShouldBeEmpty();
        await service.AsCaseworker(me).Put("/caseworkers/me/cover", new { coverId = cover, first = service.Today, last = service.Today }).ShouldSucceed();
        (await service.AsCaseworker(cover).Get<IReadOnlyList<SeeNames.Name>>(url)).Count.ShouldBe(2);
        (await service.AsCaseworker(me).Get<IReadOnlyList<SeeNames.Name>>("/mentees/names")).ShouldBeEmpty();
        await service.AsCaseworker(me).Get("/mentees/names?ids=nobody").ShouldBeProblem(HttpStatusCode.BadRequest);
        var many = string.Join('&', Enumerable.Range(0, SeeNames.Most + 1).Select(_ => $"ids={MenteeId.New()}"));
        await service.AsCaseworker(me).Get($"/mentees/names?{many}").ShouldBeProblem(HttpStatusCode.BadRequest, "at most");
    }
}
