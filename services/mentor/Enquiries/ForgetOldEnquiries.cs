using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>
/// Removes what people without an account wrote to us, at start and then every hour: an interest six months after it was written,
/// a business' request six months after it was decided. By then it has become a mentor or a partner, or nobody needs it any more.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public sealed class ForgetOldEnquiries(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetOldEnquiries> log) : BackgroundService
{
    /// <summary>For how many months they are kept.</summary>
    public const int MonthsKept = 6;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyHour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<MentorDb>();
                var oldest = clock.GetUtcNow().AddMonths(-MonthsKept);
                var forgotten = await db.Interests.Where(i => i.SaidAt < oldest).ExecuteDeleteAsync(stoppingToken)
                    + await db.PartnerRequests.Where(r => r.DecidedAt < oldest).ExecuteDeleteAsync(stoppingToken);
                if (forgotten > 0) log.LogInformation("Removed {Forgotten} enquiries older than {Months} months", forgotten, MonthsKept);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not remove old enquiries; will try again in an hour");
            }
        }
        while (await everyHour.WaitForNextTickAsync(stoppingToken));
    }
}
