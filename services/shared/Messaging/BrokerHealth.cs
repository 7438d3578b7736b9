using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentoring.Shared.Messaging;

/// <summary>Degraded while the broker is away or messages lie in an error queue; the service goes on serving in both.</summary>
/// <param name="bus">The bus.</param>
/// <param name="broker">For the counts.</param>
/// <param name="reactions">Whose queues are looked at.</param>
/// <param name="name">The service.</param>
internal sealed class BrokerHealth(IBusControl bus, Broker broker, Reactions reactions, ServiceName name) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (bus.CheckHealth().Status != BusHealthStatus.Healthy)
            return HealthCheckResult.Degraded("The broker does not answer just now. Facts wait in the outbox and go out when it is back.");
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            await using var connection = await broker.Connect(patience.Token);
            var sentences = new List<string>();
            foreach (var queue in reactions.Queues(name.Value))
            {
                if (await Broker.Count(connection, queue + Broker.Errors, patience.Token) is > 0 and var failed)
                    sentences.Add($"{failed} that could not be handled in {queue}{Broker.Errors}. When the cause is mended: replay {queue}.");
                if (await Broker.Count(connection, queue + Broker.Skipped, patience.Token) is > 0 and var skipped)
                    sentences.Add($"{skipped} of an unknown kind in {queue}{Broker.Skipped}. When this program knows them: replay {queue} --skipped.");
            }

            return sentences.Count == 0
                ? HealthCheckResult.Healthy("The broker answers and every message was handled.")
                : HealthCheckResult.Degraded($"Messages wait for a person: {string.Join(' ', sentences)} See docs/operations.md.");
        }
        catch (Exception failure) when (Broker.IsAway(failure))
        {
            return HealthCheckResult.Degraded("The broker does not answer just now. Facts wait in the outbox and go out when it is back.");
        }
    }
}

/// <summary>Degraded when facts have waited in the outbox for more than a minute.</summary>
/// <param name="scopes">For a context of its own.</param>
/// <param name="clock">The clock.</param>
internal sealed class OutboxHealth(IServiceScopeFactory scopes, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var oldest = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Outbox.AsNoTracking().OrderBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
            return oldest is null || clock.GetUtcNow() - When(oldest.MessageId) < Long
                ? HealthCheckResult.Healthy("No fact waits long.")
                : HealthCheckResult.Degraded($"Facts have waited since {When(oldest.MessageId):u}, the first a {oldest.Type}. Either the broker is away, or no queue takes it: run the migrate command of the services that hear it.");
        }
        catch (Exception failure) when (Problems.IsAway(failure))
        {
            return HealthCheckResult.Degraded("The outbox cannot be read, because the database does not answer.");
        }
    }

    // The first 48 bits of a version-7 Guid are its milliseconds since 1970 (RFC 9562).
    private static DateTimeOffset When(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16);
    }
}
