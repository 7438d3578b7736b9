using System.Net;
using Mentoring.Contracts.Mentors;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>Moves the clock, and so has a service of its own.</summary>
public sealed class LapseTests(LapseTests.Own service) : IClassFixture<LapseTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor");

    [Fact]
    public async Task Clearance_is_taken_the_day_after_a_check_runs_out_and_told_once()
    {
        var mentor = await service.Stored(Stage.Cleared);
        var paused = await service.Stored(Stage.Paused);
        var last = mentor.ClearedUntil!.Value;
        service.Clock.MoveTo(new DateTimeOffset(last, new TimeOnly(12, 0), TimeSpan.Zero));
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}")).Stage.ShouldBe(Stage.Cleared, "its last day is not over");

        service.Clock.Advance(TimeSpan.FromHours(12));
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        await service.HeardOnce<MentorClearanceLapsed>(f => f.MentorId == mentor.Id.Value);
        await service.HeardOnce<MentorClearanceLapsed>(f => f.MentorId == paused.Id.Value);
        var lapsed = await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}");
        lapsed.Stage.ShouldBe(Stage.Screening);
        lapsed.ClearedUntil.ShouldBeNull();
        lapsed.StillNeeded.ShouldBe([CheckKind.Training]);
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/clearance", null).ShouldBeProblem(HttpStatusCode.Conflict, "training");
    }

    [Fact]
    public async Task Several_instances_that_look_at_once_take_each_clearance_once()
    {
        var mentors = new List<Mentor>();
        for (var i = 0; i < 12; i++) mentors.Add(await service.Stored(Stage.Cleared));
        var clock = new MovableClock();
        clock.MoveTo(new DateTimeOffset(mentors[0].ClearedUntil!.Value.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero));
        var instances = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<LapseClearances>(service.Services, (TimeProvider)clock)).ToArray();
        await Task.WhenAll(instances.Select(i => Task.Run(() => i.LapseAll(TestContext.Current.CancellationToken))));
        foreach (var mentor in mentors) await service.HeardOnce<MentorClearanceLapsed>(f => f.MentorId == mentor.Id.Value);
        (await Task.WhenAll(instances.Select(i => i.LapseAll(TestContext.Current.CancellationToken)))).Sum().ShouldBe(0);
        foreach (var instance in instances) instance.Dispose();
    }

    [Fact]
    public async Task Imports_are_forgotten_after_thirty_days()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var import = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of("Name,Email,DOB,Online\nAda Quill,ada.forgotten@partner.example,1986-05-03,y\n")).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        service.Clock.Advance(TimeSpan.FromDays(ForgetOldImports.DaysKept + 1));
        await Eventually.Is(async () => (await coordinator.Get($"/partners/{partner.Id}/imports/{import.ImportId}")).StatusCode == HttpStatusCode.NotFound, "imports older than 30 days are removed");
    }
}
