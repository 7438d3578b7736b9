using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>A mentor or young person who left the programme, so that an invitation that was under way at that moment lets nobody in.</summary>
public sealed class PersonWhoLeft
{
    /// <summary>The mentor's or young person's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the portal heard of it, UTC.</summary>
    public required DateTimeOffset HeardAt { get; init; }
}

/// <summary>
/// Remembers who left. Asking and remembering take turns for each person until the end of the transaction, so that either the
/// invitation sees that they left, or leaving sees the invitation.
/// </summary>
public static class PeopleWhoLeft
{
    /// <summary>Whether this mentor or young person left; false for nobody. Ask within a transaction.</summary>
    public static async Task<bool> HasLeft(this AccountsDb db, Guid? person, CancellationToken cancel)
    {
        if (person is not { } id) return false;
        await db.TakeTurns(id, cancel);
        return await db.PeopleWhoLeft.AnyAsync(p => p.Id == id, cancel);
    }

    /// <summary>Remembers that they left, within a transaction. What is done after it sees all that was done before.</summary>
    public static async Task RememberLeft(this AccountsDb db, Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.TakeTurns(person, cancel);
        await db.Database.ExecuteSqlAsync($"insert into people_who_left (id, heard_at) values ({person}, {now}) on conflict do nothing", cancel);
    }

    private static Task TakeTurns(this AccountsDb db, Guid person, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({person.ToString()}, 0))", cancel);
}
