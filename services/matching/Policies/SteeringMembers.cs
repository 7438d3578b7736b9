using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Who joins.</summary>
public sealed record MemberRequest
{
    /// <summary>The account they sign in with.</summary>
    /// <example>0198f2a4-5b7c-7d3e-8a10-4b5c6d7e8f90</example>
    public required AccountId Account { get; init; }

    /// <summary><c>young-person</c>, <c>business</c> or <c>council</c>.</summary>
    /// <example>young-person</example>
    public required MemberKind Kind { get; init; }
}

/// <summary>A member as administrators see them.</summary>
public sealed record MemberAnswer
{
    /// <summary>This time in the group.</summary>
    public required SteeringMemberId MemberId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary><c>young-person</c>, <c>business</c> or <c>council</c>.</summary>
    public required MemberKind Kind { get; init; }

    /// <summary>The local date they joined.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The local date they left; null while they are in the group.</summary>
    public required DateOnly? Until { get; init; }

    internal static MemberAnswer Of(SteeringMember member) => new()
    {
        MemberId = member.Id,
        Account = member.Account,
        Kind = member.Kind,
        Since = member.Since,
        Until = member.Until,
    };
}

/// <summary>Whether the caller is in the steering group, and what waits for their vote.</summary>
public sealed record MembershipAnswer
{
    /// <summary>Whether they are a member now.</summary>
    /// <example>true</example>
    public required bool IsMember { get; init; }

    /// <summary>What kind; null when they are none.</summary>
    public required MemberKind? Kind { get; init; }

    /// <summary>The local date they joined.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>Drafts that can be voted on and that they have not voted on yet.</summary>
    public required IReadOnlyList<PolicyDraftId> WaitForVote { get; init; }
}

/// <summary>
/// Adds, ends and lists members. They live here because only the policy asks for them so far; whatever later takes them over keeps the
/// kinds and the dates.
/// </summary>
internal static class SteeringMembers
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/policies/members", Add)
            .WithSummary("Add a member of the steering group")
            .WithDescription("By account. 201 with the member; who is a member of this kind already stays it, with 200. 409 when they are a member of another kind: end that first.")
            .For(Roles.Administrator);
        app.MapPost("/policies/members/{memberId}/ending", End)
            .WithSummary("End somebody's time in the steering group")
            .WithDescription("From now on they read and vote no more, and votes of theirs that are not counted yet do not count. Nothing happens when it was ended before.")
            .For(Roles.Administrator);
        app.MapGet("/policies/members", List)
            .WithSummary("List the steering group")
            .WithDescription("Present and former members, in the order they were added.")
            .For(Roles.Administrator);
        app.MapGet("/policies/members/me", Mine)
            .WithSummary("See whether you are in the steering group")
            .WithDescription("For everybody: members have any role. Says as well what waits for your vote.")
            .ForEverybodySignedIn();
    }

    private static async Task<Results<Created<MemberAnswer>, Ok<MemberAnswer>, ProblemHttpResult>> Add(MemberRequest request, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (request.Account.Value == Guid.Empty) return Problems.Invalid("Say whose account it is.");
        if (await db.SteeringMembers.SingleOrDefaultAsync(m => m.Account == request.Account && m.Until == null, cancel) is { } present)
        {
            return present.Kind == request.Kind
                ? TypedResults.Ok(MemberAnswer.Of(present))
                : Problems.Conflict("They are a member of another kind. End that first, then add them again.");
        }

        var member = new SteeringMember { Id = SteeringMemberId.New(), Account = request.Account, Kind = request.Kind, Since = clock.Today() };
        db.Add(member);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created((string?)null, MemberAnswer.Of(member));
    }

    private static async Task<Results<Ok<MemberAnswer>, ProblemHttpResult>> End(SteeringMemberId memberId, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.SteeringMembers.SingleOrDefaultAsync(m => m.Id == memberId, cancel) is not { } member) return Problems.NotFound();
        member.End(clock.Today());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MemberAnswer.Of(member));
    }

    private static async Task<Ok<Page<MemberAnswer>>> List([AsParameters] PageQuery page, MatchingDb db, CancellationToken cancel)
    {
        var rows = await db.SteeringMembers.FromSql($"select * from steering_members where id > {page.After ?? Guid.Empty}").AsNoTracking().OrderBy(m => m.Id).Take(page.Limit).ToListAsync(cancel);
        return TypedResults.Ok(page.Cut([.. rows.Select(MemberAnswer.Of)], m => m.MemberId.Value));
    }

    private static async Task<Ok<MembershipAnswer>> Mine(Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var me = await db.MemberBehind(caller, cancel);
        var today = clock.Today();
        return TypedResults.Ok(new MembershipAnswer
        {
            IsMember = me is not null,
            Kind = me?.Kind,
            Since = me?.Since,
            WaitForVote = me is null ? [] : await db.PolicyDrafts
                .Where(d => d.State == DraftState.Proposed && d.ClosesOn >= today && !db.PolicyVotes.Any(v => v.DraftId == d.Id && v.MemberId == me.Id))
                .OrderBy(d => d.ClosesOn).Select(d => d.Id).ToListAsync(cancel),
        });
    }
}
