using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mentoring.Matching;

/// <summary>The table of policies, with the first version in it. Postgres holds that exactly one is in force.</summary>
internal sealed class MatchingPolicyMapping : IEntityTypeConfiguration<MatchingPolicy>
{
    public const string Version = "pk_matching_policies";
    public const string OneInForce = "ux_matching_policies_one_in_force";

    public void Configure(EntityTypeBuilder<MatchingPolicy> policy)
    {
        policy.ToTable("MatchingPolicies");
        policy.HasKey(p => p.Version).HasName(Version);
        policy.Property(p => p.Version).ValueGeneratedNever();
        policy.Property(p => p.Note).HasMaxLength(1000);
        policy.Property(p => p.Weights).AsJson();
        policy.Property(p => p.Rules).AsJson();
        policy.HasIndex(p => p.RetiredOn, OneInForce).IsUnique().AreNullsDistinct(false).HasFilter("retired_on is null");
        policy.HasData(MatchingPolicy.First);
    }
}

/// <summary>The table of drafts.</summary>
internal sealed class PolicyDraftMapping : IEntityTypeConfiguration<PolicyDraft>
{
    public void Configure(EntityTypeBuilder<PolicyDraft> draft)
    {
        draft.ToTable("PolicyDrafts", table =>
        {
            table.HasCheckConstraint("ck_policy_drafts_adopted", "(state = 'Adopted') = (adopted_as is not null)");
            table.HasCheckConstraint("ck_policy_drafts_counted", "(state in ('Adopted', 'NotAdopted')) = (count is not null)");
        });
        draft.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        draft.Property(d => d.Note).HasMaxLength(PolicyDraft.LongestNote);
        draft.Property(d => d.WithdrawnBecause).HasMaxLength(PolicyDraft.LongestReason);
        draft.Property(d => d.Weights).AsJson();
        draft.Property(d => d.Rules).AsJson();
        draft.Property(d => d.Count).AsJson();
        draft.HasOne<MatchingPolicy>().WithMany().HasForeignKey(d => d.BasedOn).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_policy_drafts_based_on");
        draft.HasIndex(d => d.BasedOn, "ix_policy_drafts_based_on");
        draft.HasIndex(d => d.AdoptedAs, "ux_policy_drafts_adopted_as").IsUnique();
    }
}

/// <summary>The table of members: nobody is one twice at the same time.</summary>
internal sealed class SteeringMemberMapping : IEntityTypeConfiguration<SteeringMember>
{
    public const string OnceAtATime = "ux_steering_members_once_at_a_time";

    public void Configure(EntityTypeBuilder<SteeringMember> member)
    {
        member.ToTable("SteeringMembers");
        member.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
        member.HasIndex(m => m.Account, OnceAtATime).IsUnique().HasFilter("until is null");
    }
}

/// <summary>The table of votes: one a member and draft.</summary>
internal sealed class PolicyVoteMapping : IEntityTypeConfiguration<PolicyVote>
{
    public const string One = "pk_policy_votes";

    public void Configure(EntityTypeBuilder<PolicyVote> vote)
    {
        vote.ToTable("PolicyVotes");
        vote.HasKey(v => new { v.DraftId, v.MemberId }).HasName(One);
        vote.Property(v => v.Choice).HasConversion<string>().HasMaxLength(10);
        vote.Property(v => v.Words).HasMaxLength(PolicyVote.LongestWords);
        vote.HasOne<PolicyDraft>().WithMany().HasForeignKey(v => v.DraftId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_policy_votes_draft");
        vote.HasOne<SteeringMember>().WithMany().HasForeignKey(v => v.MemberId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_policy_votes_member");
        vote.HasIndex(v => v.MemberId, "ix_policy_votes_member");
    }
}

/// <summary>The table of effects: one a draft as it stood and people as they stood.</summary>
internal sealed class KeptEffectMapping : IEntityTypeConfiguration<KeptEffect>
{
    public void Configure(EntityTypeBuilder<KeptEffect> effect)
    {
        effect.ToTable("PolicyEffects");
        effect.HasKey(e => new { e.DraftId, e.Revision, e.PeopleAt }).HasName("pk_policy_effects");
        effect.Property(e => e.PeopleAt).HasMaxLength(64);
        effect.Property(e => e.Effect).AsJson();
        effect.HasOne<PolicyDraft>().WithMany().HasForeignKey(e => e.DraftId).OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_policy_effects_draft");
    }
}
