using System.Text.Json;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> entity)
    {
        // That no two sessions overlap is held by two exclusion constraints, which EF Core cannot say; see the migration.
        entity.ToTable("Sessions", table =>
        {
            table.HasCheckConstraint("ck_sessions_ends_after_start", "starts_at < ends_at");
            table.HasCheckConstraint("ck_sessions_closed_unless_booked", "(state = 'Booked') = (closed_at is null)");
            table.HasCheckConstraint("ck_sessions_cancelled_by_somebody", "(state = 'Cancelled') = (cancelled_by is not null)");
        });
        entity.HasKey(s => s.Id);
        entity.Property(s => s.Id).ValueGeneratedNever();
        entity.Property(s => s.How).HasConversion<string>().HasMaxLength(20);
        entity.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        entity.Property(s => s.BookedBy).HasConversion<string>().HasMaxLength(20);
        entity.Property(s => s.CancelledBy).HasConversion<string>().HasMaxLength(20);
        entity.Property(s => s.CancelledWhy).HasMaxLength(500);
        entity.Ignore(s => s.Time);
        entity.HasIndex(s => new { s.MentorId, s.StartsAt }).HasDatabaseName("ix_sessions_mentor_starts");
        entity.HasIndex(s => new { s.MenteeId, s.StartsAt }).HasDatabaseName("ix_sessions_mentee_starts");
        entity.HasIndex(s => s.MatchId).HasDatabaseName("ix_sessions_match");
    }
}

internal sealed class MatchMapping : IEntityTypeConfiguration<MatchCopy>
{
    public void Configure(EntityTypeBuilder<MatchCopy> entity)
    {
        entity.ToTable("Matches");
        entity.Property(m => m.Id).ValueGeneratedNever();
        entity.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class MentorMapping : IEntityTypeConfiguration<MentorCopy>
{
    public void Configure(EntityTypeBuilder<MentorCopy> entity)
    {
        entity.ToTable("Mentors");
        entity.Property(m => m.Id).ValueGeneratedNever();
        entity.Property(m => m.Standing).HasConversion<string>().HasMaxLength(20);

        // Read and replaced as a whole, as the fact that carried it was.
        entity.Property(m => m.Availability).HasColumnType("jsonb").HasConversion(
            availability => JsonSerializer.Serialize(availability, JsonRules.Facts),
            json => JsonSerializer.Deserialize<Availability>(json, JsonRules.Facts)!);
    }
}

internal sealed class MenteeMapping : IEntityTypeConfiguration<MenteeCopy>
{
    public void Configure(EntityTypeBuilder<MenteeCopy> entity)
    {
        entity.ToTable("Mentees");
        entity.Ignore(m => m.Standing);
        entity.Property(m => m.Id).ValueGeneratedNever();
    }
}

internal sealed class CoverMapping : IEntityTypeConfiguration<CoverCopy>
{
    public void Configure(EntityTypeBuilder<CoverCopy> entity)
    {
        entity.ToTable("Covers");
        entity.Property(c => c.Id).ValueGeneratedNever();
    }
}
