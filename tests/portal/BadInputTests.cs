using System.Net;
using System.Text;
using System.Text.Json;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class BadInputTests(BadInputTests.Own portal) : IClassFixture<BadInputTests.Own>
{
    public sealed class Own : QuietPortal;

    [Fact]
    public async Task Invitations()
    {
        var partner = PartnerId.New();
        portal.Mentors.Has($"/partners/{partner}", new { }, _ => true);
        await BadInput.ToPost(portal, "/api/invitations", new { role = "coordinator", partnerId = partner, email = "priya.shah@brightforge.example", name = "Priya Shah" })
            .As(Persona.Administrator())
            .Accepts("name", Spoil.Text | Spoil.Date | Spoil.Id | Spoil.Kind)
            .Check();
    }

    [Fact]
    public async Task Invitations_of_people()
    {
        var mentor = MentorId.New();
        portal.Mentors.Has($"/mentors/{mentor}", new { firstName = "Amira", email = "amira@people.example" }, _ => true);
        await BadInput.ToPost(portal, "/api/invitations", new { role = "mentor", personId = mentor }).As(Persona.Caseworker()).Check();
    }

    [Fact]
    public async Task Withdrawals()
    {
        var invitation = await portal.Store(PortalService.AnInvitation(Roles.Caseworker, "somebody@people.example", portal.Clock.GetUtcNow()));
        await BadInput.ToPost(portal, $"/api/invitations/{invitation.Id}/withdrawal").As(Persona.Administrator()).Check();
    }

    [Fact]
    public async Task New_PINs_for_young_people()
    {
        var mentee = MenteeId.New();
        await portal.Member(Roles.Mentee, mentee: mentee);
        portal.Mentees.Has($"/mentees/{mentee}", new { firstName = "Jo" }, _ => true);
        await BadInput.ToPost(portal, "/api/pin-renewals", new { menteeId = mentee }).As(Persona.Caseworker()).Check();
    }

    [Fact]
    public async Task Signing_keys() => await BadInput.ToPost(portal, "/api/signing-keys", new { leaked = false }).As(Persona.Administrator()).Accepts("leaked", Spoil.None).Check();

    [Fact]
    public async Task Shutting_and_opening_accounts()
    {
        var account = await portal.Member(Roles.Mentor, withPassword: false);
        await BadInput.ToPost(portal, $"/api/accounts/{account.Id}/disabling").As(Persona.Administrator()).Check();
        await BadInput.ToPost(portal, $"/api/accounts/{account.Id}/enabling").As(Persona.Administrator()).Check();
    }

    // Here a wrong text is a wrong password or code, which is 401 and not 400; and no answer is kept, so no key is looked at.
    [Fact]
    public async Task Sign_ins()
    {
        var email = (await portal.Member(Roles.Caseworker)).Email;
        await Spoiled("/api/sign-in", async () => new { email, password = PortalService.Password, code = await portal.AppCode(email) }, Persona.Nobody);
    }

    [Fact]
    public async Task Acceptances()
    {
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Caseworker, "new.colleague@people.example", portal.Clock.GetUtcNow(), code: code));
        await Spoiled("/api/invitations/acceptance", () => Task.FromResult<object>(new { code, password = PortalService.Password }), Persona.Nobody, except: "password");
    }

    [Fact]
    public async Task Tokens() => await Spoiled("/api/tokens", () => Task.FromResult<object>(new { audience = "mentor" }), Persona.Caseworker());

    private async Task Spoiled(string url, Func<Task<object>> good, Persona persona, string? except = null)
    {
        var client = portal.As(persona);
        await client.Post(url, await good()).ShouldBe(HttpStatusCode.OK);
        var before = await portal.Fingerprint();
        foreach (var spoiled in Spoils.Of(JsonSerializer.Serialize(await good())).Where(s => Encoding.UTF8.GetByteCount(s.Body) < 1_000_000))
        {
            using var content = new StringContent(spoiled.Body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(url, UriKind.Relative), content);
            if (answer.StatusCode == HttpStatusCode.OK && spoiled.Path == except && spoiled.Kind is Spoil.Text or Spoil.Date or Spoil.Id) continue;
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{spoiled.What}: {spoiled.Body[..Math.Min(200, spoiled.Body.Length)]}");
            await answer.ShouldBeProblem(answer.StatusCode);
        }

        (await portal.Fingerprint()).ShouldBe(before);
    }
}
