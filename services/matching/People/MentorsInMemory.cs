using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.People;

/// <summary>
/// Every mentor, packed, in the memory of this process, under the policy in force. It follows the database: before anybody looks, what was
/// committed since the last look is read, by whichever instance it was written. The tables say by a stamp of the writing transaction what is
/// new (see the migration); what was not yet finished at the last look is read again, so that nothing is missed and nothing is old.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
public sealed class MentorsInMemory(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim oneReads = new(1);
    private readonly Lock turn = new();
    private readonly Dictionary<MentorId, MentorCopy> mentors = [];
    private readonly Dictionary<Guid, int> taken = [];
    private PackedPeople? people;
    private string readUpTo = "0";
    private long asked;
    private long answered;

    /// <summary>Looks at all mentors as they are now, alone. Whoever looks may put a young person's pairs, and takes them out again.</summary>
    public async Task<T> Look<T>(Func<PackedPeople, T> look, CancellationToken cancel)
    {
        await CatchUp(cancel);
        lock (turn) return look(people!);
    }

    /// <summary>Reads what is new. Callers who come while it is being read share the next reading.</summary>
    public async Task CatchUp(CancellationToken cancel)
    {
        var mine = Interlocked.Increment(ref asked);
        await oneReads.WaitAsync(cancel);
        try
        {
            if (answered >= mine) return;
            var upTo = Interlocked.Read(ref asked);
            await Read(cancel);
            answered = upTo;
        }
        finally
        {
            oneReads.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneReads.Dispose();

    private async Task Read(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var news = await db.Database.SqlQuery<News>($"""
            select pg_snapshot_xmin(pg_current_snapshot())::text as "UpTo",
                (select max(version) from matching_policies) as "Policy",
                exists (select from mentor_copies where changed >= cast({readUpTo} as xid8)) as "Mentors",
                exists (select from matches where changed >= cast({readUpTo} as xid8)) as "Matches"
            """).SingleAsync(cancel);
        var changed = news.Mentors ? await db.Mentors.FromSql($"select * from mentor_copies where changed >= cast({readUpTo} as xid8)").AsNoTracking().ToListAsync(cancel) : [];
        var counted = news.Matches
            ? await db.Database.SqlQuery<Count>($"""
                select c.mentor_id as "Mentor", count(m.id)::int as "Taken"
                from (select distinct mentor_id from matches where changed >= cast({readUpTo} as xid8)) c
                left join matches m on m.mentor_id = c.mentor_id and m.state not in ('Ended', 'Declined', 'Rejected')
                group by c.mentor_id
                """).ToListAsync(cancel)
            : [];
        var policy = people?.Policy.Version == news.Policy ? people.Policy : await db.NewestPolicy(cancel);

        lock (turn)
        {
            foreach (var mentor in changed) mentors[mentor.Id] = mentor;
            foreach (var (mentor, count) in counted) taken[mentor] = count;
            readUpTo = news.UpTo;
            if (people?.Policy != policy)
            {
                people = new(policy, clock.GetUtcNow());
                foreach (var mentor in mentors.Values) Put(mentor);
                return;
            }

            people.MoveTo(clock.GetUtcNow());
            foreach (var id in changed.Select(m => m.Id).Union(counted.Select(c => new MentorId(c.Mentor))))
                if (mentors.TryGetValue(id, out var mentor)) Put(mentor);
        }
    }

    private void Put(MentorCopy mentor)
    {
        if (mentor.Standing == MentorStanding.Left || mentor.Profile is null) people!.Mentors.Remove(mentor.Id);
        else people!.Mentors.Put(mentor, taken.GetValueOrDefault(mentor.Id.Value));
    }

    private sealed record News(string UpTo, int Policy, bool Mentors, bool Matches);

    private sealed record Count(Guid Mentor, int Taken);
}
