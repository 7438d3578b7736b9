using Mentoring.Matching.People;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

/// <summary>Everybody in memory is everybody in the database, at every look.</summary>
public sealed class MemoryTests(MatchingService service)
{
    private Task<bool> IsInMemory(Trio trio) => service.Services.GetRequiredService<PeopleInMemory>()
        .Look(everybody => everybody.People.Mentee(trio.Mentee) is not null, TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_is_written_first_and_committed_last_is_not_missed()
    {
        var (slow, quick) = (await service.Three(), await service.Three());
        (await IsInMemory(slow), await IsInMemory(quick)).ShouldBe((true, true));
        await service.Db(async first =>
        {
            await using var transaction = await first.Database.BeginTransactionAsync();
            await first.Database.ExecuteSqlAsync($"update mentee_copies set standing = 'Left' where id = {slow.Mentee.Value}");
            await service.Db(second => second.Database.ExecuteSqlAsync($"update mentee_copies set standing = 'Left' where id = {quick.Mentee.Value}"));
            (await IsInMemory(slow), await IsInMemory(quick)).ShouldBe((true, false));
            await transaction.CommitAsync();
        });
        (await IsInMemory(slow)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cover_is_asked_for_the_day_it_is_taken_back_no_more()
    {
        var trio = await service.Three();
        var colleague = CaseworkerId.New();
        var today = London.DateAt(service.Clock.GetUtcNow());
        Task<HttpResponseMessage> Ask() => service.AsCaseworker(colleague).GetAsync(new Uri($"/mentees/{trio.Mentee}/suggestions", UriKind.Relative));
        Task Cover(CaseworkerId? by) => service.Db(db => db.Database.ExecuteSqlAsync($"""
            insert into covers (id, covered_by, first, last) values ({trio.Caseworker.Value}, {by?.Value}, {today}, {today})
            on conflict (id) do update set covered_by = excluded.covered_by
            """));
        (await Ask()).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Cover(colleague);
        (await Ask()).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Cover(null);
        (await Ask()).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
