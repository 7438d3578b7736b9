using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>An invitation, for who may see it. Never the code.</summary>
public sealed record InvitationView
{
    /// <summary>Its id.</summary>
    public required InvitationId Id { get; init; }

    /// <summary>The role it gives.</summary>
    /// <example>coordinator</example>
    public required string Role { get; init; }

    /// <summary>The mentor or mentee it is for.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>The partner: the one a coordinator will act for, or whose mentor it is.</summary>
    public required PartnerId? PartnerId { get; init; }

    /// <summary>Where the code went; null for a young person, whose address stays with those who may read their record.</summary>
    /// <example>priya.shah@brightforge.example</example>
    public required string? Email { get; init; }

    /// <summary>The name of staff.</summary>
    /// <example>Priya Shah</example>
    public required string? Name { get; init; }

    /// <summary>Whether it lets somebody in again who has an account, and gives no role.</summary>
    public required bool Renews { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset InvitedAt { get; init; }

    /// <summary>Until when the code works, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How it stands.</summary>
    public required InvitationState State { get; init; }

    internal static InvitationView Of(Invitation i, DateTimeOffset now) => new()
    {
        Id = i.Id,
        Role = i.Role,
        PersonId = i.MentorId?.Value ?? i.MenteeId?.Value,
        PartnerId = i.PartnerId,
        Email = i.Role == Roles.Mentee ? null : i.Email,
        Name = i.Name,
        Renews = i.Renews,
        InvitedAt = i.InvitedAt,
        ExpiresAt = i.ExpiresAt,
        State = i.StateAt(now),
    };
}

/// <summary>Lists the invitations that the caller may see.</summary>
public static class ListInvitations
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/invitations", Handle)
        .WithSummary("List invitations")
        .WithDescription("Administrators see those of staff, coordinators those of their partner's mentors, caseworkers those they sent. Oldest first.")
        .For(Roles.Administrator, Roles.Coordinator, Roles.Caseworker);

    private static async Task<Ok<Page<InvitationView>>> Handle([AsParameters] PageQuery page, Caller caller, AccountsDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Invitations.FromSql($"select *, xmin from invitations where id > {page.After ?? Guid.Empty}")
            .SeenBy(caller).AsNoTracking().OrderBy(i => i.Id).Take(page.Limit).ToListAsync(cancel);
        var cut = page.Cut(rows, i => i.Id.Value);
        return TypedResults.Ok(new Page<InvitationView> { Items = [.. cut.Items.Select(i => InvitationView.Of(i, now))], Next = cut.Next });
    }

    // An administrator never sees who the young people are, and needs no mentors here either.
    internal static IQueryable<Invitation> SeenBy(this IQueryable<Invitation> invitations, Caller caller)
    {
        var staff = caller.Is(Roles.Administrator);
        var partner = caller.Is(Roles.Coordinator) ? caller.Partner : null;
        AccountId? by = caller.Is(Roles.Caseworker) ? caller.Account : null;
        return invitations.Where(i =>
            (staff && i.Role != Roles.Mentor && i.Role != Roles.Mentee)
            || (partner != null && i.Role == Roles.Mentor && i.PartnerId == partner)
            || (by != null && i.InvitedBy == by));
    }
}
