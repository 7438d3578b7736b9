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

    /// <summary>The businesses that ask to join.</summary>
    public DbSet<PartnerRequest> PartnerRequests => Set<PartnerRequest>();

    /// <summary>Who would like to be a mentor.</summary>
    public DbSet<Interest> Interests => Set<Interest>();

    /// <summary>Which young person may see whose introduction.</summary>
    public DbSet<Introduction> Introductions => Set<Introduction>();

    /// <summary>One page of mentors in the order of registration, one more to know whether another page follows, and how many there are on all pages.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="partner">Of this partner only; of anybody when null.</param>
    /// <param name="stages">At these stages only; at any when null.</param>
    /// <param name="text">With this part of the name or e-mail address; with any when null.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(IReadOnlyList<Mentor> Mentors, int Total)> PageOfMentors(PageQuery page, PartnerId? partner, IReadOnlyList<Stage>? stages, string? text, CancellationToken cancel)
    {
        var (partnerId, names) = (partner?.Value, stages?.Select(s => s.ToString()).ToArray());
        var found = await Database.SqlQuery<FoundIds>(
            $"""
            with found as (
                select id from mentors
                where ({partnerId}::uuid is null or partner_id = {partnerId})
                  and ({names}::text[] is null or stage = any({names}))
                  and ({text}::text is null or strpos(lower(first_name || ' ' || last_name || ' ' || email), lower({text})) > 0)
            )
            select (select count(*)::int from found) as "Total", array(select id from found where id > {page.After ?? Guid.Empty} order by id limit {page.Limit}) as "Ids"
            """).SingleAsync(cancel);
        return (await MentorsWith(found.Ids).AsNoTracking().ToListAsync(cancel), found.Total);
    }

    /// <summary>The mentors with these ids, in the order of registration.</summary>
    public IQueryable<Mentor> MentorsWith(IReadOnlyList<Guid> ids)
    {
        var typed = ids.Select(id => new MentorId(id)).ToArray();
        return Mentors.Where(m => typed.Contains(m.Id)).OrderBy(m => m.Id);
    }

    /// <summary>A mentor, or null.</summary>
    public Task<Mentor?> MentorOf(MentorId id, CancellationToken cancel) => Mentors.SingleOrDefaultAsync(m => m.Id == id, cancel);

    private sealed record FoundIds(int Total, Guid[] Ids);
}
