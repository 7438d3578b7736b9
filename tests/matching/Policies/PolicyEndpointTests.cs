using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

public sealed class PolicyEndpointTests(PolicyEndpointTests.Own service) : IClassFixture<PolicyEndpointTests.Own>
{
    private static readonly PolicyWeights Other = MatchingPolicy.First.Weights;
    private HttpClient Administrator => service.AsAdministrator();

    private DateOnly Today => Some.DayOf(service.Clock.GetUtcNow());

    [Fact]
    public async Task A_draft_becomes_the_policy_by_the_votes_of_the_group_and_the_next_suggestion_carries_it()
    {
        var group = await NewGroup(young: 3, others: 2);
        var before = await InForce();
        var draft = await Proposed(before);
        foreach (var (member, choice) in group.Zip(["yes", "yes", "no", "yes", "abstain"])) await Vote(member, draft, choice);
        var counted = await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldBe<DraftAnswer>(HttpStatusCode.OK);
        (counted.State, counted.AdoptedAs).ShouldBe((DraftState.Adopted, before.Version + 1));
        counted.Count!.Says.ShouldBe("3 said yes and 1 said no. Of the young members, 2 said yes and 1 said no.");

        var all = await service.AsMentee().Get<IReadOnlyList<MatchingPolicy>>("/policies");
        (all[0].Version, all[0].RetiredOn, all[0].AdoptedOn).ShouldBe((before.Version + 1, null, Today));
        (all[1].Version, all[1].RetiredOn).ShouldBe((before.Version, Today));
        PolicyLines.Of(all[1].Weights, all[1].Rules).ShouldBe(PolicyLines.Of(before.Weights, before.Rules));

        var trio = await service.Three();
        (await service.AsCaseworker(trio.Caseworker).Get<SuggestionsAnswer>($"/mentees/{trio.Mentee}/suggestions")).PolicyVersion.ShouldBe(before.Version + 1);
        var comparison = await service.AsCaseworker().Get<PolicyComparison>($"/policies/comparison?from={before.Version}&to={before.Version + 1}");
        comparison.Changes.ShouldBe(counted.Comparison.Changes);
        await service.AsCaseworker().Get("/policies/comparison?from=1&to=999").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_quorum_of_young_members_nothing_changes()
    {
        var group = await NewGroup(young: 4, others: 3);
        var before = await InForce();
        var draft = await Proposed(before);
        await Vote(group[0], draft, "yes");
        foreach (var other in group.Skip(4)) await Vote(other, draft, "yes");
        var counted = await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldBe<DraftAnswer>(HttpStatusCode.OK);
        counted.State.ShouldBe(DraftState.NotAdopted);
        counted.Count!.Says.ShouldBe("At least 2 young members must vote. 1 of 4 did.");
        (await InForce()).Version.ShouldBe(before.Version);
        var again = await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldBe<DraftAnswer>(HttpStatusCode.OK);
        again.Count.ShouldBe(counted.Count);
    }

    [Fact]
    public async Task A_vote_can_be_changed_until_the_count_and_is_nobody_elses_to_see()
    {
        var group = await NewGroup(young: 2, others: 0);
        var draft = await Proposed(await InForce());
        await Vote(group[0], draft, "no", "I am not sure.");
        var mine = await Vote(group[0], draft, "yes", "I am sure now.");
        (mine.Mine!.Choice, mine.Mine.Words, mine.CanVote).ShouldBe((VoteChoice.Yes, "I am sure now.", true));
        mine.Turnout.ShouldBe(new Turnout { Members = 2, Voted = 1, YoungMembers = 2, YoungVoted = 1 });
        var others = await service.As(group[1]).Get<DraftAnswer>($"/policies/drafts/{draft}");
        (others.Mine, others.Words.Count, others.Count).ShouldBe((null, 0, null));
        (await service.As(group[0]).Get<MembershipAnswer>("/policies/members/me")).WaitForVote.ShouldNotContain(draft, "other votes may be open");
        (await service.As(group[1]).Get<MembershipAnswer>("/policies/members/me")).WaitForVote.ShouldContain(draft);
        await Vote(group[1], draft, "yes");
        await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldSucceed();
        (await service.As(group[1]).Get<DraftAnswer>($"/policies/drafts/{draft}")).Words.ShouldBe(["I am sure now."]);
        await service.As(group[0]).Put($"/policies/drafts/{draft}/vote", new { choice = "no" }).ShouldBeProblem(HttpStatusCode.Conflict, "closed");
    }

    [Fact]
    public async Task Who_has_left_the_group_neither_reads_nor_counts()
    {
        var group = await NewGroup(young: 3, others: 0);
        var draft = await Proposed(await InForce());
        await Vote(group[0], draft, "no");
        var left = (await Members()).Single(m => m.Account == group[0].Account && m.Until is null);
        await Administrator.Post($"/policies/members/{left.MemberId}/ending").ShouldSucceed();
        await Administrator.Post($"/policies/members/{left.MemberId}/ending").ShouldSucceed();
        await service.As(group[0]).Get($"/policies/drafts/{draft}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.As(group[0]).Put($"/policies/drafts/{draft}/vote", new { choice = "yes" }).ShouldBeProblem(HttpStatusCode.NotFound);
        await Vote(group[1], draft, "yes");
        await Vote(group[2], draft, "yes");
        var counted = await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldBe<DraftAnswer>(HttpStatusCode.OK);
        (counted.Count!.All.Members, counted.Count.All.No, counted.State).ShouldBe((2, 0, DraftState.Adopted));
        await Administrator.Post("/policies/members", new { account = group[0].Account, kind = "council" }).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Somebody_is_a_member_once()
    {
        var account = AccountId.New();
        await Administrator.Post("/policies/members", new { account, kind = "young-person" }).ShouldBe(HttpStatusCode.Created);
        await Administrator.Post("/policies/members", new { account, kind = "young-person" }).ShouldBe(HttpStatusCode.OK);
        await Administrator.Post("/policies/members", new { account, kind = "business" }).ShouldBeProblem(HttpStatusCode.Conflict, "another kind");
    }

    [Fact]
    public async Task Votes_are_not_counted_before_the_last_day_unless_all_have_voted()
    {
        var group = await NewGroup(young: 2, others: 1);
        var draft = await Proposed(await InForce(), closesIn: 7);
        await Vote(group[0], draft, "yes");
        await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldBeProblem(HttpStatusCode.Conflict, "Members can vote until");
        await Administrator.Post($"/policies/drafts/{draft}/withdrawal", new { because = "A better idea came up." }).ShouldSucceed();
        await Administrator.Post($"/policies/drafts/{draft}/closing").ShouldBeProblem(HttpStatusCode.Conflict, "withdrawn");
        (await service.As(group[1]).Get<DraftAnswer>($"/policies/drafts/{draft}")).WithdrawnBecause.ShouldBe("A better idea came up.");
    }

    [Fact]
    public async Task Two_counts_at_once_adopt_one_version()
    {
        var group = await NewGroup(young: 2, others: 0);
        for (var round = 0; round < 4; round++)
        {
            var before = await InForce();
            PolicyDraftId[] drafts = [await Proposed(before), await Proposed(before)];
            foreach (var draft in drafts)
                foreach (var member in group) await Vote(member, draft, "yes");
            var answers = await Task.WhenAll(drafts.Concat(drafts).Select(d => Task.Run(() => Administrator.Post($"/policies/drafts/{d}/closing"))));
            answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
            var states = await service.Db(db => db.PolicyDrafts.Where(d => drafts.Contains(d.Id)).Select(d => d.State).ToListAsync());
            states.Order().ShouldBe([DraftState.Adopted, DraftState.NotAdopted]);
            var all = await service.AsMentor().Get<IReadOnlyList<MatchingPolicy>>("/policies");
            (all[0].Version, all.Count(p => p.RetiredOn is null)).ShouldBe((before.Version + 1, 1));
        }
    }

    [Fact]
    public async Task A_vote_that_meets_the_count_is_counted_or_refused()
    {
        for (var round = 0; round < 6; round++)
        {
            var group = await NewGroup(young: 2, others: 3);
            var draft = await Proposed(await InForce());
            await Vote(group[0], draft, "yes");
            var counting = Task.Run(() => Administrator.Post($"/policies/drafts/{draft}/closing"));
            var votes = await Task.WhenAll(group.Skip(1).Select(m => Task.Run(() => service.As(m).Put($"/policies/drafts/{draft}/vote", new { choice = "yes" }))));
            var counted = await counting.ShouldBe<DraftAnswer>(HttpStatusCode.OK);
            votes.ShouldAllBe(v => v.StatusCode == HttpStatusCode.OK || v.StatusCode == HttpStatusCode.Conflict);
            counted.Count!.All.Voted.ShouldBe(1 + votes.Count(v => v.StatusCode == HttpStatusCode.OK));
        }
    }

    [Fact]
    public async Task The_same_vote_many_times_at_once_is_one_vote()
    {
        var group = await NewGroup(young: 1, others: 0);
        var draft = await Proposed(await InForce());
        var votes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => service.As(group[0]).Put($"/policies/drafts/{draft}/vote", new { choice = "yes" }))));
        votes.ShouldAllBe(v => v.StatusCode == HttpStatusCode.OK);
        (await service.Db(db => db.PolicyVotes.CountAsync(v => v.DraftId == draft))).ShouldBe(1);
    }

    [Fact]
    public async Task With_one_key_a_draft_is_made_once()
    {
        var administrator = Administrator;
        var first = await administrator.Post("/policies/drafts", new { note = "Once." }, "draft-once").ShouldBe<DraftAnswer>(HttpStatusCode.Created);
        var second = await administrator.Post("/policies/drafts", new { note = "Once." }, "draft-once").ShouldBe<DraftAnswer>(HttpStatusCode.Created);
        second.DraftId.ShouldBe(first.DraftId);
        await administrator.Post("/policies/drafts", new { note = "Twice." }, "draft-once").ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Every_number_out_of_bounds_has_its_sentence_and_what_is_never_used_has_no_number()
    {
        var draft = await Made();
        var wrong = await Administrator.Put($"/policies/drafts/{draft}", new { note = "Too much.", weights = Other with { Hope = 51, WaitingDays = 0 }, rules = MatchingPolicy.First.Rules }).ShouldBeProblem(HttpStatusCode.BadRequest);
        wrong.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["weights.hope", "weights.waitingDays"], ignoreOrder: true);
        foreach (var never in (string[])["ethnicity", "health", "careHistory"])
        {
            var weights = System.Text.Json.JsonSerializer.SerializeToNode(Other, JsonRules.Strict)!.AsObject();
            weights[never] = 5;
            await Administrator.Put($"/policies/drafts/{draft}", new { note = "Never.", weights, rules = MatchingPolicy.First.Rules }).ShouldBeProblem(HttpStatusCode.BadRequest, never);
        }
    }

    [Fact]
    public async Task The_effect_is_shown_before_the_vote_worked_out_once_and_kept_when_it_is_over()
    {
        var group = await NewGroup(young: 2, others: 0);
        var mentor = await service.AMentor(capacity: 2);
        for (var i = 0; i < 7; i++) await service.AMentee(CaseworkerId.New());
        var draft = await Proposed(await InForce());
        var first = await Seen(group[0], draft);
        first.Effect!.Waiting.ShouldBeGreaterThanOrEqualTo(7);
        first.Effect.Draft.Matched.ShouldBe(first.Effect.Present.Matched);
        (await Seen(group[1], draft)).At.ShouldBe(first.At, "nothing has changed, so nothing is worked out anew");
        (await service.Db(db => db.PolicyEffects.CountAsync(e => e.DraftId == draft))).ShouldBe(1);
        (await service.Db(db => db.Matches.CountAsync(m => m.MentorId == mentor))).ShouldBe(0, "it offers nothing");

        await service.AMentee(CaseworkerId.New());
        (await Seen(group[0], draft)).Effect!.Waiting.ShouldBe(first.Effect.Waiting + 1);
        await Administrator.Post($"/policies/drafts/{draft}/withdrawal", new { because = "Enough seen." }).ShouldSucceed();
        await service.AMentee(CaseworkerId.New());
        (await Seen(group[0], draft)).Effect!.Waiting.ShouldBe(first.Effect.Waiting + 1, "the last that was seen stays");
        await service.AsMentee().Get($"/policies/drafts/{draft}/effect").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_who_ask_for_an_effect_at_once_share_one_run()
    {
        await NewGroup(young: 0, others: 0);
        var draft = await Proposed(await InForce());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Administrator.Get<EffectAnswer>($"/policies/drafts/{draft}/effect"))));
        answers.Select(a => a.At).OfType<DateTimeOffset>().Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        await Eventually.Is(async () => await service.Db(db => db.PolicyEffects.CountAsync(e => e.DraftId == draft)) == 1, "it is kept once");
    }

    private Task<EffectAnswer> Seen(Persona who, PolicyDraftId draft) => Eventually.Get(async () =>
    {
        var answer = await service.As(who).Get<EffectAnswer>($"/policies/drafts/{draft}/effect");
        return answer.Percent == 100 ? answer : null;
    }, "the effect is worked out");

    private async Task<DraftAnswer> Vote(Persona member, PolicyDraftId draft, string choice, string? words = null) =>
        await service.As(member).Put($"/policies/drafts/{draft}/vote", new { choice, words }).ShouldBe<DraftAnswer>(HttpStatusCode.OK);

    private async Task<MatchingPolicy> InForce() => (await service.AsMentor().Get<IReadOnlyList<MatchingPolicy>>("/policies"))[0];

    private async Task<IReadOnlyList<MemberAnswer>> Members() => (await Administrator.Get<Page<MemberAnswer>>("/policies/members?take=100")).Items;

    private async Task<PolicyDraftId> Made() =>
        (await Administrator.Post("/policies/drafts", new { note = "A little more for hopes." }).ShouldBe<DraftAnswer>(HttpStatusCode.Created)).DraftId;

    private async Task<PolicyDraftId> Proposed(MatchingPolicy before, int closesIn = 0)
    {
        var draft = await Made();
        var step = before.Weights.WaitingMost > 0 ? 1 : -1;
        var weights = before.Weights with { Hope = before.Weights.Hope + step, WaitingMost = before.Weights.WaitingMost - step };
        await Administrator.Put($"/policies/drafts/{draft}", new { note = "A little more for hopes.", weights, rules = before.Rules }).ShouldBe(HttpStatusCode.OK);
        await Administrator.Post($"/policies/drafts/{draft}/proposal", new { closesOn = Today.AddDays(closesIn) }).ShouldBe(HttpStatusCode.OK);
        return draft;
    }

    // A new group: those of earlier tests have left.
    private async Task<IReadOnlyList<Persona>> NewGroup(int young, int others)
    {
        foreach (var member in (await Members()).Where(m => m.Until is null)) await Administrator.Post($"/policies/members/{member.MemberId}/ending").ShouldSucceed();
        Persona[] group = [.. Enumerable.Range(0, young).Select(_ => Persona.AMentee()), .. Enumerable.Range(0, others).Select(i => i % 2 == 0 ? Persona.Coordinator() : Persona.Caseworker())];
        for (var i = 0; i < group.Length; i++)
            await Administrator.Post("/policies/members", new { account = group[i].Account, kind = i < young ? "young-person" : i % 2 == 0 ? "business" : "council" }).ShouldSucceed();
        return group;
    }

    public sealed class Own : OwnMatchingService;
}
