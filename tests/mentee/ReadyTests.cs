using Mentoring.Contracts.Mentees;

namespace Mentoring.Mentees.Tests;

public sealed class ReadyTests(MenteeService service)
{
    [Fact]
    public async Task From_referral_to_ready_step_by_step()
    {
        var caseworkerId = CaseworkerId.New();
        var id = await service.Referred(caseworkerId);
        var (caseworker, mentee) = (service.AsCaseworker(caseworkerId), service.AsMentee(id));
        var statement = await service.AsNobody().Get<ReadConsentStatement.Answer>("/consent-statement");
        statement.Words.ShouldNotBeEmpty();

        (await mentee.Put($"/mentees/{id}/profile", Some.Profile).ShouldBe<Standing>(HttpStatusCode.OK)).StillNeeded.ShouldBe([Need.Consent, Need.RiskAssessment]);
        (await mentee.Post($"/mentees/{id}/consent", new { statementVersion = statement.Version, agreed = true }).ShouldBe<Standing>(HttpStatusCode.OK)).Stage.ShouldBe(MenteeStage.Agreed);
        var plan = await caseworker.Put($"/mentees/{id}/risk-assessment", Some.PlanUntil(service.Today.AddMonths(4))).ShouldBe<SafetyPlan>(HttpStatusCode.OK);
        (plan.Version, plan.SignedByMenteeAt).ShouldBe((1, null));
        await service.HeardNo<MenteeReady>(f => f.MenteeId == id.Value);

        // Both sign at the same moment: one of the two must see the other's name.
        await Task.WhenAll(
            caseworker.Post($"/mentees/{id}/risk-assessment/signature", new { version = 1 }).ShouldBe(HttpStatusCode.OK),
            mentee.Post($"/mentees/{id}/risk-assessment/signature", new { version = 1 }).ShouldBe(HttpStatusCode.OK));

        var own = await mentee.Get<SeeMyself.Answer>("/mentees/me");
        own.Standing.Stage.ShouldBe(MenteeStage.Ready);
        own.Standing.WhatYouCanDo.ShouldBeEmpty();
        own.Profile!.GoalsInMyWords.ShouldBe(Some.Profile.GoalsInMyWords);
        own.Profile.Weekly.ShouldBe(Some.Profile.Weekly);
        own.RiskAssessment!.Risks.ShouldBe(Some.Plan.Risks);
        (await service.HeardOnce<MenteeReady>(f => f.MenteeId == id.Value)).ReadyUntil.ShouldBe(service.Today.AddMonths(4));
        (await service.HeardOnce<MenteeProfileChanged>(f => f.MenteeId == id.Value)).OutwardPostcode.ShouldBe("LE2");
    }

    [Fact]
    public async Task Nobody_says_yes_for_a_young_person_not_even_their_caseworker_with_an_account_as_mentee()
    {
        var caseworker = CaseworkerId.New();
        var id = await service.Referred(caseworker);
        var both = Persona.Caseworker(caseworker) with { Roles = [Roles.Caseworker, Roles.Mentee], Mentee = MenteeId.New() };

        await service.As(both).Post($"/mentees/{id}/consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = true }).ShouldBeProblem(HttpStatusCode.NotFound);
        await service.As(both).Post($"/mentees/{id}/consent/withdrawal").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker(caseworker).Post($"/mentees/{id}/consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = true }).ShouldBeProblem(HttpStatusCode.Forbidden);
        (await service.AsCaseworker(caseworker).Get<SeeMentee.Answer>($"/mentees/{id}")).Consents.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mentee_cannot_write_their_own_risk_assessment_also_when_they_work_as_a_caseworker()
    {
        var id = await service.Ready();
        var both = Persona.AMentee(id) with { Roles = [Roles.Caseworker, Roles.Mentee] };

        await service.As(both).Put($"/mentees/{id}/risk-assessment", Some.PlanUntil(service.Today.AddMonths(1))).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_no_is_no_consent()
    {
        var id = await service.Referred();

        await service.AsMentee(id).Post($"/mentees/{id}/consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = false }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsMentee(id).Post($"/mentees/{id}/consent", new { statementVersion = "2019-1", agreed = true }).ShouldBeProblem(HttpStatusCode.Conflict, "words have changed");

        (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Standing.Stage.ShouldBe(MenteeStage.Referred);
    }

    [Fact]
    public async Task Taking_the_yes_back_always_works_and_is_told_once()
    {
        var id = await service.Ready();
        var mentee = service.AsMentee(id);

        (await mentee.Post($"/mentees/{id}/consent/withdrawal").ShouldBe<Standing>(HttpStatusCode.OK)).Stage.ShouldBe(MenteeStage.Referred);
        await mentee.Post($"/mentees/{id}/consent/withdrawal").ShouldBe(HttpStatusCode.OK);

        await service.HeardOnce<MenteeReadinessLapsed>(f => f.MenteeId == id.Value);
        (await mentee.Get<SeeMyself.Answer>("/mentees/me")).Consents.ShouldHaveSingleItem().WithdrawnAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Saving_the_same_profile_again_tells_nothing_new()
    {
        var caseworker = CaseworkerId.New();
        var id = await service.Ready(caseworker);
        await service.HeardOnce<MenteeProfileChanged>(f => f.MenteeId == id.Value);

        await service.AsCaseworker(caseworker).Put($"/mentees/{id}/profile", Some.Profile).ShouldBe(HttpStatusCode.OK);
        await service.HeardOnce<MenteeProfileChanged>(f => f.MenteeId == id.Value);

        await service.AsCaseworker(caseworker).Put($"/mentees/{id}/profile", Some.Profile with { Online = false }).ShouldBe(HttpStatusCode.OK);
        await service.Heard<MenteeProfileChanged>(f => f.MenteeId == id.Value && !f.Online);
    }

    [Fact]
    public void Of_the_birthday_only_the_year_is_told_and_told_again_when_it_was_wrong()
    {
        var riley = Some.Riley with { DateOfBirth = new(Some.Riley.DateOfBirth.Year, 6, 1) };
        var mentee = Some.Referred(person: riley);
        mentee.Describe(Some.Profile, Who.Themselves, London.DateAt(Some.Noon), Some.Noon);
        var told = mentee.ToldOf<MenteeProfileChanged>().ShouldHaveSingleItem();
        (told.BornIn, told.WaitingSince).ShouldBe((riley.DateOfBirth.Year, London.DateAt(Some.Noon)));
        told.Hopes.ShouldBe(["sport-and-fitness"]);
        told.NeverMatchOn.ShouldBe(["near"]);

        mentee.Correct(riley with { DateOfBirth = riley.DateOfBirth.AddDays(1) }, Who.Themselves, Some.Noon);
        mentee.ToldOf<MenteeProfileChanged>().Count.ShouldBe(1);
        mentee.Correct(riley with { DateOfBirth = riley.DateOfBirth.AddYears(1) }, Who.Themselves, Some.Noon);
        mentee.ToldOf<MenteeProfileChanged>().Count.ShouldBe(2);
        mentee.ToldOf<MenteeProfileChanged>()[1].BornIn.ShouldBe(riley.DateOfBirth.Year + 1);
    }

    [Fact]
    public async Task An_edit_voids_the_signatures_and_the_old_version_cannot_be_signed()
    {
        var caseworker = CaseworkerId.New();
        var id = await service.Ready(caseworker);

        var plan = await service.AsCaseworker(caseworker).Put($"/mentees/{id}/risk-assessment", Some.PlanUntil(service.Today.AddMonths(3), "Somewhere else.")).ShouldBe<SafetyPlan>(HttpStatusCode.OK);

        (plan.Version, plan.SignedByMenteeAt, plan.SignedByCaseworkerAt).ShouldBe((2, null, null));
        await service.HeardOnce<MenteeReadinessLapsed>(f => f.MenteeId == id.Value);
        await service.AsMentee(id).Post($"/mentees/{id}/risk-assessment/signature", new { version = 1 }).ShouldBeProblem(HttpStatusCode.Conflict, "read it again");
        await service.AsMentee(id).Post($"/mentees/{id}/risk-assessment/signature", new { version = 2 }).ShouldBe(HttpStatusCode.OK);
        var standing = await service.AsCaseworker(caseworker).Post($"/mentees/{id}/risk-assessment/signature", new { version = 2 }).ShouldBe<Standing>(HttpStatusCode.OK);
        standing.Stage.ShouldBe(MenteeStage.Ready);
    }

    [Fact]
    public async Task A_review_too_far_off_is_a_mistake_in_the_request()
    {
        var caseworker = CaseworkerId.New();
        var id = await service.Referred(caseworker);

        foreach (var reviewOn in (DateOnly[])[service.Today, service.Today.AddMonths(6).AddDays(1)])
            await service.AsCaseworker(caseworker).Put($"/mentees/{id}/risk-assessment", Some.PlanUntil(reviewOn)).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pausing_coming_back_and_leaving()
    {
        var caseworker = CaseworkerId.New();
        var id = await service.Ready(caseworker);
        var mentee = service.AsMentee(id);
        await service.HeardOnce<MenteeReady>(f => f.MenteeId == id.Value);

        (await mentee.Post($"/mentees/{id}/pause", new { }).ShouldBe<Standing>(HttpStatusCode.OK)).Stage.ShouldBe(MenteeStage.Paused);
        await service.AsCaseworker(caseworker).Post($"/mentees/{id}/pause", new { }).ShouldBe(HttpStatusCode.OK);
        await service.HeardOnce<MenteePaused>(f => f.MenteeId == id.Value);
        (await service.AsCaseworker(caseworker).Post($"/mentees/{id}/resume").ShouldBe<Standing>(HttpStatusCode.OK)).Stage.ShouldBe(MenteeStage.Ready);
        await service.Heard<MenteeReady>(f => f.MenteeId == id.Value);

        (await mentee.Post($"/mentees/{id}/leave", new { }).ShouldBe<Standing>(HttpStatusCode.OK)).Stage.ShouldBe(MenteeStage.Left);
        await mentee.Post($"/mentees/{id}/leave", new { }).ShouldBe(HttpStatusCode.OK);
        await service.HeardOnce<MenteeLeft>(f => f.MenteeId == id.Value);
        await mentee.Post($"/mentees/{id}/resume").ShouldBeProblem(HttpStatusCode.Conflict, "You have left");
        await mentee.Post($"/mentees/{id}/pause", new { }).ShouldBeProblem(HttpStatusCode.Conflict, "You have left");
        await mentee.Put($"/mentees/{id}/profile", Some.Profile with { Online = false }).ShouldBeProblem(HttpStatusCode.Conflict);
        await mentee.Put($"/mentees/{id}/details", Some.Riley with { FirstName = "Ri" }).ShouldBeProblem(HttpStatusCode.Conflict);
        (await service.AsCaseworker(caseworker).Get<SeeMentee.Answer>($"/mentees/{id}")).LeftAt.ShouldNotBeNull();
    }
}
