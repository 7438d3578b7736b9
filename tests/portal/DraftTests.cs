using System.Text;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class DraftTests(DraftTests.Own portal) : IClassFixture<DraftTests.Own>
{
    public sealed class Own : PortalService;

    public sealed record Typed(string Name, DateOnly? Born, List<string> Goals);

    [Fact]
    public async Task What_was_typed_last_is_there_for_its_owner_in_that_journey_alone_and_cannot_be_read_in_the_database()
    {
        var (me, other) = (new AccountId((await portal.Member(Roles.Caseworker)).Id), new AccountId((await portal.Member(Roles.Caseworker)).Id));
        await Use(async drafts =>
        {
            (await drafts.Write(me, "refer", new Typed("Jo", null, []))).ShouldBe(Decision.Done);
            (await drafts.Write(me, "refer", new Typed("Jo Bell", new(2008, 3, 14), ["money"]))).ShouldBe(Decision.Done);
        });
        await Use(async drafts =>
        {
            var read = (await drafts.Read<Typed>(me, "refer")).ShouldNotBeNull();
            (read.Name, read.Born, read.Goals[0]).ShouldBe(("Jo Bell", new DateOnly(2008, 3, 14), "money"));
            (await drafts.Read<Typed>(me, "cover")).ShouldBeNull();
            (await drafts.Read<Typed>(other, "refer")).ShouldBeNull();
            (await drafts.Read<int[]>(me, "refer")).ShouldBeNull();
        });
        var row = await portal.Db(db => db.Drafts.SingleAsync(d => d.AccountId == me.Value));
        Encoding.UTF8.GetString(row.Content).ShouldNotContain("Jo");

        await portal.Db(db => db.Database.ExecuteSqlAsync($"insert into drafts select {other.Value}, journey, content, kept_until, updated_at from drafts where account_id = {me.Value}"));
        await Use(async drafts => (await drafts.Read<Typed>(other, "refer")).ShouldBeNull("another's row, moved, opens for nobody"));
        await Use(drafts => drafts.Delete(me, "refer"));
        await Use(async drafts => (await drafts.Read<Typed>(me, "refer")).ShouldBeNull());
    }

    [Fact]
    public async Task More_than_64_KB_is_refused_in_words_and_what_was_there_stays()
    {
        var me = new AccountId((await portal.Member(Roles.Caseworker)).Id);
        await Use(async drafts =>
        {
            await drafts.Write(me, "risk", "short");
            (await drafts.Write(me, "risk", new string('x', Draft.Most))).Refusal.ShouldNotBeNull().ShouldContain("shorter");
            (await drafts.Read<string>(me, "risk")).ShouldBe("short");
        });
    }

    [Fact]
    public async Task A_week_after_the_last_word_it_is_gone_and_it_goes_with_its_account()
    {
        var (me, leaver) = (new AccountId((await portal.Member(Roles.Caseworker)).Id), await portal.Member(Roles.Caseworker));
        await Use(drafts => drafts.Write(new(leaver.Id), "refer", "gone"));
        await portal.Db(db => db.Accounts.Where(a => a.Id == leaver.Id).ExecuteDeleteAsync());
        (await portal.Db(db => db.Drafts.AnyAsync(d => d.AccountId == leaver.Id))).ShouldBeFalse();

        await Use(drafts => drafts.Write(me, "refer", "first"));
        portal.Clock.Advance(TimeSpan.FromDays(6));
        await Use(drafts => drafts.Write(me, "refer", "second"));
        portal.Clock.Advance(TimeSpan.FromDays(6));
        await Use(async drafts => (await drafts.Read<string>(me, "refer")).ShouldBe("second"));
        portal.Clock.Advance(TimeSpan.FromDays(1.1));
        await Use(async drafts => (await drafts.Read<string>(me, "refer")).ShouldBeNull());
        await Eventually.Is(() => portal.Db(async db => !await db.Drafts.AnyAsync(d => d.AccountId == me.Value)), "what ran out is removed");
        portal.Clock.Reset();
    }

    private async Task Use(Func<Drafts, Task> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Drafts>());
    }
}
