using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Looks whether a password or PIN is an account's, at the same cost whether or not there is one.</summary>
/// <param name="db">The accounts.</param>
/// <param name="hasher">Identity's hasher.</param>
/// <param name="clock">The clock.</param>
public sealed class PasswordCheck(AccountsDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    // Nobody has this account; its hash is there to be computed against.
    private static readonly Account Nobody = new();
    private static string? hashOfNobody;

    /// <summary>The account of an address and password, or null. Every look takes one of the address's tries; the right password gives them back.</summary>
    public async Task<Account?> Check(string email, string password, CancellationToken cancel)
    {
        var normal = Inviting.Normal(email);
        var mayLook = await SignInTries.Take(db, normal, clock.GetUtcNow(), cancel, TryLimit.Password);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancel);
        var result = Verify(account, account?.PasswordHash, PasswordRules.Normal(password));
        if (!mayLook || account is null || result == PasswordVerificationResult.Failed) return null;

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = Hash(account, PasswordRules.Normal(password));
            await db.SaveChangesAsync(cancel);
        }

        await SignInTries.Forget(db, normal, cancel, TryLimit.Password);
        return account;
    }

    /// <summary>Whether a PIN is an account's; never for nobody. Whoever asks counts.</summary>
    public bool IsPin(Account? account, string pin) => Verify(account, account?.PinHash, PinRules.Normal(pin)) != PasswordVerificationResult.Failed;

    /// <summary>What is kept of a password or PIN, normal.</summary>
    public string Hash(Account account, string secret) => hasher.HashPassword(account, secret);

    private PasswordVerificationResult Verify(Account? account, string? hash, string typed)
    {
        hashOfNobody ??= hasher.HashPassword(Nobody, "nobody signs in with this");
        var result = hasher.VerifyHashedPassword(account ?? Nobody, hash ?? hashOfNobody, typed);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
