using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

public sealed class PlanTests(PlanTests.Own service) : IClassFixture<PlanTests.Own>
{
    [Fact]
    public async Task A_plan_gives_as_many_as_can_be_a_mentor_says_why_not_to_the_others_and_offers_nothing()
    {
        var caseworker = CaseworkerId.New();
        // One mentor speaks Polish as well; only she is possible for the one who speaks nothing else.
        var english = await service.AMentor();
        var both = await service.AMentor(but: p => p with { Languages = ["en", "pl"] });
        var any = await service.AMentee(caseworker);
        var polish = await service.AMentee(caseworker, m => m with { Languages = ["pl"] });
        var welsh = await service.AMentee(caseworker, m => m with { Languages = ["cy"] });
        var third = await service.AMentee(caseworker);
        var others = await service.AMentee(CaseworkerId.New(), m => m with { Languages = ["cy"] });

        var mine = await Make(caseworker);
        mine.Plan.Figures!.Matched.ShouldBe(2);
        mine.Plan.Figures.Waiting.ShouldBe(5);
        mine.Plan.Figures.Places.ShouldBe(2);
        mine.People.Select(p => p.MenteeId).ShouldBe([any, polish, welsh, third], ignoreOrder: true);
        mine.People.ShouldNotContain(p => p.MenteeId == others);
        mine.People.Single(p => p.MenteeId == polish).MentorId.ShouldBe(both);
        mine.People.Where(p => p.MenteeId == any || p.MenteeId == third).Select(p => p.MentorId).ShouldBe([english, null]);
        mine.People.Single(p => p.MenteeId == welsh).Without.ShouldBe("No mentor with a free place is possible just now.");
        mine.People.Single(p => p.MentorId is null && p.Possible == 2).Without.ShouldBe("2 mentors would be possible, and all their places are needed for others.");
        mine.Plan.Figures.Missing[0].ShouldSatisfyAllConditions(m => m.Language.ShouldBe("cy"), m => m.Waiting.ShouldBe(3, "such a mentor speaks English too"), m => m.Sentence.ShouldContain("speaks Welsh"));
        mine.Plan.Figures.Missing.Sum(m => m.Waiting).ShouldBe(3, "each is counted once");
        (await service.AsCaseworker().Get<IReadOnlyList<MissingMentor>>("/plans/latest/missing-mentors")).ShouldBe(mine.Plan.Figures.Missing);
        (await service.AsCoordinator().Get<IReadOnlyList<MissingMentor>>("/plans/latest/missing-mentors")).ShouldBeEmpty("fewer than ten could be recognised");
        (await service.Db(db => db.Matches.CountAsync())).ShouldBe(0, "a plan proposes and never offers");

        // A pin that can be kept is kept; one that cannot is told; a ban is obeyed; an open offer is left alone.
        await service.AsCaseworker(caseworker).Put($"/mentees/{third}/mentors/{english}/pin", new { reason = "They asked for each other." }).ShouldSucceed();
        await service.AsCaseworker(caseworker).Put($"/mentees/{welsh}/mentors/{both}/pin", new { reason = "They learn together." }).ShouldSucceed();
        var pinned = await Make(caseworker);
        pinned.People.Single(p => p.MenteeId == third).ShouldSatisfyAllConditions(p => p.MentorId.ShouldBe(english), p => p.IsPinned.ShouldBeTrue());
        pinned.PinsNotKept.ShouldHaveSingleItem().MenteeId.ShouldBe(welsh);
        await service.AsCaseworker(caseworker).Delete($"/mentees/{third}/mentors/{english}/pin").ShouldSucceed();
        await service.AsCaseworker(caseworker).Put($"/mentees/{third}/mentors/{english}/ban", new { kind = "relative", reason = "They are cousins." }).ShouldSucceed();
        (await Make(caseworker)).People.Single(p => p.MenteeId == any).MentorId.ShouldBe(english);
        await service.Offer(new(caseworker, any, english));
        var offered = await Make(caseworker);
        offered.People.ShouldNotContain(p => p.MenteeId == any);
        offered.Plan.Figures!.Places.ShouldBe(1);

        // What has changed since is told at once, without a new plan: a mentor joined, and somebody who waits.
        offered.SinceThen.ShouldBeEmpty();
        Task<PlannedCaseload> Latest() => service.AsCaseworker(caseworker).Get<PlannedCaseload>("/plans/latest");
        var speaksWelsh = await service.AMentor(but: p => p with { Languages = ["cy"] });
        (await Latest()).SinceThen.ShouldHaveSingleItem().ShouldBe(new() { MenteeId = welsh, MentorId = speaksWelsh, Sentence = "Could have a mentor now." });
        await service.Offer(new(caseworker, welsh, speaksWelsh));
        var fourth = await service.AMentee(caseworker, m => m with { Languages = ["cy"] });
        (await Latest()).SinceThen.Select(s => (s.MenteeId, s.Sentence)).ShouldBe(
        [
            (welsh, "Does not wait any more: has an offer or a mentor, or is not ready just now."),
            (fourth, "Waits now too. There is nobody for them yet."),
        ], ignoreOrder: true);

        // The next day says what is new.
        service.Clock.Advance(TimeSpan.FromDays(1));
        var late = await service.AMentee(caseworker, m => m with { Languages = ["cy"] });
        var next = await Make(caseworker);
        next.Before.ShouldNotBeNull().Id.ShouldBe(offered.Plan.Id);
        next.People.Where(p => p.New is not null).Select(p => p.MenteeId).ShouldBe([fourth, late]);
    }

    [Fact]
    public async Task One_plan_is_made_at_a_time_and_can_be_stopped()
    {
        await using var idle = new Idle();
        await idle.InitializeAsync();
        var client = idle.AsCaseworker();
        var plan = await client.Post("/plans", new { mostForAPartner = 3 }).ShouldBe<PlanAnswer>(HttpStatusCode.Accepted);
        plan.State.ShouldBe(PlanState.Waiting);
        await client.Post("/plans", new { }).ShouldBeProblem(HttpStatusCode.Conflict, "being made already");
        (await client.Post($"/plans/{plan.Id}/cancellation").ShouldBe<PlanAnswer>(HttpStatusCode.OK)).State.ShouldBe(PlanState.Cancelled);
        await client.Post($"/plans/{plan.Id}/cancellation").ShouldBe(HttpStatusCode.OK);
        await client.Post("/plans", new { mostForAPartner = 0 }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await client.Get("/plans/latest").ShouldBe(HttpStatusCode.NotFound);
        (await client.Get<IReadOnlyList<PlanAnswer>>("/plans")).ShouldHaveSingleItem();
        await client.Post("/plans", new { }).ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task One_plan_is_asked_for_every_night_however_many_ask_and_old_ones_are_forgotten()
    {
        await using var idle = new Idle();
        await idle.InitializeAsync();
        var maker = idle.Services.GetServices<IHostedService>().OfType<MakePlans>().Single();
        Task<List<DateOnly?>> Nights() => idle.Db(db => db.Plans.OrderBy(p => p.AskedAt).Select(p => p.Night).ToListAsync());

        var evening = service.Clock.GetUtcNow().AddDays(2).Date;
        idle.Clock.MoveTo(new(evening.AddHours(1), TimeSpan.Zero));
        await maker.AskForTheNight(TestContext.Current.CancellationToken);
        (await Nights()).ShouldBeEmpty("people may still be up");
        idle.Clock.MoveTo(new(evening.AddHours(4), TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => maker.AskForTheNight(TestContext.Current.CancellationToken)));
        (await Nights()).ShouldBe([DateOnly.FromDateTime(evening)]);
        idle.Clock.Advance(TimeSpan.FromDays(61));
        await maker.AskForTheNight(TestContext.Current.CancellationToken);
        (await Nights()).ShouldBe([DateOnly.FromDateTime(evening).AddDays(61)]);
    }

    [Fact]
    public async Task A_plan_whose_maker_fell_silent_is_made_by_another()
    {
        await using var idle = new Idle();
        await idle.InitializeAsync();
        var plan = new CohortPlan { Id = PlanId.New(), AskedBy = CaseworkerId.New(), AskedAt = idle.Clock.GetUtcNow(), Night = null, Options = new() { RaiseTheWorst = true, MostForAPartner = 2 } };
        plan.Begin(idle.Clock.GetUtcNow());
        await idle.Store(plan);
        await idle.AMentee(CaseworkerId.New());
        await idle.AMentor();
        var maker = idle.Services.GetServices<IHostedService>().OfType<MakePlans>().Single();
        (await maker.MakeNext(TestContext.Current.CancellationToken)).ShouldBeFalse("it was heard of a moment ago");
        idle.Clock.Advance(CohortPlan.Silence + TimeSpan.FromSeconds(1));
        (await maker.MakeNext(TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await idle.Db(db => db.Plans.AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(p => p.State.ShouldBe(PlanState.Done), p => p.Figures!.Matched.ShouldBe(1));
    }

    private async Task<PlannedCaseload> Make(CaseworkerId caseworker)
    {
        var client = service.AsCaseworker(caseworker);
        var plan = await client.Post("/plans", new { }).ShouldBe<PlanAnswer>(HttpStatusCode.Accepted);
        return await Eventually.Get(async () => await client.Get<PlannedCaseload>($"/plans/{plan.Id}") is { Plan.State: PlanState.Done } done ? done : null, "the plan is made");
    }

    public sealed class Own : OwnMatchingService;

    // Somebody else makes the plans.
    private sealed class Idle : OwnMatchingService
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("Plans:Make", "false")];
    }
}
