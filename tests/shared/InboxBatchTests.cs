namespace Mentoring.Shared.Tests;

/// <summary>On a service of its own, because these tests hold its batches up.</summary>
public sealed class InboxBatchTests(InboxBatchTests.Service service) : IClassFixture<InboxBatchTests.Service>, IDisposable
{
    private const string Queue = "mentee.tally-approvals";

    [Fact]
    public async Task What_gathers_while_a_batch_is_being_committed_is_committed_together()
    {
        service.Trouble.Batches.Clear();
        var matches = await TellWhileABatchIsHeldUp(60);
        await Eventually.Is(async () => await service.Tallies(matches) == 60, "all were tallied");
        service.Trouble.Batches.Sum().ShouldBe(60);
        service.Trouble.Batches.Count.ShouldBeLessThan(30);
        service.Trouble.Batches.Max().ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task A_message_that_comes_again_counts_once_also_within_one_batch()
    {
        var (match, id) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        service.Trouble.MayTally.Reset();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => service.Tell(Some.Approved(match), id)));
        service.Trouble.MayTally.Set();
        await service.TellAndWait(Some.Approved(Guid.CreateVersion7()));
        await service.Tell(Some.Approved(match), id);
        await service.TellAndWait(Some.Approved(Guid.CreateVersion7()));
        (await service.Tallies(match)).ShouldBe(1);
        (await service.Waiting(Queue + "_skipped") ?? 0).ShouldBe(0);
        (await service.Waiting(Queue + "_error") ?? 0).ShouldBe(0);
    }

    [Fact]
    public async Task One_that_cannot_be_handled_takes_no_other_down()
    {
        var poison = Guid.CreateVersion7();
        service.Trouble.NeverTallied[poison] = true;
        var others = await TellWhileABatchIsHeldUp(30, poison);
        await Eventually.Is(async () => await service.Tallies(others) == 30, "all others were tallied");
        await Eventually.Is(async () => await service.Waiting(Queue + "_error") == 1, "the one is kept with the errors");
        (await service.Tallies(poison)).ShouldBe(0);
        await service.Purge(Queue + "_error");
        await Eventually.Is(async () => await service.Waiting(Queue + "_error") == 0, "the management API, which counts some seconds late, says that it is empty");
    }

    /// <inheritdoc/>
    public void Dispose() => service.Trouble.MayTally.Set();

    private async Task<Guid[]> TellWhileABatchIsHeldUp(int count, params Guid[] also)
    {
        Guid[] matches = [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
        service.Trouble.MayTally.Reset();
        await Task.WhenAll(matches.Concat(also).Select(match => service.Tell(Some.Approved(match))));
        service.Trouble.MayTally.Set();
        return matches;
    }

    /// <summary>The service.</summary>
    public sealed class Service : SampleService;
}
