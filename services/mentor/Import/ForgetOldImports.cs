using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>
/// Removes imports after 30 days, at start and then every hour: they hold people who were never registered, and nobody
/// mends a list that old.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public sealed class ForgetOldImports(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetOldImports> log) : BackgroundService
{
    /// <summary>For how many days an import is kept.</summary>
    public const int DaysKept = 30;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyHour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var oldest = clock.GetUtcNow().AddDays(-DaysKept);
                var forgotten = await scope.ServiceProvider.GetRequiredService<MentorDb>().Imports.Where(i => i.SentAt < oldest).ExecuteDeleteAsync(stoppingToken);
                if (forgotten > 0) log.LogInformation("Removed {Forgotten} imports older than {Days} days", forgotten, DaysKept);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not remove old imports; will try again in an hour");
            }
        }
        while (await everyHour.WaitForNextTickAsync(stoppingToken));
    }
}
