using Mentoring.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Mentoring.Portal;

/// <summary>
/// What happens to accounts, for the audit trail: whoever changes one, on whatever page, by an API or by a fact, is kept in the same commit. Only which
/// fields changed, never what is in them.
/// </summary>
internal static class AccountTrail
{
    // Counted or stamped at every try; they say nothing.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        nameof(Account.AccessFailedCount), nameof(Account.LockoutEnd), nameof(Account.ConcurrencyStamp), nameof(Account.SecurityStamp), nameof(Authenticator.LastStep),
    };

    /// <summary>Something that happened.</summary>
    /// <param name="Did">What, as a word.</param>
    /// <param name="What">To which row.</param>
    /// <param name="By">Who, where that is the account itself.</param>
    public sealed record Happening(string Did, string What, AccountId? By = null);

    /// <summary>What the next save will do.</summary>
    public static IReadOnlyList<Happening> Of(ChangeTracker tracker) => [.. tracker.Entries().Select(Of).OfType<Happening>()];

    private static Happening? Of(EntityEntry entry)
    {
        var what = entry.Entity switch
        {
            Account account => $"account {account.Id}",
            SignIn signIn => $"sign-in {signIn.Id} of account {signIn.AccountId}",
            Authenticator authenticator => $"authenticator of account {authenticator.AccountId}",
            IdentityUserPasskey<Guid> passkey => $"passkey of account {passkey.UserId}",
            Invitation invitation => $"invitation {invitation.Id} as {invitation.Role}",
            SigningKey key => $"signing key {key.Kid}",
            _ => null,
        };
        if (what is null) return null;
        switch (entry.State)
        {
            case EntityState.Added:
                return entry.Entity is SignIn signIn ? new("signed in", what, new(signIn.AccountId)) : new("added", what);
            case EntityState.Deleted:
                return new("removed", what);
            case EntityState.Modified:
                string[] changed = [.. entry.Properties.Where(p => p.IsModified && !Noise.Contains(p.Metadata.Name)).Select(p => p.Metadata.Name).Order(StringComparer.Ordinal)];
                return changed.Length == 0 ? null : new("changed", $"{what}: {string.Join(", ", changed)}");
            default:
                return null;
        }
    }
}
