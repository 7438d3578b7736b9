using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Messaging;

/// <summary>
/// The inbox of a reaction that hears in batches: while one batch is being committed the next gathers, so nobody waits for a batch
/// to fill, and the busier it is the fewer commits it costs. One batch at a time, on one connection.
/// </summary>
/// <param name="queue">The reaction's queue.</param>
/// <param name="reaction">The reaction.</param>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken when the reaction told something.</param>
/// <param name="meter">Counts.</param>
internal sealed class InboxBatch(string queue, Type reaction, IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, MessagingMeter meter)
{
    /// <summary>As many facts as are committed together at the most.</summary>
    public const int Most = 100;

    private readonly Lock turn = new();
    private readonly LinkedList<Heard> waiting = [];
    private bool working;

    /// <summary>Handles a fact, together with others that wait or, when it has failed before, alone.</summary>
    /// <returns>When it is committed: whether it was heard for the first time.</returns>
    public Task<bool> Handle(Heard heard)
    {
        lock (turn)
        {
            waiting.AddLast(heard);
            if (!working) _ = Task.Run(Work);
            working = true;
        }

        return heard.Outcome.Task;
    }

    private async Task Work()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                var repeats = await Commit(batch);
                foreach (var heard in batch) heard.Outcome.SetResult(!repeats.Contains(heard));
            }
            catch (Exception failure)
            {
                foreach (var heard in batch) heard.Outcome.SetException(failure);
            }
        }
    }

    private List<Heard> Take()
    {
        List<Heard> batch = [];
        lock (turn)
        {
            while (waiting.First?.Value is { } next && batch.Count < Most && (batch.Count == 0 || (!next.Alone && !batch[0].Alone)))
            {
                batch.Add(next);
                waiting.RemoveFirst();
            }

            working = batch.Count > 0;
        }

        return batch;
    }

    private async Task<HashSet<Heard>> Commit(List<Heard> batch)
    {
        using var activity = MessagingMeter.Source.StartActivity(
            $"{queue} hear",
            ActivityKind.Consumer,
            batch[0].Trace,
            links: [.. batch.Skip(1).Select(heard => new ActivityLink(heard.Trace))]);

        // What has begun is finished: a batch takes milliseconds, and the database's own limit ends one that does not.
        var cancel = CancellationToken.None;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var listener = scope.ServiceProvider.GetRequiredService(reaction);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        Guid[] ids = [.. batch.Select(heard => heard.Id).Order()];
        var firsts = (await db.Database.SqlQuery<Guid>($"""
            insert into receipts (message_id, queue, at) select id, {queue}, {clock.GetUtcNow()} from unnest({ids}) id on conflict do nothing returning message_id as "Value"
            """).ToListAsync(cancel)).ToHashSet();
        HashSet<Heard> repeats = [.. batch.Where(heard => !firsts.Remove(heard.Id))];
        List<Heard> news = [.. batch.Where(heard => !repeats.Contains(heard))];
        if (news.Count > 0)
        {
            await ((IHearsInBatches)listener).Prepare([.. news.Select(heard => heard.Fact)], cancel);
            foreach (var heard in news) await heard.Tell(listener);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        if (db.ToldSomething) postman.Ring();
        foreach (var heard in batch)
        {
            if (repeats.Contains(heard)) meter.Repeated(queue);
            else meter.Heard(queue);
        }

        return repeats;
    }

    /// <summary>A fact on its way through a batch.</summary>
    /// <param name="id">The message's.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="alone">Whether it has failed before, so that it must not take others down with it.</param>
    /// <param name="tell">Hands it to the reaction.</param>
    internal sealed class Heard(Guid id, object fact, bool alone, Func<object, Task> tell)
    {
        public Guid Id => id;

        public object Fact => fact;

        public bool Alone => alone;

        public Func<object, Task> Tell => tell;

        public ActivityContext Trace { get; } = Activity.Current?.Context ?? default;

        public TaskCompletionSource<bool> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The batches of each reaction that hears in batches.</summary>
internal sealed class InboxBatches
{
    private readonly Dictionary<string, InboxBatch> batches;

    public InboxBatches(Reactions reactions, ServiceName name, IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, MessagingMeter meter) =>
        batches = reactions.All.Where(AreFor).ToDictionary(
            reaction => Reactions.Queue(name.Value, reaction),
            reaction => new InboxBatch(Reactions.Queue(name.Value, reaction), reaction, scopes, clock, postman, meter),
            StringComparer.Ordinal);

    /// <summary>Whether a reaction hears in batches.</summary>
    public static bool AreFor(Type reaction) => reaction.IsAssignableTo(typeof(IHearsInBatches));

    /// <summary>The batches of a queue; null when its facts are committed one by one.</summary>
    public InboxBatch? Of(string queue) => batches.GetValueOrDefault(queue);
}
