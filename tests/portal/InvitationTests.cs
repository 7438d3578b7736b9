using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class InvitationTests(InvitationTests.Own portal) : IClassFixture<InvitationTests.Own>
{
    public sealed class Own : PortalService;

    private readonly HttpClient nobody = portal.AsNobody();

    private static string Email() => $"{AccountId.New()}@people.example";

    [Fact]
    public async Task An_administrator_invites_a_coordinator_who_accepts_signs_in_and_acts_for_the_partner()
    {
        var partner = PartnerId.New();
        portal.Mentors.Has($"/partners/{partner}", new { partnerId = partner, name = "Brightforge" }, user => Neighbour.Is(user, Roles.Administrator));
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        var email = Email();
        var invitation = await admin.Post("/api/invitations", new { role = "coordinator", partnerId = partner, email, name = "Priya Shah" }).ShouldBe<InvitationView>(HttpStatusCode.Created);
        invitation.State.ShouldBe(InvitationState.Open);
        invitation.Email.ShouldBe(email);

        var code = await portal.Code(email);
        var accepted = await portal.Join(code);
        accepted.Roles.ShouldBe([Roles.Coordinator]);
        accepted.RecoveryCodes.Count.ShouldBe(10);
        var me = await portal.WithSession(accepted.Session!).Get<WhoAmI.Answer>("/api/me");
        me.PartnerId.ShouldBe(partner);
        me.Name.ShouldBe("Priya Shah");
        (await admin.Get<Page<InvitationView>>($"/api/invitations?take=100")).Items.Single(i => i.Id == invitation.Id).State.ShouldBe(InvitationState.Accepted);
    }

    [Fact]
    public async Task A_partner_that_is_not_there_cannot_have_a_coordinator()
    {
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        await admin.Post("/api/invitations", new { role = "coordinator", partnerId = PartnerId.New(), email = Email(), name = "Priya Shah" }).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_coordinator_invites_the_own_partners_mentor_and_nobody_elses()
    {
        var (partner, mentor, stranger, email) = (PartnerId.New(), MentorId.New(), MentorId.New(), Email());
        bool Own(System.Security.Claims.ClaimsPrincipal user) => user.HasClaim("partner_id", partner.ToString()) && Neighbour.Is(user, Roles.Coordinator);
        portal.Mentors.Has($"/partners/{partner}/mentors/{mentor}", new { mentorId = mentor, firstName = "Amira", lastName = "Haddad", email, stage = "invited", checks = Array.Empty<string>() }, Own);
        var coordinator = await portal.SignedIn(await portal.Member(Roles.Coordinator, partner: partner));
        await coordinator.Post("/api/invitations", new { role = "mentor", personId = mentor }).ShouldBe(HttpStatusCode.Created);
        (await portal.Mail(email)).ShouldContain("Hello Amira,");
        await portal.Join(await portal.Code(email));
        var account = await portal.Db(db => db.Accounts.SingleAsync(a => a.Email == email));
        account.MentorId.ShouldBe(mentor);
        account.PartnerId.ShouldBeNull();
        account.Name.ShouldBeNull();

        await coordinator.Post("/api/invitations", new { role = "mentor", personId = stranger }).ShouldBeProblem(HttpStatusCode.NotFound);
        await coordinator.Post("/api/invitations", new { role = "mentor", personId = mentor }).ShouldBeProblem(HttpStatusCode.Conflict, "already");
        await coordinator.Post("/api/invitations", new { role = "mentee", personId = MenteeId.New() }).ShouldBe(HttpStatusCode.Forbidden);
        var other = await portal.SignedIn(await portal.Member(Roles.Coordinator, partner: PartnerId.New()));
        await other.Post("/api/invitations", new { role = "mentor", personId = mentor }).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_caseworker_invites_a_young_person_of_the_own_caseload_and_the_administrator_never_learns_who()
    {
        var caseworker = await portal.Member(Roles.Caseworker);
        var (mentee, email) = (MenteeId.New(), Email());
        portal.Mentees.Has($"/mentees/{mentee}", new { id = mentee, firstName = "Jo", lastName = "Bell", email, standing = new { stage = "referred" } }, user => user.HasClaim("sub", caseworker.Id.ToString()));
        var client = await portal.SignedIn(caseworker);
        var invitation = await client.Post("/api/invitations", new { role = "mentee", personId = mentee }).ShouldBe<InvitationView>(HttpStatusCode.Created);
        await nobody.Post("/api/invitations/acceptance", new { code = (await portal.Code(email)).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), pin = PortalService.Pin }).ShouldBe(HttpStatusCode.OK);

        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        (await admin.Get<Page<InvitationView>>("/api/invitations?take=100")).Items.ShouldNotContain(i => i.Id == invitation.Id);
        (await client.Get<Page<InvitationView>>("/api/invitations")).Items.ShouldHaveSingleItem().Id.ShouldBe(invitation.Id);
        invitation.Email.ShouldBeNull();
        (await (await client.Get("/api/invitations")).Content.ReadAsStringAsync()).ShouldNotContain(email, Case.Insensitive);
        await admin.Post($"/api/invitations/{invitation.Id}/withdrawal").ShouldBe(HttpStatusCode.NotFound);
        var listed = await Everybody(admin);
        listed.Single(a => a.MenteeId == mentee).Email.ShouldBeNull();
        var other = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        await other.Post("/api/invitations", new { role = "mentee", personId = mentee }).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_left_or_has_no_address_is_not_invited()
    {
        var caseworker = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        var (left, mentee, mute) = (MentorId.New(), MenteeId.New(), MenteeId.New());
        portal.Mentors.Has($"/mentors/{left}", new { firstName = "A", email = Email(), stage = "left" }, _ => true);
        portal.Mentees.Has($"/mentees/{mentee}", new { firstName = "B", email = Email(), standing = new { stage = "left" } }, _ => true);
        portal.Mentees.Has($"/mentees/{mute}", new { firstName = "C", email = (string?)null, standing = new { stage = "referred" } }, _ => true);
        await caseworker.Post("/api/invitations", new { role = "mentor", personId = left }).ShouldBeProblem(HttpStatusCode.Conflict, "not in the programme");
        await caseworker.Post("/api/invitations", new { role = "mentee", personId = mentee }).ShouldBeProblem(HttpStatusCode.Conflict, "not in the programme");
        await caseworker.Post("/api/invitations", new { role = "mentee", personId = mute }).ShouldBeProblem(HttpStatusCode.Conflict, "no e-mail address");
    }

    [Fact]
    public async Task A_code_works_once_also_when_it_is_sent_twice_at_once_and_only_its_hash_is_kept()
    {
        var email = Email();
        await Invite(email);
        var code = await portal.Code(email);
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => nobody.Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe<AcceptInvitation.Answer>(HttpStatusCode.OK)));
        (await portal.Db(db => db.Accounts.CountAsync(a => a.Email == email))).ShouldBe(0, "there is no account before all of it is there");
        var answers = await Task.WhenAll(begun.Select(b => nobody.Post("/api/invitations/enrolment", new { step = b.Next!.Step, code = portal.App(b.Next.Key) })));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized).ShouldBe(3);
        await nobody.Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe(HttpStatusCode.NotFound);
        (await portal.Db(db => db.Accounts.CountAsync(a => a.Email == email))).ShouldBe(1);
        (await portal.Db(db => db.Invitations.SingleAsync(i => i.Email == email))).CodeHash.ShouldBe(InvitationCode.Hash(code));
        portal.Log.Lines.ShouldNotContain(l => l.Contains(code, StringComparison.Ordinal) || l.Contains(email, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_code_dies_after_two_weeks_when_taken_back_and_when_another_takes_its_place()
    {
        var email = Email();
        var first = await Invite(email);
        var oldCode = await portal.Code(email);
        var second = await Invite(email);
        await Eventually.Is(async () => await portal.Code(email) != oldCode, "the second mail arrives");
        await Refused(oldCode);
        (await portal.Db(db => db.Invitations.SingleAsync(i => i.Id == first.Id))).WithdrawnAt.ShouldNotBeNull();

        var code = await portal.Code(email);
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        await admin.Post($"/api/invitations/{second.Id}/withdrawal").ShouldBe(HttpStatusCode.NoContent);
        await admin.Post($"/api/invitations/{second.Id}/withdrawal").ShouldBe(HttpStatusCode.NoContent);
        await Refused(code);

        var late = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Caseworker, Email(), portal.Clock.GetUtcNow() - TimeSpan.FromDays(14), code: late));
        await Refused(late);
        await Refused(InvitationCode.New());

        Task Refused(string dead) => nobody.Post("/api/invitations/acceptance", new { code = dead, password = PortalService.Password }).ShouldBeProblem(HttpStatusCode.NotFound, "does not work");
    }

    [Fact]
    public async Task A_weak_password_is_refused_in_words_and_the_code_still_works()
    {
        var email = Email();
        await Invite(email);
        var code = await portal.Code(email);
        foreach (var weak in (string[])["short", "passwordpassword", email])
            (await nobody.Post("/api/invitations/acceptance", new { code, password = weak }).ShouldBeProblem(HttpStatusCode.BadRequest)).GetProperty("errors").GetProperty("password")[0].GetString().ShouldNotBeNullOrEmpty();
        await portal.Join(code);
    }

    [Fact]
    public async Task A_second_role_is_added_to_the_account_by_its_own_password_and_wrong_ones_are_counted()
    {
        var account = await portal.Member(Roles.Coordinator, partner: PartnerId.New());
        await Invite(account.Email!);
        var code = await portal.Code(account.Email!);
        await nobody.Post("/api/invitations/acceptance", new { code, password = "somebody else's password" }).ShouldBeProblem(HttpStatusCode.Unauthorized, "already");
        var accepted = await nobody.Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe<AcceptInvitation.Answer>(HttpStatusCode.OK);
        accepted.AccountId!.Value.Value.ShouldBe(account.Id);
        accepted.Session.ShouldBeNull();
        accepted.Next.ShouldBeNull();
        accepted.Roles.ShouldBe([Roles.Coordinator, Roles.Caseworker]);

        await portal.Store(PortalService.AnInvitation(Roles.Administrator, account.Email!, portal.Clock.GetUtcNow(), code: "GUESS-GUESS-GUESS-GUESS-GUESS"));
        for (var i = 0; i < 5; i++) await nobody.Post("/api/invitations/acceptance", new { code = "GUESS-GUESS-GUESS-GUESS-GUESS", password = $"guess number {i} of many" }).ShouldBe(HttpStatusCode.Unauthorized);
        await nobody.Post("/api/invitations/acceptance", new { code = "GUESS-GUESS-GUESS-GUESS-GUESS", password = PortalService.Password }).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_role_that_does_not_go_together_with_those_held_is_refused_and_the_account_stays_as_it_is()
    {
        var account = await portal.Member(Roles.Administrator);
        await Invite(account.Email!);
        await nobody.Post("/api/invitations/acceptance", new { code = await portal.Code(account.Email!), password = PortalService.Password }).ShouldBeProblem(HttpStatusCode.Conflict, "another e-mail address");
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).Roles.ShouldBe([Roles.Administrator]);
    }

    [Fact]
    public async Task The_same_idempotency_key_sends_one_mail()
    {
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        var body = new { role = "caseworker", email = Email(), name = "Sam Okafor" };
        var key = InvitationId.New().ToString();
        var first = await admin.Post("/api/invitations", body, key).ShouldBe<InvitationView>(HttpStatusCode.Created);
        var again = await admin.Post("/api/invitations", body, key).ShouldBe<InvitationView>(HttpStatusCode.Created);
        again.Id.ShouldBe(first.Id);
        (await portal.Db(db => db.Invitations.CountAsync(i => i.Email == body.email))).ShouldBe(1);
    }

    [Fact]
    public async Task Lists_are_cut_into_pages()
    {
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        for (var i = 0; i < 3; i++) await portal.Store(PortalService.AnInvitation(Roles.Caseworker, Email(), portal.Clock.GetUtcNow()));
        var seen = new List<InvitationId>();
        Guid? after = null;
        do
        {
            var page = await admin.Get<Page<InvitationView>>($"/api/invitations?take=2{(after is null ? string.Empty : $"&after={after}")}");
            seen.AddRange(page.Items.Select(i => i.Id));
            after = page.Next;
        }
        while (after is not null);
        seen.Count.ShouldBe(seen.Distinct().Count());
        seen.Count.ShouldBeGreaterThanOrEqualTo(3);
        (await Everybody(admin)).Count.ShouldBe(await portal.Db(db => db.Accounts.CountAsync()));
    }

    private async Task<InvitationView> Invite(string email)
    {
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        return await admin.Post("/api/invitations", new { role = "caseworker", email, name = "Sam Okafor" }).ShouldBe<InvitationView>(HttpStatusCode.Created);
    }

    private static async Task<List<AccountView>> Everybody(HttpClient admin)
    {
        var all = new List<AccountView>();
        for (Guid? after = Guid.Empty; after is not null;)
        {
            var page = await admin.Get<Page<AccountView>>($"/api/accounts?take=2&after={after}");
            all.AddRange(page.Items);
            after = page.Next;
        }

        return all;
    }
}

public sealed class NeighbourAwayTests(NeighbourAwayTests.Own portal) : IClassFixture<NeighbourAwayTests.Own>
{
    public sealed class Own : PortalService;

    [Fact]
    public async Task A_service_that_fails_is_a_sentence_and_nothing_is_sent()
    {
        portal.Mentors.IsBroken = true;
        var caseworker = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        await caseworker.Post("/api/invitations", new { role = "mentor", personId = MentorId.New() }).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "mentor service does not answer");
        (await portal.Db(db => db.Invitations.CountAsync())).ShouldBe(0);
        await portal.Mentors.DisposeAsync();
        await caseworker.Post("/api/invitations", new { role = "mentor", personId = MentorId.New() }).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "mentor service does not answer");
    }
}
