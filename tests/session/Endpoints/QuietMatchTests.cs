using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class QuietMatchTests(QuietMatchTests.Own service) : IClassFixture<QuietMatchTests.Own>
{
    public sealed class Own : SessionFixture;

    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly Today => London.DateAt(Now);

    [Fact]
    public async Task A_match_goes_quiet_by_itself_and_caseworker_and_cover_are_told_once_and_once_more()
    {
        var world = await World.Of(service);
        var cover = CaseworkerId.New();
        await service.TellAndWait(world.Covered(cover, Today, Today.AddDays(30), Now));

        // A time to come is a hope, not contact.
        await world.Book(world.Day(20));
        service.Clock.Advance(TimeSpan.FromDays(13));
        await service.HeardNo<MatchWentQuiet>(f => f.MatchId == world.Match.Value);
        service.Clock.Advance(TimeSpan.FromDays(1));
        var quiet = await service.HeardOnce<MatchWentQuiet>(f => f.MatchId == world.Match.Value);
        quiet.Tell.ShouldBe([world.Caseworker.Value, cover.Value]);
        (quiet.MenteeId, quiet.MentorId, quiet.LastContactOn).ShouldBe((world.Mentee.Value, world.Mentor.Value, Today.AddDays(-14)));
        (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).Quiet.Items.ShouldHaveSingleItem().MatchId.ShouldBe(world.Match);

        service.Clock.Advance(TimeSpan.FromDays(3));
        await service.HeardNo<MatchStillQuiet>(f => f.MatchId == world.Match.Value);
        service.Clock.Advance(TimeSpan.FromDays(1));
        (await service.HeardOnce<MatchStillQuiet>(f => f.MatchId == world.Match.Value)).Tell.ShouldBe([world.Caseworker.Value, cover.Value]);

        // Contact ends it; two weeks without any begin another one.
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken("mentee", Today)).ShouldSucceed();
        (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).Quiet.Total.ShouldBe(0);
        var spoken = Today;
        service.Clock.Advance(TimeSpan.FromDays(14));
        (await service.Heard<MatchWentQuiet>(f => f.MatchId == world.Match.Value && f.LastContactOn == spoken)).At.ShouldBeGreaterThan(quiet.At);
        await service.HeardOnce<MatchWentQuiet>(f => f.MatchId == world.Match.Value && f.LastContactOn == quiet.LastContactOn);
    }

    [Fact]
    public async Task Several_instances_tell_of_each_quiet_match_once_and_of_ended_or_unborn_ones_never()
    {
        var worlds = new List<World>();
        for (var i = 0; i < 20; i++) worlds.Add(await World.Of(service, began: Now.AddDays(-15)));
        var ended = await World.Of(service, began: Now.AddDays(-15));
        await service.TellAndWait(ended.Ended(Now));
        var held = await World.Of(service, began: Now.AddDays(-40));
        await held.Held(Now.AddDays(-13));
        var instances = Enumerable.Range(0, 3).Select(_ => new TellOfQuietMatches(
            service.Services.GetRequiredService<IServiceScopeFactory>(), service.Clock, service.Services.GetRequiredService<PostmanBell>(), NullLogger<TellOfQuietMatches>.Instance)).ToList();

        var told = await Task.WhenAll(instances.Select(i => Task.Run(() => i.Look(TestContext.Current.CancellationToken))));

        told.Sum().ShouldBeLessThanOrEqualTo(20);
        foreach (var world in worlds) await service.HeardOnce<MatchWentQuiet>(f => f.MatchId == world.Match.Value);
        foreach (var world in (World[])[ended, held]) await service.HeardNo<MatchWentQuiet>(f => f.MatchId == world.Match.Value);
        (await service.Db(db => db.QuietSpells.CountAsync(s => s.AgainAt != null && worlds.Select(w => w.Match).Contains(s.MatchId)))).ShouldBe(0);
        foreach (var instance in instances) instance.Dispose();
    }

    [Fact]
    public async Task Leads_are_told_once_of_who_does_not_feel_safe_and_was_left_alone_for_two_days()
    {
        var (left, answered) = (await World.Of(service), await World.Of(service));
        foreach (var world in (World[])[left, answered])
        {
            var id = await world.Held(Now.AddHours(-3));
            await world.AsMentee.Post($"/sessions/{id}/pulse", new { how = "okay", safe = "not-safe" }).ShouldSucceed();
        }

        await answered.AsCaseworker.Post($"/matches/{answered.Match}/check-ins", World.Spoken("mentee", Today)).ShouldSucceed();
        service.Clock.Advance(TimeSpan.FromDays(2));
        (await service.HeardOnce<SafetyUnanswered>(f => f.MatchId == left.Match.Value)).By.ShouldBe("mentee");
        using var another = new TellLeadsOfOpenWorries(
            service.Services.GetRequiredService<IServiceScopeFactory>(), service.Clock, service.Services.GetRequiredService<PostmanBell>(), NullLogger<TellLeadsOfOpenWorries>.Instance);
        (await another.Look(TestContext.Current.CancellationToken)).ShouldBe(0);
        await service.HeardOnce<SafetyUnanswered>(f => f.MatchId == left.Match.Value);
        await service.HeardNo<SafetyUnanswered>(f => f.MatchId == answered.Match.Value);
    }

    [Fact]
    public async Task A_talk_written_down_after_the_round_began_is_seen_before_the_leads_are_told()
    {
        var world = await World.Of(service);
        var id = await world.Held(Now.AddHours(-3));
        await world.AsMentee.Post($"/sessions/{id}/pulse", new { how = "okay", safe = "not-safe" }).ShouldSucceed();
        var worry = await service.Db(db => db.Worries.AsNoTracking().SingleAsync(w => w.MatchId == world.Match));
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken("mentee", Today)).ShouldSucceed();
        var later = new MovableClock();
        later.Advance(TimeSpan.FromDays(3));
        using var round = new TellLeadsOfOpenWorries(
            service.Services.GetRequiredService<IServiceScopeFactory>(), later, service.Services.GetRequiredService<PostmanBell>(), NullLogger<TellLeadsOfOpenWorries>.Instance);
        (await round.TellOf(worry.Id, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await service.Db(db => db.Worries.AsNoTracking().SingleAsync(w => w.Id == worry.Id))).LeadsToldAt.ShouldBeNull();
    }

    [Fact]
    public async Task One_worry_that_cannot_be_told_of_keeps_no_other_back_and_is_logged()
    {
        var (bad, good) = (await World.Of(service), await World.Of(service));
        foreach (var world in (World[])[bad, good])
        {
            var id = await world.Held(Now.AddHours(-3));
            await world.AsMentee.Post($"/sessions/{id}/pulse", new { how = "okay", safe = "not-safe" }).ShouldSucceed();
        }

        // As a row that some other program spoiled would: to change it fails.
        var constraint = $"ck_spoiled_{Guid.CreateVersion7():n}";
        await service.AsOwner($"alter table worries add constraint {constraint} check (match_id <> '{bad.Match}' or leads_told_at is null)");
        try
        {
            service.Clock.Advance(TimeSpan.FromDays(2));
            await service.HeardOnce<SafetyUnanswered>(f => f.MatchId == good.Match.Value);
            await Eventually.Is(() => service.Log.Lines.Any(l => l.Contains("could not be told of worry", StringComparison.Ordinal)), "it is logged");
            await service.HeardNo<SafetyUnanswered>(f => f.MatchId == bad.Match.Value);
        }
        finally
        {
            await service.AsOwner($"alter table worries drop constraint {constraint}");
        }
    }
}
