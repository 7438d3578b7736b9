using Mentoring.Contracts.Portal;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Shuts an account: its owner is out on the next request to the portal, of the services within five minutes, and their calendar is empty as soon as that is heard.</summary>
public static class DisableAccount
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/accounts/{id}/disabling", Handle)
        .WithSummary("Shut an account")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .For(Roles.Administrator);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(AccountId id, Caller caller, AccountsDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (id == caller.Account) return Problems.Conflict("You cannot shut your own account. Ask another administrator.");
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id.Value, cancel) is not { } account) return Problems.NotFound();
        if (account.Disable(clock.GetUtcNow()).Changed) db.Tell(new AccountShut { AccountId = account.Id, MenteeId = account.MenteeId?.Value, MentorId = account.MentorId?.Value, At = clock.GetUtcNow() });
        await db.SignIns.Where(s => s.AccountId == id.Value).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
