using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Matching;

/// <summary>
/// The table of matches. Two races are decided here and nowhere else: a place of a mentor is held once, and a young person
/// has one open match.
/// </summary>
internal sealed class MatchMapping : IEntityTypeConfiguration<Match>
{
    public const string Place = "ux_matches_place";
    public const string OpenPair = "ux_matches_open_pair";
    public const string OneOpenMatch = "ux_matches_one_open_match";

    public void Configure(EntityTypeBuilder<Match> match)
    {
        match.ToTable("Matches", table =>
        {
            table.HasCheckConstraint("ck_matches_place", "place between 1 and 3");
            table.HasCheckConstraint("ck_matches_closing_owed", "not closing_owed or state = 'Ended'");

            // Whatever a program may do: nobody who has met is parted without a closing written down, or owed by a day.
            table.HasCheckConstraint("ck_matches_closing", "state <> 'Ended' or active_at is null or closing is not null or closing_owed");
            table.HasCheckConstraint("ck_matches_closing_due", "(state <> 'Ending' and not closing_owed) or closing_due_on is not null");
        });
        match.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        match.Property(m => m.EndingKind).HasConversion<string>().HasMaxLength(20);
        match.Property(m => m.EndingCause).HasConversion<string>().HasMaxLength(20);
        match.Property(m => m.OverBy).HasConversion<string>().HasMaxLength(20);
        match.Property(m => m.OverBecause).HasMaxLength(1000);
        match.Property(m => m.Suggestion).AsJson();
        match.Property(m => m.Questions).AsJson().Metadata.SetValueComparer(new ValueComparer<IReadOnlyList<Question>>((one, other) => ReferenceEquals(one, other), value => value.Count));
        match.Property(m => m.AlsoSaid).AsJson().Metadata.SetValueComparer(new ValueComparer<IReadOnlyList<EndingWish>>((one, other) => ReferenceEquals(one, other), value => value.Count));
        match.Ignore(m => m.EndsForSafety);
        match.Property(m => m.FirstMeeting).AsJson();
        match.Property(m => m.Closing).AsJson();
        match.HasOne<MentorCopy>().WithMany().HasForeignKey(m => m.MentorId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_matches_mentor");
        match.HasOne<MenteeCopy>().WithMany().HasForeignKey(m => m.MenteeId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_matches_mentee");

        const string Open = "state in ('Offered', 'AgreedByMentee', 'AgreedByMentor', 'Approved', 'Active', 'Ending')";
        const string Chosen = "state in ('AgreedByMentee', 'AgreedByMentor', 'Approved', 'Active', 'Ending')";
        match.HasIndex(m => new { m.MentorId, m.Place }, Place).IsUnique().HasFilter(Open);
        match.HasIndex(m => new { m.MenteeId, m.MentorId }, OpenPair).IsUnique().HasFilter(Open);
        match.HasIndex(m => m.MenteeId, OneOpenMatch).IsUnique().HasFilter(Chosen);
        match.HasIndex(m => m.MenteeId, "ix_matches_mentee");
        match.HasIndex(m => m.MentorId, "ix_matches_mentor");
    }
}

/// <summary>The table of pins and bans: one a pair, and one pin a young person.</summary>
internal sealed class PairMarkMapping : IEntityTypeConfiguration<PairMark>
{
    public const string Pair = "pk_pair_marks";
    public const string OnePin = "ux_pair_marks_one_pin";

    public void Configure(EntityTypeBuilder<PairMark> mark)
    {
        mark.ToTable("PairMarks", table => table.HasCheckConstraint("ck_pair_marks_ban_kind", "(kind = 'Ban') = (ban_kind is not null)"));
        mark.HasKey(m => new { m.MenteeId, m.MentorId }).HasName(Pair);
        mark.Property(m => m.Kind).HasConversion<string>().HasMaxLength(10);
        mark.Property(m => m.BanKind).HasConversion<string>().HasMaxLength(30);
        mark.Property(m => m.Reason).HasMaxLength(PairMark.LongestReason);
        mark.HasOne<MentorCopy>().WithMany().HasForeignKey(m => m.MentorId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_pair_marks_mentor");
        mark.HasOne<MenteeCopy>().WithMany().HasForeignKey(m => m.MenteeId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_pair_marks_mentee");
        mark.HasIndex(m => m.MenteeId, OnePin).IsUnique().HasFilter("kind = 'Pin'");
        mark.HasIndex(m => m.MentorId, "ix_pair_marks_mentor");
    }
}

/// <summary>The table of what is remembered of mentors.</summary>
internal sealed class MentorCopyMapping : IEntityTypeConfiguration<MentorCopy>
{
    public void Configure(EntityTypeBuilder<MentorCopy> mentor)
    {
        mentor.ToTable("MentorCopies");
        mentor.Property(m => m.Standing).HasConversion<string>().HasMaxLength(20);
        mentor.Property(m => m.Profile).AsJson();
        mentor.Property(m => m.Availability).AsJson();
    }
}

/// <summary>The table of what is remembered of young people.</summary>
internal sealed class MenteeCopyMapping : IEntityTypeConfiguration<MenteeCopy>
{
    public void Configure(EntityTypeBuilder<MenteeCopy> mentee)
    {
        mentee.ToTable("MenteeCopies");
        mentee.Property(m => m.Standing).HasConversion<string>().HasMaxLength(20);
        mentee.Property(m => m.Profile).AsJson();
        mentee.HasIndex(m => m.Caseworker, "ix_mentee_copies_caseworker");
    }
}

/// <summary>The table of covers.</summary>
internal sealed class CoverMapping : IEntityTypeConfiguration<Cover>
{
    public void Configure(EntityTypeBuilder<Cover> cover)
    {
        cover.ToTable("Covers");
        cover.HasIndex(c => c.CoveredBy, "ix_covers_covered_by");
    }
}

/// <summary>The table of plans: one a night, and those that were asked for.</summary>
internal sealed class CohortPlanMapping : IEntityTypeConfiguration<CohortPlan>
{
    public void Configure(EntityTypeBuilder<CohortPlan> plan)
    {
        plan.ToTable("CohortPlans");
        plan.Property(p => p.State).HasConversion<string>().HasMaxLength(20);
        plan.Property(p => p.Step).HasMaxLength(100);
        plan.Property(p => p.Options).AsJson();
        plan.Property(p => p.Figures).AsJson();
        plan.HasIndex(p => p.Night, "ux_cohort_plans_night").IsUnique();
        plan.HasIndex(p => p.AskedAt, "ix_cohort_plans_asked_at");
        plan.HasIndex(p => p.State, "ix_cohort_plans_to_make").HasFilter("state in ('Waiting', 'Running')");
    }
}

/// <summary>The table of what plans say of each young person.</summary>
internal sealed class PlannedPersonMapping : IEntityTypeConfiguration<PlannedPerson>
{
    public void Configure(EntityTypeBuilder<PlannedPerson> person)
    {
        person.ToTable("PlannedPeople");
        person.HasKey(p => new { p.PlanId, p.MenteeId }).HasName("pk_planned_people");
        person.HasOne<CohortPlan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_planned_people_plan");
        person.HasIndex(p => p.MenteeId, "ix_planned_people_mentee");
    }
}
