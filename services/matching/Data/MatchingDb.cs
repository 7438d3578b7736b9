using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Matching's own database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class MatchingDb(DbContextOptions<MatchingDb> options) : ServiceDb(options)
{
    /// <summary>Every version of the policy.</summary>
    public DbSet<MatchingPolicy> Policies => Set<MatchingPolicy>();

    /// <summary>Drafts of the next version.</summary>
    public DbSet<PolicyDraft> PolicyDrafts => Set<PolicyDraft>();

    /// <summary>Who is and was in the steering group.</summary>
    public DbSet<SteeringMember> SteeringMembers => Set<SteeringMember>();

    /// <summary>Votes on drafts.</summary>
    public DbSet<PolicyVote> PolicyVotes => Set<PolicyVote>();

    /// <summary>What drafts would change for those who waited at the time.</summary>
    public DbSet<KeptEffect> PolicyEffects => Set<KeptEffect>();

    /// <summary>What is remembered of mentors.</summary>
    public DbSet<MentorCopy> Mentors => Set<MentorCopy>();

    /// <summary>What is remembered of young people.</summary>
    public DbSet<MenteeCopy> Mentees => Set<MenteeCopy>();

    /// <summary>What is remembered of covers.</summary>
    public DbSet<Cover> Covers => Set<Cover>();

    /// <summary>Pins and bans.</summary>
    public DbSet<PairMark> PairMarks => Set<PairMark>();

    /// <summary>Offers and matches.</summary>
    public DbSet<Match> Matches => Set<Match>();

    /// <summary>Plans for everybody who waits.</summary>
    public DbSet<CohortPlan> Plans => Set<CohortPlan>();

    /// <summary>What plans say of each young person.</summary>
    public DbSet<PlannedPerson> PlannedPeople => Set<PlannedPerson>();
}
