using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>Which young people somebody may see or change.</summary>
internal static class Caseload
{
    /// <summary>The young people of a caseworker's own caseload, and of the caseloads they cover today.</summary>
    public static IQueryable<Mentee> InCaseloadOf(this IQueryable<Mentee> mentees, CaseworkerId caseworker, MenteeDb db, DateOnly today) =>
        mentees.Where(m => m.Caseworker == caseworker
            || db.Covers.Any(c => c.Caseworker == m.Caseworker && c.CoverId == caseworker && c.First <= today && c.Last >= today));

    /// <summary>
    /// Whether the caller may read a young person's record: as a caseworker of theirs, or who covers today, or as a safeguarding
    /// lead with a reason, which is kept. False also when nobody is there.
    /// </summary>
    public static async Task<bool> MayRead(this MenteeDb db, MenteeId id, Caller caller, LeadAccess lead, DateOnly today, CancellationToken cancel) =>
        (caller.Is(Roles.Caseworker) && await db.Mentees.InCaseloadOf(caller.Caseworker, db, today).AnyAsync(m => m.Id == id, cancel))
        || (await lead.Allows(db, caller, $"mentee {id}", cancel) && await db.Mentees.AnyAsync(m => m.Id == id, cancel));

    /// <summary>
    /// The young person, held until the end of this request so that two changes come one after the other: when the caller is
    /// this young person, or a caseworker of theirs. Null otherwise, and when nobody is there.
    /// </summary>
    public static async Task<Mentee?> ToChange(this MenteeDb db, MenteeId id, Caller caller, DateOnly today, CancellationToken cancel)
    {
        await db.Hold(id, cancel);
        if (caller.IsMentee(id)) return await db.Mentees.SingleOrDefaultAsync(m => m.Id == id, cancel);
        return caller.Is(Roles.Caseworker)
            ? await db.Mentees.InCaseloadOf(caller.Caseworker, db, today).SingleOrDefaultAsync(m => m.Id == id, cancel)
            : null;
    }

    /// <summary>Holds the row first and apart, so that what is read next, in all its tables, is what the last change left.</summary>
    public static Task Hold(this MenteeDb db, MenteeId id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from mentees where id = {id.Value} for update", cancel);

    /// <summary>The young people that come after an id, in the order of ids; all of them when it is null.</summary>
    // Over raw SQL, EF Core 10 looks for a complex property's columns under their default names, whatever the mapping says.
    public static IQueryable<Mentee> After(this DbSet<Mentee> mentees, Guid? after) =>
        mentees.FromSql(
            $"""
            select *, xmin, first_name as "Person_FirstName", last_name as "Person_LastName", date_of_birth as "Person_DateOfBirth",
                email as "Person_Email", phone as "Person_Phone", how_to_reach as "Person_HowToReach"
            from mentees where id > {after ?? Guid.Empty}
            """).OrderBy(m => m.Id).AsNoTracking();
}
