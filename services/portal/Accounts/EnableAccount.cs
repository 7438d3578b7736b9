using Mentoring.Contracts.Portal;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Opens an account that was shut; its owner signs in anew.</summary>
public static class EnableAccount
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/accounts/{id}/enabling", Handle)
        .WithSummary("Open an account again").ProducesProblem(StatusCodes.Status404NotFound).For(Roles.Administrator);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(AccountId id, AccountsDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id.Value, cancel) is not { } account) return Problems.NotFound();
        if (account.Enable().Changed) db.Tell(new AccountOpened { AccountId = account.Id, MenteeId = account.MenteeId?.Value, MentorId = account.MentorId?.Value, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
