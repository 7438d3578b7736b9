using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Mentoring.Contracts.Matching;
using Mentoring.Contracts.Mentees;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared.Messaging;

namespace Mentoring.Sample;

/// <summary>What goes wrong on purpose.</summary>
public sealed class Trouble
{
    /// <summary>Matches whose facts cannot be handled, and how many more tries fail.</summary>
    public ConcurrentDictionary<Guid, int> Matches { get; } = new();

    /// <summary>Matches that cannot be tallied.</summary>
    public ConcurrentDictionary<Guid, bool> NeverTallied { get; } = new();

    /// <summary>How many facts were in each batch that was begun.</summary>
    public ConcurrentQueue<int> Batches { get; } = new();

    /// <summary>While this is not set, tallies wait.</summary>
    public ManualResetEventSlim MayTally { get; } = new(true);

    /// <summary>Traces that facts were handled in, by match.</summary>
    public ConcurrentDictionary<Guid, ActivityTraceId> Traces { get; } = new();

    /// <summary>The contexts that handled a fact, by match; each try has its own.</summary>
    public ConcurrentDictionary<Guid, ConcurrentBag<object>> Contexts { get; } = new();

    /// <summary>The ids of notes that were written and then perhaps rolled back, by title.</summary>
    public ConcurrentDictionary<string, Guid> Written { get; } = new();

    /// <summary>Fails where it was asked to.</summary>
    public void Meet(Guid match, object context)
    {
        if (Activity.Current is { } activity) Traces[match] = activity.TraceId;
        Contexts.GetOrAdd(match, _ => []).Add(context);
        if (Matches.TryGetValue(match, out var left) && left > 0)
        {
            Matches[match] = left - 1;
            throw new InvalidOperationException("Asked to fail.");
        }
    }
}

/// <summary>Writes down an approval and tells a fact about it; leaves saving to the inbox.</summary>
/// <param name="db">The database.</param>
/// <param name="trouble">What goes wrong on purpose.</param>
public sealed class RememberApproval(SampleDb db, Trouble trouble) : IConsumer<MatchApproved>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchApproved> context)
    {
        db.Add(new Hearing { Id = Guid.CreateVersion7(), MatchId = context.Message.MatchId, Fact = nameof(MatchApproved) });
        db.Tell(new MenteeReferred { MenteeId = context.Message.MatchId, At = context.Message.At });
        trouble.Meet(context.Message.MatchId, db);
        return Task.CompletedTask;
    }
}

/// <summary>Writes down an ending; saves itself, and fails after that where asked to. Hears of pauses as well, as the service does whose name it has.</summary>
/// <param name="db">The database.</param>
/// <param name="trouble">What goes wrong on purpose.</param>
public sealed class RememberEnd(SampleDb db, Trouble trouble) : IConsumer<MatchEnded>, IConsumer<ContactPaused>, IConsumer<ContactResumed>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchEnded> context)
    {
        db.Add(new Hearing { Id = Guid.CreateVersion7(), MatchId = context.Message.MatchId, Fact = nameof(MatchEnded) });
        await db.SaveChangesAsync(context.CancellationToken);
        trouble.Meet(context.Message.MatchId, db);
    }

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<ContactPaused> context) => Remember(context.Message.MatchId, nameof(ContactPaused));

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<ContactResumed> context) => Remember(context.Message.MatchId, nameof(ContactResumed));

    private Task Remember(Guid match, string fact)
    {
        db.Add(new Hearing { Id = Guid.CreateVersion7(), MatchId = match, Fact = fact });
        return Task.CompletedTask;
    }
}

/// <summary>Tallies approvals, many in one commit.</summary>
/// <param name="db">The database.</param>
/// <param name="trouble">What goes wrong on purpose.</param>
public sealed class TallyApprovals(SampleDb db, Trouble trouble) : IConsumer<MatchApproved>, IHearsInBatches
{
    /// <summary>How a tally is written down.</summary>
    public const string Tally = nameof(Tally);

    /// <inheritdoc/>
    public Task Prepare(IReadOnlyList<object> facts, CancellationToken cancel)
    {
        trouble.Batches.Enqueue(facts.Count);
        return Task.Run(() => trouble.MayTally.Wait(TimeSpan.FromSeconds(30), cancel), cancel);
    }

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchApproved> context)
    {
        db.Add(new Hearing { Id = Guid.CreateVersion7(), MatchId = context.Message.MatchId, Fact = Tally });
        if (trouble.NeverTallied.ContainsKey(context.Message.MatchId)) throw new InvalidOperationException("Asked to fail.");
        return Task.CompletedTask;
    }
}
