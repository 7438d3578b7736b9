using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry;
using Polly;
using Polly.Retry;

namespace Mentoring.Shared.Messaging;

/// <summary>
/// Carries facts from the outbox to the broker: takes up to 200 rows that no other postman holds, publishes them all, waits
/// for every confirm and removes what was confirmed. Rows that nobody takes stay and rest a while; while the broker is away
/// everything stays. A fact may go out twice, never not at all: listeners keep receipts.
/// </summary>
internal sealed class Postman : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LastWalk = TimeSpan.FromSeconds(3);

    private readonly IServiceScopeFactory scopes;
    private readonly IBus bus;
    private readonly PostmanBell bell;
    private readonly MessagingMeter meter;
    private readonly ILogger<Postman> logger;
    private readonly ResiliencePipeline road;
    private readonly Dictionary<long, Rest> resting = [];
    private long counted;
    private bool away;

    public Postman(IServiceScopeFactory scopes, IBus bus, PostmanBell bell, MessagingMeter meter, ILogger<Postman> logger)
    {
        (this.scopes, this.bus, this.bell, this.meter, this.logger) = (scopes, bus, bell, meter, logger);
        road = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(5),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = retry =>
                {
                    SayAway(retry.Outcome.Exception!);
                    return default;
                },
            })
            .AddTimeout(Patience)
            .Build();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nobody who happens to start the service is the parent of what the postman does.
        Activity.Current = null;

        // The batch at hand may be finished when the service stops.
        using var late = new CancellationTokenSource();
        await using var stop = stoppingToken.Register(() => late.CancelAfter(LastWalk));
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var more = await road.ExecuteAsync(Deliver, late.Token);
                SayBack();
                if (!more) await bell.Listen(Round, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not confirmed is still in the outbox.
        }
    }

    // True when there may be more to carry at once.
    private async ValueTask<bool> Deliver(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await Count(db, cancel);
        await using var transaction = await Quietly(() => db.Database.BeginTransactionAsync(cancel));
        var now = Environment.TickCount64;
        long[] asleep = [.. resting.Where(r => r.Value.Until > now).Select(r => r.Key)];
        var rows = await Quietly(() => db.Outbox
            .FromSql($"select * from outbox where id <> all ({asleep}) order by id limit {Batch} for update skip locked")
            .AsNoTracking()
            .ToListAsync(cancel));
        foreach (var gone in resting.Keys.Except(asleep).Except(rows.Select(r => r.Id)).ToArray()) resting.Remove(gone);
        if (rows.Count == 0) return false;

        var outcomes = await Task.WhenAll(rows.Select(row => Publish(row, cancel)));
        long[] confirmed = [.. outcomes.Where(o => o.Failure is null).Select(o => o.Row.Id)];
        if (confirmed.Length > 0)
        {
            // Also when time is up meanwhile: what is confirmed need not go out again.
            await db.Outbox.Where(row => confirmed.Contains(row.Id)).ExecuteDeleteAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        foreach (var id in confirmed) resting.Remove(id);
        Refused([.. outcomes.Where(o => o.Failure is { } failure && !Broker.IsAway(failure))]);
        if (outcomes.FirstOrDefault(o => o.Failure is { } failure && Broker.IsAway(failure)).Failure is { } broken)
        {
            cancel.ThrowIfCancellationRequested();
            throw new BrokerAwayException(broken);
        }

        return rows.Count == Batch;
    }

    private async Task<(OutboxRow Row, Exception? Failure)> Publish(OutboxRow row, CancellationToken cancel)
    {
        using var activity = MessagingMeter.Source.StartActivity($"tell {row.Type[(row.Type.LastIndexOf('.') + 1)..]}", ActivityKind.Producer, row.TraceParent);
        try
        {
            var type = Facts.Named(row.Type) ?? throw new JsonException("This program does not know that fact. It was told by another version of it.");
            var fact = JsonSerializer.Deserialize(row.Body, type, JsonRules.Facts) ?? throw new JsonException("The fact is empty.");
            var mandatory = Facts.Listeners(type).Count > 0;
            await bus.Publish(
                fact,
                type,
                Pipe.Execute<PublishContext>(context =>
                {
                    context.MessageId = row.MessageId;
                    context.Mandatory = mandatory;
                }),
                cancel);
            meter.Told(type.Name);
            return (row, null);
        }
        catch (Exception failure)
        {
            meter.Failed("tell");
            activity?.SetStatus(ActivityStatusCode.Error);
            return (row, failure);
        }
    }

    // The broker or this program will not take them as they are. They stay, and rest ever longer, so that the others get through.
    private void Refused((OutboxRow Row, Exception? Failure)[] refused)
    {
        foreach (var kind in refused.Where(r => !resting.ContainsKey(r.Row.Id)).GroupBy(r => r.Row.Type))
        {
            if (kind.First().Failure is MessageReturnedException)
                logger.LogWarning("{Count} of {Fact} found no queue. They stay in the outbox and are tried again. Run the migrate command of the services that hear it.", kind.Count(), kind.Key);
            else
                logger.LogError(kind.First().Failure, "{Count} of {Fact} cannot be published. They stay in the outbox and are tried again.", kind.Count(), kind.Key);
        }

        foreach (var (row, _) in refused)
        {
            var tries = resting.GetValueOrDefault(row.Id).Tries + 1;
            resting[row.Id] = new(Environment.TickCount64 + Math.Min(60_000, 1_000L << Math.Min(tries, 6)), tries);
        }
    }

    private async Task Count(ServiceDb db, CancellationToken cancel)
    {
        if (Environment.TickCount64 - counted < 5_000) return;
        meter.Waiting(await Quietly(() => db.Outbox.LongCountAsync(cancel)));
        counted = Environment.TickCount64;
    }

    // Looking into the outbox every second is nobody's trace.
    private static async Task<T> Quietly<T>(Func<Task<T>> work)
    {
        using var silence = SuppressInstrumentationScope.Begin();
        return await work();
    }

    private void SayAway(Exception failure)
    {
        if (away) return;
        away = true;
        if (failure is BrokerAwayException or Polly.Timeout.TimeoutRejectedException)
            logger.LogWarning("The broker does not answer. Facts wait in the outbox and go out when it is back. ({Reason})", (failure.InnerException ?? failure).Message);
        else if (Problems.IsAway(failure))
            logger.LogWarning("The database does not answer, so the outbox cannot be read. Trying again until it does.");
        else
            logger.LogError(failure, "The postman stumbled. Facts wait in the outbox and it tries again.");
    }

    private void SayBack()
    {
        if (!away) return;
        away = false;
        logger.LogInformation("The broker and the database answer again. Facts go out.");
    }

    private readonly record struct Rest(long Until, int Tries);

    private sealed class BrokerAwayException(Exception inner) : Exception("The broker does not answer.", inner);
}
