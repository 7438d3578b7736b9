using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Takes an invitation back.</summary>
public static class WithdrawInvitation
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/invitations/{id}/withdrawal", Handle)
        .WithSummary("Take an invitation back")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .For(Roles.Administrator, Roles.Coordinator, Roles.Caseworker);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(InvitationId id, Caller caller, AccountsDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Invitations.SeenBy(caller).SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation) return Problems.NotFound();
        var decision = invitation.Withdraw(clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
