using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>The mentee service's own database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class MenteeDb(DbContextOptions<MenteeDb> options) : ServiceDb(options)
{
    /// <summary>Young people.</summary>
    public DbSet<Mentee> Mentees => Set<Mentee>();

    /// <summary>What happened to young people's records, and who did it.</summary>
    public DbSet<Moment> Moments => Set<Moment>();

    /// <summary>Who covers for whom.</summary>
    public DbSet<Cover> Covers => Set<Cover>();

    /// <summary>Which mentors may read an introduction.</summary>
    public DbSet<Introduction> Introductions => Set<Introduction>();
}
