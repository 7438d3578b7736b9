using System.Globalization;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class WorryTests
{
    private static readonly CaseworkerId Caseworker = CaseworkerId.New();

    private static Worry After(Voice by, DateTimeOffset at) => Worry.After(Pulse.Of(ASession, by, new(HowItWas.Good, Safety.NotSafe, "Not a word of this."), at), [Caseworker]);

    /// <summary>It was said on Wednesday 4 November at nine in the evening.</summary>
    [Theory]
    [InlineData("2026-11-04", "2026-11-04T20:00:00Z", false)] // written down before
    [InlineData("2026-11-04", "2026-11-04T22:00:00Z", true)]
    [InlineData("2026-11-04", "2026-11-05T09:00:00Z", false)] // may have been the call of that morning
    [InlineData("2026-11-05", "2026-11-05T09:00:00Z", true)]
    [InlineData("2026-11-03", "2026-11-05T09:00:00Z", false)]
    public void A_worry_is_answered_by_a_talk_after_it_and_not_by_one_before(string heldOn, string recordedAt, bool answered) =>
        After(Voice.Mentee, At("2026-11-04T21:00:00Z")).IsAnsweredBy(DateOnly.Parse(heldOn, CultureInfo.InvariantCulture), At(recordedAt)).ShouldBe(answered);

    [Fact]
    public void It_is_told_at_once_to_those_who_look_after_the_match_after_a_session_and_at_the_end()
    {
        var worry = After(Voice.Mentee, Now);
        var fact = worry.Told.ShouldHaveSingleItem().ShouldBeOfType<SafetyDoubted>();
        (fact.By, fact.Tell.Single(), fact.SessionId).ShouldBe(("mentee", Caseworker.Value, worry.SessionId!.Value.Value));

        var match = AMatch;
        var end = Worry.AtTheEndOf(match, Voice.Mentor, [Caseworker], Now);
        var told = end.Told.ShouldHaveSingleItem().ShouldBeOfType<SafetyDoubted>();
        (told.By, told.MatchId, told.SessionId, told.Tell.Single()).ShouldBe(("mentor", match.Id.Value, null, Caseworker.Value));
    }

    [Theory]
    [InlineData(Voice.Mentee, Side.Mentee)]
    [InlineData(Voice.Mentor, Side.Mentor)]
    [InlineData(Voice.Caseworker, Side.Mentee)]
    public void The_talk_is_with_who_said_it_and_with_the_young_person_when_a_caseworker_did(Voice by, Side with) =>
        Worry.AtTheEndOf(AMatch, by, [], Now).TalkWith.ShouldBe(with);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_two_days_without_a_talk_the_leads_are_told_once(bool atTheEnd)
    {
        var worry = atTheEnd ? Worry.AtTheEndOf(AMatch, Voice.Mentor, [], Now) : After(Voice.Mentor, Now);
        worry.TellLeads(Now.AddDays(2).AddSeconds(-1)).ShouldBe(Decision.AlreadySo);
        worry.TellLeads(Now.AddDays(2)).ShouldBe(Decision.Done);
        worry.TellLeads(Now.AddDays(9)).ShouldBe(Decision.AlreadySo);
        var told = worry.Told.OfType<SafetyUnanswered>().ShouldHaveSingleItem();
        (told.By, told.SessionId is null).ShouldBe(("mentor", atTheEnd));
    }
}
