using Mentoring.Contracts.Mentees;

namespace Mentoring.Mentees.Tests;

public sealed class ProfilePartTests(MenteeService service)
{
    [Fact]
    public async Task One_card_at_a_time_is_saved_and_the_rest_stays()
    {
        var id = await service.Referred();
        var mentee = service.AsMentee(id);

        (await mentee.Patch($"/mentees/{id}/profile", new { goalAreas = new[] { "money", "confidence", "housing" }, goalsInMyWords = "A place of my own." }).ShouldBe<Standing>(HttpStatusCode.OK))
            .StillNeeded.ShouldBe([Need.Consent, Need.Language, Need.WayToMeet, Need.FreeTime, Need.RiskAssessment]);
        await mentee.Patch($"/mentees/{id}/profile", new { whatToAvoid = "Not my dad." }).ShouldSucceed();
        await mentee.Patch($"/mentees/{id}/profile", new { inPerson = true, outwardPostcode = "le2 1aa" }).ShouldSucceed();
        await mentee.Patch($"/mentees/{id}/profile", new { }).ShouldSucceed();

        var profile = (await mentee.Get<SeeMyself.Answer>("/mentees/me")).Profile!;
        profile.GoalAreas.ShouldBe(["money", "confidence", "housing"]);
        (profile.GoalsInMyWords, profile.WhatToAvoid, profile.OutwardPostcode, profile.InPerson, profile.Online, profile.Zone).ShouldBe(("A place of my own.", "Not my dad.", "LE2", true, false, "Europe/London"));
    }

    [Fact]
    public async Task The_order_of_goal_areas_is_theirs_is_kept_and_is_told()
    {
        var id = await service.Ready();

        await service.AsMentee(id).Patch($"/mentees/{id}/profile", new { goalAreas = new[] { "money", "confidence" } }).ShouldSucceed();

        (await service.Heard<MenteeProfileChanged>(f => f.MenteeId == id.Value && f.GoalAreas[0] == "money")).GoalAreas.ShouldBe(["money", "confidence"]);
        (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Profile!.GoalAreas.ShouldBe(["money", "confidence"]);
    }

    [Fact]
    public async Task An_empty_text_or_list_takes_away_what_was_there()
    {
        var id = await service.Ready();

        await service.AsMentee(id).Patch($"/mentees/{id}/profile", new { aboutMe = " ", dislikes = Array.Empty<string>() }).ShouldSucceed();

        var profile = (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Profile!;
        profile.AboutMe.ShouldBeNull();
        profile.Dislikes.ShouldBeEmpty();
        profile.GoalsInMyWords.ShouldBe(Some.Profile.GoalsInMyWords);
    }

    [Fact]
    public async Task A_part_must_fit_to_what_was_saved_before()
    {
        var id = await service.Ready();

        var problem = await service.AsMentee(id).Patch($"/mentees/{id}/profile", new { dislikes = new[] { "football" } }).ShouldBeProblem(HttpStatusCode.BadRequest);

        problem.GetProperty("errors").GetProperty("dislikes")[0].GetString()!.ShouldContain("in both lists");
        (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Profile!.Dislikes.ShouldBe(Some.Profile.Dislikes);
    }

    [Fact]
    public async Task Two_cards_saved_at_once_are_both_kept()
    {
        var id = await service.Referred();

        await Task.WhenAll(
            service.AsMentee(id).Patch($"/mentees/{id}/profile", new { aboutMe = "I live with my nan." }).ShouldSucceed(),
            service.AsMentee(id).Patch($"/mentees/{id}/profile", new { languages = new[] { "en" } }).ShouldSucceed());

        var profile = (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Profile!;
        profile.AboutMe.ShouldBe("I live with my nan.");
        profile.Languages.ShouldBe(["en"]);
    }
}
