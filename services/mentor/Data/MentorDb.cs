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

    /// <summary>A mentor, or null.</summary>
    public Task<Mentor?> MentorOf(MentorId id, CancellationToken cancel) => Mentors.SingleOrDefaultAsync(m => m.Id == id, cancel);
}
