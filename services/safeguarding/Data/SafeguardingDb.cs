using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>The safeguarding service's own database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class SafeguardingDb(DbContextOptions<SafeguardingDb> options) : ServiceDb(options)
{
    /// <summary>Every concern ever raised.</summary>
    public DbSet<Concern> Concerns => Set<Concern>();

    /// <summary>Who of the staff read which concern.</summary>
    public DbSet<Reading> Readings => Set<Reading>();

    /// <summary>Young people, from the mentee service's facts.</summary>
    public DbSet<MenteeCopy> Mentees => Set<MenteeCopy>();

    /// <summary>Covers for absent caseworkers, from the mentee service's facts.</summary>
    public DbSet<CoverCopy> Covers => Set<CoverCopy>();

    /// <summary>Matches, from the matching service's facts.</summary>
    public DbSet<MatchCopy> Matches => Set<MatchCopy>();

    /// <summary>The concerns a safeguarding lead reads: all but those about themselves.</summary>
    public IQueryable<Concern> OfLead(Caller lead) => Concerns.Where(c => !c.HiddenFrom.Contains(lead.Account.Value));

    /// <summary>
    /// The concerns a caseworker reads: those linked to a young person in their caseload, or in one that they cover today, once
    /// a lead has read them, so that a worry about the caseworker that did not say so does not land on their desk first.
    /// Never one about somebody who works here.
    /// </summary>
    public IQueryable<Concern> OfCaseload(Caller caseworker, DateOnly today)
    {
        CaseworkerId? me = caseworker.Caseworker;
        return Concerns.Where(c => !c.IsAboutStaff && c.SeenAt != null && Mentees.Any(
            m => m.Id == c.MenteeId && (m.CaseworkerId == me || Covers.Any(v => v.Id == m.CaseworkerId && v.CoverId == me && v.First <= today && today <= v.Last))));
    }

    /// <summary>Locks a concern until the transaction ends, so that nothing said is lost to somebody else's step.</summary>
    public Task Hold(ConcernId id, CancellationToken cancel) => Database.ExecuteSqlAsync($"select 1 from concerns where id = {id.Value} for update", cancel);

    /// <summary>A concern for a lead's next step, locked; null when there is none or it is about the lead.</summary>
    public async Task<Concern?> HoldForLead(ConcernId id, Caller lead, CancellationToken cancel)
    {
        await Hold(id, cancel);
        return await OfLead(lead).SingleOrDefaultAsync(c => c.Id == id, cancel);
    }

    /// <summary>Locks what is remembered of a young person until the transaction ends, and begins to remember them when nothing was heard yet.</summary>
    public async Task<MenteeCopy> HoldMentee(MenteeId id, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync($"insert into mentees (id) values ({id.Value}) on conflict do nothing", cancel);
        return await Mentees.FromSql($"select * from mentees where id = {id.Value} for update").SingleAsync(cancel);
    }

    /// <summary>Locks what is remembered of a caseworker's cover until the transaction ends, and begins to remember it when nothing was heard yet.</summary>
    public async Task<CoverCopy> HoldCover(CaseworkerId id, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync($"insert into covers (id, first, last) values ({id.Value}, '-infinity', '-infinity') on conflict do nothing", cancel);
        return await Covers.FromSql($"select * from covers where id = {id.Value} for update").SingleAsync(cancel);
    }

    /// <summary>Begins to remember a match, once.</summary>
    public Task Remember(MatchCopy match, CancellationToken cancel) => Database.ExecuteSqlAsync(
        $"""
        insert into matches (id, mentee_id, mentor_id, approved_at)
        values ({match.Id.Value}, {match.MenteeId.Value}, {match.MentorId.Value}, {match.ApprovedAt})
        on conflict do nothing
        """,
        cancel);

    /// <summary>Keeps that a member of staff read a concern; stored before this returns.</summary>
    public async Task KeepReading(ConcernId concern, Caller by, DateTimeOffset now, CancellationToken cancel)
    {
        Readings.Add(new() { Id = Guid.CreateVersion7(), ConcernId = concern, At = now, By = by.Account });
        await SaveChangesAsync(cancel);
    }
}
