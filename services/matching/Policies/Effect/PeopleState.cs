using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>How people stand, as a short text.</summary>
internal static class PeopleState
{
    /// <summary>
    /// Another text whenever anything has changed that a plan depends on: Postgres' row versions of everybody and of all matches and marks,
    /// the day in London, and the policy in force.
    /// </summary>
    public static Task<string> Of(MatchingDb db, DateTimeOffset now, CancellationToken cancel) => db.Database.SqlQuery<string>(
        $"""
        select md5(concat_ws('/', {London.DateAt(now).DayNumber}::text,
            (select max(version)::text from matching_policies),
            (select string_agg(id::text || xmin::text, ',' order by id) from mentee_copies),
            (select string_agg(id::text || xmin::text, ',' order by id) from mentor_copies),
            (select string_agg(id::text || xmin::text, ',' order by id) from matches),
            (select string_agg(mentee_id::text || mentor_id::text || xmin::text, ',' order by mentee_id, mentor_id) from pair_marks))) as "Value"
        """).SingleAsync(cancel);
}
