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
        await Task.WhenAll(instances.Select(i => Task.Run(() => i.Look(TestContext.Current.CancellationToken))));
        foreach (var mentor in mentors) await service.HeardOnce<MentorClearanceLapsed>(f => f.MentorId == mentor.Id.Value);
        (await Task.WhenAll(instances.Select(i => i.Look(TestContext.Current.CancellationToken)))).Sum().ShouldBe(0);
        foreach (var instance in instances) instance.Dispose();
    }

    [Fact]
    public async Task The_end_of_a_clearance_is_told_of_three_times_and_once_each_by_however_many_instances()
    {
        var mentor = Some.Screened(without: CheckKind.Dbs).After(m => m.Record(Some.Check(CheckKind.Dbs, until: Some.Today.AddDays(200)), Some.Caseworker, Some.Today, Some.Now)).After(m => m.Clear(Some.Caseworker, Some.Today, Some.Now));
        await service.Store(mentor);
        var clock = new MovableClock();
        var instances = Enumerable.Range(0, 3).Select(_ => ActivatorUtilities.CreateInstance<TellOfClearancesThatEnd>(service.Services, (TimeProvider)clock)).ToArray();
        foreach (var left in (int[])[91, 90, 89, 30, 8, 7, 0])
        {
            clock.MoveTo(new DateTimeOffset(mentor.ClearedUntil!.Value.AddDays(-left), new TimeOnly(12, 0), TimeSpan.Zero));
            await Task.WhenAll(instances.Select(i => Task.Run(() => i.Look(TestContext.Current.CancellationToken))));
            if (left == 91) await service.HeardNo<MentorClearanceEnding>(f => f.MentorId == mentor.Id.Value);
        }

        foreach (var days in Mentor.DaysToldBefore) (await service.HeardOnce<MentorClearanceEnding>(f => f.MentorId == mentor.Id.Value && f.DaysBefore == days)).ClearedUntil.ShouldBe(mentor.ClearedUntil!.Value);
        (await instances[0].Look(TestContext.Current.CancellationToken)).ShouldBe(0);
        foreach (var instance in instances) instance.Dispose();
    }

    [Fact]
    public async Task What_was_written_about_a_certificate_is_gone_from_the_database_after_six_months_and_the_fact_of_it_stays()
    {
        var decided = Some.WithFinding().After(m => m.Clear(Some.Caseworker, Some.Today, Some.Now)).After(m => m.Clear(Shared.AccountId.New(), Some.Today, Some.Now));
        var undecided = Some.WithFinding();
        foreach (var mentor in (Mentor[])[decided, undecided]) await service.Store(mentor);
        var clock = new MovableClock();
        using var round = ActivatorUtilities.CreateInstance<ForgetCertificates>(service.Services, (TimeProvider)clock);
        async Task<CheckAnswer> Certificate(Mentor mentor) => (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}")).Checks.Last(c => c.Kind == CheckKind.Dbs);

        var day = Some.Today.AddDays(-3).AddMonths(6);
        clock.MoveTo(new DateTimeOffset(day.AddDays(-1), new TimeOnly(12, 0), TimeSpan.Zero));
        await round.Look(TestContext.Current.CancellationToken);
        (await Certificate(decided)).Finding.ShouldBe(Some.Caution);
        clock.MoveTo(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero));
        await round.Look(TestContext.Current.CancellationToken);
        var left = await Certificate(decided);
        (left.Note, left.Finding, left.HasFinding).ShouldBe((null, null, false));
        (left.Level, left.Outcome, left.DecidedOn).ShouldBe((DbsLevel.EnhancedWithBarredList, CheckOutcome.Passed, Some.Today.AddDays(-3)));
        (await Certificate(undecided)).HasFinding.ShouldBeTrue("nobody has decided on it yet, and two have to");
        (await (await service.AsMentor(decided.Id).Get("/mentors/me/data")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("shoplifting");
        (await round.Look(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_declined_is_let_go_once_the_time_to_read_the_letter_is_over()
    {
        var mentor = await service.Stored(Stage.Declined);
        var clock = new MovableClock();
        using var round = ActivatorUtilities.CreateInstance<CloseLetters>(service.Services, (TimeProvider)clock);
        clock.MoveTo(new DateTimeOffset(mentor.MayReadUntil!.Value, new TimeOnly(12, 0), TimeSpan.Zero));
        await round.Look(TestContext.Current.CancellationToken);
        await service.HeardNo<MentorLeft>(f => f.MentorId == mentor.Id.Value && f.MayReadUntil == null);
        clock.MoveTo(new DateTimeOffset(mentor.MayReadUntil!.Value.AddDays(1), new TimeOnly(12, 0), TimeSpan.Zero));
        await round.Look(TestContext.Current.CancellationToken);
        await service.HeardOnce<MentorLeft>(f => f.MentorId == mentor.Id.Value && f.MayReadUntil == null);
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
