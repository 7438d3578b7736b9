using System.Globalization;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Matching.People;

/// <summary>
/// Everybody, packed, in the memory of this process, under the policy in force. It follows the database: before anybody looks, what was
/// committed since the last look is read, by whichever instance it was written. The tables say by a stamp of the writing transaction what is
/// new (see <see cref="ChangeStamps"/>); what was not yet finished at the last look is read again, so that nothing is missed and nothing is old.
/// </summary>
/// <param name="scopes">For a database of its own each time.</param>
/// <param name="clock">The clock.</param>
public sealed class PeopleInMemory(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private const string Nothing = "0";

    private readonly SemaphoreSlim oneReads = new(1);
    private readonly ReaderWriterLockSlim looking = new();
    private Everybody everybody = new();
    private string readUpTo = Nothing;
    private long asked;
    private long answered;

    /// <summary>Looks at everybody as they are now. Many may look at once, and nobody changes anything while they do.</summary>
    public async Task<T> Look<T>(Func<Everybody, T> look, CancellationToken cancel)
    {
        await CatchUp(cancel);
        looking.EnterReadLock();
        try
        {
            return look(everybody);
        }
        finally
        {
            looking.ExitReadLock();
        }
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
            // Others wait for this reading too: it goes on when the one who began it has gone away.
            await Read(CancellationToken.None);
            answered = upTo;
        }
        finally
        {
            oneReads.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        oneReads.Dispose();
        looking.Dispose();
    }

    private async Task Read(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDb>();
        var since = readUpTo;
        var news = await WhatIsNew(db, since, cancel);
        if (ulong.Parse(news.UpTo, CultureInfo.InvariantCulture) < ulong.Parse(since, CultureInfo.InvariantCulture))
        {
            // Transactions are numbered from an earlier one on: the database was put back to an earlier state, and what is in memory may never have been.
            Forget();
            since = readUpTo;
            news = await WhatIsNew(db, since, cancel);
        }

        // One picture of all tables.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        List<MentorCopy> mentors = news.Mentors ? await db.Mentors.FromSql($"select * from mentor_copies where changed >= cast({since} as xid8)").AsNoTracking().ToListAsync(cancel) : [];
        List<TakenPlaces> taken = news.Matches
            ? await db.Database.SqlQuery<TakenPlaces>($"""
                select c.mentor_id as "Mentor", (count(m.id) filter (where m.state not in ('Ended', 'Declined', 'Rejected')))::int as "Taken",
                    max(m.over_at) filter (where m.state = 'Ended' and m.active_at is not null) as "LastEnded"
                from (select distinct mentor_id from matches where changed >= cast({since} as xid8)) c
                join matches m on m.mentor_id = c.mentor_id
                group by c.mentor_id
                """).ToListAsync(cancel)
            : [];
        List<KnownMentee> mentees = news.Mentees || news.Matches ? await Mentees(db, since, cancel) : [];
        List<Cover> covers = news.Covers ? await db.Covers.FromSql($"select * from covers where changed >= cast({since} as xid8)").AsNoTracking().ToListAsync(cancel) : [];
        var policy = everybody.IsUnder(news.Policy) ? null : await db.NewestPolicy(cancel);

        looking.EnterWriteLock();
        try
        {
            everybody.MoveTo(policy, clock.GetUtcNow());
            foreach (var (mentor, count, ended) in taken) everybody.Put(new MentorId(mentor), count, ended is { } at ? London.DateAt(at) : null);
            foreach (var mentor in mentors) everybody.Put(mentor);
            foreach (var mentee in mentees) everybody.Put(mentee);
            foreach (var cover in covers) everybody.Put(cover);
            readUpTo = news.UpTo;
        }
        catch
        {
            // Half of what is new must not look like all of it.
            Forget();
            throw;
        }
        finally
        {
            looking.ExitWriteLock();
        }
    }

    private void Forget() => (everybody, readUpTo) = (new(), Nothing);

    // Every shortlist asks this, so it is prepared once a connection. The last change is one step into an index, whatever the planner believes;
    // to look for "any since" reads the whole table where seldom anything changes.
    private static async Task<News> WhatIsNew(MatchingDb db, string since, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """
            select pg_snapshot_xmin(pg_current_snapshot())::text, (select max(version) from matching_policies),
                coalesce((select changed from mentor_copies order by changed desc limit 1) >= $1::text::xid8, false),
                coalesce((select changed from mentee_copies order by changed desc limit 1) >= $1::text::xid8, false),
                coalesce((select changed from matches order by changed desc limit 1) >= $1::text::xid8, false),
                coalesce((select changed from covers order by changed desc limit 1) >= $1::text::xid8, false)
            """;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = since });
        await command.PrepareAsync(cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new(reader.GetString(0), reader.GetInt32(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetBoolean(4), reader.GetBoolean(5));
    }

    // Young people about whom something is new, their matches included, each with all that happened to them.
    private static async Task<List<KnownMentee>> Mentees(MatchingDb db, string since, CancellationToken cancel)
    {
        var copies = await db.Mentees.FromSql($"""
            select * from mentee_copies where changed >= cast({since} as xid8)
            union all
            select * from mentee_copies where changed < cast({since} as xid8) and id in (select mentee_id from matches where changed >= cast({since} as xid8))
            """).AsNoTracking().ToListAsync(cancel);
        Guid[] ids = [.. copies.Select(m => m.Id.Value)];
        var matches = (await db.Matches.FromSql($"select *, xmin from matches where mentee_id = any({ids})")
            .Select(m => new PastMatch(m.MenteeId, m.MentorId, m.State, m.ActiveAt, m.OverAt, m.OverBy)).ToListAsync(cancel)).ToLookup(m => m.MenteeId);
        var marks = (await db.PairMarks.FromSql($"select * from pair_marks where mentee_id = any({ids})").AsNoTracking().ToListAsync(cancel)).ToLookup(m => m.MenteeId);
        return [.. copies.Select(copy => new KnownMentee(copy, MenteePast.Of(matches[copy.Id], marks[copy.Id])))];
    }

    private sealed record News(string UpTo, int Policy, bool Mentors, bool Mentees, bool Matches, bool Covers);

    private sealed record TakenPlaces(Guid Mentor, int Taken, DateTimeOffset? LastEnded);
}
