namespace Mentoring.Mentees.Tests;

// Who waits for a caseworker is the same for everybody, so this service has nobody else's.
public sealed class SummaryTests(SummaryTests.Own service) : IClassFixture<SummaryTests.Own>
{
    private readonly CaseworkerId me = CaseworkerId.New();

    [Fact]
    public async Task A_caseworker_sees_who_needs_what()
    {
        var bare = await service.Referred(me);
        var ready = await service.Ready(me);
        var agreed = await Store(Some.Referred(me), m => m.Agree(ConsentStatement.Newest.Version, service.Today, Some.Noon));
        var unsigned = await Store(Some.Ready(me, service.Today), m => m.AssessRisk(Some.Plan, service.Today.AddMonths(5), me, service.Today, Some.Noon));
        var due = await Store(Some.Referred(me), m => Prepare(m, service.Today.AddDays(SeeWhoNeedsWhat.DaysAhead)));
        var later = await Store(Some.Referred(me), m => Prepare(m, service.Today.AddDays(SeeWhoNeedsWhat.DaysAhead + 1)));
        var resting = await Store(Some.Referred(me), m => m.Pause(Who.Themselves, null, Some.Noon));
        await Store(Some.Referred(me), m => m.Leave(Who.Themselves, null, Some.Noon));
        await service.Referred();

        var seen = await service.AsCaseworker(me).Get<SeeWhoNeedsWhat.Answer>("/mentees/summary");

        seen.Stages.ShouldBe(new Dictionary<string, int> { ["referred"] = 1, ["agreed"] = 2, ["ready"] = 3, ["paused"] = 1, ["left"] = 1 });
        Ids(seen.ConsentMissing).ShouldBe([bare]);
        Ids(seen.ProfileMissing).ShouldBe([bare, agreed]);
        Ids(seen.RiskAssessmentMissing).ShouldBe([bare, agreed]);
        Ids(seen.RiskAssessmentUnsigned).ShouldBe([unsigned]);
        seen.ReviewDue.Named.Select(p => (p.Id, p.On)).ShouldBe([(due, service.Today.AddDays(SeeWhoNeedsWhat.DaysAhead))]);
        seen.ReadinessEnding.Named.Select(p => (p.Id, p.On)).ShouldBe([(due, service.Today.AddDays(SeeWhoNeedsWhat.DaysAhead))]);
        new[] { ready, later, resting }.ShouldBeSubsetOf((await service.AsCaseworker(me).Get<SeeCaseload.Answer>("/mentees")).Items.Select(i => i.Id));
    }

    [Fact]
    public async Task A_count_names_twenty_and_counts_all_and_those_covered_are_marked()
    {
        var cover = CaseworkerId.New();
        for (var i = 0; i <= SeeWhoNeedsWhat.MostNamed; i++) await service.Referred(me);
        await service.AsCaseworker(me).Put("/caseworkers/me/cover", new { coverId = cover, first = service.Today, last = service.Today }).ShouldSucceed();

        var seen = await service.AsCaseworker(cover).Get<SeeWhoNeedsWhat.Answer>("/mentees/summary");

        (seen.ConsentMissing.Count, seen.ConsentMissing.Named.Count).ShouldBe((SeeWhoNeedsWhat.MostNamed + 1, SeeWhoNeedsWhat.MostNamed));
        seen.ConsentMissing.Named.ShouldAllBe(p => p.Covering);
    }

    [Fact]
    public async Task Who_waits_for_a_caseworker_is_seen_by_all_of_them_without_the_last_name()
    {
        var waiting = Mentee.ReferThemselves(Some.Riley, null, Some.Noon);
        await service.Store(waiting);

        var answer = await service.AsCaseworker(me).Get("/mentees/summary");

        (await answer.ShouldBe<SeeWhoNeedsWhat.Answer>(HttpStatusCode.OK)).Waiting.Named.ShouldHaveSingleItem().Id.ShouldBe(waiting.Id);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Morgan");
        await service.AsCaseworker(me).Post($"/mentees/{waiting.Id}/caseworker", new { caseworkerId = me }).ShouldSucceed();
        (await service.AsCaseworker(me).Get<SeeWhoNeedsWhat.Answer>("/mentees/summary")).Waiting.Count.ShouldBe(0);
    }

    private void Prepare(Mentee mentee, DateOnly reviewOn)
    {
        mentee.Describe(Some.Profile, Who.Themselves, service.Today, Some.Noon);
        mentee.Agree(ConsentStatement.Newest.Version, service.Today, Some.Noon);
        mentee.AssessRisk(Some.Plan, reviewOn, me, service.Today, Some.Noon);
        mentee.SignRiskAssessment(1, me, service.Today, Some.Noon);
        mentee.SignRiskAssessment(1, service.Today, Some.Noon);
    }

    private async Task<MenteeId> Store(Mentee mentee, Action<Mentee> but)
    {
        but(mentee);
        await service.Store(mentee);
        return mentee.Id;
    }

    private static IEnumerable<MenteeId> Ids(SeeWhoNeedsWhat.People people) => people.Named.Select(p => p.Id);

    public sealed class Own : MenteeService;
}
