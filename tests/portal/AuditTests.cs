using System.Net;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

/// <summary>What happens to accounts is kept, whoever does it, and never what is secret.</summary>
public sealed class AuditTests(PortalService portal)
{
    private sealed record Entry(Guid? Account, string Did, string What);

    [Fact]
    public async Task Coming_in_being_refused_and_going_out_are_kept()
    {
        var account = await portal.Member(Roles.Caseworker);
        await portal.AsNobody().Post("/api/sign-in", new { email = account.Email, password = "something quite wrong", code = "123456" }).ShouldBe(HttpStatusCode.Unauthorized);
        var answer = await portal.ComeIn(account.Email!).ShouldBe<ComeIn.Answer>(HttpStatusCode.OK);
        await portal.WithSession(answer.Session).Post("/api/sign-out").ShouldSucceed();

        (await Entries($"account {account.Id}")).Where(e => e.Did is "signed in" or "signed out").Select(e => (e.Account, e.Did)).ShouldBe([(account.Id, "signed in"), (account.Id, "signed out")]);
        (await Entries("a password and a code")).ShouldContain(e => e.Did == "refused to sign in" && e.Account == null);
    }

    [Fact]
    public async Task Who_shut_an_account_is_kept_with_the_names_of_what_changed_and_not_what_is_in_it()
    {
        var account = await portal.Member(Roles.Caseworker);
        var administrator = await portal.Member(Roles.Administrator);
        var session = await portal.ComeIn(administrator.Email!).ShouldBe<ComeIn.Answer>(HttpStatusCode.OK);
        await portal.WithSession(session.Session).Post($"/api/accounts/{account.Id}/disabling").ShouldSucceed();
        (await Entries($"account {account.Id}: ")).ShouldContain(e => e.Did == "changed" && e.Account == administrator.Id && e.What.Contains("DisabledAt", StringComparison.Ordinal));
        var everything = await portal.Db(db => db.Database.SqlQuery<string>($"select string_agg(e::text, ' ') as \"Value\" from audit_entries e").SingleAsync());
        everything.ShouldNotContain(account.Email!);
        everything.ShouldNotContain(account.PasswordHash!);
    }

    [Fact]
    public async Task The_trail_holds() => (await portal.Db(db => VerifyAudit.Look(db, [], default))).Wrong.ShouldBeEmpty();

    private Task<List<Entry>> Entries(string containing) => portal.Db(db => db.Database.SqlQuery<Entry>(
        $"""select account as "Account", did as "Did", what as "What" from audit_entries where position({containing} in what) > 0 order by at""").ToListAsync());
}
