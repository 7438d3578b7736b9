using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class AccessTests(AccessTests.Own portal) : IClassFixture<AccessTests.Own>
{
    public sealed class Own : QuietPortal;

    [Fact]
    public async Task Everybody_gets_what_is_theirs_and_nothing_else()
    {
        var own = new Owners { Partner = PartnerId.New(), Caseworker = CaseworkerId.New() };
        var matrix = new AccessMatrix(portal, own);

        matrix.Row("POST /api/sign-in", async () =>
        {
            var email = (await portal.Member(Roles.Caseworker)).Email;
            return new Call("/api/sign-in", new { email, password = PortalService.Password, code = await portal.AppCode(email) });
        }).Anybody();
        matrix.Row("POST /api/sign-in/codes", body: new { email = "somebody@people.example" }).Anybody();
        matrix.Row("POST /api/sign-in/passkeys").Anybody();
        matrix.Row("POST /api/passwords/codes", body: new { email = "somebody@people.example" }).Anybody();
        matrix.Row("POST /api/passwords", async () =>
        {
            var account = await portal.Member(Roles.Caseworker);
            var (step, code) = await portal.NewPasswordCode(account.Email!);
            return new Call("/api/passwords", new { step, code, password = PortalService.Password });
        }).Anybody();
        matrix.Row("POST /api/sign-out").EverybodySignedIn();
        matrix.Row("POST /api/sign-out/everywhere").EverybodySignedIn();
        matrix.Row("GET /api/me/sign-ins").EverybodySignedIn();
        matrix.Row("POST /api/me/sign-ins/{id}/ending", $"/api/me/sign-ins/{SignInId.New()}/ending").NotFound([.. Roles.All]);
        matrix.Row("GET /api/me").EverybodySignedIn();
        matrix.Row("POST /api/tokens", body: new { audience = "mentor" }).EverybodySignedIn();
        matrix.Row("GET /.well-known/openid-configuration").Anybody();
        matrix.Row("GET /.well-known/jwks.json").Anybody();
        matrix.Row("POST /api/signing-keys", body: new { leaked = false }).Any(Roles.Administrator);

        matrix.Row("GET /api/accounts").Any(Roles.Administrator);
        matrix.Row("POST /api/accounts/{id}/disabling", async () => new Call($"/api/accounts/{(await portal.Member(Roles.Mentor, withPassword: false)).Id}/disabling")).Any(Roles.Administrator);
        matrix.Row("POST /api/accounts/{id}/enabling", async () => new Call($"/api/accounts/{(await portal.Member(Roles.Mentor, withPassword: false)).Id}/enabling")).Any(Roles.Administrator);

        matrix.Row("POST /api/accounts/{id}/second-factor-reset", async () => new Call($"/api/accounts/{(await portal.Member(Roles.Mentor)).Id}/second-factor-reset")).Any(Roles.Administrator);
        matrix.Row("POST /api/pin-renewals", async () =>
        {
            var mentee = MenteeId.New();
            await portal.Member(Roles.Mentee, mentee: mentee);
            portal.Mentees.Has($"/mentees/{mentee}", new { firstName = "Jo" }, user => user.HasClaim("sub", own.Caseworker.ToString()));
            return new Call("/api/pin-renewals", new { menteeId = mentee });
        }).Own(Roles.Caseworker);

        matrix.Row("POST /api/invitations/acceptance", async () =>
        {
            var code = InvitationCode.New();
            await portal.Store(PortalService.AnInvitation(Roles.Caseworker, $"{AccountId.New()}@people.example", portal.Clock.GetUtcNow(), code: code));
            return new Call("/api/invitations/acceptance", new { code, password = PortalService.Password });
        }).Anybody();
        matrix.Row("POST /api/invitations/enrolment", async () =>
        {
            var code = InvitationCode.New();
            await portal.Store(PortalService.AnInvitation(Roles.Caseworker, $"{AccountId.New()}@people.example", portal.Clock.GetUtcNow(), code: code));
            var next = (await portal.AsNobody().Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe<AcceptInvitation.Answer>(HttpStatusCode.OK)).Next!;
            return new Call("/api/invitations/enrolment", new { step = next.Step, code = portal.App(next.Key) });
        }).Anybody();

        // The own partner's mentor.
        matrix.Row("POST /api/invitations", () =>
        {
            var mentor = MentorId.New();
            var person = new { firstName = "Amira", email = $"{mentor}@people.example", stage = "invited" };
            portal.Mentors.Has($"/partners/{own.Partner}/mentors/{mentor}", person, user => user.HasClaim(Claims.PartnerId, own.Partner.ToString()));
            portal.Mentors.Has($"/mentors/{mentor}", person, user => user.HasClaim("sub", own.Caseworker.ToString()));
            return Task.FromResult(new Call("/api/invitations", new { role = "mentor", personId = mentor }));
        }).Own(Roles.Coordinator, Roles.Caseworker);
        matrix.Row("GET /api/invitations").Any(Roles.Administrator, Roles.Coordinator, Roles.Caseworker);
        matrix.Row("POST /api/invitations/{id}/withdrawal", async () =>
        {
            var mentor = MentorId.New();
            var invitation = await portal.Store(PortalService.AnInvitation(Roles.Mentor, $"{mentor}@people.example", portal.Clock.GetUtcNow(), mentor, partner: own.Partner, by: new(own.Caseworker.Value)));
            return new Call($"/api/invitations/{invitation.Id}/withdrawal");
        }).Own(Roles.Coordinator, Roles.Caseworker).NotFound(Roles.Administrator);

        // Whoever has the secret reads the calendar; nobody has this one.
        matrix.Row("GET /calendar/{file}", "/calendar/nobodys.ics").NothingForAnybody();

        await matrix.Check();
    }
}
