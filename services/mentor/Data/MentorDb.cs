using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>The mentor service's own database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class MentorDb(DbContextOptions<MentorDb> options) : ServiceDb(options)
{
    /// <summary>The partners.</summary>
    public DbSet<Partner> Partners => Set<Partner>();

    /// <summary>The mentors, with their checks.</summary>
    public DbSet<Mentor> Mentors => Set<Mentor>();

    /// <summary>The imports.</summary>
    public DbSet<MentorImport> Imports => Set<MentorImport>();

    /// <summary>Which young person may see whose introduction.</summary>
    public DbSet<Introduction> Introductions => Set<Introduction>();

    /// <summary>One page of mentors in the order of registration, and one more to know whether another page follows.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="partner">Of this partner only; of anybody when null.</param>
    /// <param name="stage">At this stage only; at any when null.</param>
    /// <param name="name">With this part of the name; with any when null.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<Mentor>> PageOfMentors(PageQuery page, PartnerId? partner, Stage? stage, string? name, CancellationToken cancel)
    {
        var (partnerId, stageName) = (partner?.Value, stage?.ToString());
        var ids = await Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from mentors
            where id > {page.After ?? Guid.Empty}
              and ({partnerId}::uuid is null or partner_id = {partnerId})
              and ({stageName}::text is null or stage = {stageName})
              and ({name}::text is null or strpos(lower(first_name || ' ' || last_name), lower({name})) > 0)
            order by id limit {page.Limit}
            """).ToListAsync(cancel);
        return await MentorsWith(ids).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>The mentors with these ids, in the order of registration.</summary>
    public IQueryable<Mentor> MentorsWith(IReadOnlyList<Guid> ids)
    {
        var typed = ids.Select(id => new MentorId(id)).ToArray();
        return Mentors.Where(m => typed.Contains(m.Id)).OrderBy(m => m.Id);
    }

    /// <summary>A mentor, or null.</summary>
    public Task<Mentor?> MentorOf(MentorId id, CancellationToken cancel) => Mentors.SingleOrDefaultAsync(m => m.Id == id, cancel);
}
