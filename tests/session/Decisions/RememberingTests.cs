using Mentoring.Shared;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class RememberingTests
{
    private static readonly DateTimeOffset Later = Now.AddMinutes(1);

    private static MentorCopy Mentor => new() { Id = MentorId.New() };

    [Fact]
    public void A_match_only_goes_forward_whatever_order_the_facts_come_in()
    {
        var match = AMatch;
        match.Become(MatchState.Ended, Now);
        match.Become(MatchState.Ending, Later);
        match.Become(MatchState.Active, Later);
        match.State.ShouldBe(MatchState.Ended);
        match.StateAt.ShouldBe(Now);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("C1", MentorStanding.Cleared)]
    [InlineData("P1", MentorStanding.Paused)]
    [InlineData("C1 P2", MentorStanding.Paused)]
    [InlineData("C1 L2", MentorStanding.Lapsed)]
    [InlineData("C1 L2 P3", MentorStanding.Lapsed)]
    [InlineData("C1 P2 L3", MentorStanding.Lapsed)]
    [InlineData("C1 P2 C3", MentorStanding.Cleared)]
    [InlineData("C1 L2 P3 C4", MentorStanding.Cleared)]
    [InlineData("C1 L2 C3 P4", MentorStanding.Paused)]
    [InlineData("C1 L1", MentorStanding.Lapsed)]
    [InlineData("C1 P1", MentorStanding.Paused)]
    [InlineData("G1 C2", MentorStanding.Left)]
    [InlineData("C1 G2 C3", MentorStanding.Left)]
    public void What_a_mentor_may_do_is_the_same_in_every_order_of_hearing(string facts, MentorStanding? expected)
    {
        foreach (var order in Orders(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var mentor = Mentor;
            foreach (var fact in order)
            {
                var hour = fact[1] - '0';
                var at = Now.AddHours(hour);
                if (fact[0] == 'C') mentor.BeCleared(On("2027-01-01").AddDays(hour), at);
                else if (fact[0] == 'P') mentor.Pause(at);
                else if (fact[0] == 'L') mentor.Lapse(at);
                else mentor.Leave(at);
            }

            mentor.Standing.ShouldBe(expected, string.Join(' ', order));
            var newest = order.Where(f => f[0] == 'C').Max();
            mentor.ClearedUntil.ShouldBe(newest is null ? null : On("2027-01-01").AddDays(newest[1] - '0'), string.Join(' ', order));
        }
    }

    [Fact]
    public void A_lapse_counts_unless_a_newer_clearance_is_known_and_a_newer_break_of_the_mentor_does_not_undo_it()
    {
        var mentor = Mentor;
        mentor.BeCleared(On("2027-01-01"), Now.AddMinutes(-1));
        mentor.Pause(Later);
        mentor.Lapse(Now).ShouldBeTrue();
        mentor.BeCleared(On("2027-01-01"), Later.AddMinutes(1));
        mentor.Lapse(Now).ShouldBeFalse();
        mentor.Lapse(Later.AddMinutes(1)).ShouldBeTrue();
    }

    [Fact]
    public void An_older_word_on_the_partner_is_ignored()
    {
        var mentor = Mentor;
        var partner = PartnerId.New();
        mentor.ComeFrom(partner, Later);
        mentor.ComeFrom(null, Now);
        mentor.PartnerId.ShouldBe(partner);
    }

    [Fact]
    public void Standing_and_availability_each_have_their_own_last_fact()
    {
        var mentor = Mentor;
        mentor.BeCleared(On("2028-01-01"), Later);
        mentor.BeFree(Wednesdays, Now);
        mentor.Availability.ShouldNotBeNull().Weekly.ShouldBe(Wednesdays.Weekly);
        mentor.BeFree(Wednesdays with { Zone = "Asia/Tokyo" }, Now.AddMinutes(-1));
        mentor.Availability!.Zone.ShouldBe("Europe/London");
    }

    [Fact]
    public void Older_words_on_caseworker_and_cover_are_ignored()
    {
        CaseworkerId first = CaseworkerId.New(), second = CaseworkerId.New();
        var mentee = new MenteeCopy { Id = MenteeId.New() };
        mentee.GoTo(second, Later);
        mentee.GoTo(first, Now);
        mentee.CaseworkerId.ShouldBe(second);

        var cover = new CoverCopy { Id = first };
        cover.Arrange(null, On("2026-11-02"), On("2026-11-06"), Later);
        cover.Arrange(second, On("2026-11-02"), On("2026-11-06"), Now);
        cover.CoverId.ShouldBeNull();
    }

    [Theory]
    [InlineData("ending,activated")]
    [InlineData("activated,ending")]
    public void A_match_is_activated_and_ending_in_whichever_order_that_is_heard(string order)
    {
        var match = AMatch;
        foreach (var word in order.Split(','))
        {
            if (word == "activated") match.Activate(Now);
            else match.Become(MatchState.Ending, Later);
        }

        (match.State, match.ActivatedAt).ShouldBe((MatchState.Ending, Now));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("R1", MenteeStanding.Ready)]
    [InlineData("P1", MenteeStanding.Paused)]
    [InlineData("L1", MenteeStanding.Lapsed)]
    [InlineData("R1 P2", MenteeStanding.Paused)]
    [InlineData("R1 L2", MenteeStanding.Lapsed)]
    [InlineData("R1 L2 P3", MenteeStanding.Lapsed)]
    [InlineData("R1 P2 L3", MenteeStanding.Lapsed)]
    [InlineData("R1 P2 R3", MenteeStanding.Ready)]
    [InlineData("R1 L2 P3 R4", MenteeStanding.Ready)]
    [InlineData("R1 L2 R3 P4", MenteeStanding.Paused)]
    [InlineData("R1 L1", MenteeStanding.Lapsed)]
    [InlineData("R1 P1", MenteeStanding.Paused)]
    public void Whether_a_young_person_can_meet_is_the_same_in_every_order_of_hearing(string facts, MenteeStanding? expected)
    {
        foreach (var order in Orders(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var mentee = new MenteeCopy { Id = MenteeId.New() };
            foreach (var fact in order)
            {
                var hour = fact[1] - '0';
                var at = Now.AddHours(hour);
                if (fact[0] == 'R') mentee.BeReady(On("2027-01-01").AddDays(hour), at);
                else if (fact[0] == 'P') mentee.Pause(at);
                else mentee.Lapse(at);
            }

            mentee.Standing.ShouldBe(expected, string.Join(' ', order));
            var newest = order.Where(f => f[0] == 'R').Max();
            mentee.ReadyUntil.ShouldBe(newest is null ? null : On("2027-01-01").AddDays(newest[1] - '0'), string.Join(' ', order));
        }
    }

    [Fact]
    public void A_lapse_counts_unless_a_newer_readiness_is_known_and_a_newer_break_does_not_undo_it()
    {
        var mentee = new MenteeCopy { Id = MenteeId.New() };
        mentee.Pause(Later);
        mentee.Lapse(Now).ShouldBeTrue();
        mentee.BeReady(On("2027-01-01"), Later.AddMinutes(1));
        mentee.Lapse(Now).ShouldBeFalse();
        mentee.Lapse(Later.AddMinutes(1)).ShouldBeTrue();
    }

    private static IEnumerable<string[]> Orders(string[] facts) => facts.Length < 2
        ? [facts]
        : facts.SelectMany((fact, i) => Orders([.. facts[..i], .. facts[(i + 1)..]]).Select(rest => (string[])[fact, .. rest]));
}
