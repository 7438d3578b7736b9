using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>What the portal has heard of a session that was moved or called off, so that no reminder of what it was goes out, in whatever order the facts arrive.</summary>
public sealed class SessionHeard
{
    /// <summary>The session.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it starts now, UTC; null when neither booking nor move was heard of.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>When it was last moved, UTC.</summary>
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>Whether it was called off.</summary>
    public bool IsOff { get; private set; }

    /// <summary>When the portal last heard of it, UTC; what is a season old is forgotten.</summary>
    public DateTimeOffset HeardAt { get; private set; }

    /// <summary>It was booked. A move that was heard of before knows better.</summary>
    public void Book(DateTimeOffset startsAt, DateTimeOffset now)
    {
        HeardAt = now;
        StartsAt ??= startsAt.ToUniversalTime();
    }

    /// <summary>It was moved. An older move than the last one heard of changes nothing.</summary>
    public void Move(DateTimeOffset startsAt, DateTimeOffset at, DateTimeOffset now)
    {
        HeardAt = now;
        if (MovedAt >= at) return;
        (StartsAt, MovedAt) = (startsAt.ToUniversalTime(), at.ToUniversalTime());
    }

    /// <summary>It was called off, for good.</summary>
    public void CallOff(DateTimeOffset now)
    {
        HeardAt = now;
        IsOff = true;
    }

    /// <summary>Whether a reminder of it is one no more: it is off, or starts at another time by now.</summary>
    public bool IsGone(DateTimeOffset startsAt, DateTimeOffset at) => IsOff || (StartsAt is { } now && now != startsAt && MovedAt > at);
}

/// <summary>Hears of sessions, one fact at a time for each.</summary>
public static class SessionsHeard
{
    /// <summary>
    /// What was heard of a session; null when nothing was. Reminding, moving and calling off take turns for each session until the
    /// end of the transaction, so that either the reminder sees that the session changed, or the change sees the mail.
    /// </summary>
    public static async Task<SessionHeard?> TakeTurn(this AccountsDb db, Guid session, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({session.ToString()}, 1))", cancel);
        return await db.SessionsHeard.SingleOrDefaultAsync(s => s.Id == session, cancel);
    }

    /// <summary>What was heard of a session, and a place for what is heard now.</summary>
    public static async Task<SessionHeard> Hear(this AccountsDb db, Guid session, CancellationToken cancel)
    {
        if (await db.TakeTurn(session, cancel) is { } heard) return heard;
        var first = new SessionHeard { Id = session };
        db.SessionsHeard.Add(first);
        return first;
    }
}
