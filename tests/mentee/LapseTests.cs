using Mentoring.Contracts.Mentees;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Mentees.Tests;

public sealed class LapseTests(LapseTests.Own service) : IClassFixture<LapseTests.Own>
{
    [Fact]
    public async Task Readiness_goes_by_itself_the_day_after_its_end()
    {
        var id = await service.Ready();
        var after = service.Today.AddMonths(3).AddDays(1);
        service.Clock.MoveTo(new DateTimeOffset(after, new(0, 30), TimeSpan.Zero));

        await service.HeardOnce<MenteeReadinessLapsed>(f => f.MenteeId == id.Value);

        await Eventually.Is(async () => (await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me")).Standing.Stage == MenteeStage.Agreed, "the risk assessment ran out");
    }

    [Fact]
    public async Task Several_instances_tell_each_lapse_once()
    {
        var ids = new List<MenteeId>();
        for (var i = 0; i < 60; i++) ids.Add(await service.Ready());
        var instances = Enumerable.Range(0, 3).Select(_ => new LapseReadiness(
            service.Services.GetRequiredService<IServiceScopeFactory>(),
            service.Clock,
            service.Services.GetRequiredService<PostmanBell>(),
            NullLogger<LapseReadiness>.Instance)).ToList();

        service.Clock.MoveTo(new DateTimeOffset(service.Today.AddMonths(3).AddDays(1), new(12, 0), TimeSpan.Zero));
        await Task.WhenAll(instances.Select(i => i.LookAgain(TestContext.Current.CancellationToken)));
        await Eventually.Is(async () => await service.Db(db => db.Mentees.CountAsync(m => ids.Contains(m.Id) && m.ReadyUntil != null)) == 0, "all of them ran out");

        (await instances[0].LookAgain(TestContext.Current.CancellationToken)).ShouldBe(0);
        foreach (var id in ids) await service.HeardOnce<MenteeReadinessLapsed>(f => f.MenteeId == id.Value);
        foreach (var instance in instances) instance.Dispose();
    }

    public sealed class Own : MenteeService;
}
