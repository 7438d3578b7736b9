using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class ReflectionTests
{
    private static readonly Thoughts Some = new("We talked.", null, null);

    private static Reflection Begun => Reflection.Begin(ReflectionId.New(), AMatch, Voice.Mentee, null, Now);

    [Fact]
    public void A_draft_may_be_empty_but_what_is_finished_says_something()
    {
        var reflection = Begun;
        reflection.Write(default, null, finished: false, Now).ShouldBe(Shared.Decision.AlreadySo);
        reflection.Write(default, null, finished: true, Now).Refusal.ShouldBe("Write something under one of the three questions first, or keep it as a draft.");
        reflection.FinishedAt.ShouldBeNull();
        reflection.Write(new(null, null, "Ring them."), null, finished: true, Now).Changed.ShouldBeTrue();
        reflection.FinishedAt.ShouldBe(Now);
    }

    [Fact]
    public void Only_what_is_finished_is_shared_and_what_is_shared_is_no_draft_again_until_it_is_private()
    {
        var reflection = Begun;
        reflection.Write(Some, null, finished: false, Now);
        reflection.Share(MatchState.Active, Now).IsRefused.ShouldBeTrue();
        reflection.Write(Some, null, finished: true, Now);
        reflection.Share(MatchState.Active, Now).Changed.ShouldBeTrue();
        reflection.Share(MatchState.Active, Now).ShouldBe(Shared.Decision.AlreadySo);
        reflection.Write(Some, null, finished: false, Now).IsRefused.ShouldBeTrue();
        reflection.ThrowAway().IsRefused.ShouldBeTrue();
        reflection.KeepPrivate().Changed.ShouldBeTrue();
        reflection.KeepPrivate().ShouldBe(Shared.Decision.AlreadySo);
        reflection.Write(Some, null, finished: false, Now).Changed.ShouldBeTrue();
        reflection.ThrowAway().IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_more_is_shared_in_a_match_that_has_ended_but_sharing_can_always_stop()
    {
        var reflection = Begun;
        reflection.Write(Some, null, finished: true, Now);
        reflection.Share(MatchState.Ended, Now).Refusal.ShouldBe("This match has ended, so nothing more is shared in it.");
        reflection.Share(MatchState.Ending, Now);
        reflection.KeepPrivate().Changed.ShouldBeTrue();
    }

    [Fact]
    public void A_next_step_is_ticked_and_unticked_and_another_one_is_open_again()
    {
        var reflection = Begun;
        reflection.Tick(done: true, Now).Refusal.ShouldBe("There is no next step in this reflection.");
        reflection.Write(Some, new("Ring them.", null), finished: true, Now);
        reflection.Tick(done: true, Now).Changed.ShouldBeTrue();
        reflection.Tick(done: true, Now.AddDays(1)).ShouldBe(Shared.Decision.AlreadySo);
        reflection.StepDoneAt.ShouldBe(Now);

        // Another date is the same step; other words are another.
        reflection.Write(Some, new("Ring them.", On("2026-12-01")), finished: true, Now);
        reflection.StepDoneAt.ShouldBe(Now);
        reflection.Write(Some, new("Write to them.", On("2026-12-01")), finished: true, Now);
        reflection.StepDoneAt.ShouldBeNull();
    }

    [Fact]
    public void Writing_the_same_again_changes_nothing_and_leaving_something_out_takes_it_out()
    {
        var reflection = Begun;
        reflection.Write(new("a", "b", "c"), new("d", null), finished: true, Now);
        reflection.Write(new("a", "b", "c"), new("d", null), finished: true, Now.AddDays(1)).ShouldBe(Shared.Decision.AlreadySo);
        reflection.ChangedAt.ShouldBe(Now);
        reflection.Write(new("a", null, null), null, finished: true, Now.AddDays(1)).Changed.ShouldBeTrue();
        (reflection.SoWhat, reflection.Step, reflection.FinishedAt, reflection.ChangedAt).ShouldBe((null, null, Now, Now.AddDays(1)));
    }
}
