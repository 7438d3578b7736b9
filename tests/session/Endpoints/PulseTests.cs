using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class PulseTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly Today => London.DateAt(Now);

    private static object Says(string how = "good", string safe = "safe", string? change = null) => new { how, safe, change };

    [Fact]
    public async Task Both_sides_say_how_it_was_the_caseworker_reads_it_and_neither_reads_the_others()
    {
        var world = await World.Of(service);
        var id = await world.Held(Now.AddHours(-3));
        (await world.AsMentee.Get<SayHowItWas.Asked>($"/sessions/{id}/pulse")).ShouldBe(new SayHowItWas.Asked { Said = null, WhyNot = null });
        await world.AsMentee.Post($"/sessions/{id}/pulse", Says("great", change: "  More walking. ")).ShouldBe(HttpStatusCode.Created);
        await world.AsMentee.Post($"/sessions/{id}/pulse", Says("great", change: "More walking.")).ShouldBe(HttpStatusCode.OK);
        await world.AsMentee.Post($"/sessions/{id}/pulse", Says("bad")).ShouldBeProblem(HttpStatusCode.Conflict, "have said");
        (await world.AsMentee.Get<SayHowItWas.Asked>($"/sessions/{id}/pulse")).Said.ShouldNotBeNull().Change.ShouldBe("More walking.");
        (await world.AsMentor.Get<SayHowItWas.Asked>($"/sessions/{id}/pulse")).Said.ShouldBeNull();
        await world.AsMentor.Post($"/sessions/{id}/pulse", Says("okay")).ShouldBe(HttpStatusCode.Created);

        var read = (await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes")).Pulses;
        read.Select(p => (p.By, p.How, p.Change)).ShouldBe([(Voice.Mentor, HowItWas.Okay, null), (Voice.Mentee, HowItWas.Great, "More walking.")]);
        await service.HeardNo<SafetyDoubted>(f => f.MatchId == world.Match.Value);
        (await world.AsMentee.Get<SeeMyData.Answer>("/sessions/me/data")).Mentee!.AfterSessions.ShouldHaveSingleItem().How.ShouldBe(HowItWas.Great);
        (await world.AsMentor.Get<SeeMyData.Answer>("/sessions/me/data")).Mentor!.AfterSessions.ShouldHaveSingleItem().How.ShouldBe(HowItWas.Okay);
        var coming = await world.Book(world.Day(2));
        await world.AsMentee.Post($"/sessions/{coming.Id}/pulse", Says()).ShouldBeProblem(HttpStatusCode.Conflict, "not begun");
    }

    [Fact]
    public async Task The_same_word_sent_ten_times_at_once_is_said_and_told_once()
    {
        var world = await World.Of(service);
        var id = await world.Held(Now.AddHours(-3));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.AsMentee.Post($"/sessions/{id}/pulse", Says("bad", "not-safe")))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(9);
        await service.HeardOnce<SafetyDoubted>(f => f.SessionId == id.Value);
    }

    [Theory]
    [InlineData("mentee")]
    [InlineData("mentor")]
    public async Task Who_does_not_feel_safe_stays_before_the_caseworker_and_the_cover_until_somebody_has_spoken_with_them(string who)
    {
        var world = await World.Of(service);
        var cover = CaseworkerId.New();
        await service.TellAndWait(world.Covered(cover, Today, Today, Now));
        var id = await world.Held(Now.AddHours(-3));
        await (who == "mentee" ? world.AsMentee : world.AsMentor).Post($"/sessions/{id}/pulse", Says("not-so-good", "unsure", "I cannot say it here.")).ShouldSucceed();

        var told = await service.HeardOnce<SafetyDoubted>(f => f.SessionId == id.Value);
        (told.By, told.MatchId).ShouldBe((who, world.Match.Value));
        told.Tell.ShouldBe([world.Caseworker.Value, cover.Value]);
        foreach (var caseworker in new[] { world.Caseworker, cover })
        {
            var worry = (await service.AsCaseworker(caseworker).Get<SummariseCaseload.Answer>("/sessions/summary")).Worries.Items.ShouldHaveSingleItem();
            (worry.MatchId, worry.By).ShouldBe((world.Match, who == "mentee" ? Voice.Mentee : Voice.Mentor));
        }

        // A talk with the other one does not settle it; one with them does.
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(who == "mentee" ? "mentor" : "mentee", Today)).ShouldSucceed();
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(who, Today.AddDays(-1))).ShouldSucceed();
        (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).Worries.Total.ShouldBe(1);
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(who, Today)).ShouldSucceed();
        (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).Worries.Total.ShouldBe(0);
        (await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes")).Worries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Signs_of_an_early_ending_are_words_on_the_match_and_in_the_summary()
    {
        var world = await World.Of(service, began: Now.AddDays(-40));
        foreach (var days in new[] { 3, 2 })
        {
            var id = await world.Begun(Now.AddDays(-days));
            await world.AsMentor.Post($"/sessions/{id}/attendance", new { outcome = "missed" }).ShouldSucceed();
        }

        var before = await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes");
        before.Signs.ShouldBe([EndingSign.Quiet, EndingSign.MissedTwice, EndingSign.NoCheckIn]);
        var began = London.DateAt(Now.AddDays(-40)); // summer time may have ended since
        before.LastContactOn.ShouldBe(began);
        var listed = (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).Signs.Items.ShouldHaveSingleItem();
        (listed.MatchId, listed.LastContactOn).ShouldBe((world.Match, began));
        listed.Signs.ShouldBe(before.Signs);

        // They meet, and it was bad: other words. With talks of the caseworker the rest is settled.
        var held = await world.Held(Now.AddHours(-3));
        await world.AsMentee.Post($"/sessions/{held}/pulse", Says("bad")).ShouldSucceed();
        foreach (var with in new[] { "mentee", "mentor" }) await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(with, Today)).ShouldSucceed();
        var after = await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes");
        after.Signs.ShouldBe([EndingSign.LowPulse]);
        (after.LastContactOn, after.Sessions.Count).ShouldBe((Today, 3));
        await service.TellAndWait(world.Ended(Now));
        var ended = await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes");
        (ended.Signs.Count, ended.LastContactOn).ShouldBe((0, null));
    }
}
