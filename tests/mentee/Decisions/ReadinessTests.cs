using Mentoring.Contracts.Mentees;

namespace Mentoring.Mentees.Tests.Decisions;

public sealed class ReadinessTests
{
    [Fact]
    public void A_new_referral_needs_everything()
    {
        var mentee = Some.Referred();

        mentee.Stage.ShouldBe(MenteeStage.Referred);
        mentee.StillNeeded(Some.Today).ShouldBe([Need.Consent, Need.GoalArea, Need.Language, Need.WayToMeet, Need.FreeTime, Need.RiskAssessment]);
    }

    [Fact]
    public void A_young_person_is_ready_when_profile_consent_and_a_risk_assessment_signed_by_both_are_there()
    {
        var mentee = Some.Ready();

        mentee.Stage.ShouldBe(MenteeStage.Ready);
        mentee.StillNeeded(Some.Today).ShouldBeEmpty();
        mentee.ToldOf<MenteeReady>().ShouldHaveSingleItem().ReadyUntil.ShouldBe(Some.Today.AddMonths(3));
    }

    [Theory]
    [InlineData("consent", Need.Consent, MenteeStage.Referred)]
    [InlineData("profile", Need.GoalArea, MenteeStage.Agreed)]
    [InlineData("risk assessment", Need.RiskAssessment, MenteeStage.Agreed)]
    [InlineData("mentee's signature", Need.MenteeSignature, MenteeStage.Agreed)]
    [InlineData("caseworker's signature", Need.CaseworkerSignature, MenteeStage.Agreed)]
    public void Without_one_of_them_nobody_is_ready(string without, Need need, MenteeStage stage)
    {
        var mentee = Some.Referred();
        if (without != "profile") mentee.Describe(Some.Profile, Who.Themselves, Some.Today, Some.Noon);
        if (without != "consent") mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon);
        if (without != "risk assessment") mentee.AssessRisk(Some.Plan, Some.Today.AddMonths(3), Some.Caseworker, Some.Today, Some.Noon);
        if (without != "caseworker's signature") mentee.SignRiskAssessment(1, Some.Caseworker, Some.Today, Some.Noon);
        if (without != "mentee's signature") mentee.SignRiskAssessment(1, Some.Today, Some.Noon);

        mentee.Stage.ShouldBe(stage);
        mentee.StillNeeded(Some.Today).ShouldContain(need);
        mentee.ReadyUntil.ShouldBeNull();
        mentee.ToldOf<MenteeReady>().ShouldBeEmpty();
    }

    [Fact]
    public void Readiness_ends_with_the_earlier_of_consent_and_review()
    {
        var mentee = Some.Ready();
        var later = Some.Today.AddMonths(2);
        mentee.AssessRisk(Some.Plan, later.AddMonths(6), Some.Caseworker, later, Some.Noon);
        mentee.SignRiskAssessment(2, Some.Caseworker, later, Some.Noon);
        mentee.SignRiskAssessment(2, later, Some.Noon);
        mentee.ReadyUntil.ShouldBe(later.AddMonths(6));

        var evenLater = Some.Today.AddMonths(7);
        mentee.AssessRisk(Some.Plan, evenLater.AddMonths(6), Some.Caseworker, evenLater, Some.Noon);
        mentee.SignRiskAssessment(3, Some.Caseworker, evenLater, Some.Noon);
        mentee.SignRiskAssessment(3, evenLater, Some.Noon);
        mentee.ReadyUntil.ShouldBe(Some.Today.AddMonths(12));
    }

    [Fact]
    public void A_renewed_consent_that_moves_the_end_is_told_again()
    {
        var mentee = Some.Referred();
        mentee.Describe(Some.Profile, Who.Themselves, Some.Today, Some.Noon);
        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon);
        var later = Some.Today.AddMonths(10);
        mentee.AssessRisk(Some.Plan, later.AddMonths(6), Some.Caseworker, later, Some.Noon);
        mentee.SignRiskAssessment(1, Some.Caseworker, later, Some.Noon);
        mentee.SignRiskAssessment(1, later, Some.Noon);
        mentee.ReadyUntil.ShouldBe(Some.Today.AddMonths(12));

        mentee.Agree(ConsentStatement.Newest.Version, later, Some.Noon).Changed.ShouldBeTrue();

        mentee.ToldOf<MenteeReady>().Select(f => f.ReadyUntil).ShouldBe([Some.Today.AddMonths(12), later.AddMonths(6)]);
        mentee.Consents.Count().ShouldBe(2);
    }

    [Fact]
    public void Readiness_holds_on_its_last_day_and_goes_the_day_after()
    {
        var mentee = Some.Ready();
        var last = mentee.ReadyUntil!.Value;

        mentee.LookAgain(last, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.Stage.ShouldBe(MenteeStage.Ready);

        mentee.LookAgain(last.AddDays(1), Some.Noon).ShouldBe(Decision.Done);
        mentee.Stage.ShouldBe(MenteeStage.Agreed);
        mentee.ReadyUntil.ShouldBeNull();
        mentee.LookAgain(last.AddDays(1), Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Consent_that_ran_out_is_asked_again()
    {
        var mentee = Some.Referred();
        mentee.Agree(ConsentStatement.Newest.Version, Some.Today, Some.Noon);

        mentee.LookAgain(Some.Today.AddMonths(12), Some.Noon);
        mentee.Stage.ShouldBe(MenteeStage.Agreed);
        mentee.LookAgain(Some.Today.AddMonths(12).AddDays(1), Some.Noon);

        mentee.Stage.ShouldBe(MenteeStage.Referred);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldBeEmpty();
    }

    [Fact]
    public void Taking_consent_back_takes_readiness_at_once()
    {
        var mentee = Some.Ready();

        mentee.WithdrawConsent(Some.Today, Some.Noon).ShouldBe(Decision.Done);

        mentee.Stage.ShouldBe(MenteeStage.Referred);
        mentee.Consents.ShouldHaveSingleItem().WithdrawnAt.ShouldBe(Some.Noon);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldHaveSingleItem();
        mentee.WithdrawConsent(Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Editing_the_risk_assessment_voids_both_signatures_and_readiness()
    {
        var mentee = Some.Ready();

        mentee.AssessRisk(Some.Plan with { YoungPersonsWords = "Not the library any more." }, Some.Today.AddMonths(3), Some.Caseworker, Some.Today, Some.Noon);

        mentee.StillNeeded(Some.Today).ShouldBe([Need.MenteeSignature, Need.CaseworkerSignature]);
        mentee.Stage.ShouldBe(MenteeStage.Agreed);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldHaveSingleItem();
        mentee.RiskAssessments.First().SignedByMenteeAt.ShouldBe(Some.Noon, "the old version keeps its signatures");
    }

    [Fact]
    public void The_same_risk_assessment_again_keeps_the_signatures()
    {
        var mentee = Some.Ready();

        mentee.AssessRisk(Some.Plan with { YoungPersonsWords = " I feel safe at the library. " }, Some.Today.AddMonths(3), Some.Caseworker, Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);

        mentee.RiskAssessment!.Version.ShouldBe(1);
        mentee.Stage.ShouldBe(MenteeStage.Ready);
    }

    [Fact]
    public void A_profile_that_loses_what_matching_needs_takes_readiness()
    {
        var mentee = Some.Ready();
        mentee.Describe(Some.Profile with { Weekly = [] }, Who.Themselves, Some.Today, Some.Noon);
        mentee.Stage.ShouldBe(MenteeStage.Agreed);
        mentee.ToldOf<MenteeReadinessLapsed>().ShouldHaveSingleItem();

        mentee.Describe(Some.Profile, Who.Themselves, Some.Today, Some.Noon);
        mentee.Stage.ShouldBe(MenteeStage.Ready);
        mentee.ToldOf<MenteeReady>().Count.ShouldBe(2);
    }

    [Fact]
    public void Every_need_has_words_for_a_young_person() =>
        Enum.GetValues<Need>().Select(n => n.ToYou()).ShouldAllBe(words => words.Length > 10 && words.EndsWith('.'));
}
