using Mentoring.Contracts.Matching;
using Mentoring.Contracts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees.Tests;

/// <summary>The safety plan: made together, and shown to the mentor only where the young person says so.</summary>
public sealed class SafetyPlanTests(MenteeService service)
{
    private readonly CaseworkerId caseworker = CaseworkerId.New();
    private readonly MentorId mentor = MentorId.New();
    private readonly Guid match = MatchId.New().Value;

    private static Risk Night { get; } = new() { WhatCouldHappen = "The last bus is gone.", Likelihood = 2, Impact = 3, WhatWeDo = "We end by seven.", Who = "Both", Until = null, YoungPersonsWords = "It is dark there." };

    private async Task<MenteeId> Matched(RiskPlan? plan = null)
    {
        var mentee = Some.Ready(caseworker, service.Today);
        if (plan is not null)
        {
            mentee.AssessRisk(plan, service.Today.AddMonths(3), caseworker, service.Today, service.Clock.GetUtcNow());
            mentee.SignRiskAssessment(2, caseworker, service.Today, service.Clock.GetUtcNow());
            mentee.SignRiskAssessment(2, service.Today, service.Clock.GetUtcNow());
        }

        await service.Store(mentee);
        await service.TellAndWait(new MatchApproved { MatchId = match, MenteeId = mentee.Id.Value, MentorId = mentor.Value, At = service.Clock.GetUtcNow() });
        return mentee.Id;
    }

    private static string Sharing(MenteeId id, int risk = 1) => $"/mentees/{id}/risk-assessment/risks/{risk}/sharing";

    private Task<HttpResponseMessage> Share(MenteeId id, int risk = 1, bool shared = true, int version = 1) => service.AsMentee(id).Put(Sharing(id, risk), new { version, shared });

    private async Task<IReadOnlyList<string>> Read(MenteeId id) =>
        [.. (await service.AsMentor(mentor).Get<SeeIntroduction.Answer>($"/mentees/{id}/introduction")).SafetyPlan.Select(p => p.WhatCouldHappen)];

    [Fact]
    public async Task Nothing_is_shown_to_the_mentor_unless_the_young_person_says_so_and_then_exactly_that()
    {
        var until = service.Today.AddMonths(1);
        var id = await Matched(Some.Plan with { Risks = [Some.Plan.Risks[0], Night with { Until = until }] });
        (await Read(id)).ShouldBeEmpty("no is what holds until they choose");

        await Share(id, risk: 2, version: 2).ShouldSucceed();
        var text = await (await service.AsMentor(mentor).Get($"/mentees/{id}/introduction")).Content.ReadAsStringAsync();
        text.ShouldContain("The last bus is gone.");
        text.ShouldContain("We end by seven.");
        text.ShouldContain(until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var never in (string[])["Somebody follows me home.", "It is dark there.", "I feel safe at the library.", "likelihood", "impact"]) text.ShouldNotContain(never, Case.Insensitive);
        (await (await service.AsMentor(mentor).Get("/mentees/introductions")).Content.ReadAsStringAsync()).ShouldNotContain("The last bus is gone.", Case.Insensitive, "lists need no plan");

        await Share(id, risk: 2, shared: false, version: 2).ShouldSucceed();
        (await Read(id)).ShouldBeEmpty();
        (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).RiskAssessment!.Sharings.ShouldHaveSingleItem().WithdrawnAt.ShouldNotBeNull("that they had said yes is kept");
    }

    [Fact]
    public async Task Choosing_touches_no_signature_and_no_readiness()
    {
        var id = await Matched();
        var plan = await (await Share(id)).ShouldBe<SafetyPlan>(HttpStatusCode.OK);
        (plan.SignedByMenteeAt, plan.SignedByCaseworkerAt).ShouldSatisfyAllConditions(s => s.SignedByMenteeAt.ShouldNotBeNull(), s => s.SignedByCaseworkerAt.ShouldNotBeNull());
        (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Standing.Stage.ShouldBe(MenteeStage.Ready);
        (await (await Share(id)).ShouldBe<SafetyPlan>(HttpStatusCode.OK)).Sharings.Count.ShouldBe(1, "said again it is the same choice");
    }

    [Fact]
    public async Task Nobody_chooses_for_the_young_person()
    {
        var id = await Matched();
        var both = Persona.Caseworker(caseworker) with { Roles = [Roles.Caseworker, Roles.Mentee], Mentee = MenteeId.New() };
        foreach (var somebody in (HttpClient[])[service.AsCaseworker(caseworker), service.AsMentor(mentor), service.AsLead("A concern was raised."), service.AsCoordinator(), service.AsAdministrator()])
            await somebody.Put(Sharing(id), new { version = 1, shared = true }).ShouldBeProblem(HttpStatusCode.Forbidden);
        await service.AsMentee(MenteeId.New()).Put(Sharing(id), new { version = 1, shared = true }).ShouldBeProblem(HttpStatusCode.NotFound);
        await service.As(both).Put(Sharing(id), new { version = 1, shared = true }).ShouldBeProblem(HttpStatusCode.NotFound);

        // Nor with the plan itself: what is not asked for there is refused.
        var risk = new { whatCouldHappen = "Somebody follows me home.", likelihood = 2, impact = 4, whatWeDo = "We meet at the library.", who = "Both", shared = true };
        await service.AsCaseworker(caseworker).Put($"/mentees/{id}/risk-assessment", new { risks = new[] { risk }, youngPersonsWords = "OK", reviewOn = service.Today.AddMonths(2) }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsCaseworker(caseworker)
            .Put($"/mentees/{id}/risk-assessment", new { Some.Plan.Risks, youngPersonsWords = "OK", reviewOn = service.Today.AddMonths(2), sharings = new[] { new { risk = 1, givenAt = service.Clock.GetUtcNow(), withdrawnAt = (DateTimeOffset?)null } } })
            .ShouldBeProblem(HttpStatusCode.BadRequest);
        (await Read(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_other_mentor_reads_it_and_theirs_only_until_the_end_and_not_while_contact_is_paused()
    {
        var id = await Matched();
        await Share(id).ShouldSucceed();
        (await Read(id)).ShouldBe(["Somebody follows me home."]);

        var (other, former) = (MentorId.New(), MentorId.New());
        await service.TellAndWait(new MatchApproved { MatchId = MatchId.New().Value, MenteeId = (await service.Ready()).Value, MentorId = other.Value, At = service.Clock.GetUtcNow() });
        await service.Store(new Introduction { Match = MatchId.New(), Mentee = id, Mentor = former, ApprovedAt = service.Clock.GetUtcNow(), EndedAt = service.Clock.GetUtcNow() });
        foreach (var somebody in (HttpClient[])[service.AsMentor(other), service.AsMentor(former)]) await somebody.Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
        foreach (var somebody in (HttpClient[])[service.AsCoordinator(), service.AsAdministrator()]) await somebody.Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.Forbidden);

        var now = service.Clock.GetUtcNow();
        await service.TellAndWait(new ContactPaused { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, At = now });
        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.TellAndWait(new ContactResumed { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, At = now.AddSeconds(1) });
        (await Read(id)).Count.ShouldBe(1);
        await service.TellAndWait(new MatchEnded { MatchId = match, MenteeId = id.Value, MentorId = mentor.Value, Kind = "planned", At = now.AddSeconds(2) });
        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_version_keeps_their_yes_for_what_stands_in_it_word_for_word_and_shows_nothing_until_both_have_signed()
    {
        var id = await Matched(Some.Plan with { Risks = [Some.Plan.Risks[0], Night] });
        await Share(id, risk: 1, version: 2).ShouldSucceed();
        await Share(id, risk: 2, version: 2).ShouldSucceed();

        // The first is said otherwise, the second comes first.
        var changed = Some.Plan.Risks[0] with { WhatWeDo = "Nan picks me up." };
        await service.AsCaseworker(caseworker).Put($"/mentees/{id}/risk-assessment", new { risks = new[] { Night, changed }, youngPersonsWords = "OK", reviewOn = service.Today.AddMonths(2) }).ShouldSucceed();
        (await Read(id)).ShouldBeEmpty("nobody has signed it");
        await Share(id, risk: 1, shared: false, version: 2).ShouldBeProblem(HttpStatusCode.Conflict, "read it again");
        await service.AsCaseworker(caseworker).Post($"/mentees/{id}/risk-assessment/signature", new { version = 3 }).ShouldSucceed();
        (await Read(id)).ShouldBeEmpty("the young person has not signed it");
        await service.AsMentee(id).Post($"/mentees/{id}/risk-assessment/signature", new { version = 3 }).ShouldSucceed();
        (await Read(id)).ShouldBe([Night.WhatCouldHappen]);
    }

    [Fact]
    public async Task A_part_that_is_not_there_is_refused_in_a_sentence()
    {
        var id = await Matched();
        foreach (var number in (int[])[0, -1, 2, int.MaxValue]) await Share(id, number).ShouldBeProblem(HttpStatusCode.Conflict, "no such part");
        var bare = await service.Referred(caseworker);
        await Share(bare).ShouldBeProblem(HttpStatusCode.Conflict, "no such part");
    }

    [Fact]
    public async Task What_they_want_changed_stands_beside_the_plan_until_they_sign()
    {
        var mentee = Some.Referred(caseworker);
        await service.Store(mentee);
        var wish = $"/mentees/{mentee.Id}/risk-assessment/wish";
        await service.AsMentee(mentee.Id).Put(wish, new { version = 1, words = "The bus is missing." }).ShouldBeProblem(HttpStatusCode.Conflict, "no safety plan yet");
        await service.AsCaseworker(caseworker).Put($"/mentees/{mentee.Id}/risk-assessment", Some.PlanUntil(service.Today.AddMonths(2))).ShouldSucceed();
        await service.AsMentee(mentee.Id).Put(wish, new { version = 1, words = " The bus is missing. " }).ShouldSucceed();
        await service.AsCaseworker(caseworker).Put(wish, new { version = 1, words = "No, it is not." }).ShouldBeProblem(HttpStatusCode.Forbidden);
        var plan = (await service.AsCaseworker(caseworker).Get<SeeMentee.Answer>($"/mentees/{mentee.Id}")).RiskAssessment!;
        (plan.Wish, plan.SignedByMenteeAt).ShouldBe(("The bus is missing.", null));
        await service.AsMentee(mentee.Id).Post($"/mentees/{mentee.Id}/risk-assessment/signature", new { version = 1 }).ShouldSucceed();
        await service.AsMentee(mentee.Id).Put(wish, new { version = 1, words = "And the train." }).ShouldBeProblem(HttpStatusCode.Conflict, "Your name is on this plan already");
    }

    [Fact]
    public async Task Nothing_is_to_be_done_for_longer_than_the_plan_holds()
    {
        var id = await service.Referred(caseworker);
        var plan = new { risks = new[] { Night, Night with { Until = service.Today.AddMonths(3) } }, youngPersonsWords = "OK", reviewOn = service.Today.AddMonths(2) };
        await service.AsCaseworker(caseworker).Put($"/mentees/{id}/risk-assessment", plan).ShouldBeProblem(HttpStatusCode.BadRequest);
        Some.Referred(caseworker).AssessRisk(Some.Plan with { Risks = [Night with { Until = Some.Today.AddMonths(3) }] }, Some.Today.AddMonths(2), caseworker, Some.Today, Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("risk 1 ends after the day");
    }

    /// <summary>As it stood in the column before there were words, an end and choices for each risk.</summary>
    [Fact]
    public async Task A_plan_that_was_stored_before_is_still_read_and_the_same_again_changes_nothing()
    {
        var id = await Matched();
        const string old = """{"risks":[{"whatCouldHappen":"Somebody follows me home.","likelihood":2,"impact":4,"whatWeDo":"We meet at the library.","who":"Riley"}],"youngPersonsWords":"I feel safe at the library."}""";
        await service.Db(db => db.Database.ExecuteSqlAsync($"update risk_assessments set plan = {old}::jsonb, sharings = default where mentee_id = {id.Value}"));
        var plan = (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).RiskAssessment!;
        var risk = plan.Risks.ShouldHaveSingleItem();
        (risk.Until, risk.YoungPersonsWords, plan.Sharings.Count, plan.Wish).ShouldBe((null, null, 0, null));

        var again = new { risks = new[] { new { whatCouldHappen = "Somebody follows me home.", likelihood = 2, impact = 4, whatWeDo = "We meet at the library.", who = "Riley" } }, youngPersonsWords = "I feel safe at the library.", reviewOn = plan.ReviewOn };
        (await service.AsCaseworker(caseworker).Put($"/mentees/{id}/risk-assessment", again).ShouldBe<SafetyPlan>(HttpStatusCode.OK)).Version.ShouldBe(1);
        await Share(id).ShouldSucceed();
        (await Read(id)).Count.ShouldBe(1);
    }

    [Fact]
    public void Who_has_left_shares_nothing_more_and_can_still_take_back_what_they_shared()
    {
        var mentee = Some.Ready();
        mentee.ShareRisk(1, 1, shared: true, Some.Noon).Changed.ShouldBeTrue();
        mentee.Leave(Who.Themselves, null, Some.Noon);
        mentee.ShareRisk(1, 1, shared: false, Some.Noon).Changed.ShouldBeTrue();
        mentee.ShareRisk(1, 1, shared: true, Some.Noon).IsRefused.ShouldBeTrue();
    }
}
