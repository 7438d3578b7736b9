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
        await portal.AsNobody().Post("/api/sign-in", new { email = account.Email, password = PortalService.Password }).ShouldBe(HttpStatusCode.Unauthorized);
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
        await portal.AsNobody().Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe(HttpStatusCode.NotFound);
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).MenteeId.ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_without_an_account_leaves_and_nobody_is_touched()
    {
        var client = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        await portal.TellAndWait(new MentorLeft { MentorId = Guid.CreateVersion7(), At = portal.Clock.GetUtcNow() });
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
    }
}
