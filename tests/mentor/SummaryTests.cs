using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>Counts for first pages. Looks at all mentors, and so has a service of its own.</summary>
public sealed class SummaryTests(SummaryTests.Own service) : IClassFixture<SummaryTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor");

    [Fact]
    public async Task A_coordinator_sees_how_many_are_where_and_what_waits_on_whom()
    {
        var (partner, other) = (await service.StoredPartner(), await service.StoredPartner());
        foreach (var stage in Enum.GetValues<Stage>()) await service.Stored(stage, partner.Id);
        await service.Stored(Stage.Invited, partner.Id);
        await service.Stored(Stage.Cleared, other.Id);
        await service.Store(Some.Screened(partner.Id, without: CheckKind.Training));
        await service.Store(Some.Screened(partner.Id, without: CheckKind.Dbs));

        var coordinator = service.AsCoordinator(partner.Id);
        var summary = await coordinator.Get<ReadSummary.Answer>($"/partners/{partner.Id}/summary");
        (summary.Name, summary.People).ShouldBe((partner.Name, 10));
        summary.Stages.Select(s => (s.Stage, s.Count)).ShouldBe([(Progress.Invited, 2), (Progress.Applied, 1), (Progress.Screening, 3), (Progress.Cleared, 1), (Progress.Paused, 1), (Progress.Ended, 2)]);
        summary.Waiting.Select(w => (w.On, w.For, w.Count)).ShouldBe(
            [(WaitsOn.Mentor, WaitsFor.Application, 2), (WaitsOn.Mentor, WaitsFor.Training, 1), (WaitsOn.Programme, WaitsFor.Checks, 2), (WaitsOn.Programme, WaitsFor.Decision, 1)]);

        var people = await coordinator.Get<Found<OwnPersonAnswer>>($"/partners/{partner.Id}/mentors?stage=ended&take=1");
        (people.Total, people.Items.Count, people.Next is null).ShouldBe((2, 1, false));
        (await coordinator.Get<Found<OwnPersonAnswer>>($"/partners/{partner.Id}/mentors?stage=screening")).Items.Select(p => p.WaitsFor)
            .ShouldBe([WaitsFor.Decision, WaitsFor.Training, WaitsFor.Checks], ignoreOrder: true);
        await coordinator.Get($"/partners/{partner.Id}/mentors?stage=left").ShouldBeProblem(HttpStatusCode.BadRequest, "stage is invited");
    }

    [Fact]
    public async Task A_caseworker_sees_who_needs_screening_what_is_missing_and_whose_clearance_ends()
    {
        var partner = await service.StoredPartner();
        var applied = await service.Stored(Stage.Applied, partner.Id);
        var screening = Some.Screened(partner.Id, without: CheckKind.Dbs);
        await service.Store(screening);
        var ending = Some.Screened();
        ending.After(m => m.Record(Some.Check(CheckKind.Dbs, until: Some.Today.AddDays(40)), Some.Caseworker, Some.Today, Some.Now)).After(m => m.Clear(Some.Caseworker, Some.Today, Some.Now));
        await service.Store(ending);
        await service.Stored(Stage.Cleared);

        var caseworker = service.AsCaseworker();
        var summary = await caseworker.Get<ReadMentorsSummary.Answer>("/mentors/summary");
        var inDatabase = await service.Db(db => Task.FromResult(db.Mentors.Count(m => m.Stage == Stage.Applied)));
        summary.Stages.Single(s => s.Stage == Stage.Applied).Count.ShouldBe(inDatabase);
        summary.Applied.Single(m => m.MentorId == applied.Id).WaitsOn.ShouldBe(WaitsOn.Programme);
        var missing = summary.Screening.Single(m => m.MentorId == screening.Id);
        missing.StillNeeded.ShouldBe([CheckKind.Dbs]);
        missing.Since.ShouldBe(Some.Now);
        summary.ClearancesEnding.ShouldHaveSingleItem().ClearedUntil.ShouldBe(Some.Today.AddDays(40));
        summary.ClearancesEndingCount.ShouldBe(1);

        var listed = await caseworker.Get<Found<MentorListItem>>($"/mentors?partner={partner.Id}&needsScreening=true");
        listed.Items.Select(m => (m.MentorId, m.PartnerName)).ShouldBe([(applied.Id, partner.Name), (screening.Id, partner.Name)], ignoreOrder: true);
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?partner={partner.Id}&needsScreening=true&stage=cleared")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Whose_clearance_ended_stands_on_the_first_page_until_it_is_renewed_or_they_are_let_go()
    {
        var (renewed, gone) = (await service.Stored(Stage.Cleared), await service.Stored(Stage.Cleared));
        var caseworker = service.AsCaseworker();
        foreach (var mentor in (Mentor[])[renewed, gone]) await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Identity, "failed")).ShouldSucceed();
        async Task<MentorId[]> Ended() => [.. (await caseworker.Get<ReadMentorsSummary.Answer>("/mentors/summary")).ClearancesEnded.Select(m => m.MentorId)];
        (await Ended()).ShouldBe([renewed.Id, gone.Id], ignoreOrder: true);
        await caseworker.Post($"/mentors/{renewed.Id}/checks", Some.CheckBody()).ShouldSucceed();
        (await Ended()).Length.ShouldBe(2, "a renewed check alone is no clearance");
        await caseworker.Post($"/mentors/{renewed.Id}/clearance", null).ShouldSucceed();
        await caseworker.Post($"/mentors/{gone.Id}/decline", Some.DeclineBody("identity")).ShouldSucceed();
        (await Ended()).ShouldNotContain(renewed.Id);
        (await Ended()).ShouldNotContain(gone.Id);
    }
}
