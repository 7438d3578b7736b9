using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// Takes a lost authenticator, its recovery codes and all passkeys from an account of staff, and mails its owner a code with which,
/// and with their password, they set up a new one.
/// </summary>
public static class ResetSecondFactor
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/accounts/{id}/second-factor-reset", Handle)
        .WithSummary("Take a lost second factor away")
        .WithDescription("The owner is signed out everywhere and gets a mail with a code, which works for three days together with their password. Make sure first, by voice or face, that it is they who ask.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).For(Roles.Administrator);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(AccountId id, Caller caller, AccountsDb db, Inviting inviting, CancellationToken cancel)
    {
        if (id == caller.Account) return Problems.Conflict("You cannot do this for your own account. Ask another administrator, or use a recovery code.");
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id.Value, cancel) is not { } account) return Problems.NotFound();
        if (account.WasMentee && account.PasswordHash is null) return Problems.Conflict("Young people have a PIN and no authenticator. Their caseworker can let them choose a new one.");
        if (!account.IsOpen) return Problems.Conflict("This account is shut, or holds no role any more.");
        await db.Authenticators.Where(a => a.AccountId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == id.Value).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(s => s.AccountId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Keep("took the second factor away", $"account {id}", cancel);
        await inviting.SendRenewal(account, caller.Account, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>Lets a young person who forgot their PIN choose a new one, by a mail with a code that their caseworker sends.</summary>
public static class RenewPin
{
    /// <summary>Whose.</summary>
    public sealed record Request
    {
        /// <summary>The young person.</summary>
        public required MenteeId MenteeId { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/pin-renewals", Handle)
        .WithSummary("Let a young person choose a new PIN")
        .WithDescription("A mail with a code goes to them, which works for three days. Their old PIN works until they have chosen a new one. Make sure first, by voice or face, that it is they who ask.")
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable).For(Roles.Caseworker);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(Request request, Caller caller, OwningServices owners, Inviting inviting, AccountsDb db, CancellationToken cancel)
    {
        MenteeId? id = request.MenteeId;
        try
        {
            if (await owners.Mentee(caller, request.MenteeId, cancel) is null) return Problems.NotFound();
        }
        catch (ServiceAwayException away)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, away.Message);
        }

        if (await db.Accounts.SingleOrDefaultAsync(a => a.MenteeId == id, cancel) is not { } account) return Problems.Conflict("They have no account yet. Send them an invitation.");
        if (!account.IsOpen) return Problems.Conflict("Their account is shut. An administrator can open it.");
        await inviting.SendRenewal(account, caller.Account, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
