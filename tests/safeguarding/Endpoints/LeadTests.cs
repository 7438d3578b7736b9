using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Endpoints;

public sealed class LeadTests(LeadTests.Own service) : IClassFixture<LeadTests.Own>
{
    public sealed class Own() : ServiceFixture<SafeguardingDb>("safeguarding");

    // The queue is everybody's, so each test begins with an empty one.
    private async Task<World> Empty()
    {
        await service.Db(async db =>
        {
            await db.Readings.ExecuteDeleteAsync();
            await db.Concerns.ExecuteDeleteAsync();
        });
        service.Clock.MoveTo(new(2027, 2, 2, 10, 0, 0, TimeSpan.Zero));
        return await World.Of(service);
    }

    [Fact]
    public async Task The_queue_shows_what_is_due_first_and_holds_no_words()
    {
        var world = await Empty();
        var calm = await world.Raised();
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        var danger = await world.Raised(World.Words(inDangerNow: true));
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        var taken = await world.InHand();

        var waiting = (await world.AsLead.Get<Page<QueuedConcern>>("/concerns")).Items;
        waiting.Select(c => (c.Id, c.IsOverdue)).ShouldBe([(danger, false), (calm, false)]);
        (await world.AsLead.Get<Page<QueuedConcern>>("/concerns?which=overdue")).Items.ShouldBeEmpty();
        service.Clock.Advance(TimeSpan.FromHours(1));
        (await world.AsLead.Get<Page<QueuedConcern>>("/concerns?which=overdue")).Items.Select(c => c.Id).ShouldBe([danger]);
        (await world.AsLead.Get<Page<QueuedConcern>>("/concerns?which=in-hand")).Items.Select(c => c.Id).ShouldBe([taken]);
        (await world.AsLead.Get<Page<QueuedConcern>>("/concerns?which=mine")).Items.Select(c => c.Id).ShouldBe([taken]);
        (await world.AsOtherLead.Get<Page<QueuedConcern>>("/concerns?which=mine")).Items.ShouldBeEmpty();
        (await (await world.AsLead.Get("/concerns")).Content.ReadAsStringAsync()).ShouldNotContain("gate");

        var figures = await world.AsLead.Get<SummariseConcerns.Answer>("/concerns/summary");
        (figures.New, figures.Waiting, figures.Overdue, figures.InDanger, figures.InHand, figures.ClosedLately).ShouldBe((2, 2, 1, 1, 1, 0));
        figures.Owners.ShouldBe([new() { Owner = world.Lead.Account, Count = 1 }]);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("overdue")]
    [InlineData("in-hand")]
    [InlineData("mine")]
    [InlineData("closed")]
    public async Task Every_part_of_the_queue_comes_in_pages_without_gap_or_repeat(string which)
    {
        var world = await Empty();
        for (var i = 0; i < 5; i++)
        {
            var words = World.Words($"He waits at the gate. {i}");
            var id = which is "waiting" or "overdue" ? await world.Raised(words) : await world.InHand(words);
            if (which == "closed") await world.AsLead.Post($"/concerns/{id}/closing", new { outcome = "Sorted out" }).ShouldSucceed();
            if (i % 2 == 0) service.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        service.Clock.Advance(TimeSpan.FromDays(3));
        var whole = (await world.AsLead.Get<Page<QueuedConcern>>($"/concerns?which={which}")).Items.Select(c => c.Id).ToArray();
        whole.Length.ShouldBe(5);
        List<ConcernId> paged = [];
        for (Guid? after = null; ;)
        {
            var page = await world.AsLead.Get<Page<QueuedConcern>>($"/concerns?which={which}&take=2{(after is null ? string.Empty : $"&after={after}")}");
            paged.AddRange(page.Items.Select(c => c.Id));
            if ((after = page.Next) is null) break;
        }

        paged.ShouldBe(whole);
        await world.AsLead.Get($"/concerns?which={which}&after={Guid.CreateVersion7()}").ShouldBeProblem(HttpStatusCode.BadRequest, "no page");
    }

    [Fact]
    public async Task An_unknown_part_of_the_queue_is_refused_with_the_words_there_are() =>
        await service.AsLead().Get("/concerns?which=everything").ShouldBeProblem(HttpStatusCode.BadRequest, "waiting, overdue, in-hand, mine, closed");

    [Fact]
    public async Task A_lead_judges_acts_closes_and_opens_again_and_the_log_says_who_and_when()
    {
        var world = await Empty();
        var id = await world.Raised();
        await world.AsLead.Post($"/concerns/{id}/closing", new { outcome = "Sorted out" }).ShouldBeProblem(HttpStatusCode.Conflict, "Take it on first");
        (await world.AsLead.Post($"/concerns/{id}/severity", new { severity = "high" }).ShouldBe<QueuedConcern>(HttpStatusCode.OK)).Severity.ShouldBe(Severity.High);
        await world.AsLead.Post($"/concerns/{id}/taking").ShouldSucceed();
        await world.AsLead.Post($"/concerns/{id}/actions", new { what = " Rang the college " }).ShouldSucceed();
        await world.AsOtherLead.Post($"/concerns/{id}/closing", new { outcome = "Sorted out", learning = "Ask sooner" }).ShouldSucceed();
        (await world.AsLead.Get<Page<QueuedConcern>>("/concerns?which=closed")).Items.Select(c => c.Id).ShouldBe([id]);
        await world.AsLead.Post($"/concerns/{id}/actions", new { what = "Too late" }).ShouldBeProblem(HttpStatusCode.Conflict, "Open it again first");
        await world.AsLead.Post($"/concerns/{id}/reopening", new { why = "He is back" }).ShouldSucceed();

        var concern = await world.Read(id);
        concern.Log.Select(e => (e.Step, e.By, e.Text)).ShouldBe(
        [
            (Step.Seen, world.Lead.Account, null), (Step.SeveritySet, world.Lead.Account, "high"), (Step.Taken, world.Lead.Account, null), (Step.Action, world.Lead.Account, "Rang the college"),
            (Step.Closed, world.OtherLead.Account, "Sorted out\n\nAsk sooner"), (Step.Reopened, world.Lead.Account, "He is back"),
        ]);
        (concern.State, concern.Outcome, concern.Learning).ShouldBe((ConcernState.InHand, "Sorted out", "Ask sooner"));
    }

    [Fact]
    public async Task Every_reading_by_staff_is_kept_with_who_and_when()
    {
        var world = await Empty();
        var id = await world.InHand();
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Read(id);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AsCaseworker.Get($"/concerns/{id}").ShouldSucceed();
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AsOtherLead.Get($"/concerns/{AccountId.New()}").ShouldBeProblem(HttpStatusCode.NotFound);
        var concern = await world.Read(id);
        concern.ReadBy.Select(r => (r.By, r.Times)).ShouldBe([(world.Lead.Account, 2), (world.Caseworker.Account, 1)]);
        (await service.Db(db => db.Readings.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task A_caseworker_reads_what_concerns_their_caseload_once_a_lead_has_read_it()
    {
        var world = await Empty();
        var id = await world.Raised();
        await world.AsCaseworker.Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        (await world.AsCaseworker.Get<Page<QueuedConcern>>("/concerns/caseload")).Items.ShouldBeEmpty();

        await world.AsLead.Post($"/concerns/{id}/seen").ShouldSucceed();
        await world.AsMentee.Post($"/concerns/mine/{id}/words", new { words = "And he shouted." }).ShouldSucceed();
        var read = await world.AsCaseworker.Get<CaseworkersConcern>($"/concerns/{id}");
        (read.WhatHappened, read.MenteeId).ShouldBe(("He waits at the gate.", world.Mentee.Mentee));
        read.MoreWords.ShouldBeEmpty("they may be about the caseworker");
        await world.AsLead.Post($"/concerns/{id}/seen").ShouldSucceed();
        (await world.AsCaseworker.Get<CaseworkersConcern>($"/concerns/{id}")).MoreWords.ShouldBe(["And he shouted."]);
        (await world.AsCaseworker.Get<Page<QueuedConcern>>($"/concerns/caseload?menteeId={world.Mentee.Mentee}")).Items.Select(c => c.Id).ShouldBe([id]);
        (await world.AsCaseworker.Get<Page<QueuedConcern>>($"/concerns/caseload?menteeId={MenteeId.New()}")).Items.ShouldBeEmpty();
        await service.AsCaseworker().Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_worry_about_my_caseworker_reaches_the_leads_and_never_the_caseworker()
    {
        var world = await Empty();
        var id = await world.Raised(World.Words("My caseworker shouted at me.", about: "my-caseworker"));
        await world.AsLead.Post($"/concerns/{id}/taking").ShouldSucceed();
        await world.AsCaseworker.Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        (await world.AsCaseworker.Get<Page<QueuedConcern>>("/concerns/caseload")).Items.ShouldBeEmpty();
        var concern = await world.Read(id);
        (concern.IsAboutStaff, concern.About).ShouldBe((true, About.MyCaseworker));
        concern.HiddenFrom.ShouldBe([world.Caseworker.Account]);

        // Also when the caseworker is a lead as well.
        var both = world.Caseworker with { Roles = [Roles.Caseworker, Roles.SafeguardingLead] };
        await service.As(both).Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lead_does_not_see_count_or_touch_what_is_about_them()
    {
        var world = await Empty();
        var id = await world.Raised(new { whatHappened = "The lead laughed at me.", inDangerNow = true, about = "somebody-who-works-here", hideFrom = new[] { world.Lead.Account } });
        (await world.AsOtherLead.Get<Page<QueuedConcern>>("/concerns")).Items.Select(c => (c.Id, c.IsAboutStaff)).ShouldBe([(id, true)]);
        foreach (var which in (string[])["waiting", "overdue", "in-hand", "mine", "closed"]) (await world.AsLead.Get<Page<QueuedConcern>>($"/concerns?which={which}")).Items.ShouldBeEmpty();
        (await world.AsLead.Get<SummariseConcerns.Answer>("/concerns/summary")).Waiting.ShouldBe(0);
        await world.AsLead.Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsLead.Get($"/concerns?after={id}").ShouldBeProblem(HttpStatusCode.BadRequest);
        foreach (var (step, body) in new (string, object?)[] { ("seen", null), ("taking", null), ("severity", new { severity = "low" }), ("actions", new { what = "x" }), ("closing", new { outcome = "x" }), ("reopening", new { why = "x" }), ("hiding", new { accounts = Array.Empty<Guid>() }) })
            await world.AsLead.Post($"/concerns/{id}/{step}", body).ShouldBeProblem(HttpStatusCode.NotFound);
        (await service.Db(db => db.Concerns.SingleAsync(c => c.Id == id))).State.ShouldBe(ConcernState.New);
    }

    [Fact]
    public async Task A_lead_who_reads_that_it_is_about_a_colleague_hides_it_from_them()
    {
        var world = await Empty();
        var id = await world.InHand();
        await world.AsCaseworker.Get($"/concerns/{id}").ShouldSucceed();
        await world.AsOtherLead.Post($"/concerns/{id}/hiding", new { accounts = new[] { world.Lead.Account } }).ShouldSucceed();
        await world.AsLead.Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsCaseworker.Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        var concern = await world.AsOtherLead.Get<LeadsConcern>($"/concerns/{id}");
        (concern.State, concern.Owner, concern.IsAboutStaff).ShouldBe((ConcernState.Seen, null, true));
    }
}
