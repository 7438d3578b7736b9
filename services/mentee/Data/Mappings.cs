using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mentoring.Mentees;

internal sealed class MenteeMapping : IEntityTypeConfiguration<Mentee>
{
    public void Configure(EntityTypeBuilder<Mentee> mentee)
    {
        mentee.ToTable("Mentees", table => table.HasCheckConstraint("ck_mentees_stage", "stage in ('Referred', 'Agreed', 'Ready', 'Paused', 'Left')"));
        mentee.Property(m => m.Id).ValueGeneratedNever();
        mentee.Property(m => m.Stage).HasConversion<string>().HasMaxLength(20);
        mentee.Property(m => m.ReferralNote).HasMaxLength(1000);
        mentee.Property(m => m.Profile).HasJson();
        mentee.ComplexProperty(m => m.Person, person =>
        {
            person.Property(p => p.FirstName).HasColumnName("first_name").HasMaxLength(100);
            person.Property(p => p.LastName).HasColumnName("last_name").HasMaxLength(100);
            person.Property(p => p.DateOfBirth).HasColumnName("date_of_birth");
            person.Property(p => p.Email).HasColumnName("email").HasMaxLength(254);
            person.Property(p => p.Phone).HasColumnName("phone").HasMaxLength(30);
            person.Property(p => p.HowToReach).HasColumnName("how_to_reach").HasMaxLength(500);
        });
        mentee.Ignore(m => m.RiskAssessment);
        mentee.HasIndex(m => m.Caseworker).HasDatabaseName("ix_mentees_caseworker");
        mentee.HasIndex(m => m.ReadyUntil).HasDatabaseName("ix_mentees_ready_until").HasFilter("ready_until is not null");

        mentee.OwnsMany(m => m.Consents, consent =>
        {
            consent.ToTable("Consents");
            consent.WithOwner().HasForeignKey("MenteeId");
            consent.HasKey("MenteeId", nameof(Consent.Number)).HasName("pk_consents");
            consent.Property(c => c.Number).ValueGeneratedNever();
            consent.Property(c => c.StatementVersion).HasMaxLength(20);
        });
        mentee.Navigation(m => m.Consents).HasField("consents").UsePropertyAccessMode(PropertyAccessMode.Field);

        mentee.OwnsMany(m => m.RiskAssessments, risk =>
        {
            risk.ToTable("RiskAssessments");
            risk.WithOwner().HasForeignKey("MenteeId");
            risk.HasKey("MenteeId", nameof(RiskAssessment.Version)).HasName("pk_risk_assessments");
            risk.Property(r => r.Version).ValueGeneratedNever();
            risk.Property(r => r.Plan).HasJson();
            risk.Property(r => r.Sharings).HasJson();
            risk.Property(r => r.Sharings).HasDefaultValueSql("'[]'");
            risk.Property(r => r.Wish).HasMaxLength(1000);
        });
        mentee.Navigation(m => m.RiskAssessments).HasField("riskAssessments").UsePropertyAccessMode(PropertyAccessMode.Field);

        mentee.Property(m => m.ProfileToldOf).HasConversion<string>().HasMaxLength(20);
        mentee.HasMany(m => m.NewMoments).WithOne().HasForeignKey(m => m.Mentee).HasConstraintName("fk_moments_mentee");
        mentee.Navigation(m => m.NewMoments).HasField("newMoments").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MomentMapping : IEntityTypeConfiguration<Moment>
{
    public void Configure(EntityTypeBuilder<Moment> moment)
    {
        moment.ToTable("Moments");
        moment.HasKey(m => new { m.Mentee, m.Number }).HasName("pk_moments");
        moment.Property(m => m.Number).ValueGeneratedNever();
        moment.Property(m => m.What).HasConversion<string>().HasMaxLength(40);
        moment.Property(m => m.By).HasConversion<string>().HasMaxLength(20);
        moment.Property(m => m.Why).HasMaxLength(500);
        moment.HasIndex(m => new { m.Mentee, m.At }).HasDatabaseName("ix_moments_became_ready").HasFilter("what = 'BecameReady'");
    }
}

internal sealed class CoverMapping : IEntityTypeConfiguration<Cover>
{
    public void Configure(EntityTypeBuilder<Cover> cover)
    {
        cover.ToTable("Covers", table => table.HasCheckConstraint("ck_covers_days", "first <= last"));
        cover.HasKey(c => c.Caseworker).HasName("pk_covers");
        cover.Property(c => c.Caseworker).ValueGeneratedNever();
        cover.HasIndex(c => c.CoverId).HasDatabaseName("ix_covers_cover_id");
    }
}

internal sealed class IntroductionMapping : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> introduction)
    {
        introduction.ToTable("Introductions");
        introduction.HasKey(i => i.Match).HasName("pk_introductions");
        introduction.Property(i => i.Match).ValueGeneratedNever();
        introduction.HasIndex(i => new { i.Mentee, i.Mentor }).HasDatabaseName("ix_introductions_mentee_mentor");
        introduction.HasIndex(i => i.Mentor).HasDatabaseName("ix_introductions_mentor").HasFilter("approved_at is not null and ended_at is null");
    }
}

internal static class JsonColumns
{
    /// <summary>Keeps a value that changes as a whole in one <c>jsonb</c> column.</summary>
    public static void HasJson<T>(this PropertyBuilder<T> property)
        where T : class? =>
        property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<T, string>(value => Alike.Text(value), text => Alike.Read<T>(text)),
            new ValueComparer<T>((one, other) => Alike.Are(one, other), value => Alike.Text(value).GetHashCode(StringComparison.Ordinal), value => value));
}
