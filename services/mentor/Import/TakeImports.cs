using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>
/// Takes the rows of imports that were begun, two hundred at a time. Several instances may run it: each step is made by one of them, and where one
/// is stopped another goes on after the last step.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public sealed class TakeImports(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<TakeImports> log) : BackgroundService
{
    // A coordinator waits and looks.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everySecond = new PeriodicTimer(Look);
        do
        {
            try
            {
                while (await TakeSome(stoppingToken)) postman.Ring();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Could not go on with an import; will try again in a moment");
            }
        }
        while (await everySecond.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Takes the next rows of an import whose row is held, or that is new in this transaction.</summary>
    internal static async Task Step(MentorDb db, MentorImport import, TimeProvider clock, CancellationToken cancel)
        => import.Take(await PreviewImport.Known(db, [.. import.Next().Select(row => row.Read)], cancel), mentor => db.Add(mentor), clock.GetUtcNow());

    private async Task<bool> TakeSome(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentorDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var found = await db.Database.SqlQuery<Guid>($"""
            select id as "Value" from mentor_imports where begun_at is not null and committed_at is null and failures < {MentorImport.MostFailures}
            order by failures, begun_at limit 1 for update skip locked
            """).ToListAsync(cancel);
        if (found is not [var id]) return false;
        try
        {
            await Step(db, await db.Imports.SingleAsync(i => i.Id == new ImportId(id), cancel), clock, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "Could not take the next rows of the import {Import}", id);
            await transaction.RollbackAsync(cancel);
            await CountFailure(id, cancel);
        }

        return true;
    }

    // One list that cannot be taken must not keep the others waiting, nor its coordinator in the dark.
    private async Task CountFailure(Guid id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MentorDb>().Database.ExecuteSqlAsync($"update mentor_imports set failures = failures + 1 where id = {id}", cancel);
    }
}
