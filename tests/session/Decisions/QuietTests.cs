using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class QuietTests
{
    private static readonly CaseworkerId Caseworker = CaseworkerId.New();
    private static readonly CaseworkerId Cover = CaseworkerId.New();

    [Theory]
    [InlineData("2026-10-01", null, null, "2026-10-01")] // they all met when it began
    [InlineData("2026-10-01", "2026-10-12", null, "2026-10-12")]
    [InlineData("2026-10-01", "2026-10-12", "2026-10-20", "2026-10-20")]
    [InlineData("2026-10-01", "2026-10-22", "2026-10-20", "2026-10-22")]
    [InlineData("2026-10-01", null, "2026-09-28", "2026-10-01")]
    public void The_last_contact_is_the_latest_of_beginning_held_session_and_check_in(string began, string? held, string? spoken, string last) =>
        Contact.Last(On(began), held is null ? null : On(held), spoken is null ? null : On(spoken)).ShouldBe(On(last));

    [Theory]
    [InlineData("2026-10-19", true)] // the 14th day after
    [InlineData("2026-10-20", false)]
    [InlineData("2026-11-02", false)]
    public void A_match_is_quiet_from_the_fourteenth_day_after_the_last_contact(string last, bool quiet) => Contact.IsQuiet(On(last), On("2026-11-02")).ShouldBe(quiet);

    [Fact]
    public void Who_looks_after_a_match_is_told_once_when_it_goes_quiet_and_once_more_four_days_later()
    {
        var spell = QuietSpell.Begin(AMatch, On("2026-10-19"), [Caseworker], Now);
        var first = spell.Told.ShouldHaveSingleItem().ShouldBeOfType<MatchWentQuiet>();
        (first.LastContactOn, first.Tell.Single()).ShouldBe((On("2026-10-19"), Caseworker.Value));
        spell.GoOn([Caseworker], Now.AddDays(3)).ShouldBe(Decision.AlreadySo);
        spell.GoOn([Caseworker], Now.AddDays(4)).ShouldBe(Decision.Done);
        spell.Told.OfType<MatchStillQuiet>().ShouldHaveSingleItem().Tell.ShouldBe([Caseworker.Value]);
        for (var day = 4; day < 60; day++) spell.GoOn([Caseworker], Now.AddDays(day)).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void A_cover_who_comes_while_it_is_quiet_is_told_that_day_and_again_with_the_others()
    {
        var spell = QuietSpell.Begin(AMatch, On("2026-10-19"), [Caseworker], Now);
        spell.GoOn([Caseworker, Cover], Now.AddDays(2)).ShouldBe(Decision.Done);
        spell.GoOn([Caseworker, Cover], Now.AddDays(3)).ShouldBe(Decision.AlreadySo);
        spell.GoOn([Caseworker, Cover], Now.AddDays(4)).ShouldBe(Decision.Done);
        var late = CaseworkerId.New();
        spell.GoOn([Caseworker, late], Now.AddDays(30)).ShouldBe(Decision.Done);
        spell.Told.OfType<MatchStillQuiet>().Select(f => f.Tell).ShouldBe([[Cover.Value], [Caseworker.Value, Cover.Value], [late.Value]]);
    }
}
