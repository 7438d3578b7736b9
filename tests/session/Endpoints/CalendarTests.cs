using System.Net;
using System.Security.Cryptography;
using Mentoring.Contracts.Mentees;
using Mentoring.Contracts.Portal;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class CalendarTests(SessionService service)
{
    private static string NewToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task<string> Read(string token) => await (await service.AsNobody().Get($"/calendars/{token}").ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync();

    [Fact]
    public async Task One_session_is_read_as_a_file_that_follows_its_changes()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var answer = await world.AsMentee.Get($"/sessions/{session.Id}/calendar").ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("SEQUENCE:0\r\n");
        await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(3) }).ShouldSucceed();
        (await (await world.AsMentor.Get($"/sessions/{session.Id}/calendar")).Content.ReadAsStringAsync()).ShouldContain("SEQUENCE:1\r\n");
        await world.AsMentor.Post($"/sessions/{session.Id}/cancel", new { why = "Not for calendars" }).ShouldSucceed();
        var off = await (await world.AsMentee.Get($"/sessions/{session.Id}/calendar")).Content.ReadAsStringAsync();
        off.ShouldContain("METHOD:CANCEL\r\n");
        off.ShouldNotContain("Not for calendars");
    }

    [Fact]
    public async Task A_secret_address_shows_when_its_owner_meets_without_signing_in_and_nothing_of_others()
    {
        var world = await World.Of(service);
        var other = await World.Of(service, mentor: world.Mentor);
        var token = NewToken();
        await world.AsMentee.Put("/sessions/me/calendar", new { token }).ShouldSucceed();
        var mine = await world.Book(world.Day(2));
        var theirs = await other.Book(other.Day(3));
        var off = await world.Book(world.Day(4));
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { }).ShouldSucceed();

        var answer = await service.AsNobody().Get($"/calendars/{token}").ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain($"UID:{mine.Id}@");
        text.ShouldContain($"UID:{off.Id}@");
        text.ShouldContain("STATUS:CANCELLED");
        text.ShouldNotContain(theirs.Id.ToString());
        text.ShouldNotContain(world.Mentor.ToString());
        text.ShouldNotContain(world.Mentee.ToString());

        var mentors = NewToken();
        await world.AsMentor.Put("/sessions/me/calendar", new { token = mentors }).ShouldSucceed();
        var all = await Read(mentors);
        all.ShouldContain($"UID:{mine.Id}@");
        all.ShouldContain($"UID:{theirs.Id}@");
    }

    [Fact]
    public async Task A_new_address_stops_the_old_one_and_a_closed_one_is_no_more()
    {
        var world = await World.Of(service);
        var (first, second) = (NewToken(), NewToken());
        await world.AsMentor.Put("/sessions/me/calendar", new { token = first }).ShouldSucceed();
        await Read(first);
        (await world.AsMentor.Put("/sessions/me/calendar", new { token = second }).ShouldBe<ChooseForMySessions.Choices>(HttpStatusCode.OK)).CalendarSince.ShouldNotBeNull();
        await service.AsNobody().Get($"/calendars/{first}").ShouldBeProblem(HttpStatusCode.NotFound);
        await Read(second);
        await world.AsMentor.Delete("/sessions/me/calendar").ShouldSucceed();
        await service.AsNobody().Get($"/calendars/{second}").ShouldBeProblem(HttpStatusCode.NotFound);
        (await world.AsMentor.Get<ChooseForMySessions.Choices>("/sessions/me/choices")).CalendarSince.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Once_an_account_is_shut_its_calendar_is_empty_so_that_entries_go_and_opened_again_it_is_full(bool mentee)
    {
        var world = await World.Of(service);
        var token = NewToken();
        await (mentee ? world.AsMentee : world.AsMentor).Put("/sessions/me/calendar", new { token }).ShouldSucceed();
        await world.Book(world.Day(2));
        var (account, now) = (Guid.CreateVersion7(), service.Clock.GetUtcNow());
        var shut = new AccountShut { AccountId = account, MenteeId = mentee ? world.Mentee.Value : null, MentorId = mentee ? null : world.Mentor.Value, At = now };
        await service.TellAndWait(shut);
        var empty = await Read(token);
        empty.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        empty.ShouldNotContain("VEVENT");
        await service.TellAndWait(new AccountOpened { AccountId = account, MenteeId = shut.MenteeId, MentorId = shut.MentorId, At = now.AddMinutes(1) });
        (await Read(token)).ShouldContain("VEVENT");

        // An old word that arrives late changes nothing.
        await service.TellAndWait(shut with { At = now.AddSeconds(-1) });
        (await Read(token)).ShouldContain("VEVENT");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_left_the_programme_has_an_empty_calendar(bool mentee)
    {
        var world = await World.Of(service);
        var (leaving, staying) = (NewToken(), NewToken());
        await (mentee ? world.AsMentee : world.AsMentor).Put("/sessions/me/calendar", new { token = leaving }).ShouldSucceed();
        await (mentee ? world.AsMentor : world.AsMentee).Put("/sessions/me/calendar", new { token = staying }).ShouldSucceed();
        await world.Book(world.Day(2));
        if (mentee) await service.TellAndWait(new MenteeLeft { MenteeId = world.Mentee.Value, At = service.Clock.GetUtcNow() });
        else await service.TellAndWait(world.Left(service.Clock.GetUtcNow()));
        (await Read(leaving)).ShouldNotContain("VEVENT");
        (await Read(staying)).ShouldContain("VEVENT");
    }

    [Fact]
    public async Task The_secret_itself_is_kept_nowhere()
    {
        var world = await World.Of(service);
        var token = NewToken();
        var key = $"key-{token[..8]}";
        await world.AsMentee.Put("/sessions/me/calendar", new { token }, key).ShouldSucceed();
        var own = await service.Db(db => db.OwnChoices.AsNoTracking().SingleAsync(c => c.PersonId == world.Mentee.Value));
        own.CalendarHash.ShouldBe(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
        var kept = await service.Db(db => db.Set<IdempotencyKey>().AsNoTracking().SingleAsync(k => k.Key == key));
        System.Text.Encoding.UTF8.GetString(kept.Body!).ShouldNotContain(token);
        service.Log.Lines.ShouldNotContain(line => line.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("q7Vb0Xn3mJ5tLw8sYz2cK4dR6fH9gP1aE0uTiOvBxN=")]
    public async Task A_secret_that_could_be_guessed_is_refused(string token)
    {
        var world = await World.Of(service);
        await world.AsMentee.Put("/sessions/me/calendar", new { token }).ShouldBeProblem(HttpStatusCode.BadRequest);
    }
}
