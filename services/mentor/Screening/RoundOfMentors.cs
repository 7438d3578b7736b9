using Mentoring.Shared;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Does something with every mentor for whom a day has come: at start and then every minute. Several instances may run it; each mentor is locked by one of them.</summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="log">The log.</param>
public abstract class RoundOfMentors(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger log) : Rounds(clock, log)
{
    private const int Batch = 100;
    private readonly ILogger own = log;

    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>The ids of those for whom it has come on a day, as <c>m.id</c> of <c>mentors m</c>. Whoever is done must not be among them again.</summary>
    protected abstract FormattableString Due(DateOnly today, int batch);

    /// <summary>Does it.</summary>
    protected abstract void Do(Mentor mentor, DateOnly today, DateTimeOffset now);

    /// <inheritdoc/>
    public sealed override async Task<int> Look(CancellationToken cancel)
    {
        var all = 0;
        for (var some = Batch; some == Batch; all += some) some = await LookAtSome(cancel);
        if (all > 0) own.LogInformation("{Round}: {Mentors} mentors", GetType().Name, all);
        return all;
    }

    private async Task<int> LookAtSome(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentorDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (today, now) = (Clock.Today(), Clock.GetUtcNow());
        var ids = await db.Database.SqlQuery<Guid>(Due(today, Batch)).ToListAsync(cancel);
        var due = await db.MentorsWith(ids).ToListAsync(cancel);
        foreach (var mentor in due) Do(mentor, today, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (due.Count > 0) postman.Ring();
        return due.Count;
    }
}
