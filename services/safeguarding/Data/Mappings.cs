using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Safeguarding;

internal sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> concern)
    {
        concern.ToTable("Concerns", table =>
        {
            table.HasCheckConstraint("ck_concerns_closed_at", "(state = 'Closed') = (closed_at is not null)");
            table.HasCheckConstraint("ck_concerns_owner_when_in_hand", "state <> 'InHand' or owner is not null");
            table.HasCheckConstraint("ck_concerns_seen", "state = 'New' or seen_at is not null");
            table.HasCheckConstraint("ck_concerns_raised_by", "(raised_as = 'Public') = (raised_by is null)");
        });
        concern.Property(c => c.Id).ValueGeneratedNever();
        concern.Property(c => c.RaisedAs).HasConversion<string>().HasMaxLength(20);
        concern.Property(c => c.About).HasConversion<string>().HasMaxLength(30);
        concern.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        concern.Property(c => c.Severity).HasConversion<string>().HasMaxLength(20);
        concern.Property(c => c.WhatHappened).HasMaxLength(5000);
        concern.Property(c => c.WhatWouldHelp).HasMaxLength(2000);
        concern.Property(c => c.AboutWhom).HasMaxLength(200);
        concern.Property(c => c.HowToReachMe).HasMaxLength(200);
        concern.Property(c => c.Outcome).HasMaxLength(2000);
        concern.Property(c => c.Learning).HasMaxLength(2000);
        concern.Property(c => c.AnswerToRaiser).HasMaxLength(1000);
        concern.Ignore(c => c.IsWaiting);
        concern.HasIndex(c => c.DueAt).HasFilter("state <> 'Closed'").HasDatabaseName("ix_concerns_open_due");
        concern.HasIndex(c => new { c.ClosedAt, c.Id }).HasDatabaseName("ix_concerns_closed");
        concern.HasIndex(c => new { c.RaisedBy, c.Id }).HasDatabaseName("ix_concerns_raised_by");
        concern.HasIndex(c => c.MenteeId).HasDatabaseName("ix_concerns_mentee");
        concern.OwnsMany(c => c.Log, log =>
        {
            log.ToTable("ConcernLog");
            log.WithOwner().HasForeignKey("ConcernId");
            log.HasKey("ConcernId", nameof(Entry.Number));
            log.Property(e => e.Number).ValueGeneratedNever();
            log.Property(e => e.Step).HasConversion<string>().HasMaxLength(20);
            log.Property(e => e.Text).HasMaxLength(5000);
        });
        concern.Navigation(c => c.Log).HasField("log");
    }
}

internal sealed class ReadingMapping : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.ToTable("ConcernReadings");
        reading.HasOne<Concern>().WithMany().HasForeignKey(r => r.ConcernId).OnDelete(DeleteBehavior.Restrict);
        reading.HasIndex(r => r.ConcernId).HasDatabaseName("ix_concern_readings_concern");
    }
}

internal sealed class MenteeMapping : IEntityTypeConfiguration<MenteeCopy>
{
    public void Configure(EntityTypeBuilder<MenteeCopy> mentee)
    {
        mentee.ToTable("Mentees");
        mentee.Property(m => m.Id).ValueGeneratedNever();
    }
}

internal sealed class CoverMapping : IEntityTypeConfiguration<CoverCopy>
{
    public void Configure(EntityTypeBuilder<CoverCopy> cover)
    {
        cover.ToTable("Covers");
        cover.Property(c => c.Id).ValueGeneratedNever();
    }
}

internal sealed class MatchMapping : IEntityTypeConfiguration<MatchCopy>
{
    public void Configure(EntityTypeBuilder<MatchCopy> match)
    {
        match.ToTable("Matches");
        match.Property(m => m.Id).ValueGeneratedNever();
        match.HasIndex(m => m.MenteeId).HasDatabaseName("ix_matches_mentee");
    }
}
