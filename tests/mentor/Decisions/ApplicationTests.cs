using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Decisions;

public sealed class ApplicationTests
{
    private static readonly AccountId Me = AccountId.New();

    [Fact]
    public void The_parts_of_an_application_fill_up_one_by_one_and_the_agreement_comes_last()
    {
        var mentor = Mentor.Register(null, Some.Person(), Some.Profile() with { About = string.Empty, GoalAreas = [], Interests = [] }, null, Me, Some.Now);
        Parts(mentor).ShouldBe("not-started not-started not-started not-started not-needed-yet not-needed-yet");
        mentor.After(m => m.ChangeProfile(m.Profile with { Interests = ["baking"] }, null, Me, Some.Now));
        Parts(mentor).ShouldBe("in-progress not-started not-started not-started not-needed-yet not-needed-yet");
        mentor.After(m => m.ChangeProfile(m.Profile with { About = "I listen.", GoalAreas = ["money"] }, null, Me, Some.Now));
        mentor.After(m => m.ChangeAvailability(Some.Evenings(), Me, Some.Now));
        mentor.After(m => m.ChangeReferees([Some.Referee()], Me, Some.Now));
        mentor.After(m => m.ChangeTrainings([new() { Name = "Safeguarding basics", DoneOn = Some.Today }], Me, Some.Now));
        Parts(mentor).ShouldBe("done done done in-progress in-progress not-needed-yet");
        mentor.After(m => m.ChangeReferees([Some.Referee(1), Some.Referee(2)], Me, Some.Now));
        ApplicationAnswer.Of(mentor, Some.Today).MaySign.ShouldBeTrue();
        Parts(mentor).ShouldBe("done done done done in-progress not-started");
        mentor.After(m => m.Apply(Agreement.Version, Me, Some.Now));
        Parts(mentor).ShouldBe("done done done done in-progress done");
        mentor.After(m => m.Record(Some.Check(CheckKind.Training), Me, Some.Today, Some.Now));
        Parts(mentor).ShouldBe("done done done done done done");
        Parts(Some.Applied()).ShouldBe("done done done done not-started done", "once they have applied the training is theirs to do");
    }

    [Fact]
    public void Nobody_speaks_for_themselves_or_twice_and_once_applied_there_are_always_two()
    {
        var mentor = Some.Invited();
        mentor.ChangeReferees([Some.Referee() with { Email = mentor.Email }], Me, Some.Now).Refusal!.ShouldContain("yourself");
        mentor.ChangeReferees([Some.Referee(1), Some.Referee(2) with { Email = Some.Referee(1).Email }], Me, Some.Now).Refusal!.ShouldContain("twice");
        mentor.ChangeReferees([Some.Referee(1), Some.Referee(2) with { Name = Some.Referee(1).Name }], Me, Some.Now).Refusal!.ShouldContain("twice");
        mentor.ChangeReferees([Some.Referee(1) with { Email = null, Phone = "07700 900345" }, Some.Referee(2) with { Email = null, Phone = "07700 900345" }], Me, Some.Now).Refusal!.ShouldContain("twice");
        mentor.ChangeReferees([Some.Referee(1), Some.Referee(2)], Me, Some.Now).ShouldBe(Decision.AlreadySo);
        mentor.ChangeReferees([Some.Referee(3)], Me, Some.Now).ShouldBe(Decision.Done);

        var applied = Some.Applied();
        applied.ChangeReferees([Some.Referee(3)], Me, Some.Now).Refusal!.ShouldContain("two people");
        applied.ChangeReferees([Some.Referee(3), Some.Referee(4)], Me, Some.Now).ShouldBe(Decision.Done);
        Some.At(Stage.Left).ChangeReferees([], Me, Some.Now).Refusal!.ShouldContain("ended");
    }

    [Fact]
    public void Training_is_kept_newest_first_and_each_once()
    {
        var mentor = Some.Invited();
        TrainingDone old = new() { Name = "First aid", DoneOn = Some.Today.AddDays(-9) }, fresh = new() { Name = "Safeguarding", DoneOn = Some.Today };
        mentor.Tells(m => m.ChangeTrainings([old, fresh, old], Me, Some.Now)).ShouldBeEmpty();
        mentor.Trainings.ShouldBe([fresh, old]);
        mentor.ChangeTrainings([fresh, old], Me, Some.Now).ShouldBe(Decision.AlreadySo);
        Some.At(Stage.Declined).ChangeTrainings([], Me, Some.Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Who_changed_what_is_kept_once_a_day_for_each_account()
    {
        var (mentor, other) = (Some.Cleared(), AccountId.New());
        var before = mentor.Edits.Count;
        mentor.After(m => m.ChangeProfile(m.Profile with { About = "One." }, null, Me, Some.Now));
        mentor.After(m => m.ChangeProfile(m.Profile with { About = "Two." }, null, Me, Some.Now.AddSeconds(1)));
        mentor.After(m => m.ChangeProfile(m.Profile with { About = "Three." }, null, other, Some.Now));
        mentor.After(m => m.ChangeProfile(m.Profile with { About = "Four." }, null, Me, Some.Now.AddDays(2)));
        mentor.Edits.Skip(before).Select(e => (e.Section, e.By, e.At)).ShouldBe(
            [(Section.Profile, Me.Value, Some.Now.AddSeconds(1)), (Section.Profile, other.Value, Some.Now), (Section.Profile, Me.Value, Some.Now.AddDays(2))]);
        mentor.ChangeProfile(mentor.Profile, null, Me, Some.Now.AddDays(9)).ShouldBe(Decision.AlreadySo);
        mentor.Edits.Count.ShouldBe(before + 3);
    }

    [Theory]
    [InlineData(Stage.Invited, WaitsOn.Mentor, WaitsFor.Application)]
    [InlineData(Stage.Applied, WaitsOn.Programme, WaitsFor.Checks)]
    [InlineData(Stage.Screening, WaitsOn.Programme, WaitsFor.Decision)]
    [InlineData(Stage.Cleared, WaitsOn.Nobody, WaitsFor.Nothing)]
    [InlineData(Stage.Paused, WaitsOn.Nobody, WaitsFor.Nothing)]
    [InlineData(Stage.Left, WaitsOn.Nobody, WaitsFor.Nothing)]
    [InlineData(Stage.Declined, WaitsOn.Nobody, WaitsFor.Nothing)]
    public void Every_stage_says_whose_turn_it_is(Stage stage, WaitsOn on, WaitsFor what) => Waiting.Of(Some.At(stage), Some.Today).ShouldBe(new(on, what));

    [Fact]
    public void In_screening_the_mentor_is_waited_for_until_they_tell_of_training_and_a_failed_check_looks_like_a_passed_one()
    {
        var mentor = Some.Screened(without: CheckKind.Training);
        Waiting.Of(mentor, Some.Today).ShouldBe(new(WaitsOn.Mentor, WaitsFor.Training));
        mentor.After(m => m.ChangeTrainings([new() { Name = "Safeguarding basics", DoneOn = Some.Today }], Me, Some.Now));
        Waiting.Of(mentor, Some.Today).ShouldBe(new(WaitsOn.Programme, WaitsFor.Checks));
        mentor.After(m => m.Record(Some.Check(CheckKind.Training, outcome: CheckOutcome.Failed), Me, Some.Today, Some.Now));
        Waiting.Of(mentor, Some.Today).ShouldBe(new(WaitsOn.Programme, WaitsFor.Decision));
    }

    [Fact]
    public void A_business_is_accepted_or_refused_once()
    {
        var partners = new List<Partner>();
        PartnerRequest Asked() => PartnerRequest.Ask("Riverside", "Priya Shah", "priya@riverside.example", null, string.Empty, Some.Now);
        var accepted = Asked();
        accepted.Accept(partners.Add, Me, Some.Now).ShouldBe(Decision.Done);
        accepted.Accept(partners.Add, Me, Some.Now).ShouldBe(Decision.AlreadySo);
        partners.ShouldHaveSingleItem().Id.ShouldBe(accepted.PartnerId!.Value);
        accepted.Refuse("Too far.", Me, Some.Now).Refusal!.ShouldContain("partner already");

        var refused = Asked();
        refused.Refuse("Too far.", Me, Some.Now).ShouldBe(Decision.Done);
        refused.Refuse("Too far.", Me, Some.Now).ShouldBe(Decision.AlreadySo);
        refused.Accept(partners.Add, Me, Some.Now).Refusal!.ShouldContain("told no");
        (refused.State, refused.DecidedBy, refused.DecidedAt, refused.Why).ShouldBe((PartnerRequestState.Refused, Me, Some.Now, "Too far."));
        partners.Count.ShouldBe(1);
    }

    [Fact]
    public void An_interest_is_answered_then_registered_and_not_back()
    {
        var interest = Interest.Say("Amina", "amina@mail.example", null, string.Empty, Some.Now);
        interest.Handle(InterestState.Answered, "Rang.", Me, Some.Now).ShouldBe(Decision.Done);
        interest.Handle(InterestState.Answered, "Rang.", Me, Some.Now).ShouldBe(Decision.AlreadySo);
        interest.Handle(InterestState.Registered, null, Me, Some.Now).ShouldBe(Decision.Done);
        interest.Handle(InterestState.Answered, null, Me, Some.Now).Refusal!.ShouldContain("registered already");
    }

    private static string Parts(Mentor mentor) => string.Join(' ', ApplicationAnswer.Of(mentor, Some.Today).Parts.Select(p => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(p.State.ToString())));

    [Fact]
    public void The_agreement_asks_for_what_the_pages_promise()
    {
        var asked = string.Join(' ', Agreement.Text);
        asked.ShouldContain("each young person one to one, about two hours a month, for at least a year");
        asked.ShouldNotContain("one young person at a time", customMessage: "a mentor may take up to three");
    }
}
