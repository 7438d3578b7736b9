using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Decisions;

public sealed class StageTests
{
    private static readonly AccountId Me = AccountId.New();

    private static readonly Dictionary<string, Func<Mentor, Decision>> Steps = new()
    {
        ["apply"] = m => m.Apply(Agreement.Version, Me, Some.Now),
        ["record"] = m => m.Record(Some.Check(CheckKind.Identity, Some.Today), Me, Some.Today, Some.Now),
        ["clear"] = m => m.Clear(Me, Some.Today, Some.Now),
        ["decline"] = m => m.Decline(DeclineReason.Interview, "Not now.", Me, Some.Now),
        ["pause"] = m => m.Pause(null, Me, Some.Now),
        ["resume"] = m => m.Resume(Me, Some.Today, Some.Now),
        ["leave"] = m => m.Leave(null, Me, Some.Now),
        ["correct"] = m => m.Correct(m.Person with { LastName = "Marchbank" }, "Married.", Me, Some.Now),
        ["profile"] = m => m.ChangeProfile(Some.Profile() with { Capacity = 3 }, m.Phone, Me, Some.Now),
    };

    // Which step does what from which stage: the stage it leads to, "=" for already so, "no" for a refusal.
    [Theory]
    [InlineData("apply", "Applied", "=", "=", "=", "=", "no", "no")]
    [InlineData("record", "no", "Screening", "Screening", "Cleared", "Paused", "no", "no")]
    [InlineData("clear", "no", "no", "Cleared", "=", "=", "no", "no")]
    [InlineData("decline", "Declined", "Declined", "Declined", "no", "no", "no", "=")]
    [InlineData("pause", "no", "no", "no", "Paused", "=", "no", "no")]
    [InlineData("resume", "no", "no", "no", "=", "Cleared", "no", "no")]
    [InlineData("leave", "Left", "Left", "Left", "Left", "Left", "=", "=")]
    [InlineData("correct", "Invited", "Applied", "Screening", "Cleared", "Paused", "no", "no")]
    [InlineData("profile", "Invited", "Applied", "Screening", "Cleared", "Paused", "no", "no")]
    public void Every_step_from_every_stage_does_what_the_life_cycle_says(string step, string invited, string applied, string screening, string cleared, string paused, string left, string declined)
    {
        string[] expected = [invited, applied, screening, cleared, paused, left, declined];
        foreach (var (stage, outcome) in Enum.GetValues<Stage>().Zip(expected))
        {
            var mentor = Some.At(stage);
            var told = mentor.Told.Count;
            var decision = Steps[step](mentor);
            var got = decision.IsRefused ? "no" : decision.Changed ? mentor.Stage.ToString() : "=";
            got.ShouldBe(outcome, $"{step} from {stage}: {decision}");
            if (outcome is "no" or "=")
            {
                mentor.Stage.ShouldBe(stage);
                mentor.Told.Count.ShouldBe(told, $"{step} from {stage} tells something although nothing changed");
            }
        }
    }

    [Fact]
    public void A_registration_tells_profile_and_times_with_the_outward_half_of_the_postcode_only()
    {
        var partner = PartnerId.New();
        var mentor = Some.Invited(partner);
        var profile = mentor.Told.OfType<MentorProfileChanged>().ShouldHaveSingleItem();
        profile.PartnerId.ShouldBe(partner.Value);
        profile.OutwardPostcode.ShouldBe("LE2");
        profile.Capacity.ShouldBe(2);
        mentor.Told.OfType<MentorAvailabilityChanged>().ShouldHaveSingleItem().Weekly.ShouldBe([Some.Window(DayOfWeek.Tuesday, 18, 20)]);
        mentor.Story.ShouldHaveSingleItem().To.ShouldBe(Stage.Invited);
    }

    [Fact]
    public void A_registration_without_times_tells_none() =>
        Mentor.Register(null, Some.Person(), Some.Profile(), null, Me, Some.Now).Told.ShouldHaveSingleItem().ShouldBeOfType<MentorProfileChanged>();

    [Fact]
    public void An_application_needs_the_agreement_in_force_and_names_everything_else_that_is_missing()
    {
        Some.Invited().Apply("2020-1", Me, Some.Now).Refusal!.ShouldContain(Agreement.Version);
        Mentor.Register(null, Some.Person(), Some.Profile() with { GoalAreas = [] }, Some.Evenings(), Me, Some.Now).Apply(Agreement.Version, Me, Some.Now).Refusal
            .ShouldBe("Before you apply, tell us: what you can help with; two people who can speak for you.");
        Mentor.Register(null, Some.Person(), Some.Profile() with { About = string.Empty }, null, Me, Some.Now).Apply(Agreement.Version, Me, Some.Now).Refusal
            .ShouldBe("Before you apply, tell us: a few words about you; when in the week you are usually free; two people who can speak for you.");
        var mentor = Some.Invited();
        mentor.Tells(m => m.Apply(Agreement.Version, Me, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorApplied>().MentorId.ShouldBe(mentor.Id.Value);
        mentor.SignedAgreement.ShouldBe(Agreement.Version);
    }

    [Fact]
    public void Pausing_resuming_and_leaving_tell_one_fact_each_and_keep_who_and_why()
    {
        var mentor = Some.Cleared();
        mentor.Tells(m => m.Pause("A new baby.", Me, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorPaused>();
        mentor.Story[^1].ShouldBe(new StageChange { To = Stage.Paused, At = Some.Now, By = Me.Value, Why = "A new baby." });
        mentor.Tells(m => m.Resume(Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>().ClearedUntil.ShouldBe(mentor.ClearedUntil!.Value);
        mentor.Tells(m => m.Leave(null, Me, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorLeft>();
        mentor.ClearedUntil.ShouldBeNull();
    }

    [Fact]
    public void Declining_tells_that_they_are_gone() =>
        Some.Screened().Tells(m => m.Decline(DeclineReason.Interview, "Not now.", Me, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorLeft>();

    [Fact]
    public void A_changed_phone_number_is_kept_and_told_to_nobody()
    {
        var mentor = Some.Cleared();
        mentor.Tells(m => m.ChangeProfile(m.Profile, "07700 900999", Me, Some.Now)).ShouldBeEmpty();
        mentor.Phone.ShouldBe("07700 900999");
        mentor.ChangeProfile(mentor.Profile, "07700 900999", Me, Some.Now).ShouldBe(Decision.AlreadySo);
    }
}
