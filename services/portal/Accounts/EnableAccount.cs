using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Opens an account that was shut; its owner signs in anew.</summary>
public static class EnableAccount
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/accounts/{id}/enabling", Handle)
        .WithSummary("Open an account again").ProducesProblem(StatusCodes.Status404NotFound).For(Roles.Administrator);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(AccountId id, AccountsDb db, CancellationToken cancel)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id.Value, cancel) is not { } account) return Problems.NotFound();
        account.Enable();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
