using Mentoring.Shared;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class PulseTests
{
    /// <summary>The session is on Wednesday 4 November from six to seven.</summary>
    [Theory]
    [InlineData("2026-11-04T17:59:00Z", "not begun")]
    [InlineData("2026-11-04T18:00:00Z", null)]
    [InlineData("2026-12-04T19:00:00Z", null)]
    [InlineData("2026-12-04T19:00:01Z", "a while ago")]
    public void It_can_be_said_from_the_beginning_of_a_session_and_for_thirty_days(string at, string? why)
    {
        var refused = Pulse.WhyNot(ASession, Voice.Mentee, At(at));
        if (why is null) refused.ShouldBeNull();
        else refused.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public void Who_said_that_they_did_not_meet_is_not_asked_how_it_was_but_the_other_is()
    {
        var session = ASession;
        var after = At("2026-11-04T20:00:00Z");
        session.Record(false, Voice.Mentor, after);
        Pulse.WhyNot(session, Voice.Mentor, after).ShouldNotBeNull();
        Pulse.WhyNot(session, Voice.Mentee, after).ShouldBeNull();
        var off = ASession;
        off.Cancel(Voice.Mentee, null, Now);
        Pulse.WhyNot(off, Voice.Mentee, after).ShouldNotBeNull().ShouldContain("called off");
    }

    [Fact]
    public void What_was_said_stays()
    {
        var pulse = Pulse.Of(ASession, Voice.Mentor, new(HowItWas.Bad, Safety.NotSafe, null), Now);
        pulse.SayAgain(new(HowItWas.Bad, Safety.NotSafe, null)).ShouldBe(Decision.AlreadySo);
        pulse.SayAgain(new(HowItWas.Great, Safety.Safe, null)).IsRefused.ShouldBeTrue();
        (pulse.How, pulse.Safe).ShouldBe((HowItWas.Bad, Safety.NotSafe));
    }

    [Theory]
    [InlineData(Safety.Safe, false)]
    [InlineData(Safety.Unsure, true)]
    [InlineData(Safety.NotSafe, true)]
    public void Who_is_not_sure_to_be_safe_is_a_worry(Safety safe, bool worrying) => Pulse.IsWorrying(safe).ShouldBe(worrying);
}
