using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Every minute: changes signing keys over when it is time, and removes sign-ins, steps, tries and drafts that have run out, and what was heard of old sessions.</summary>
/// <param name="scopes">A scope a round.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Says when a round fails; the next one tries again.</param>
public sealed class KeepHouse(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepHouse> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SigningKeys>().Keep(stoppingToken);
                var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
                var now = clock.GetUtcNow();
                await db.SignIns.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(stoppingToken);
                await db.Drafts.Where(d => d.KeptUntil <= now).ExecuteDeleteAsync(stoppingToken);
                await db.SignInSteps.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(stoppingToken);
                await db.SessionsHeard.Where(s => s.HeardAt <= now.AddDays(-100)).ExecuteDeleteAsync(stoppingToken);
                await db.Set<SignInTries>().Where(t => t.Until <= now).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failed, "Keeping house failed; it is tried again in a minute");
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }
}
