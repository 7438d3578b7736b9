using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

/// <summary>Reminders, by a clock of their own.</summary>
public sealed class ReminderTests(ReminderTests.Own service) : IClassFixture<ReminderTests.Own>
{
    public sealed class Own : SessionFixture;

    [Fact]
    public async Task Both_are_reminded_the_day_before_and_an_hour_before_and_each_time_once()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(3));
        await At(session.StartsAt.AddHours(-24));
        await At(session.StartsAt.AddHours(-23));
        await At(session.StartsAt.AddHours(-1));
        await At(session.StartsAt.AddMinutes(-30));
        await service.Settle();
        Told(session.Id).ShouldBe([("day-before", "mentee"), ("day-before", "mentor"), ("hour-before", "mentee"), ("hour-before", "mentor")], ignoreOrder: true);
        (await service.Heard<SessionReminderDue>(f => f.SessionId == session.Id.Value)).StartsAt.ShouldBe(session.StartsAt);
    }

    [Fact]
    public async Task Each_is_reminded_as_they_chose()
    {
        var world = await World.Of(service);
        (await world.AsMentee.Put("/sessions/me/reminders", new { remind = "hour-before" }).ShouldBe<ChooseForMySessions.Choices>(HttpStatusCode.OK)).Remind.ShouldBe(RemindMe.HourBefore);
        await world.AsMentor.Put("/sessions/me/reminders", new { remind = "none" }).ShouldSucceed();
        (await world.AsMentor.Get<ChooseForMySessions.Choices>("/sessions/me/choices")).Remind.ShouldBe(RemindMe.None);
        var session = await world.Book(world.Day(3));
        await At(session.StartsAt.AddHours(-24));
        await At(session.StartsAt.AddHours(-1));
        await service.Settle();
        Told(session.Id).ShouldBe([("hour-before", "mentee")]);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_called_off_and_what_was_moved_is_reminded_of_at_its_new_time()
    {
        var world = await World.Of(service);
        var off = await world.Book(world.Day(3, 10));
        var moved = await world.Book(world.Day(3, 13));
        await At(off.StartsAt.AddHours(-25));
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { }).ShouldSucceed();
        var later = moved.StartsAt.AddDays(1);
        await world.AsMentor.Post($"/sessions/{moved.Id}/move", new { startsAt = later }).ShouldSucceed();
        await At(moved.StartsAt.AddHours(-20));
        await At(moved.StartsAt.AddMinutes(-30));
        await service.Settle();
        Told(moved.Id).ShouldBeEmpty();
        await At(later.AddHours(-23));
        await service.Settle();
        Told(off.Id).ShouldBeEmpty();
        Told(moved.Id).ShouldBe([("day-before", "mentee"), ("day-before", "mentor")], ignoreOrder: true);
        (await service.Heard<SessionReminderDue>(f => f.SessionId == moved.Id.Value)).StartsAt.ShouldBe(later);
    }

    [Fact]
    public async Task Several_instances_at_once_tell_each_reminder_once()
    {
        var world = await World.Of(service);
        List<MenteesSession> sessions = [];
        for (var hour = 8; hour < 20; hour++) sessions.Add(await world.Book(world.Day(5, hour), 30));
        service.Clock.MoveTo(world.Day(4, 19, 30));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => service.Services.GetRequiredService<RemindOfSessions>().RemindAll(default))));
        await AllTold();
        await service.Settle();
        foreach (var session in sessions) Told(session.Id).ShouldBe([("day-before", "mentee"), ("day-before", "mentor")], ignoreOrder: true);
    }

    private async Task At(DateTimeOffset moment)
    {
        service.Clock.MoveTo(moment);
        await service.Services.GetRequiredService<RemindOfSessions>().RemindAll(default);
        await AllTold();
    }

    // The service looks by itself when its clock moves, and may be at it still.
    private Task AllTold() => Eventually.Is(
        () => service.Db(async db =>
        {
            var moment = service.Clock.GetUtcNow();
            var told = await db.Reminders.AsNoTracking().ToListAsync();
            var booked = await db.Sessions.AsNoTracking().Where(s => s.State == SessionState.Booked).ToListAsync();
            return !booked.Exists(s => Enum.GetValues<ReminderKind>().Any(kind => Reminder.IsDue(kind, s, moment) && !told.Exists(r => r.SessionId == s.Id && r.Kind == kind && r.StartsAt == s.StartsAt)));
        }),
        "everything due is told");

    private List<(string, string)> Told(SessionId session) =>
        [.. service.Wire.Heard.Select(h => h.Fact).OfType<SessionReminderDue>().Where(f => f.SessionId == session.Value).Select(f => (f.Kind, f.To))];
}
