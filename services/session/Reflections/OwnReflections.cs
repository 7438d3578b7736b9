using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Finds what the caller wrote. A mentor's reflections are closed to them once the match has ended, since they are about somebody who is no longer theirs to know of.</summary>
internal static class OwnReflections
{
    /// <summary>One's own reflection and when the session it is about started.</summary>
    public sealed record Mine(Reflection Reflection, DateTimeOffset? SessionAt);

    /// <summary>All of the caller's reflections.</summary>
    public static IQueryable<Reflection> ReflectionsOf(this SessionDb db, Caller caller)
    {
        var mentee = caller.Is(Roles.Mentee) ? caller.Mentee : null;
        var mentor = caller.Is(Roles.Mentor) ? caller.Mentor : null;
        return db.Reflections.Where(r =>
            (r.Author == Voice.Mentee && r.MenteeId == mentee)
            || (r.Author == Voice.Mentor && r.MentorId == mentor && !db.Matches.Any(m => m.Id == r.MatchId && m.State == MatchState.Ended)));
    }

    /// <summary>The caller's reflection of that id; null when there is none.</summary>
    public static async Task<Mine?> MyReflection(this SessionDb db, ReflectionId id, Caller caller, CancellationToken cancel)
    {
        var row = await db.ReflectionsOf(caller).Where(r => r.Id == id)
            .Select(r => new { Reflection = r, SessionAt = db.Sessions.Where(s => s.Id == r.SessionId).Select(s => (DateTimeOffset?)s.StartsAt).FirstOrDefault() })
            .SingleOrDefaultAsync(cancel);
        return row is null ? null : new(row.Reflection, row.SessionAt);
    }
}
