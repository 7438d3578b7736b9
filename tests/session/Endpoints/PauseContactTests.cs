using System.Net;
using System.Security.Cryptography;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

/// <summary>Contact between two people is paused at once, and here everywhere.</summary>
public sealed class PauseContactTests(PauseContactTests.Own service) : IClassFixture<PauseContactTests.Own>
{
    /// <summary>A service of its own, since days pass here.</summary>
    public sealed class Own : SessionFixture;

    private const string Reason = "A concern was raised about their meetings";

    private static string Stopping(World world) => $"/matches/{world.Match}/stopping";

    private async Task<World> Paused()
    {
        var world = await World.Of(service);
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        return world;
    }

    [Fact]
    public async Task It_is_told_once_and_that_it_is_over_once_and_later()
    {
        var world = await World.Of(service);
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        var paused = await service.HeardOnce<ContactPaused>(f => f.MatchId == world.Match.Value);
        (paused.MenteeId, paused.MentorId).ShouldBe((world.Mentee.Value, world.Mentor.Value));

        await world.AsCaseworker.Delete(Stopping(world)).ShouldSucceed();
        await world.AsCaseworker.Delete(Stopping(world)).ShouldSucceed();
        (await service.HeardOnce<ContactResumed>(f => f.MatchId == world.Match.Value)).At.ShouldBeGreaterThan(paused.At);
    }

    [Fact]
    public async Task Somebody_who_does_not_feel_safe_pauses_it_everywhere_too()
    {
        var world = await World.Of(service);
        await service.TellAndWait(new Mentoring.Contracts.Matching.MatchEndsForSafety { MatchId = world.Match.Value, MenteeId = world.Mentee.Value, MentorId = world.Mentor.Value, By = "mentee", At = service.Clock.GetUtcNow() });
        await service.HeardOnce<ContactPaused>(f => f.MatchId == world.Match.Value);
    }

    [Fact]
    public async Task Neither_side_books_moves_or_asks_for_a_time_while_it_lasts()
    {
        var world = await World.Of(service);
        var going = await world.Begun();
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        foreach (var side in (HttpClient[])[world.AsMentee, world.AsMentor])
        {
            await side.Post(world.SessionsAddress, World.Request(world.Day(4))).ShouldBeProblem(HttpStatusCode.Conflict);
            await side.Post($"/sessions/{going}/move", new { startsAt = world.Day(4) }).ShouldBeProblem(HttpStatusCode.Conflict);
            await side.Post($"/sessions/{going}/proposal", new { startsAt = world.Day(4) }).ShouldBeProblem(HttpStatusCode.Conflict);
            (await side.Get<ListSlots.Answer>(world.SlotsAddress)).Slots.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Nothing_of_the_other_is_left_in_their_sessions_and_homes_and_no_video_room()
    {
        var world = await World.Of(service);
        var (going, coming) = (await world.Begun(), await world.Book(world.Day(2)));
        await world.Held(service.Clock.GetUtcNow().AddHours(-30));
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();

        foreach (var (side, own, other) in ((HttpClient, Guid, Guid)[])[(world.AsMentee, world.Mentee.Value, world.Mentor.Value), (world.AsMentor, world.Mentor.Value, world.Mentee.Value)])
        {
            foreach (var address in (string[])["/sessions/me", "/sessions/me?past=true", "/me/summary", $"/sessions/{going}", $"/sessions/{coming.Id}"])
            {
                var text = await (await side.Get(address).ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync();
                text.ShouldNotContain(other.ToString(), Case.Insensitive, $"{address} of {own}");
                text.ShouldNotContain("https://", Case.Insensitive, $"{address} of {own}");
            }
        }

        var home = await world.AsMentor.Get<SeeMyHome.MentorsHome>("/me/summary");
        var match = home.Matches.ShouldHaveSingleItem();
        (match.Stopped, match.Next, match.CaseworkerId).ShouldBe((true, null, world.Caseworker));
        (await world.AsMentee.Get<SeeMyHome.MenteesHome>("/me/summary")).Next.ShouldBeNull();

        await world.AsCaseworker.Delete(Stopping(world)).ShouldSucceed();
        (await world.AsMentor.Get<MentorsSession>($"/sessions/{going}")).VideoLink.ShouldNotBeNull("it is theirs again");
    }

    [Fact]
    public async Task Calendars_drop_what_was_called_off_and_what_goes_on()
    {
        var world = await World.Of(service);
        var (going, coming) = (await world.Begun(), await world.Book(world.Day(2)));
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await world.AsMentor.Put("/sessions/me/calendar", new { token }).ShouldSucceed();
        async Task<string> Read() => await (await service.AsNobody().Get($"/calendars/{token}").ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync();
        (await Read()).ShouldContain("STATUS:CONFIRMED");

        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        var text = await Read();
        text.ShouldNotContain("STATUS:CONFIRMED");
        text.ShouldNotContain(going.ToString());
        text.ShouldContain($"UID:{coming.Id}@");
        await world.AsMentor.Get($"/sessions/{going}/calendar").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Neither_reads_what_the_other_shared_or_shares_more_and_the_mentor_no_goals()
    {
        var world = await World.Of(service);
        var goal = await world.AsMentee.Post("/goals", new { area = "money", words = "Save up." }).ShouldSucceed();
        var (young, grown) = (await World.Write(world.AsMentee, world.Thoughts()), await World.Write(world.AsMentor, world.Thoughts()));
        await world.AsMentee.Post($"/reflections/{young.Id}/sharing", new { shared = true }).ShouldSucceed();
        await world.AsMentor.Post($"/reflections/{grown.Id}/sharing", new { shared = true }).ShouldSucceed();
        await world.AsMentor.Get($"/reflections/{young.Id}").ShouldBe(HttpStatusCode.OK);
        await world.AsMentor.Get($"/mentees/{world.Mentee}/goals").ShouldBe(HttpStatusCode.OK);

        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        foreach (var (side, mine, others) in ((HttpClient, ReflectionId, ReflectionId)[])[(world.AsMentor, grown.Id, young.Id), (world.AsMentee, young.Id, grown.Id)])
        {
            await side.Get($"/reflections/{others}").ShouldBeProblem(HttpStatusCode.NotFound);
            await side.Get($"/matches/{world.Match}/reflections").ShouldBeProblem(HttpStatusCode.NotFound);
            await side.Get($"/reflections/{mine}").ShouldBe(HttpStatusCode.OK);
            await side.Post($"/reflections/{mine}/sharing", new { shared = false }).ShouldSucceed();
            await side.Post($"/reflections/{mine}/sharing", new { shared = true }).ShouldBeProblem(HttpStatusCode.Conflict, "cannot be shared just now");
        }

        await world.AsMentor.Get($"/mentees/{world.Mentee}/goals").ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsMentee.Get("/goals/me").ShouldBe(HttpStatusCode.OK);

        await world.AsCaseworker.Delete(Stopping(world)).ShouldSucceed();
        await world.AsMentor.Get($"/mentees/{world.Mentee}/goals").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_reminder_goes_of_what_was_called_off()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        service.Clock.Advance(session.StartsAt.AddMinutes(-30) - service.Clock.GetUtcNow());
        await service.HeardNo<SessionReminderDue>(f => f.MatchId == world.Match.Value);
    }

    [Fact]
    public async Task A_lead_pauses_it_with_a_reason_that_is_kept_and_only_a_lead_lets_them_meet_again()
    {
        var world = await World.Of(service);
        await service.AsLead(null).Post(Stopping(world)).ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        await world.Book(world.Day(2));
        (await service.AsLead(Reason).Post(Stopping(world)).ShouldBe<PauseContact.Answer>(HttpStatusCode.OK)).CalledOff.ShouldBe(1);
        (await service.Db(db => db.Set<LeadReading>().CountAsync(r => r.Record == $"mentee {world.Mentee}" && r.Reason == Reason))).ShouldBe(1);

        await world.AsCaseworker.Delete(Stopping(world)).ShouldBeProblem(HttpStatusCode.Conflict, "only a lead");
        (await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes")).StoppedByLead.ShouldBeTrue();
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(4))).ShouldBeProblem(HttpStatusCode.Conflict);

        await service.AsLead(Reason).Delete(Stopping(world)).ShouldSucceed();
        await world.Book(world.Day(4));
    }

    [Fact]
    public async Task A_leads_word_after_a_caseworkers_counts_from_then_on_and_is_forgotten_with_the_pause()
    {
        var world = await Paused();
        await service.AsLead(Reason).Post(Stopping(world)).ShouldSucceed();
        await world.AsCaseworker.Delete(Stopping(world)).ShouldBeProblem(HttpStatusCode.Conflict, "only a lead");
        await service.AsLead(Reason).Delete(Stopping(world)).ShouldSucceed();
        await world.AsCaseworker.Post(Stopping(world)).ShouldSucceed();
        await world.AsCaseworker.Delete(Stopping(world)).ShouldSucceed();
    }

    [Fact]
    public async Task Who_books_while_it_is_paused_is_either_called_off_or_refused()
    {
        var world = await World.Of(service);
        var bookings = Enumerable.Range(2, 6).Select(day => world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(day)))).ToList();
        var pause = world.AsCaseworker.Post(Stopping(world));
        await Task.WhenAll(bookings);
        (await pause).EnsureSuccessStatusCode();
        (await service.Db(db => db.Sessions.CountAsync(s => s.MatchId == world.Match && s.State == SessionState.Booked))).ShouldBe(0);
    }

    [Fact]
    public void A_resumption_is_later_than_its_pause_also_where_clocks_differ()
    {
        var match = new MatchCopy { Id = MatchId.New(), MenteeId = MenteeId.New(), MentorId = MentorId.New() };
        var now = service.Clock.GetUtcNow();
        match.Stop(now.AddSeconds(3)).Changed.ShouldBeTrue();
        match.Resume(now).Changed.ShouldBeTrue();
        match.ResumedAt.ShouldNotBeNull().ShouldBeGreaterThan(now.AddSeconds(3));
        match.Stop(now.AddSeconds(3)).ShouldBe(Decision.AlreadySo);
    }
}
