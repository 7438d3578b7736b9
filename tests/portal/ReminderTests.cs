using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class ReminderTests(PortalService portal)
{
    private DateTimeOffset Soon => portal.Clock.GetUtcNow().AddMinutes(50);

    [Fact]
    public async Task A_reminder_is_one_mail_that_says_when_and_names_nobody()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var fact = Due(mentee, MentorId.New(), "mentee", Soon);
        var id = await portal.TellAndWait(fact);
        await portal.TellAndWait(fact, id);
        var mail = await portal.Mail(account.Email!);
        mail.ShouldContain("Subject: You meet your mentor soon");
        mail.ShouldContain($"/me/sessions/{fact.SessionId}\r\n");
        mail.ShouldContain("/me/sessions/choices\r\n");
        mail.ShouldContain(", UK time.");
        await AllGone(fact.SessionId);
        Sent(account).ShouldBe(1);
    }

    [Fact]
    public async Task The_mentor_is_reminded_in_their_own_words_the_day_before()
    {
        var mentor = MentorId.New();
        var account = await portal.Member(Roles.Mentor, mentor: mentor);
        var startsAt = portal.Clock.GetUtcNow().AddHours(24);
        var fact = Due(MenteeId.New(), mentor, "mentor", startsAt) with { Kind = "day-before" };
        await portal.TellAndWait(fact);
        var mail = await portal.Mail(account.Email!);
        mail.ShouldContain("Subject: You have a mentoring session tomorrow");
        mail.ShouldContain($"/mentor/sessions/{fact.SessionId}\r\n");
    }

    [Fact]
    public async Task Of_a_session_that_was_called_off_nobody_is_reminded_in_whatever_order_it_is_heard()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var fact = Due(mentee, MentorId.New(), "mentee", Soon);
        await portal.TellAndWait(new SessionCancelled { SessionId = fact.SessionId, MatchId = fact.MatchId, MenteeId = fact.MenteeId, MentorId = fact.MentorId, By = "mentor", At = fact.At.AddSeconds(5) });
        await portal.TellAndWait(fact);

        var waits = Due(mentee, MentorId.New(), "mentee", Soon);
        await Waiting(account, waits);
        await portal.TellAndWait(new SessionCancelled { SessionId = waits.SessionId, MatchId = waits.MatchId, MenteeId = waits.MenteeId, MentorId = waits.MentorId, By = "mentor", At = waits.At.AddSeconds(5) });
        await AllGone(fact.SessionId, waits.SessionId);
        Sent(account).ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_session_that_moved_only_its_new_time_is_reminded_of()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var old = Due(mentee, MentorId.New(), "mentee", Soon);
        var later = old.StartsAt.AddHours(6);
        await Waiting(account, old);
        await portal.TellAndWait(Moved(old, later, old.At.AddSeconds(5)));
        await AllGone(old.SessionId);
        await portal.TellAndWait(old);
        await AllGone(old.SessionId);
        Sent(account).ShouldBe(0);

        // An older move that arrives late changes nothing, and the reminder of the new time goes out.
        await portal.TellAndWait(Moved(old, old.StartsAt.AddHours(2), old.At.AddSeconds(1)));
        await portal.TellAndWait(old with { StartsAt = later, At = old.At.AddSeconds(9) });
        await portal.Mail(account.Email!);
        await AllGone(old.SessionId);
        Sent(account).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_came_back_to_its_time_is_reminded_of()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var fact = Due(mentee, MentorId.New(), "mentee", Soon);
        await portal.TellAndWait(Moved(fact, fact.StartsAt.AddHours(2), fact.At.AddSeconds(-9)));
        await portal.TellAndWait(Moved(fact, fact.StartsAt, fact.At.AddSeconds(-5)));
        await portal.TellAndWait(fact);
        await portal.Mail(account.Email!);
    }

    [Fact]
    public async Task Who_cannot_come_in_any_more_and_what_has_begun_is_not_reminded_of()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var begun = Due(mentee, MentorId.New(), "mentee", portal.Clock.GetUtcNow().AddSeconds(-1));
        await portal.TellAndWait(begun);
        await portal.Db(async db =>
        {
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow()));
        });
        var fact = Due(mentee, MentorId.New(), "mentee", Soon);
        await portal.TellAndWait(fact);
        await AllGone(begun.SessionId, fact.SessionId);
        Sent(account).ShouldBe(0);
    }

    [Theory]
    [InlineData("/calendar/short.ics")]
    [InlineData("/calendar/q7Vb0Xn3mJ5tLw8sYz2cK4dR6fH9gP1aE0uTiOvBxNM")]
    [InlineData("/calendar/..%2Fsessions%2Fme.ics")]
    public async Task An_address_that_is_no_calendars_leads_nowhere(string path) => await portal.AsNobody().Get(path).ShouldBe(HttpStatusCode.NotFound);

    private static SessionReminderDue Due(MenteeId mentee, MentorId mentor, string to, DateTimeOffset startsAt) => new()
    {
        SessionId = Guid.CreateVersion7(),
        MatchId = Guid.CreateVersion7(),
        MenteeId = mentee.Value,
        MentorId = mentor.Value,
        To = to,
        Kind = "hour-before",
        StartsAt = startsAt,
        At = startsAt.AddHours(-1),
    };

    private static SessionMoved Moved(SessionReminderDue of, DateTimeOffset to, DateTimeOffset at) =>
        new() { SessionId = of.SessionId, MatchId = of.MatchId, MenteeId = of.MenteeId, MentorId = of.MentorId, StartsAt = to, EndsAt = to.AddHours(1), At = at };

    // A reminder that was written and cannot go out just yet.
    private Task Waiting(Account account, SessionReminderDue fact) => portal.Db(async db =>
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        scope.ServiceProvider.GetRequiredService<IReminderChannel>().Remind(account, new(fact.SessionId, fact.StartsAt.ToUniversalTime(), ForMentor: false, IsTheLast: true));
        own.Mails.Local.Single().NextTryAt = portal.Clock.GetUtcNow().AddHours(3);
        await own.SaveChangesAsync();
        (await db.Mails.CountAsync(m => m.SessionId == fact.SessionId)).ShouldBe(1);
    });

    private Task AllGone(params Guid[] sessions) => Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync(m => m.SessionId != null && sessions.Contains(m.SessionId.Value))), "no reminder waits");

    // Reminders alone, and no news of a session.
    private int Sent(Account account) => portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllText(f.FullName))
        .Count(mail => mail.Contains($"To: {account.Email}\r\n", StringComparison.Ordinal) && mail.Contains("/sessions/choices", StringComparison.Ordinal));
}
