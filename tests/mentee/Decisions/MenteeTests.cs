using Mentoring.Contracts.Mentees;

namespace Mentoring.Mentees.Tests.Decisions;

public sealed class MenteeTests
{
    [Fact]
    public void A_caseworker_who_refers_takes_the_young_person_on()
    {
        var mentee = Some.Referred();

        mentee.Caseworker.ShouldBe(Some.Caseworker);
        mentee.ToldOf<MenteeReferred>().ShouldHaveSingleItem().MenteeId.ShouldBe(mentee.Id.Value);
        mentee.ToldOf<CaseworkerAssigned>().ShouldHaveSingleItem().CaseworkerId.ShouldBe(Some.Caseworker.Value);
    }

    [Fact]
    public void Who_asks_themselves_waits_for_a_caseworker()
    {
        var mentee = Mentee.ReferThemselves(Some.Riley, "  ", Some.Noon);

        mentee.Caseworker.ShouldBeNull();
        mentee.ReferralNote.ShouldBeNull();
        mentee.Told.ShouldHaveSingleItem().ShouldBeOfType<MenteeReferred>();
    }

    [Fact]
    public void Assigning_the_same_caseworker_again_tells_nothing_new()
    {
        var mentee = Some.Referred();

        mentee.AssignTo(Some.Caseworker, Some.Caseworker, null, Some.Noon).ShouldBe(Decision.AlreadySo);

        mentee.ToldOf<CaseworkerAssigned>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Saying_yes_twice_on_one_day_is_one_yes()
    {
        var mentee = Some.Referred();
        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon).ShouldBe(Decision.Done);
        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.Consents.ShouldHaveSingleItem().Until.ShouldBe(new DateOnly(2027, 11, 23));
    }

    [Fact]
    public void Saying_yes_after_taking_it_back_is_a_new_yes()
    {
        var mentee = Some.Referred();
        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon);
        mentee.WithdrawConsent(Some.Today, Some.Noon);

        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon).ShouldBe(Decision.Done);

        mentee.Stage.ShouldBe(MenteeStage.Agreed);
        mentee.Consents.Select(c => c.WithdrawnAt is null).ShouldBe([false, true]);
    }

    [Fact]
    public void A_yes_to_old_words_is_refused() =>
        Some.Referred().Agree("2019-1", Some.Today, Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("words have changed");

    [Fact]
    public void Only_the_version_that_was_read_can_be_signed()
    {
        var mentee = Some.Referred();
        mentee.SignRiskAssessment(1, Some.Today, Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("no safety plan");
        mentee.AssessRisk(Some.Plan, Some.Today.AddDays(1), Some.Caseworker, Some.Today, Some.Noon);

        mentee.SignRiskAssessment(2, Some.Today, Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("has changed");
        mentee.SignRiskAssessment(1, Some.Today.AddDays(2), Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("too old");
        mentee.SignRiskAssessment(1, Some.Today, Some.Noon).ShouldBe(Decision.Done);
        mentee.SignRiskAssessment(1, Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.SignRiskAssessment(1, Some.Caseworker, Some.Today, Some.Noon).ShouldBe(Decision.Done);
        mentee.SignRiskAssessment(1, CaseworkerId.New(), Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.RiskAssessment!.SignedBy.ShouldBe(Some.Caseworker);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(181, true)]
    [InlineData(182, false)]
    public void A_review_is_after_today_and_within_six_months(int days, bool soonEnough)
    {
        RiskAssessment.IsSoonEnough(Some.Today.AddDays(days), Some.Today).ShouldBe(soonEnough);
        Some.Referred().AssessRisk(Some.Plan, Some.Today.AddDays(days), Some.Caseworker, Some.Today, Some.Noon).IsRefused.ShouldBe(!soonEnough);
    }

    [Fact]
    public void The_profile_tells_words_and_half_a_postcode_and_nothing_written_freely()
    {
        var mentee = Some.Referred();

        mentee.Describe(Some.Profile with { OutwardPostcode = "le2 1aa" }, Who.Themselves, Some.Today, Some.Noon).ShouldBe(Decision.Done);
        mentee.Describe(Some.Profile, Who.Themselves, Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);

        var told = mentee.ToldOf<MenteeProfileChanged>().ShouldHaveSingleItem();
        told.OutwardPostcode.ShouldBe("LE2");
        told.GoalAreas.ShouldBe(["confidence", "money"]);
        told.Preferences.ShouldHaveSingleItem().Trait.ShouldBe("care-experienced");
        told.AvoidPartners.ShouldHaveSingleItem();
        told.Weekly.ShouldHaveSingleItem().Day.ShouldBe(DayOfWeek.Tuesday);
        var everything = System.Text.Json.JsonSerializer.Serialize(told);
        foreach (var secret in (string[])["Riley", "nan", "dad", "bus", "new people", "1AA"]) everything.ShouldNotContain(secret);
    }

    [Fact]
    public void A_pause_is_told_and_coming_back_is_being_ready_again()
    {
        var mentee = Some.Ready();

        mentee.Pause(Who.Themselves, null, Some.Noon).ShouldBe(Decision.Done);
        mentee.Pause(Who.Themselves, null, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.Stage.ShouldBe(MenteeStage.Paused);
        mentee.ToldOf<MenteePaused>().ShouldHaveSingleItem();

        mentee.Resume(Who.Themselves, Some.Today, Some.Noon).ShouldBe(Decision.Done);
        mentee.Resume(Who.Themselves, Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.Stage.ShouldBe(MenteeStage.Ready);
        mentee.ToldOf<MenteeReady>().Count.ShouldBe(2);
    }

    [Fact]
    public void Readiness_that_runs_out_in_a_pause_is_told_and_coming_back_is_not_ready()
    {
        var mentee = Some.Ready();
        mentee.Pause(Who.Themselves, null, Some.Noon);
        var after = mentee.ReadyUntil!.Value.AddDays(1);

        mentee.LookAgain(after, Some.Noon).ShouldBe(Decision.Done);
        mentee.Stage.ShouldBe(MenteeStage.Paused);
        mentee.Resume(Who.Themselves, after, Some.Noon);

        mentee.Stage.ShouldBe(MenteeStage.Agreed);
        mentee.ToldOf<MenteeReadinessLapsed>().Count.ShouldBe(2, "once when it ran out, and once because the break is over");
        mentee.ToldOf<MenteeReady>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Coming_back_without_ever_having_been_ready_is_told_because_the_break_is_over()
    {
        var mentee = Some.Referred();
        mentee.Pause(Who.Themselves, null, Some.Noon);

        mentee.Resume(Who.Themselves, Some.Today, Some.Noon).ShouldBe(Decision.Done);
        mentee.Resume(Who.Themselves, Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);

        mentee.Stage.ShouldBe(MenteeStage.Referred);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldHaveSingleItem();
        mentee.ToldOf<MenteeReady>().ShouldBeEmpty();
    }

    [Fact]
    public void Becoming_ready_in_a_pause_is_told_only_on_coming_back()
    {
        var mentee = Some.Referred();
        mentee.Pause(Who.Themselves, null, Some.Noon);
        mentee.Describe(Some.Profile, Who.Themselves, Some.Today, Some.Noon);
        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon);
        mentee.AssessRisk(Some.Plan, Some.Today.AddMonths(3), Some.Caseworker, Some.Today, Some.Noon);
        mentee.SignRiskAssessment(1, Some.Caseworker, Some.Today, Some.Noon);
        mentee.SignRiskAssessment(1, Some.Today, Some.Noon);
        mentee.Stage.ShouldBe(MenteeStage.Paused);
        mentee.ToldOf<MenteeReady>().ShouldBeEmpty();

        mentee.Resume(Who.Themselves, Some.Today, Some.Noon);

        mentee.ToldOf<MenteeReady>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Leaving_is_one_step_from_every_stage_and_for_good()
    {
        var mentee = Some.Ready();
        mentee.Leave(Who.Themselves, null, Some.Noon).ShouldBe(Decision.Done);
        mentee.Leave(Who.Themselves, null, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.ToldOf<MenteeLeft>().ShouldHaveSingleItem();
        mentee.LeftAt.ShouldBe(Some.Noon);
        mentee.ReadyUntil.ShouldBeNull();

        Decision[] after =
        [
            mentee.Pause(Who.Themselves, null, Some.Noon), mentee.Resume(Who.Themselves, Some.Today, Some.Noon), mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon),
            mentee.Describe(Some.Profile with { Online = false }, Who.Themselves, Some.Today, Some.Noon), mentee.AssessRisk(Some.Plan, Some.Today.AddDays(9), Some.Caseworker, Some.Today, Some.Noon),
            mentee.SignRiskAssessment(1, Some.Today, Some.Noon), mentee.Correct(Some.Riley with { FirstName = "Ri" }, Who.Themselves, Some.Noon), mentee.AssignTo(CaseworkerId.New(), Some.Caseworker, null, Some.Noon),
        ];
        after.ShouldAllBe(d => d.IsRefused);
        mentee.Stage.ShouldBe(MenteeStage.Left);

        Some.Referred().Leave(Who.Themselves, null, Some.Noon).ShouldBe(Decision.Done);
    }

    [Fact]
    public void Consent_can_be_taken_back_also_after_leaving()
    {
        var mentee = Some.Ready();
        mentee.Leave(Who.Themselves, null, Some.Noon);

        mentee.WithdrawConsent(Some.Today, Some.Noon).ShouldBe(Decision.Done);

        mentee.ConsentUntil.ShouldBeNull();
        mentee.Stage.ShouldBe(MenteeStage.Left);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldBeEmpty("leaving was told already");
    }

    [Fact]
    public void Details_are_put_right_as_a_whole()
    {
        var mentee = Some.Referred();

        mentee.Correct(Some.Riley with { FirstName = " Ri ", Phone = null }, Who.Themselves, Some.Noon).ShouldBe(Decision.Done);

        mentee.Person.ShouldBe(Some.Riley with { FirstName = "Ri", Phone = null });
        mentee.Correct(Some.Riley with { FirstName = "Ri", Phone = "" }, Who.Themselves, Some.Noon).ShouldBe(Decision.AlreadySo);
    }
}
