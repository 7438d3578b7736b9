using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Mentoring.Shared.Messaging;

/// <summary>
/// Moves messages that could not be handled back to the queue they came from. Each is removed only once the broker has
/// confirmed its copy, and keeps its id, so that receipts still hold. One that fails again comes back to the error queue; it
/// carries the mark of this run and is left there.
/// </summary>
internal static class Replay
{
    private const string Mark = "Mentoring-Replay";

    /// <summary>Runs <c>replay</c>, <c>replay queue</c> or <c>replay queue --skipped</c>.</summary>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        var broker = services.GetRequiredService<Broker>();
        string[] queues = [.. services.GetRequiredService<Reactions>().Queues(services.GetRequiredService<ServiceName>().Value)];
        var skipped = arguments.Contains("--skipped");
        var queue = arguments.FirstOrDefault(a => !a.StartsWith('-'));
        await using var connection = await broker.Connect(cancel);
        if (queue is null) return await List(connection, queues, cancel);
        if (!queues.Contains(queue))
        {
            await Console.Error.WriteLineAsync($"This service has no queue {queue}. It has: {string.Join(", ", queues)}.");
            return ExitCodes.Usage;
        }

        var from = queue + (skipped ? Broker.Skipped : Broker.Errors);
        if (await Broker.Count(connection, from, cancel) is null)
        {
            await Console.Error.WriteLineAsync($"There is no queue {from}. Run the migrate command first.");
            return ExitCodes.Usage;
        }

        var moved = await Move(connection, from, queue, cancel);
        Console.WriteLine(moved switch
        {
            0 => $"Nothing was waiting in {from}.",
            1 => $"1 message was moved from {from} back to {queue}.",
            _ => $"{moved} messages were moved from {from} back to {queue}.",
        });
        return ExitCodes.Fine;
    }

    /// <summary>Moves all that was there when it began, and says how many.</summary>
    public static async Task<int> Move(IConnection connection, string from, string queue, CancellationToken cancel)
    {
        var run = Guid.CreateVersion7().ToString();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancel);
        for (var moved = 0; ; moved++)
        {
            // Whatever is not acknowledged goes back into the queue when the channel closes.
            if (await channel.BasicGetAsync(from, autoAck: false, cancel) is not { } message) return moved;
            var headers = new Dictionary<string, object?>(message.BasicProperties.Headers ?? new Dictionary<string, object?>(), StringComparer.Ordinal);
            if (headers.TryGetValue(Mark, out var mark) && mark is byte[] bytes && System.Text.Encoding.UTF8.GetString(bytes) == run) return moved;
            foreach (var header in headers.Keys.Where(IsOfTheFailure).ToArray()) headers.Remove(header);
            headers[Mark] = run;
            var properties = new BasicProperties(message.BasicProperties) { Headers = headers, Persistent = true };
            try
            {
                await channel.BasicPublishAsync(string.Empty, queue, mandatory: true, properties, message.Body, cancel);
            }
            catch (PublishException lost)
            {
                throw new IOException($"{queue} did not take a message; it and what follows stay in {from}.", lost);
            }

            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancel);
        }
    }

    private static bool IsOfTheFailure(string header) =>
        header.StartsWith("MT-Fault-", StringComparison.Ordinal) || header.StartsWith("MT-Host-", StringComparison.Ordinal)
        || header is "MT-Reason" or "x-delivery-count" or "x-death" or "x-first-death-queue" or "x-first-death-reason" or "x-first-death-exchange";

    private static async Task<int> List(IConnection connection, string[] queues, CancellationToken cancel)
    {
        foreach (var queue in queues)
        {
            Console.WriteLine($"{await Broker.Count(connection, queue + Broker.Errors, cancel) ?? 0,8}  {queue + Broker.Errors}");
            Console.WriteLine($"{await Broker.Count(connection, queue + Broker.Skipped, cancel) ?? 0,8}  {queue + Broker.Skipped}");
        }

        return ExitCodes.Fine;
    }
}
