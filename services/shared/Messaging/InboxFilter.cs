using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Messaging;

/// <summary>
/// Stands around every reaction: the receipt, the reaction's changes and the facts it tells are one commit, and a message
/// that comes again changes nothing. The reaction's database is the same scoped context; it may save itself or leave it.
/// </summary>
/// <typeparam name="T">The fact.</typeparam>
/// <param name="db">The service's database.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken when the reaction told something.</param>
/// <param name="meter">Counts.</param>
/// <param name="batches">For reactions that hear in batches.</param>
internal sealed class InboxFilter<T>(ServiceDb db, TimeProvider clock, PostmanBell postman, MessagingMeter meter, InboxBatches batches) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var since = Stopwatch.GetTimestamp();
        var queue = Uri.UnescapeDataString(context.ReceiveContext.InputAddress.Segments[^1]);
        var message = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its repeat and is not handled.");
        if (batches.Of(queue) is { } batch)
        {
            await InBatch(batch, message, context, since);
            return;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
            var first = await db.Database.ExecuteSqlAsync(
                $"insert into receipts (message_id, queue, at) values ({message}, {queue}, {clock.GetUtcNow()}) on conflict do nothing",
                context.CancellationToken) == 1;
            if (!first)
            {
                meter.Repeated(queue);

                // Without this the pipeline takes the message for one that nobody wanted and moves it to _skipped.
                await context.NotifyConsumed(Stopwatch.GetElapsedTime(since), nameof(InboxFilter<>));
                return;
            }

            await next.Send(context);
            await db.SaveChangesAsync(context.CancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch
        {
            meter.Failed("hear");
            throw;
        }

        meter.Heard(queue);
        if (db.ToldSomething) postman.Ring();
    }

    private async Task InBatch(InboxBatch batch, Guid message, ConsumeContext<T> context, long since)
    {
        try
        {
            await batch.Handle(new(message, context.Message, context.GetRetryAttempt() > 0, reaction => ((IConsumer<T>)reaction).Consume(context)));
        }
        catch
        {
            meter.Failed("hear");
            throw;
        }

        await context.NotifyConsumed(Stopwatch.GetElapsedTime(since), nameof(InboxBatch));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
