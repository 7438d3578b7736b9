using System.Net;
using Mentoring.Contracts.Mentees;
using Mentoring.Contracts.Mentors;
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

    private static (MentorId?, MenteeId?) Ids(string role) => role == Roles.Mentor ? (MentorId.New(), null) : (null, MenteeId.New());

    private object Left(MentorId? mentor, MenteeId? mentee) => mentor is { } id
        ? new MentorLeft { MentorId = id.Value, At = portal.Clock.GetUtcNow() }
        : new MenteeLeft { MenteeId = mentee!.Value.Value, At = portal.Clock.GetUtcNow() };

    // The id just before, as Postgres sorts them.
    private static Guid Before(Guid id) => new((new System.Numerics.BigInteger(id.ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true) - 1).ToByteArray(isUnsigned: true, isBigEndian: true) is var bytes ? [.. new byte[16 - bytes.Length], .. bytes] : [], bigEndian: true);
}
