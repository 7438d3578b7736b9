using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

public sealed class AccessTests(AccessTests.Own service) : IClassFixture<AccessTests.Own>
{
    private static Owners Of(Trio trio) => new() { Caseworker = trio.Caseworker, Mentee = trio.Mentee, Mentor = trio.Mentor };

    // Each call gets people and a match of its own, so that one caller's move is not the next one's conflict.
    private Func<Task<Call>> Match(MatchState state, string path, object? body = null) => async () =>
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, state);
        return new($"/matches/{id}{path}", body, Of(trio));
    };

    private Func<Task<Call>> Pair(string mark) => async () =>
    {
        var trio = await service.Three();
        return new($"/mentees/{trio.Mentee}/mentors/{trio.Mentor}/{mark}", mark == "ban" ? new { kind = "relative", reason = "They are cousins." } : new { reason = "They asked for each other." }, Of(trio));
    };

    // A colleague covers today, and a mentor of before is no longer one.
    private Task Relate(Owners owners) => service.Db(async db =>
    {
        var (now, today) = (service.Clock.GetUtcNow(), Some.DayOf(service.Clock.GetUtcNow()));
        var cover = await db.Covers.SingleOrDefaultAsync(c => c.Id == owners.Caseworker) ?? db.Add(new Cover { Id = owners.Caseworker }).Entity;
        cover.Remember(new CoverArranged { CaseworkerId = owners.Caseworker.Value, CoverId = owners.Cover.Value, First = today, Last = today, At = now });
        if (await db.Mentees.AnyAsync(m => m.Id == owners.Mentee) && !await db.Mentors.AnyAsync(m => m.Id == owners.FormerMentor))
        {
            db.Add(new MentorCopy { Id = owners.FormerMentor });
            var former = Matching.Match.Offer(owners.Mentee, owners.FormerMentor, 1, Some.Suggestion(), owners.Caseworker, now);
            former.DeclineAsMentee(null, now);
            db.Add(former);
        }

        await db.SaveChangesAsync();
    });

    private Task End(Owners owners) => service.Db(async db =>
    {
        foreach (var match in await db.Matches.Where(m => m.MenteeId == owners.Mentee && m.MentorId == owners.Mentor).ToListAsync())
        {
            match.Reject(Voice.Caseworker, "They know each other.", service.Clock.GetUtcNow());
            match.AskToEnd(EndingKind.Planned, Voice.Mentor, "Done.", service.Clock.GetUtcNow());
            match.Close(Some.Closing, service.Clock.GetUtcNow());
        }

        await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Everybody_gets_what_the_table_says()
    {
        var trio = await service.Three();
        await service.MatchIn(trio, MatchState.AgreedByMentee);
        var matrix = new AccessMatrix(service, Of(trio), Relate, End);
        matrix.Row("GET /who-looked").Any(Roles.Mentee);
        matrix.Row("GET /policies").EverybodySignedIn();
        matrix.Row("GET /policies/comparison", "/policies/comparison?from=1&to=1").EverybodySignedIn();
        await Policies(matrix);
        matrix.Row("GET /mentees/{menteeId}/suggestions", $"/mentees/{trio.Mentee}/suggestions").Own(Roles.Caseworker);
        matrix.Row("GET /mentees/{menteeId}/matches", $"/mentees/{trio.Mentee}/matches").Own(Roles.Caseworker).Lead();
        matrix.Row("POST /mentees/{menteeId}/offers", async () =>
        {
            var three = await service.Three();
            return new Call($"/mentees/{three.Mentee}/offers", new { mentorIds = new[] { three.Mentor } }, Of(three));
        }).Own(Roles.Caseworker);
        matrix.Row("GET /mentees/{menteeId}/suggestions/{mentorId}", $"/mentees/{trio.Mentee}/suggestions/{trio.Mentor}").Own(Roles.Caseworker);
        matrix.Row("GET /mentees/{menteeId}/suggestions/others", $"/mentees/{trio.Mentee}/suggestions/others").Own(Roles.Caseworker);
        var plan = PlanId.New();
        await service.Store(new CohortPlan { Id = plan, AskedBy = null, AskedAt = service.Clock.GetUtcNow(), Night = new(2020, 1, 1), Options = new() { RaiseTheWorst = false, MostForAPartner = null } });
        matrix.Row("GET /plans").Any(Roles.Caseworker);
        matrix.Row("GET /plans/latest/missing-mentors").Any(Roles.Caseworker, Roles.Administrator, Roles.Coordinator);
        matrix.Row("GET /plans/{planId}", $"/plans/{plan}").Any(Roles.Caseworker);
        matrix.Row("POST /plans", "/plans", new { }).Any(Roles.Caseworker);
        matrix.Row("POST /plans/{planId}/cancellation", $"/plans/{plan}/cancellation").Any(Roles.Caseworker);
        matrix.Row("GET /matches").Any(Roles.Caseworker);
        foreach (var mark in (string[])["ban", "pin"])
        {
            matrix.Row($"PUT /mentees/{{menteeId}}/mentors/{{mentorId}}/{mark}", Pair(mark)).Own(Roles.Caseworker);
            matrix.Row($"DELETE /mentees/{{menteeId}}/mentors/{{mentorId}}/{mark}", Pair(mark)).Own(Roles.Caseworker);
        }

        matrix.Row("GET /matches/summary").Any(Roles.Caseworker);
        matrix.Row("GET /programme/matches", "/programme/matches?from=2026-01-01&to=2026-12-31").Any(Roles.Caseworker, Roles.Administrator);
        matrix.Row("GET /mentees/me/data").Any(Roles.Mentee);
        matrix.Row("POST /matches/{matchId}/question", Match(MatchState.Offered, "/question", new { words = "Why them?" })).Own(Roles.Mentee);
        matrix.Row("POST /matches/{matchId}/question/answer", Match(MatchState.Offered, "/question/answer", new { answer = "Let us talk." })).Own(Roles.Caseworker);
        matrix.Row("GET /matches/{matchId}", Match(MatchState.Offered, string.Empty)).Own(Roles.Caseworker).Lead();
        matrix.Row("GET /mentees/me/offers").Any(Roles.Mentee);
        matrix.Row("GET /mentees/me/matches").Any(Roles.Mentee);
        matrix.Row("GET /mentors/me/matches").Any(Roles.Mentor);
        matrix.Row("POST /matches/{matchId}/mentee-answer", Match(MatchState.Offered, "/mentee-answer", new { answer = "yes" })).Own(Roles.Mentee);
        matrix.Row("POST /matches/{matchId}/mentor-answer", Match(MatchState.AgreedByMentee, "/mentor-answer", new { answer = "yes" })).Own(Roles.Mentor).Over(Gets.In);
        matrix.Row("POST /matches/{matchId}/approval", Match(MatchState.AgreedByMentor, "/approval")).Own(Roles.Caseworker);
        matrix.Row("POST /matches/{matchId}/rejection", Match(MatchState.Offered, "/rejection", new { reason = "They know each other." })).Own(Roles.Caseworker);
        matrix.Row("POST /matches/{matchId}/first-meeting", Match(MatchState.Approved, "/first-meeting", new { heldOn = Some.DayOf(service.Clock.GetUtcNow()), where = "Library", everybodyThere = true })).Own(Roles.Caseworker);
        matrix.Row("POST /matches/{matchId}/ending", Match(MatchState.Active, "/ending", new { kind = "early", cause = "did-not-fit" })).Own(Roles.Caseworker, Roles.Mentee, Roles.Mentor).Over(Gets.In);
        matrix.Row("POST /matches/{matchId}/closing", Match(MatchState.Ending, "/closing", Some.ClosingWritten())).Own(Roles.Caseworker);
        await matrix.Check();
    }

    // Members have any role and are known by their account: every "own" caller here is one.
    private async Task Policies(AccessMatrix matrix)
    {
        var member = new Owners { Account = AccountId.New() };
        member = member with { Caseworker = new(member.Account!.Value.Value) };
        var administrator = service.AsAdministrator();
        await administrator.Post("/policies/members", new { account = member.Account, kind = "council" }).ShouldSucceed();
        var policy = MatchingPolicy.First;
        var draft = new { note = "Hopes count more.", weights = policy.Weights with { Hope = 6, WaitingMost = 9 }, rules = policy.Rules };
        var (written, proposed, withdrawn, counted) = (await Made(), await Made(propose: true), await Made(), await Made(propose: true));
        async Task<PolicyDraftId> Made(bool propose = false)
        {
            var made = await administrator.Post("/policies/drafts", new { draft.note }).ShouldBe<DraftAnswer>(HttpStatusCode.Created);
            await administrator.Put($"/policies/drafts/{made.DraftId}", draft).ShouldSucceed();
            if (propose) await administrator.Post($"/policies/drafts/{made.DraftId}/proposal", new { closesOn = Some.DayOf(service.Clock.GetUtcNow()) }).ShouldSucceed();
            return made.DraftId;
        }

        Func<Task<Call>> Draft(PolicyDraftId id, string path, object? body = null) => () => Task.FromResult(new Call($"/policies/drafts/{id}{path}", body, member));

        matrix.Row("POST /policies/drafts", "/policies/drafts", new { draft.note }).Any(Roles.Administrator);
        matrix.Row("PUT /policies/drafts/{draftId}", Draft(written, string.Empty, draft)).Any(Roles.Administrator);
        matrix.Row("POST /policies/drafts/{draftId}/proposal", Draft(written, "/proposal", new { closesOn = Some.DayOf(service.Clock.GetUtcNow()) })).Any(Roles.Administrator);
        matrix.Row("POST /policies/drafts/{draftId}/withdrawal", Draft(withdrawn, "/withdrawal", new { because = "Not now." })).Any(Roles.Administrator);
        matrix.Row("POST /policies/drafts/{draftId}/closing", Draft(counted, "/closing")).Any(Roles.Administrator);
        foreach (var path in (string[])["", "/effect"])
            matrix.Row($"GET /policies/drafts/{{draftId}}{path}", Draft(proposed, path)).Own(Roles.Coordinator, Roles.Mentor, Roles.Mentee, Roles.Caseworker).Any(Roles.SafeguardingLead, Roles.Administrator).As(Who.Cover, Gets.NotFound).Over(Gets.In);
        matrix.Row("GET /policies/drafts", () => Task.FromResult(new Call("/policies/drafts", null, member)))
            .Own(Roles.Coordinator, Roles.Mentor, Roles.Mentee, Roles.Caseworker).Any(Roles.SafeguardingLead, Roles.Administrator).As(Who.Cover, Gets.NotFound).Over(Gets.In);
        matrix.Row("PUT /policies/drafts/{draftId}/vote", Draft(proposed, "/vote", new { choice = "abstain" }))
            .Own(Roles.Coordinator, Roles.Mentor, Roles.Mentee, Roles.Caseworker).Any(Roles.SafeguardingLead, Roles.Administrator).As(Who.Cover, Gets.NotFound).Over(Gets.In);
        matrix.Row("POST /policies/members", () => Task.FromResult(new Call("/policies/members", new { account = AccountId.New(), kind = "business" }))).Any(Roles.Administrator);
        matrix.Row("POST /policies/members/{memberId}/ending", async () =>
        {
            var added = await administrator.Post("/policies/members", new { account = AccountId.New(), kind = "business" }).ShouldBe<MemberAnswer>(HttpStatusCode.Created);
            return new Call($"/policies/members/{added.MemberId}/ending");
        }).Any(Roles.Administrator);
        matrix.Row("GET /policies/members").Any(Roles.Administrator);
        matrix.Row("GET /policies/members/me").EverybodySignedIn();
    }

    [Fact]
    public async Task Who_is_an_administrator_and_no_member_does_not_vote()
    {
        var administrator = service.AsAdministrator();
        var policy = MatchingPolicy.First;
        var made = await administrator.Post("/policies/drafts", new { note = "Hopes count more." }).ShouldBe<DraftAnswer>(HttpStatusCode.Created);
        await administrator.Put($"/policies/drafts/{made.DraftId}", new { note = "Hopes count more.", weights = policy.Weights with { Hope = 6, WaitingMost = 9 }, rules = policy.Rules }).ShouldSucceed();
        await administrator.Post($"/policies/drafts/{made.DraftId}/proposal", new { closesOn = Some.DayOf(service.Clock.GetUtcNow()) }).ShouldSucceed();
        await administrator.Put($"/policies/drafts/{made.DraftId}/vote", new { choice = "yes" }).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public Task Tokens_that_are_not_for_here_are_refused() => TokensThatMustBeRefused.Check(service, Persona.Caseworker(), "/matches");

    [Fact]
    public async Task The_own_lists_show_nothing_of_others()
    {
        var trio = await service.Three();
        await service.MatchIn(trio, MatchState.AgreedByMentee);
        (await service.AsMentee().Get<Page<MenteeMatch>>("/mentees/me/matches")).Items.ShouldBeEmpty();
        (await service.AsMentor().Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_shows_every_endpoint_with_examples_and_the_service_is_ready()
    {
        var document = await (await service.AsNobody().Get("/openapi/v1.json")).Content.ReadAsStringAsync();
        foreach (var text in new[] { "/mentees/{menteeId}/offers", "/matches/{matchId}/closing", "Central Library", "Idempotency-Key", "\"examples\"" }) document.ShouldContain(text);
        await service.AsNobody().Get("/health/ready").ShouldBe(HttpStatusCode.OK);
    }

    // Whoever makes plans would make one while it is looked at whether anything has changed.
    public sealed class Own : OwnMatchingService
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("Plans:Make", "false")];
    }
}
