using System.Net;
using Mentoring.Contracts.Mentees;
using Mentoring.Contracts.Mentors;
using Mentoring.Contracts.Portal;
using Mentoring.Contracts.Safeguarding;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class ReactionTests(PortalService portal)
{
    [Fact]
    public async Task When_a_mentor_leaves_their_role_their_sessions_and_their_invitations_go()
    {
        var mentor = MentorId.New();
        var account = await portal.Member(Roles.Mentor, mentor: mentor);
        var client = await portal.SignedIn(account);
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Mentor, "another.address@people.example", portal.Clock.GetUtcNow(), mentor, code: code));
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        var fact = new MentorLeft { MentorId = mentor.Value, At = portal.Clock.GetUtcNow() };
        var id = await portal.TellAndWait(fact);
        await client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);
        await portal.AsNobody().Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe(HttpStatusCode.NotFound);
        await portal.TellAndWait(fact, id);
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_a_mentor_leaves_their_other_roles_stay()
    {
        var (mentor, partner) = (MentorId.New(), PartnerId.New());
        var account = PortalService.AccountWith($"{AccountId.New()}@people.example", [Roles.Coordinator, Roles.Mentor], mentor, null, partner, portal.Clock.GetUtcNow());
        await portal.Store(account);
        var before = await portal.SignedIn(account);
        await portal.TellAndWait(new MentorLeft { MentorId = mentor.Value, At = portal.Clock.GetUtcNow() });
        await before.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        var me = await (await portal.SignedIn(account)).Get<WhoAmI.Answer>("/api/me");
        me.Roles.ShouldBe([Roles.Coordinator]);
        me.MentorId.ShouldBeNull();
        me.PartnerId.ShouldBe(partner);
    }

    [Fact]
    public async Task When_a_young_person_leaves_their_role_their_sessions_and_their_invitations_go()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var client = await portal.SignedIn(account);
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Mentee, "one.more@people.example", portal.Clock.GetUtcNow(), mentee: mentee, code: code));
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await portal.TellAndWait(new MenteeLeft { MenteeId = mentee.Value, At = portal.Clock.GetUtcNow() });
        await client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.AsNobody().Post("/api/invitations/acceptance", new { code, pin = PortalService.Pin }).ShouldBe(HttpStatusCode.NotFound);
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).MenteeId.ShouldBeNull();
        (await portal.Db(db => db.Invitations.SingleAsync(i => i.MenteeId == mentee))).WithdrawnAt.ShouldNotBeNull();

        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        var listed = (await admin.Get<Page<AccountView>>($"/api/accounts?take=1&after={Before(account.Id)}")).Items.ShouldHaveSingleItem();
        listed.Id.Value.ShouldBe(account.Id);
        listed.Email.ShouldBeNull();
        listed.Name.ShouldBeNull();
    }

    [Theory]
    [InlineData(Roles.Mentor)]
    [InlineData(Roles.Mentee)]
    public async Task Who_left_is_invited_no_more_also_while_the_service_that_owns_the_record_still_says_otherwise(string role)
    {
        var (mentor, mentee) = Ids(role);
        await portal.TellAndWait(Left(mentor, mentee));
        var person = mentor?.Value ?? mentee!.Value.Value;
        portal.Mentors.Has($"/mentors/{person}", new { firstName = "A", email = $"{person}@people.example", stage = "cleared" }, _ => true);
        portal.Mentees.Has($"/mentees/{person}", new { firstName = "B", email = $"{person}@people.example", standing = new { stage = "ready" } }, _ => true);
        var caseworker = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        await caseworker.Post("/api/invitations", new { role, personId = person }).ShouldBeProblem(HttpStatusCode.Conflict, "not in the programme");

        // One that slipped through all the same.
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(role, $"{person}@people.example", portal.Clock.GetUtcNow(), mentor, mentee, code: code));
        await portal.AsNobody().Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBeProblem(HttpStatusCode.NotFound, "does not work");
        (await portal.Db(db => db.Accounts.CountAsync(a => a.Email == $"{person}@people.example"))).ShouldBe(0);
    }

    [Theory]
    [InlineData(Roles.Mentor)]
    [InlineData(Roles.Mentee)]
    public async Task Leaving_waits_for_an_invitation_under_way_and_takes_it_back(string role)
    {
        var (mentor, mentee) = Ids(role);
        var invitation = PortalService.AnInvitation(role, $"{InvitationId.New()}@people.example", portal.Clock.GetUtcNow(), mentor, mentee);
        await portal.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.HasLeft(mentor?.Value ?? mentee?.Value, CancellationToken.None)).ShouldBeFalse();
            await portal.Tell(Left(mentor, mentee));
            await Eventually.Is(
                () => db.Database.SqlQuery<bool>($"select exists (select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.locktype = 'advisory' and not l.granted) as \"Value\"").SingleAsync(),
                "leaving waits");
            db.Invitations.Add(invitation);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        await Eventually.Is(() => portal.Db(db => db.Invitations.AnyAsync(i => i.Id == invitation.Id && i.WithdrawnAt != null)), "leaving sees the invitation");
    }

    [Fact]
    public async Task Somebody_without_an_account_leaves_and_nobody_is_touched()
    {
        var client = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        await portal.TellAndWait(new MentorLeft { MentorId = Guid.CreateVersion7(), At = portal.Clock.GetUtcNow() });
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_looks_after_a_quiet_match_gets_a_mail_that_names_nobody_and_nobody_else_does()
    {
        var (caseworker, cover, gone, mentor) = (await portal.Member(Roles.Caseworker), await portal.Member(Roles.Caseworker), await portal.Member(Roles.Caseworker), await portal.Member(Roles.Mentor, mentor: MentorId.New()));
        await portal.Db(db => db.Accounts.Where(a => a.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow())));
        var fact = new MatchWentQuiet
        {
            MatchId = Guid.CreateVersion7(),
            MenteeId = Guid.CreateVersion7(),
            MentorId = Guid.CreateVersion7(),
            LastContactOn = new(2026, 11, 9),
            Tell = [caseworker.Id, cover.Id, gone.Id, mentor.Id],
            At = portal.Clock.GetUtcNow(),
        };
        var message = Guid.CreateVersion7();
        await portal.TellAndWait(fact, message);
        await portal.TellAndWait(fact, message);
        await portal.TellAndWait(new MatchStillQuiet { MatchId = fact.MatchId, MenteeId = fact.MenteeId, MentorId = fact.MentorId, LastContactOn = fact.LastContactOn, Tell = [cover.Id], At = fact.At });

        foreach (var told in (Account[])[caseworker, cover])
        {
            var mail = await portal.Mail(told.Email!, "nobody was in touch for two weeks");
            foreach (var words in (string[])["Monday 9 November 2026", $"/work/matches/{fact.MatchId}", "Subject: A match has gone quiet"]) mail.ShouldContain(words);
        }

        (await portal.Mail(cover.Email!, "still a match you look after")).ShouldContain("Subject: A match is still quiet");
        await Eventually.Is(async () => !await portal.Db(db => db.Mails.AnyAsync()), "all mail has gone");
        var letters = await Task.WhenAll(portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllTextAsync(f.FullName)));
        int To(Account account) => letters.Count(l => l.Contains($"To: {account.Email}\r\n", StringComparison.OrdinalIgnoreCase));
        (To(caseworker), To(cover), To(gone), To(mentor)).ShouldBe((1, 2, 0, 0));
    }

    [Fact]
    public async Task Where_no_caseworker_of_a_match_can_come_in_the_leads_are_told()
    {
        var (gone, lead) = (await portal.Member(Roles.Caseworker), await portal.Member(Roles.SafeguardingLead));
        await portal.Db(db => db.Accounts.Where(a => a.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow())));
        var (match, at) = (Guid.CreateVersion7(), portal.Clock.GetUtcNow());
        await portal.TellAndWait(new MatchWentQuiet { MatchId = match, MenteeId = Guid.CreateVersion7(), MentorId = Guid.CreateVersion7(), LastContactOn = new(2026, 11, 9), Tell = [gone.Id], At = at });
        await portal.TellAndWait(new SafetyDoubted { SessionId = Guid.CreateVersion7(), MatchId = match, MenteeId = Guid.CreateVersion7(), MentorId = Guid.CreateVersion7(), By = "mentee", Tell = [], At = at });
        foreach (var subject in (string[])["A match has gone quiet", "Please talk with somebody today"])
            (await portal.Mail(lead.Email!, $"Subject: {subject}")).ShouldSatisfyAllConditions(m => m.ShouldContain($"/safeguarding/records/match/{match}"), m => m.ShouldContain("that no caseworker can look after"));
    }

    [Fact]
    public async Task Of_somebody_who_may_not_feel_safe_the_caseworker_hears_at_once_and_the_lead_when_nobody_talked_with_them()
    {
        var (caseworker, lead) = (await portal.Member(Roles.Caseworker), await portal.Member(Roles.SafeguardingLead));
        var (match, at) = (Guid.CreateVersion7(), portal.Clock.GetUtcNow());
        var (mentee, mentor, session) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await portal.TellAndWait(new SafetyDoubted { SessionId = session, MatchId = match, MenteeId = mentee, MentorId = mentor, By = "mentor", Tell = [caseworker.Id, lead.Id], At = at });
        var mail = await portal.Mail(caseworker.Email!, $"/work/matches/{match}");
        foreach (var words in (string[])["a mentor", "talk with them today"]) mail.ShouldContain(words);
        await portal.TellAndWait(new SafetyUnanswered { SessionId = session, MatchId = match, MenteeId = mentee, MentorId = mentor, By = "mentor", At = at });
        (await portal.Mail(lead.Email!, $"/safeguarding/records/match/{match}")).ShouldContain("Two days ago a mentor said");
        await Eventually.Is(async () => !await portal.Db(db => db.Mails.AnyAsync()), "all mail has gone");
        portal.Mails.GetFiles("*.eml").Count(f => File.ReadAllText(f.FullName).Contains(match.ToString(), StringComparison.Ordinal)).ShouldBe(1 + portal.Mails.GetFiles("*.eml").Count(f => File.ReadAllText(f.FullName).Contains($"/safeguarding/records/match/{match}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("mentee", "a young person asked to end it because")]
    [InlineData("mentor", "a mentor asked to end it because")]
    [InlineData("caseworker", "Please talk with the young person today.")]
    public async Task Who_ends_a_match_because_somebody_does_not_feel_safe_sets_off_the_same_alarm(string by, string words)
    {
        var (caseworker, lead) = (await portal.Member(Roles.Caseworker), await portal.Member(Roles.SafeguardingLead));
        var (match, at) = (Guid.CreateVersion7(), portal.Clock.GetUtcNow());
        var doubted = new SafetyDoubted { SessionId = null, MatchId = match, MenteeId = Guid.CreateVersion7(), MentorId = Guid.CreateVersion7(), By = by, Tell = [caseworker.Id], At = at };
        await portal.TellAndWait(doubted);
        (await portal.Mail(caseworker.Email!, $"/work/matches/{match}")).ShouldSatisfyAllConditions(m => m.ShouldContain(words), m => m.ShouldContain("called off"), m => m.ShouldNotContain("After a session"));
        await portal.TellAndWait(new SafetyUnanswered { SessionId = null, MatchId = match, MenteeId = doubted.MenteeId, MentorId = doubted.MentorId, By = by, At = at });
        (await portal.Mail(lead.Email!, $"/safeguarding/records/match/{match}")).ShouldContain("asked to end a match because somebody does not feel");
    }

    [Fact]
    public async Task Of_a_concern_that_waits_every_lead_hears_but_those_it_is_about_and_administrators_when_nobody_takes_it_on()
    {
        var (lead, about, admin) = (await portal.Member(Roles.SafeguardingLead), await portal.Member(Roles.SafeguardingLead), await portal.Member(Roles.Administrator));
        var fact = new ConcernWaits { Urgent = false, LookedAfter = false, TimesOverdue = 0, NotTo = [about.Id], At = portal.Clock.GetUtcNow() };
        await portal.TellAndWait(fact);
        (await portal.Mail(lead.Email!, "Subject: A concern waits for a safeguarding lead")).ShouldContain("/safeguarding\r\n");
        await portal.TellAndWait(fact with { Urgent = true });
        (await portal.Mail(lead.Email!, "Within the hour: a concern waits")).ShouldContain("Please read it now.");
        await portal.TellAndWait(fact with { TimesOverdue = 1 });
        await portal.Mail(lead.Email!, "Subject: Overdue: nobody has taken a concern on yet");
        await Eventually.Is(async () => !await portal.Db(db => db.Mails.AnyAsync()), "all mail has gone");
        IEnumerable<string> To(string email) => portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllText(f.FullName)).Where(mail => mail.Contains($"To: {email}\r\n", StringComparison.Ordinal));
        To(admin.Email!).ShouldBeEmpty();
        await portal.TellAndWait(fact with { TimesOverdue = 2, Urgent = true });
        (await portal.Mail(admin.Email!, "The safeguarding leads are needed")).ShouldContain("Please do it now.");
        await Eventually.Is(async () => !await portal.Db(db => db.Mails.AnyAsync()), "all mail has gone");
        To(about.Email!).ShouldBeEmpty("it is about them");

        // A call that was repeated long ago is not: whoever took it on meanwhile is not asked to.
        await portal.TellAndWait(fact with { TimesOverdue = 3, LookedAfter = true, At = fact.At.AddHours(-2) });
        await portal.TellAndWait(fact with { LookedAfter = true });
        await portal.Mail(lead.Email!, "New words in a concern that one of you looks after");
        To(lead.Email!).ShouldNotContain(mail => mail.Contains("nobody has read the new words", StringComparison.Ordinal));

        // Nobody is left who may read it.
        var everybody = await portal.Db(db => db.Accounts.Where(a => a.Roles.Contains(Roles.SafeguardingLead)).Select(a => a.Id).ToListAsync());
        await portal.TellAndWait(fact with { NotTo = everybody });
        (await portal.Mail(admin.Email!, "There is no safeguarding lead who can read a concern")).ShouldContain("make somebody else a safeguarding lead");
    }

    [Fact]
    public async Task That_an_account_is_shut_or_opened_again_is_told_once_with_whose_it_is()
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        for (var i = 0; i < 2; i++) await admin.Post($"/api/accounts/{account.Id}/disabling").ShouldBe(HttpStatusCode.NoContent);
        var shut = await portal.HeardOnce<AccountShut>(f => f.AccountId == account.Id);
        (shut.MenteeId, shut.MentorId).ShouldBe((mentee.Value, null));
        for (var i = 0; i < 2; i++) await admin.Post($"/api/accounts/{account.Id}/enabling").ShouldBe(HttpStatusCode.NoContent);
        (await portal.HeardOnce<AccountOpened>(f => f.AccountId == account.Id)).At.ShouldBeGreaterThanOrEqualTo(shut.At);
    }

    [Fact]
    public async Task Somebody_declined_may_come_in_to_read_the_letter_until_the_fact_comes_without_it()
    {
        var mentor = MentorId.New();
        var account = await portal.Member(Roles.Mentor, mentor: mentor);
        var client = await portal.SignedIn(account);
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Mentor, $"{AccountId.New()}@people.example", portal.Clock.GetUtcNow(), mentor, code: code));
        var declined = new MentorLeft { MentorId = mentor.Value, MayReadUntil = portal.Clock.Today().AddDays(28), At = portal.Clock.GetUtcNow() };
        await portal.TellAndWait(declined);
        var mail = await portal.Mail(account.Email!, "There is a letter for you");
        mail.ShouldContain("/mentor/letter");
        mail.ShouldNotContain("declined", Case.Insensitive);
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.OK);
        await portal.AsNobody().Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe(HttpStatusCode.NotFound);

        await portal.TellAndWait(declined with { MayReadUntil = null, At = declined.At.AddSeconds(1) });
        await client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).Roles.ShouldBeEmpty();

        var late = await portal.Member(Roles.Mentor, mentor: MentorId.New());
        await portal.TellAndWait(declined with { MentorId = late.MentorId!.Value.Value, MayReadUntil = portal.Clock.Today().AddDays(-1) });
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == late.Id))).Roles.ShouldBeEmpty("a fact that comes after the time is over lets nobody in");
    }

    [Fact]
    public async Task That_a_clearance_ends_is_told_to_the_mentor_their_coordinator_and_who_cleared_them_and_names_nobody()
    {
        var (mentor, partner) = (MentorId.New(), PartnerId.New());
        var own = await portal.Member(Roles.Mentor, mentor: mentor);
        var coordinator = await portal.Member(Roles.Coordinator, partner: partner);
        var other = await portal.Member(Roles.Coordinator, partner: PartnerId.New());
        var (caseworker, colleague) = (await portal.Member(Roles.Caseworker), await portal.Member(Roles.Caseworker));
        var fact = new MentorClearanceEnding { MentorId = mentor.Value, PartnerId = partner.Value, ClearedUntil = new(2027, 3, 3), DaysBefore = 30, ClearedBy = caseworker.Id, At = portal.Clock.GetUtcNow() };
        var message = await portal.TellAndWait(fact);
        await portal.TellAndWait(fact, message);
        (await portal.Mail(own.Email!, "Your clearance ends soon")).ShouldContain("Wednesday 3 March 2027");
        (await portal.Mail(coordinator.Email!, "one of your people ends soon")).ShouldContain($"/partner/people/{mentor}");
        (await portal.Mail(caseworker.Email!, "The clearance of a mentor ends soon")).ShouldContain($"/work/mentors/{mentor}/screening");
        await Eventually.Is(async () => !await portal.Db(db => db.Mails.AnyAsync()), "all mail has gone");
        int To(string email) => portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllText(f.FullName)).Count(mail => mail.Contains($"To: {email}\r\n", StringComparison.Ordinal) && mail.Contains("ends soon", StringComparison.Ordinal));
        (To(own.Email!), To(coordinator.Email!), To(caseworker.Email!), To(other.Email!), To(colleague.Email!)).ShouldBe((1, 1, 1, 0, 0));

        // Who cleared them is no caseworker any more: then every caseworker is told.
        await portal.TellAndWait(fact with { ClearedBy = Guid.CreateVersion7(), DaysBefore = 7 });
        await portal.Mail(colleague.Email!, "The clearance of a mentor ends soon");
    }

    private static (MentorId?, MenteeId?) Ids(string role) => role == Roles.Mentor ? (MentorId.New(), null) : (null, MenteeId.New());

    private object Left(MentorId? mentor, MenteeId? mentee) => mentor is { } id
        ? new MentorLeft { MentorId = id.Value, At = portal.Clock.GetUtcNow() }
        : new MenteeLeft { MenteeId = mentee!.Value.Value, At = portal.Clock.GetUtcNow() };

    // The id just before, as Postgres sorts them.
    private static Guid Before(Guid id) => new((new System.Numerics.BigInteger(id.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true) - 1).ToByteArray(isUnsigned: true, isBigEndian: true) is var bytes ? [.. new byte[16 - bytes.Length], .. bytes] : [], bigEndian: true);
}
