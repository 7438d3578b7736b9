using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

/// <summary>Both hear of a session that is booked, moved or called off, whatever reminders they chose.</summary>
public sealed class SessionNewsTests(PortalService portal)
{
    [Fact]
    public async Task Both_hear_when_a_session_is_booked_and_moved_and_the_other_when_it_is_called_off()
    {
        var (mentee, mentor) = (MenteeId.New(), MentorId.New());
        var young = await portal.Member(Roles.Mentee, mentee: mentee);
        var old = await portal.Member(Roles.Mentor, mentor: mentor);
        var booked = Booked(mentee, mentor);
        await portal.TellAndWait(booked);
        (await portal.Mail(young.Email!, "You have a time with your mentor")).ShouldContain($"/me/sessions/{booked.SessionId}\r\n");
        (await portal.Mail(old.Email!, "A mentoring session is booked")).ShouldContain($"/mentor/sessions/{booked.SessionId}\r\n");

        await portal.TellAndWait(Moved(booked, booked.StartsAt.AddDays(1), 2));
        (await portal.Mail(young.Email!, "You meet your mentor at a new time")).ShouldContain(", UK time.");
        await portal.Mail(old.Email!, "Your mentoring session has a new time");

        await portal.TellAndWait(CalledOff(booked, "mentor", 3));
        (await portal.Mail(young.Email!, "A time with your mentor is called off")).ShouldContain("It is not your fault.");
        await NothingWaits();
        Subjects(old).ShouldBe(["A mentoring session is booked", "Your mentoring session has a new time"], ignoreOrder: true, "who called it off knows");
    }

    [Fact]
    public async Task What_the_programme_calls_off_both_hear_of()
    {
        var (mentee, mentor) = (MenteeId.New(), MentorId.New());
        var (young, old) = (await portal.Member(Roles.Mentee, mentee: mentee), await portal.Member(Roles.Mentor, mentor: mentor));
        await portal.TellAndWait(CalledOff(Booked(mentee, mentor), "programme", 1));
        await portal.Mail(young.Email!, "A time with your mentor is called off");
        await portal.Mail(old.Email!, "A mentoring session is called off");
    }

    [Fact]
    public async Task Old_news_that_arrives_late_is_not_told_nor_what_has_passed()
    {
        var (mentee, mentor) = (MenteeId.New(), MentorId.New());
        var young = await portal.Member(Roles.Mentee, mentee: mentee);
        var booked = Booked(mentee, mentor);
        await portal.TellAndWait(Moved(booked, booked.StartsAt.AddDays(2), 5));
        await portal.TellAndWait(Moved(booked, booked.StartsAt.AddDays(1), 4));
        await portal.TellAndWait(booked);
        await portal.TellAndWait(Booked(mentee, mentor) with { StartsAt = portal.Clock.GetUtcNow().AddHours(-1) });
        var off = Booked(mentee, mentor);
        await portal.TellAndWait(CalledOff(off, "mentee", 9));
        await portal.TellAndWait(Moved(off, off.StartsAt.AddDays(1), 8));
        await portal.TellAndWait(off);
        await NothingWaits();
        Subjects(young).ShouldBe(["You meet your mentor at a new time"]);
    }

    private SessionBooked Booked(MenteeId mentee, MentorId mentor)
    {
        var at = portal.Clock.GetUtcNow();
        return new() { SessionId = Guid.CreateVersion7(), MatchId = Guid.CreateVersion7(), MenteeId = mentee.Value, MentorId = mentor.Value, StartsAt = at.AddDays(3), EndsAt = at.AddDays(3).AddHours(1), At = at };
    }

    private static SessionMoved Moved(SessionBooked of, DateTimeOffset to, int seconds) =>
        new() { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = of.MenteeId, MentorId = of.MentorId, StartsAt = to, EndsAt = to.AddHours(1), At = of.At.AddSeconds(seconds) };

    private static SessionCancelled CalledOff(SessionBooked of, string by, int seconds) =>
        new() { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = of.MenteeId, MentorId = of.MentorId, By = by, At = of.At.AddSeconds(seconds) };

    private Task NothingWaits() => Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "all mail has gone");

    private IEnumerable<string> Subjects(Account account) => portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllText(f.FullName))
        .Where(mail => mail.Contains($"To: {account.Email}\r\n", StringComparison.Ordinal))
        .Select(mail => mail.Split("\r\n").Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..]);
}
