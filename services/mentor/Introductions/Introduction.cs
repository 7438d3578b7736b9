using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>
/// Says that a young person was offered a mentor and so may see the mentor's introduction, until the match is declined,
/// withdrawn or ended. Remembered from facts whose order nobody promises: what has been closed stays closed.
/// </summary>
public sealed class Introduction
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>When the match was over, UTC; null while it is open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Remembers that a match was offered or goes on.</summary>
    internal static Task Open(MentorDb db, Guid match, Guid mentee, Guid mentor, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        insert into introductions (match_id, mentee_id, mentor_id, closed_at) values ({match}, {mentee}, {mentor}, null)
        on conflict (match_id) do nothing
        """,
        cancel);

    /// <summary>Remembers that a match is over, also when its offer has not been heard of yet.</summary>
    internal static Task Close(MentorDb db, Guid match, Guid mentee, Guid mentor, DateTimeOffset at, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        insert into introductions (match_id, mentee_id, mentor_id, closed_at) values ({match}, {mentee}, {mentor}, {at})
        on conflict (match_id) do update set closed_at = coalesce(introductions.closed_at, excluded.closed_at)
        """,
        cancel);
}
