using Mentoring.Shared;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>
/// Takes readiness the day after consent or risk assessment ran out: at start and every minute. Several instances share the
/// work: a row that one holds the others leave alone, so that each lapse is told once.
/// </summary>
/// <param name="scopes">For a context a round.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken when something was told.</param>
/// <param name="log">The log.</param>
public sealed class LapseReadiness(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<LapseReadiness> log) : BackgroundService
{
    private const int Batch = 50;

    /// <summary>Looks again at everybody whose day has passed, and returns how many changed.</summary>
    public async Task<int> LookAgain(CancellationToken cancel)
    {
        var lapsed = 0;
        int found, changed;
        do
        {
            (found, changed) = await LookAtSome(cancel);
            lapsed += changed;
        }
        while (found == Batch && changed > 0);
        return lapsed;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await LookAgain(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever went wrong in one round, the next minute's round must come.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogWarning(exception, "Could not look for readiness that ran out; trying again in a minute.");
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<(int Found, int Changed)> LookAtSome(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MenteeDb>();
        var today = clock.Today();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from mentees
            where ready_until < {today} or (stage = 'Agreed' and consent_until < {today})
            order by id
            limit {Batch}
            for update skip locked
            """).ToListAsync(cancel);
        if (ids.Count == 0) return (0, 0);

        var at = clock.GetUtcNow();
        var held = ids.ConvertAll(MenteeId.From);
        var mentees = await db.Mentees.Where(m => held.Contains(m.Id)).ToListAsync(cancel);
        var changed = mentees.Count(m => m.LookAgain(today, at).Changed);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        postman.Ring();
        return (ids.Count, changed);
    }
}
