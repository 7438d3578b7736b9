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
            table.HasCheckConstraint("ck_sessions_holds_its_time", "held_from <= starts_at and ends_at <= held_until");
            table.HasCheckConstraint("ck_sessions_proposal_whole", "(proposed_by is null) = (proposed_starts_at is null) and (proposed_by is null) = (proposed_ends_at is null)");
            table.HasCheckConstraint("ck_sessions_in_person_at_a_place", "(how = 'InPerson') = (place_id is not null)");
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
        entity.Property(s => s.VideoLink).HasMaxLength(300);
        entity.Ignore(s => s.Time);
        entity.Ignore(s => s.Where);
        entity.Ignore(s => s.Proposal);
        entity.Property(s => s.ProposedBy).HasConversion<string>().HasMaxLength(20);
        entity.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_sessions_place");
        entity.HasIndex(s => new { s.MentorId, s.StartsAt }).HasDatabaseName("ix_sessions_mentor_starts");
        entity.HasIndex(s => new { s.MenteeId, s.StartsAt }).HasDatabaseName("ix_sessions_mentee_starts");
        entity.HasIndex(s => s.MatchId).HasDatabaseName("ix_sessions_match");
        entity.HasIndex(s => s.StartsAt, "ix_sessions_held_starts").HasFilter("state = 'Held'");
        entity.HasIndex(s => s.PlaceId).HasDatabaseName("ix_sessions_place");
        entity.HasIndex(s => s.StartsAt).HasFilter("state = 'Booked'").HasDatabaseName("ix_sessions_booked_starts");
    }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> entity)
    {
        entity.ToTable("Places");
        entity.HasKey(p => p.Id);
        entity.Property(p => p.Id).ValueGeneratedNever();
        entity.Property(p => p.Name).HasMaxLength(80);
        entity.Property(p => p.HowToFind).HasMaxLength(300);
        entity.Property(p => p.OutwardPostcode).HasMaxLength(4);
        entity.HasIndex(p => p.Name).IsUnique().HasDatabaseName("ux_places_name");
    }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> entity)
    {
        entity.ToTable("Reminders");
        entity.HasKey(r => new { r.SessionId, r.Kind, r.StartsAt });
        entity.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class OwnChoicesMapping : IEntityTypeConfiguration<OwnChoices>
{
    public void Configure(EntityTypeBuilder<OwnChoices> entity)
    {
        entity.ToTable("OwnChoices", table => table.HasCheckConstraint("ck_own_choices_calendar", "(calendar_hash is null) = (calendar_since is null)"));
        entity.HasKey(c => c.PersonId);
        entity.Property(c => c.PersonId).ValueGeneratedNever();
        entity.Ignore(c => c.IsShut);
        entity.Property(c => c.Side).HasConversion<string>().HasMaxLength(20);
        entity.Property(c => c.Remind).HasConversion<string>().HasMaxLength(20);
        entity.HasIndex(c => c.CalendarHash).IsUnique().HasDatabaseName("ux_own_choices_calendar");
    }
}

internal sealed class MatchMapping : IEntityTypeConfiguration<MatchCopy>
{
    public void Configure(EntityTypeBuilder<MatchCopy> entity)
    {
        entity.ToTable("Matches");
        entity.Property(m => m.Id).ValueGeneratedNever();
        entity.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        entity.Property(m => m.StoppedByLead).HasDefaultValue(false);
        entity.HasIndex(m => m.MenteeId).HasDatabaseName("ix_matches_mentee");
        entity.HasIndex(m => m.MentorId).HasDatabaseName("ix_matches_mentor");
    }
}

internal sealed class MentorMapping : IEntityTypeConfiguration<MentorCopy>
{
    public void Configure(EntityTypeBuilder<MentorCopy> entity)
    {
        entity.ToTable("Mentors");
        entity.Ignore(m => m.Standing);
        entity.Property(m => m.Id).ValueGeneratedNever();
        entity.HasIndex(m => m.PartnerId).HasDatabaseName("ix_mentors_partner");

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
        entity.HasIndex(m => m.CaseworkerId).HasDatabaseName("ix_mentees_caseworker");
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

internal sealed class ReflectionMapping : IEntityTypeConfiguration<Reflection>
{
    public void Configure(EntityTypeBuilder<Reflection> entity)
    {
        entity.ToTable("Reflections", table => table.HasCheckConstraint("ck_reflections_shared_when_finished", "shared_at is null or finished_at is not null"));
        entity.HasKey(r => r.Id);
        entity.Property(r => r.Id).ValueGeneratedNever();
        entity.Property(r => r.Author).HasConversion<string>().HasMaxLength(20);
        entity.Property(r => r.What).HasMaxLength(4000);
        entity.Property(r => r.SoWhat).HasMaxLength(4000);
        entity.Property(r => r.NowWhat).HasMaxLength(4000);
        entity.Property(r => r.Step).HasMaxLength(300);
        entity.HasIndex(r => new { r.SessionId, r.Author }).IsUnique().HasDatabaseName("ux_reflections_one_a_session");
        entity.HasIndex(r => new { r.MenteeId, r.StartedAt }).HasDatabaseName("ix_reflections_mentee");
        entity.HasIndex(r => new { r.MentorId, r.StartedAt }).HasDatabaseName("ix_reflections_mentor");
        entity.HasIndex(r => new { r.MatchId, r.StartedAt }).HasDatabaseName("ix_reflections_match");
    }
}

internal sealed class GoalMapping : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> entity)
    {
        entity.ToTable("Goals", table =>
        {
            table.HasCheckConstraint("ck_goals_place", $"place between 1 and {Goal.AtOnce}");
            table.HasCheckConstraint("ck_goals_place_while_open", "(state = 'Open') = (place is not null)");
        });
        entity.HasKey(g => g.Id);
        entity.Property(g => g.Id).ValueGeneratedNever();
        entity.Property(g => g.Area).HasMaxLength(40);
        entity.Property(g => g.Words).HasMaxLength(300);
        entity.Property(g => g.State).HasConversion<string>().HasMaxLength(20);
        entity.HasIndex(g => new { g.MenteeId, g.Place }).IsUnique().HasDatabaseName("ux_goals_place");
        entity.OwnsMany(g => g.Ratings, rating =>
        {
            rating.ToTable("GoalRatings", table => table.HasCheckConstraint("ck_goal_ratings_score", "score between 0 and 10"));
            rating.WithOwner().HasForeignKey("GoalId");
            rating.HasKey("GoalId", nameof(Rating.On));
        });
        entity.Navigation(g => g.Ratings).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> entity)
    {
        entity.ToTable("CheckIns");
        entity.HasKey(c => c.Id);
        entity.Property(c => c.Id).ValueGeneratedNever();
        entity.Property(c => c.With).HasConversion<string>().HasMaxLength(20);
        entity.Property(c => c.How).HasConversion<string>().HasMaxLength(20);
        entity.Property(c => c.Activity).HasConversion<string>().HasMaxLength(20);
        entity.Property(c => c.Safety).HasConversion<string>().HasMaxLength(20);
        entity.Property(c => c.Quality).HasConversion<string>().HasMaxLength(20);
        entity.Property(c => c.WhatWouldHelp).HasMaxLength(1000);
        entity.Property(c => c.Note).HasMaxLength(4000);
        entity.HasIndex(c => new { c.MatchId, c.HeldOn }).HasDatabaseName("ix_check_ins_match");
        entity.HasIndex(c => c.MenteeId).HasDatabaseName("ix_check_ins_mentee");
        entity.HasIndex(c => c.MentorId).HasDatabaseName("ix_check_ins_mentor");
    }
}

internal sealed class QuietSpellMapping : IEntityTypeConfiguration<QuietSpell>
{
    public void Configure(EntityTypeBuilder<QuietSpell> entity)
    {
        entity.ToTable("QuietSpells");
        entity.HasKey(s => new { s.MatchId, s.LastContactOn });
    }
}

internal sealed class PulseMapping : IEntityTypeConfiguration<Pulse>
{
    public void Configure(EntityTypeBuilder<Pulse> entity)
    {
        entity.ToTable("Pulses");
        entity.HasKey(p => new { p.SessionId, p.By });
        entity.Property(p => p.By).HasConversion<string>().HasMaxLength(20);
        entity.Property(p => p.How).HasConversion<string>().HasMaxLength(20);
        entity.Property(p => p.Safe).HasConversion<string>().HasMaxLength(20);
        entity.Property(p => p.Change).HasMaxLength(500);
        entity.HasIndex(p => new { p.MatchId, p.SaidAt }).HasDatabaseName("ix_pulses_match");
        entity.HasIndex(p => p.MenteeId).HasDatabaseName("ix_pulses_mentee");
        entity.HasIndex(p => p.MentorId).HasDatabaseName("ix_pulses_mentor");
    }
}

internal sealed class WorryMapping : IEntityTypeConfiguration<Worry>
{
    public void Configure(EntityTypeBuilder<Worry> entity)
    {
        entity.ToTable("Worries");
        entity.HasKey(w => w.Id);
        entity.Property(w => w.Id).ValueGeneratedNever();
        entity.Ignore(w => w.TalkWith);
        entity.Property(w => w.By).HasConversion<string>().HasMaxLength(20);
        entity.HasIndex(w => w.MatchId).HasDatabaseName("ix_worries_match");
        entity.HasIndex(w => w.SaidAt).HasFilter("leads_told_at is null").HasDatabaseName("ix_worries_untold");
    }
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> entity)
    {
        entity.ToTable("Reviews");
        entity.HasKey(r => new { r.MatchId, r.Milestone });
        entity.Property(r => r.Milestone).HasConversion<string>().HasMaxLength(20);
        entity.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(20);
        entity.Property(r => r.MenteeWords).HasMaxLength(2000);
        entity.Property(r => r.MentorWords).HasMaxLength(2000);
        entity.Property(r => r.Changes).HasMaxLength(1000);
        entity.HasIndex(r => r.MenteeId).HasDatabaseName("ix_reviews_mentee");
        entity.HasIndex(r => r.MentorId).HasDatabaseName("ix_reviews_mentor");
    }
}
