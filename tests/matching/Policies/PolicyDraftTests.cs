namespace Mentoring.Matching.Tests;

public sealed class PolicyDraftTests
{
    private static readonly MatchingPolicy First = MatchingPolicy.First;
    private static readonly PolicyWeights Other = First.Weights with { Interest = 4, InterestsMost = 13, PreferencesMost = 12 };
    private static readonly Ballot[] Yeses = [new(MemberKind.YoungPerson, VoteChoice.Yes), new(MemberKind.YoungPerson, VoteChoice.Yes), new(MemberKind.Business, VoteChoice.Yes)];
    private static readonly Ballot[] Noes = [new(MemberKind.YoungPerson, VoteChoice.No), new(MemberKind.YoungPerson, VoteChoice.No)];

    private static PolicyDraft Draft(DraftState state = DraftState.Draft)
    {
        var draft = PolicyDraft.From(First, "Shared interests count more.", AccountId.New(), Some.Noon);
        draft.Change("Shared interests count more.", Other, First.Rules).Changed.ShouldBeTrue();
        if (state == DraftState.Withdrawn) draft.Withdraw("Not now.", Some.Noon).Changed.ShouldBeTrue();
        if (state is DraftState.Draft or DraftState.Withdrawn) return draft;
        draft.Propose(Some.Day.AddDays(14), First, Some.Noon).Changed.ShouldBeTrue();
        if (state == DraftState.Adopted) draft.Close(Yeses, First, Some.Noon).Changed.ShouldBeTrue();
        if (state == DraftState.NotAdopted) draft.Close(Noes, First, Some.Noon).Changed.ShouldBeTrue();
        draft.State.ShouldBe(state);
        return draft;
    }

    [Fact]
    public void A_draft_begins_with_what_is_in_force()
    {
        var draft = PolicyDraft.From(First, " New. ", AccountId.New(), Some.Noon);
        (draft.State, draft.Revision, draft.BasedOn, draft.Note).ShouldBe((DraftState.Draft, 1, 1, "New."));
        PolicyLines.Same(draft.Weights, draft.Rules, First.Weights, First.Rules).ShouldBeTrue();
    }

    [Fact]
    public void Each_change_is_a_revision_and_the_same_again_is_none()
    {
        var draft = Draft();
        draft.Revision.ShouldBe(2);
        draft.Change("Shared interests count more.", Other with { Goals = [20, 10, 5] }, First.Rules).ShouldBe(Decision.AlreadySo);
        draft.Change("Shared interests count more.", Other with { Goals = [21, 9, 5] }, First.Rules).ShouldBe(Decision.Done);
        draft.Revision.ShouldBe(3);
    }

    [Fact]
    public void What_says_the_same_as_the_policy_in_force_is_not_put_to_the_vote() =>
        PolicyDraft.From(First, "Nothing.", AccountId.New(), Some.Noon).Propose(Some.Day, First, Some.Noon).Refusal!.ShouldContain("says the same");

    [Fact]
    public void A_vote_is_open_from_today_for_90_days_at_most()
    {
        Draft().Propose(Some.Day.AddDays(-1), First, Some.Noon).IsRefused.ShouldBeTrue();
        Draft().Propose(Some.Day.AddDays(91), First, Some.Noon).IsRefused.ShouldBeTrue();
        Draft().Propose(Some.Day, First, Some.Noon).ShouldBe(Decision.Done);
        Draft().Propose(Some.Day.AddDays(90), First, Some.Noon).ShouldBe(Decision.Done);
    }

    [Fact]
    public void What_is_voted_on_stands_still()
    {
        var draft = Draft(DraftState.Proposed);
        draft.Change("Other words.", Other, First.Rules).Refusal!.ShouldContain("cannot change");
        draft.Propose(Some.Day.AddDays(14), First, Some.Noon).ShouldBe(Decision.AlreadySo);
        draft.Propose(Some.Day.AddDays(15), First, Some.Noon).Refusal!.ShouldContain("its last day stands");
    }

    [Theory]
    [InlineData(DraftState.Draft, "still being written")]
    [InlineData(DraftState.Adopted, "closed")]
    [InlineData(DraftState.NotAdopted, "closed")]
    [InlineData(DraftState.Withdrawn, "closed")]
    public void Votes_are_taken_only_while_it_is_proposed(DraftState state, string because)
    {
        Draft(state).WhyNoVotes(Some.Day)!.ShouldContain(because);
        Draft(DraftState.Proposed).WhyNoVotes(Some.Day.AddDays(14)).ShouldBeNull();
        Draft(DraftState.Proposed).WhyNoVotes(Some.Day.AddDays(15))!.ShouldContain("has passed");
    }

    [Fact]
    public void Votes_are_counted_on_the_last_day_or_once_everybody_has_voted()
    {
        Ballot[] some = [.. Yeses, new(MemberKind.Council, null)];
        Draft(DraftState.Proposed).Close(some, First, Some.Noon).Refusal!.ShouldContain("Members can vote until 16 March 2026");
        Draft(DraftState.Proposed).Close([], First, Some.Noon).IsRefused.ShouldBeTrue();
        Draft(DraftState.Proposed).Close(Yeses, First, Some.Noon).ShouldBe(Decision.Done);
        Draft(DraftState.Proposed).Close(some, First, Some.Noon.AddDays(14)).ShouldBe(Decision.Done);
    }

    [Fact]
    public void An_adopted_draft_becomes_the_next_version_and_keeps_what_is_never_used()
    {
        var draft = Draft(DraftState.Adopted);
        draft.AdoptedAs.ShouldBe(2);
        var policy = draft.AsPolicy(First, Some.Day);
        (policy.Version, policy.AdoptedOn, policy.Note, policy.RetiredOn).ShouldBe((2, Some.Day, "Shared interests count more.", null));
        policy.NotUsed.ShouldBe(First.NotUsed);
        policy.Weights.InterestsMost.ShouldBe(13);
    }

    [Fact]
    public void Without_enough_yes_nothing_is_adopted_and_the_count_says_why()
    {
        var draft = Draft(DraftState.NotAdopted);
        draft.AdoptedAs.ShouldBeNull();
        draft.Count!.Says.ShouldContain("0 said yes and 2 said no");
    }

    [Fact]
    public void A_draft_made_from_an_older_version_is_not_adopted_whatever_the_votes()
    {
        var next = Draft(DraftState.Adopted).AsPolicy(First, Some.Day);
        var other = Draft(DraftState.Proposed);
        other.Close(Yeses, next, Some.Noon).ShouldBe(Decision.Done);
        other.State.ShouldBe(DraftState.NotAdopted);
        other.Count!.Says.ShouldContain("Version 2 came into force");
        Draft().Propose(Some.Day, next, Some.Noon).Refusal!.ShouldContain("Version 2 came into force");
    }

    [Fact]
    public void Counting_and_withdrawing_again_change_nothing()
    {
        Draft(DraftState.Adopted).Close(Noes, First, Some.Noon).ShouldBe(Decision.AlreadySo);
        Draft(DraftState.NotAdopted).Close(Yeses, First, Some.Noon).ShouldBe(Decision.AlreadySo);
        Draft(DraftState.Withdrawn).Withdraw("Again.", Some.Noon).ShouldBe(Decision.AlreadySo);
        Draft(DraftState.Adopted).Withdraw("Too late.", Some.Noon).IsRefused.ShouldBeTrue();
        Draft(DraftState.Withdrawn).Close(Yeses, First, Some.Noon).IsRefused.ShouldBeTrue();
        Draft().Close(Yeses, First, Some.Noon).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_vote_can_be_changed_and_the_same_again_is_none()
    {
        var vote = new PolicyVote { DraftId = PolicyDraftId.New(), MemberId = SteeringMemberId.New() };
        vote.Cast(VoteChoice.Yes, "  ", Some.Noon).ShouldBe(Decision.Done);
        vote.Words.ShouldBeNull();
        vote.Cast(VoteChoice.Yes, null, Some.Noon.AddHours(1)).ShouldBe(Decision.AlreadySo);
        vote.Cast(VoteChoice.No, "Because.", Some.Noon.AddHours(2)).ShouldBe(Decision.Done);
        (vote.Choice, vote.Words, vote.At).ShouldBe((VoteChoice.No, "Because.", Some.Noon.AddHours(2)));
    }
}
