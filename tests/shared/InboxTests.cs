namespace Mentoring.Shared.Tests;

public sealed class InboxTests(SampleService service)
{
    [Fact]
    public async Task A_reaction_that_leaves_saving_to_the_inbox_is_saved_with_its_receipt_and_its_facts()
    {
        var match = Guid.CreateVersion7();
        await service.TellAndWait(Some.Approved(match));
        (await service.Hearings(match)).ShouldBe(1);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == match);
    }

    [Fact]
    public async Task A_fact_that_comes_again_changes_nothing_and_tells_nothing()
    {
        var match = Guid.CreateVersion7();
        var id = await service.TellAndWait(Some.Approved(match));
        for (var i = 0; i < 3; i++) await service.Tell(Some.Approved(match), id);

        // The queue has gone on to a later fact.
        await service.TellAndWait(Some.Approved(Guid.CreateVersion7()));
        (await service.Hearings(match)).ShouldBe(1);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == match);
        (await service.Waiting("mentee.remember-approval_skipped") ?? 0).ShouldBe(0);
        (await service.Waiting("mentee.remember-approval_error") ?? 0).ShouldBe(0);
    }

    [Fact]
    public async Task Fifty_copies_at_once_are_one_change()
    {
        var (match, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.Tell(Some.Approved(match), id)));
        await service.TellAndWait(Some.Approved(Guid.CreateVersion7()));
        await Eventually.Is(async () => await service.Waiting("mentee.remember-approval") == 0, "the queue is empty");
        (await service.Hearings(match)).ShouldBe(1);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == match);
    }

    [Fact]
    public async Task A_reaction_that_failed_is_tried_again_from_the_start_with_a_context_of_its_own()
    {
        var match = Guid.CreateVersion7();
        service.Trouble.Matches[match] = 2;
        await service.TellAndWait(Some.Ended(match));
        (await service.Hearings(match)).ShouldBe(1);
        service.Trouble.Contexts[match].Count.ShouldBe(3);
        service.Trouble.Contexts[match].Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Facts_of_several_kinds_in_any_order_are_all_handled()
    {
        Guid[] matches = [.. Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7())];
        object[] facts = [.. matches.SelectMany(m => new object[] { Some.Ended(m), Some.Approved(m) })];
        Random.Shared.Shuffle(facts);
        await Task.WhenAll(facts.Select(f => service.Tell(f)));
        await Eventually.Is(async () => await service.Db(db => db.Hearings.CountAsync(h => matches.Contains(h.MatchId) && h.Fact != TallyApprovals.Tally)) == 80, "all were heard");
    }
}
