using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class DocumentTests(PortalService portal)
{
    [Fact]
    public async Task The_OpenAPI_document_says_how_to_sign_in_with_examples()
    {
        var document = await (await portal.AsNobody().Get("/openapi/v1.json").ShouldBe(HttpStatusCode.OK)).Json();
        var text = document.GetRawText();
        text.ShouldContain("harbour lantern nineteen");
        text.ShouldContain("Ask for a code by mail, as a young person");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("ComeInRequest").GetProperty("properties").GetProperty("email").GetProperty("type").GetRawText().ShouldContain("string");
        schemas.GetProperty("IssueTokenRequest").GetProperty("properties").GetProperty("audience").GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
        document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("session", out _).ShouldBeTrue();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                operation.Value.TryGetProperty("summary", out _).ShouldBeTrue($"{operation.Name} {path.Name} has no summary");
    }

    [Fact]
    public async Task The_command_invites_the_first_administrator()
    {
        var email = $"{AccountId.New()}@people.example";
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            (await InviteAdministrator.Run(scope.ServiceProvider, [email], TestContext.Current.CancellationToken)).ShouldBe(0);
            (await InviteAdministrator.Run(scope.ServiceProvider, [], TestContext.Current.CancellationToken)).ShouldBe(2);
            (await InviteAdministrator.Run(scope.ServiceProvider, ["nobody"], TestContext.Current.CancellationToken)).ShouldBe(2);
        }

        var accepted = await portal.Join(await portal.Code(email));
        accepted.Roles.ShouldBe([Roles.Administrator]);
    }

    [Fact]
    public async Task An_administrator_cannot_shut_the_own_account_and_shutting_twice_is_once()
    {
        var account = await portal.Member(Roles.Administrator);
        var admin = await portal.SignedIn(account);
        await admin.Post($"/api/accounts/{account.Id}/disabling").ShouldBeProblem(HttpStatusCode.Conflict, "own account");
        await admin.Post($"/api/accounts/{AccountId.New()}/disabling").ShouldBeProblem(HttpStatusCode.NotFound);
        var other = await portal.Member(Roles.Caseworker);
        await admin.Post($"/api/accounts/{other.Id}/disabling").ShouldBe(HttpStatusCode.NoContent);
        var since = (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == other.Id))).DisabledAt;
        await admin.Post($"/api/accounts/{other.Id}/disabling").ShouldBe(HttpStatusCode.NoContent);
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == other.Id))).DisabledAt.ShouldBe(since);
    }
}
