using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Messaging;

/// <summary>Removes receipts after 30 days and idempotency keys after 7, at start and every hour. Several instances may do so at once.</summary>
/// <param name="scopes">For a context of its own.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <summary>How long receipts are kept; a message may wait in an error queue for as long and still not be handled twice.</summary>
    public static TimeSpan ReceiptsFor { get; } = TimeSpan.FromDays(30);

    /// <summary>How long idempotency keys are kept.</summary>
    public static TimeSpan KeysFor { get; } = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hours = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await Prune(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (Problems.IsAway(failure)) logger.LogWarning("Old receipts and keys could not be removed, because the database does not answer. Trying again in an hour.");
                else logger.LogError(failure, "Old receipts and keys could not be removed. Trying again in an hour.");
            }
        }
        while (await hours.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Prune(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var (receipts, keys) = (clock.GetUtcNow() - ReceiptsFor, clock.GetUtcNow() - KeysFor);

        // In small pieces and around each other's locks.
        while (await db.Database.ExecuteSqlAsync($"delete from receipts where ctid in (select ctid from receipts where at < {receipts} limit 1000 for update skip locked)", cancel) == 1000)
        {
        }

        while (await db.Database.ExecuteSqlAsync($"delete from idempotency_keys where ctid in (select ctid from idempotency_keys where at < {keys} limit 1000 for update skip locked)", cancel) == 1000)
        {
        }
    }
}
