using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Mentors;

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("partners");
        partner.HasKey(p => p.Id);
        partner.Property(p => p.Name).HasMaxLength(Partner.LongestName);
        // ux_partners_name is unique over lower(name); the migration makes it, for EF Core has no indexes over expressions.
    }
}

internal sealed class MentorMapping : IEntityTypeConfiguration<Mentor>
{
    public void Configure(EntityTypeBuilder<Mentor> mentor)
    {
        mentor.ToTable("mentors", table =>
        {
            table.HasCheckConstraint("ck_mentors_capacity", "capacity between 1 and 3");
            table.HasCheckConstraint("ck_mentors_cleared_until", "(stage in ('Cleared', 'Paused')) = (cleared_until is not null)");
            table.HasCheckConstraint("ck_mentors_proposed_by", "proposed_by is null or stage = 'Screening'");
            table.HasCheckConstraint("ck_mentors_may_read_until", "may_read_until is null or stage = 'Declined'");
        });
        mentor.HasKey(m => m.Id);
        mentor.HasOne<Partner>().WithMany().HasForeignKey(m => m.PartnerId).OnDelete(DeleteBehavior.Restrict);
        mentor.Property(m => m.FirstName).HasMaxLength(PlainText.LongestName);
        mentor.Property(m => m.LastName).HasMaxLength(PlainText.LongestName);
        mentor.Property(m => m.Email).HasMaxLength(PlainText.LongestEmail);
        mentor.HasIndex(m => m.Email).IsUnique().HasDatabaseName("ux_mentors_email");
        mentor.Property(m => m.Phone).HasMaxLength(30);
        mentor.Property(m => m.JobTitle).HasMaxLength(PlainText.LongestJobTitle);
        mentor.Property(m => m.Stage).HasConversion<string>().HasMaxLength(20);
        mentor.HasIndex(m => m.ClearedUntil).HasDatabaseName("ix_mentors_cleared_until").HasFilter("cleared_until is not null");
        mentor.Property(m => m.Role).HasConversion<string>().HasMaxLength(30);
        mentor.Property(m => m.Letter).AsJson();
        mentor.HasIndex(m => m.MayReadUntil).HasDatabaseName("ix_mentors_may_read_until").HasFilter("may_read_until is not null");
        mentor.HasIndex(m => m.LapsedAt).HasDatabaseName("ix_mentors_lapsed_at").HasFilter("lapsed_at is not null");
        mentor.Ignore(m => m.Rules);
        mentor.Ignore(m => m.NeedsTwo);
        mentor.Property(m => m.SignedAgreement).HasMaxLength(20);
        mentor.Property(m => m.Availability).AsJson();
        mentor.Property(m => m.Story).AsJson();
        mentor.Property(m => m.Edits).AsJson();
        mentor.Property(m => m.Referees).AsJson();
        mentor.Property(m => m.Trainings).AsJson();
        mentor.Ignore(m => m.Person);
        mentor.Ignore(m => m.HasEnded);
        mentor.ComplexProperty(m => m.Profile, profile =>
        {
            profile.Property(p => p.About).HasColumnName("about").HasMaxLength(PlainText.LongestAbout);
            profile.Property(p => p.GoalAreas).HasColumnName("goal_areas");
            profile.Property(p => p.Interests).HasColumnName("interests");
            profile.Property(p => p.Dislikes).HasColumnName("dislikes");
            profile.Property(p => p.TalkStyles).HasColumnName("talk_styles");
            profile.Property(p => p.Languages).HasColumnName("languages");
            profile.Property(p => p.Traits).HasColumnName("traits");
            profile.Property(p => p.Postcode).HasColumnName("postcode").HasMaxLength(8);
            profile.Property(p => p.InPerson).HasColumnName("in_person");
            profile.Property(p => p.Online).HasColumnName("online");
            profile.Property(p => p.Capacity).HasColumnName("capacity");
            profile.Property(p => p.Sector).HasColumnName("sector").HasMaxLength(30);
            profile.Property(p => p.WelcomesFrom).HasColumnName("welcomes_from");
            profile.Property(p => p.WelcomesUpTo).HasColumnName("welcomes_up_to");
            profile.Property(p => p.CannotHelpWith).HasColumnName("cannot_help_with");
            profile.Property(p => p.WorksInCareTeams).HasColumnName("works_in_care_teams");
        });
        mentor.OwnsMany(m => m.Checks, check =>
        {
            check.ToTable("checks");
            check.WithOwner().HasForeignKey("MentorId");
            check.HasKey("MentorId", nameof(Check.Number));
            check.Property(c => c.Number).ValueGeneratedNever();
            check.Property(c => c.Kind).HasConversion<string>().HasMaxLength(30);
            check.Property(c => c.Level).HasConversion<string>().HasMaxLength(30);
            check.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(10);
            check.Property(c => c.Answers).AsJson().HasDefaultValueSql("'[]'");
            check.Property(c => c.Note).HasMaxLength(1_000);
            check.Property(c => c.Finding).HasMaxLength(1_000);
        });
        mentor.Navigation(m => m.Checks).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MentorImportMapping : IEntityTypeConfiguration<MentorImport>
{
    public void Configure(EntityTypeBuilder<MentorImport> import)
    {
        import.ToTable("mentor_imports");
        import.HasKey(i => i.Id);
        import.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId).OnDelete(DeleteBehavior.Restrict);
        import.Property(i => i.Encoding).HasMaxLength(20);
        import.Property(i => i.Rows).AsJson();
        import.HasIndex(i => i.SentAt).HasDatabaseName("ix_mentor_imports_sent_at");
        import.HasIndex(i => i.BegunAt).HasDatabaseName("ix_mentor_imports_begun").HasFilter("begun_at is not null and committed_at is null");
    }
}

internal sealed class PartnerRequestMapping : IEntityTypeConfiguration<PartnerRequest>
{
    public void Configure(EntityTypeBuilder<PartnerRequest> request)
    {
        request.ToTable("partner_requests");
        request.HasKey(r => r.Id);
        request.Property(r => r.BusinessName).HasMaxLength(Partner.LongestName);
        request.Property(r => r.ContactName).HasMaxLength(PlainText.LongestName);
        request.Property(r => r.Email).HasMaxLength(PlainText.LongestEmail);
        request.Property(r => r.Phone).HasMaxLength(30);
        request.Property(r => r.Words).HasMaxLength(PartnerRequest.LongestWords);
        request.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Why).HasMaxLength(500);
        request.HasOne<Partner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => r.DecidedAt).HasDatabaseName("ix_partner_requests_decided_at").HasFilter("decided_at is not null");
    }
}

internal sealed class InterestMapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> interest)
    {
        interest.ToTable("interests");
        interest.HasKey(i => i.Id);
        interest.Property(i => i.Name).HasMaxLength(PlainText.LongestName);
        interest.Property(i => i.Email).HasMaxLength(PlainText.LongestEmail);
        interest.Property(i => i.WorksFor).HasMaxLength(Interest.LongestEmployer);
        interest.Property(i => i.Words).HasMaxLength(Interest.LongestWords);
        interest.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        interest.Property(i => i.Note).HasMaxLength(500);
        interest.HasIndex(i => i.SaidAt).HasDatabaseName("ix_interests_said_at");
    }
}

internal sealed class IntroductionMapping : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> introduction)
    {
        introduction.ToTable("introductions");
        introduction.HasKey(i => i.MatchId);
        introduction.Property(i => i.MatchId).ValueGeneratedNever();
        introduction.HasIndex(i => new { i.MentorId, i.MenteeId }).HasDatabaseName("ix_introductions_mentor_mentee");
        introduction.HasIndex(i => i.MenteeId).HasDatabaseName("ix_introductions_mentee").HasFilter("closed_at is null");
    }
}

internal static class Json
{
    private static readonly JsonSerializerOptions InWords = new(JsonRules.Facts) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Keeps a value that is only ever replaced as a whole as one <c>jsonb</c> document.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class? => property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, InWords),
            text => JsonSerializer.Deserialize<T>(text, InWords)!,
            new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => RuntimeHelpers.GetHashCode(value)));
}
