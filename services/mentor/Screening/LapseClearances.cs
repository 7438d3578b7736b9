using Mentoring.Shared.Messaging;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>
/// Takes clearance away the day after a check's last day: at start and then every minute. Several instances may run it;
/// each mentor is locked by one of them.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public sealed class LapseClearances(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<LapseClearances> log) : BackgroundService
{
    private const int Batch = 100;

    /// <summary>Takes away every clearance that is no longer in force, and says how many there were.</summary>
    public async Task<int> LapseAll(CancellationToken cancel)
    {
        var all = 0;
        for (var lapsed = Batch; lapsed == Batch; all += lapsed) lapsed = await LapseSome(cancel);
        return all;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyMinute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                if (await LapseAll(stoppingToken) is var lapsed and > 0) log.LogInformation("Took {Lapsed} clearances that were no longer in force", lapsed);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not look for clearances that are no longer in force; will look again in a minute");
            }
        }
        while (await everyMinute.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> LapseSome(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentorDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var ids = await db.Database.SqlQuery<Guid>($"""select id as "Value" from mentors where cleared_until < {today} limit {Batch} for update skip locked""").ToListAsync(cancel);
        var due = await db.MentorsWith(ids).ToListAsync(cancel);
        foreach (var mentor in due) mentor.LapseIfDue(today, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (due.Count > 0) postman.Ring();
        return due.Count;
    }
}
