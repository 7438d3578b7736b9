using MassTransit;
using Polly;
using Polly.Retry;
using RabbitMQ.Client;

namespace Mentoring.Shared.Messaging;

/// <summary>
/// Makes everything the service needs on the broker, without consuming: the exchanges of the facts it tells, and queue,
/// bindings, error queue and queue of unknown messages of each reaction. Run for every service before any of them serves, no
/// fact is ever published into the void.
/// </summary>
/// <param name="services">For the bus.</param>
/// <param name="broker">For the error queues.</param>
/// <param name="reactions">What the service hears.</param>
/// <param name="name">The service.</param>
internal sealed class Topology(IServiceProvider services, Broker broker, Reactions reactions, ServiceName name)
{
    private bool deployOnly;
    private bool asked;

    /// <summary>Whether the bus is only to be deployed; asked when the bus is made.</summary>
    public bool IsDeployOnly()
    {
        asked = true;
        return deployOnly;
    }

    /// <summary>Makes it; waits up to about half a minute for a broker that is starting.</summary>
    public async Task Deploy(CancellationToken cancel)
    {
        if (asked) throw new InvalidOperationException("The bus was made before it could be told not to consume.");
        deployOnly = true;
        await new ResiliencePipelineBuilder()
            .AddTimeout(TimeSpan.FromSeconds(40))
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(Broker.IsAway),
                MaxRetryAttempts = 12,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build()
            .ExecuteAsync(async late => await MakeErrorQueues(late), cancel);
        await services.GetRequiredService<IBusControl>().DeployAsync(cancel).WaitAsync(TimeSpan.FromSeconds(40), cancel);
    }

    // MassTransit would make them with the first message that fails; health and replay look at them before that.
    private async Task MakeErrorQueues(CancellationToken cancel)
    {
        await using var connection = await broker.Connect(cancel);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        foreach (var queue in reactions.Queues(name.Value).SelectMany(q => new[] { q + Broker.Errors, q + Broker.Skipped }))
        {
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancel);
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, Broker.QueueArguments, cancellationToken: cancel);
            await channel.QueueBindAsync(queue, queue, string.Empty, cancellationToken: cancel);
        }
    }
}
