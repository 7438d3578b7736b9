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
        foreach (var (account, subject, words) in new[] { (young, "A time with your mentor is called off", "ask your caseworker"), (old, "A mentoring session is called off", "The caseworker knows more.") })
        {
            var mail = await portal.Mail(account.Email!, subject);
            mail.ShouldContain(words);
            mail.ShouldNotContain("another time", customMessage: "they may not be to meet just now");
        }
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

    [Theory]
    [InlineData("mentor", "Your mentor asks for another time", "/me/sessions/")]
    [InlineData("mentee", "Another time for a mentoring session?", "/mentor/sessions/")]
    public async Task Who_is_asked_for_another_time_is_told_and_who_asked_is_told_of_a_no(string by, string subject, string page)
    {
        var (mentee, mentor) = (MenteeId.New(), MentorId.New());
        var (young, old) = (await portal.Member(Roles.Mentee, mentee: mentee), await portal.Member(Roles.Mentor, mentor: mentor));
        var (answers, asks) = by == "mentor" ? (young, old) : (old, young);
        var of = Booked(mentee, mentor);
        var asked = new SessionTimeProposed { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = mentee.Value, MentorId = mentor.Value, By = by, StartsAt = of.StartsAt, ProposedStartsAt = of.StartsAt.AddDays(1), At = of.At };
        await portal.TellAndWait(asked);
        var mail = await portal.Mail(answers.Email!, subject);
        foreach (var words in (string[])[$"{page}{of.SessionId}\r\n", "Instead: ", "Until you answer, it stays as it is."]) mail.ShouldContain(words);
        await portal.TellAndWait(new SessionTimeDeclined { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = mentee.Value, MentorId = mentor.Value, AskedBy = by, StartsAt = of.StartsAt, At = of.At.AddSeconds(5) });
        (await portal.Mail(asks.Email!, "stays as it was")).ShouldContain("You asked for another time.");
        await NothingWaits();
        (Subjects(answers).Count(), Subjects(asks).Count()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Of_another_time_for_a_session_that_changed_meanwhile_nobody_is_told()
    {
        var (mentee, mentor) = (MenteeId.New(), MentorId.New());
        var young = await portal.Member(Roles.Mentee, mentee: mentee);
        var of = Booked(mentee, mentor);
        var asked = new SessionTimeProposed { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = mentee.Value, MentorId = mentor.Value, By = "mentor", StartsAt = of.StartsAt, ProposedStartsAt = of.StartsAt.AddDays(1), At = of.At };
        await portal.TellAndWait(CalledOff(of, "mentee", 5));
        await portal.TellAndWait(asked);
        await portal.TellAndWait(asked with { SessionId = Guid.CreateVersion7(), StartsAt = portal.Clock.GetUtcNow().AddMinutes(-1) });
        await NothingWaits();
        Subjects(young).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "Please find another place to meet")]
    [InlineData(false, "Look again where you meet your mentor")]
    public async Task Both_hear_when_where_they_meet_changes_or_is_used_no_more_and_no_place_is_named(bool closed, string subject)
    {
        var (mentee, mentor) = (MenteeId.New(), MentorId.New());
        var (young, old) = (await portal.Member(Roles.Mentee, mentee: mentee), await portal.Member(Roles.Mentor, mentor: mentor));
        var of = Booked(mentee, mentor);
        var fact = new SessionPlaceChanged { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = mentee.Value, MentorId = mentor.Value, StartsAt = of.StartsAt, PlaceIsClosed = closed, At = of.At };
        await portal.TellAndWait(fact);
        (await portal.Mail(young.Email!, subject)).ShouldContain($"/me/sessions/{of.SessionId}\r\n");
        await portal.Mail(old.Email!, $"/mentor/sessions/{of.SessionId}");

        // Of a time that is no more nothing is said.
        var gone = Booked(mentee, mentor);
        await portal.TellAndWait(Moved(gone, gone.StartsAt.AddDays(1), 5));
        await portal.TellAndWait(fact with { SessionId = gone.SessionId, StartsAt = gone.StartsAt });
        await NothingWaits();
        Subjects(old).Count(s => s.Contains("place", StringComparison.Ordinal) || s.Contains("look again", StringComparison.Ordinal)).ShouldBe(1);
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
