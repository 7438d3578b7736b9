using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Questions about the steering group and its drafts that several use cases ask.</summary>
internal static class SteeringGroup
{
    /// <summary>The caller's present time in the group; null when they are no member.</summary>
    public static Task<SteeringMember?> MemberBehind(this MatchingDb db, Caller caller, CancellationToken cancel) =>
        db.SteeringMembers.AsNoTracking().SingleOrDefaultAsync(m => m.Account == caller.Account && m.Until == null, cancel);

    /// <summary>Every member in office with their vote on a draft.</summary>
    public static async Task<List<Ballot>> BallotsOf(this MatchingDb db, PolicyDraftId draft, CancellationToken cancel)
    {
        var rows = await db.SteeringMembers.Where(m => m.Until == null)
            .Select(m => new { m.Kind, Choice = db.PolicyVotes.Where(v => v.DraftId == draft && v.MemberId == m.Id).Select(v => (VoteChoice?)v.Choice).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. rows.Select(r => new Ballot(r.Kind, r.Choice))];
    }

    /// <summary>Holds a draft: votes and counts wait for each other. Null when it is not there.</summary>
    public static async Task<PolicyDraft?> HoldDraft(this MatchingDb db, PolicyDraftId id, CancellationToken cancel) =>
        (await db.PolicyDrafts.FromSql($"select *, xmin from policy_drafts where id = {id.Value} for update").ToListAsync(cancel)).SingleOrDefault();

    /// <summary>Holds the policy in force, before any draft: of two adoptions at once the later one sees the other's version.</summary>
    public static async Task<MatchingPolicy> HoldPolicyInForce(this MatchingDb db, CancellationToken cancel)
    {
        // A row that was retired while we waited for it drops out of the answer, and its successor was not there when we began.
        for (var tries = 0; tries < 5; tries++)
            if (await db.Policies.FromSql($"select * from matching_policies where retired_on is null for update").ToListAsync(cancel) is [var inForce]) return inForce;
        throw new DbUpdateConcurrencyException("The policy in force changed too often.");
    }
}
