using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// How often a password was tried for an e-mail address, whether or not anybody has an account with it: known and unknown
/// people are locked out the same way, for the same time and in the same words. Only a hash of the address is kept.
/// </summary>
public sealed class SignInTries
{
    /// <summary>This many tries, the right one included.</summary>
    public const int Most = 5;

    /// <summary>In this time, counted from the first; then all are free again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>SHA-256 of the normal form of the address.</summary>
    public required byte[] EmailHash { get; init; }

    /// <summary>Tries since <see cref="Since"/>.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>
    /// Takes one try, before the password is looked at, so that guesses sent at the same moment are all counted. Whether it
    /// may still be looked at is the answer.
    /// </summary>
    public static async Task<bool> Take(AccountsDb db, string normalEmail, DateTimeOffset now, CancellationToken cancel)
    {
        var hash = Hash(normalEmail);
        var since = now - Window;
        var count = await db.Database.SqlQuery<int>(
            $"""
            insert into sign_in_tries as t (email_hash, count, since) values ({hash}, 1, {now})
            on conflict (email_hash) do update set
                count = case when t.since <= {since} then 1 else least(t.count + 1, {Most + 1}) end,
                since = case when t.since <= {since} then excluded.since else t.since end
            returning count as "Value"
            """).ToListAsync(cancel);
        return count[0] <= Most;
    }

    /// <summary>Gives the tries back after the right password.</summary>
    public static Task Forget(AccountsDb db, string normalEmail, CancellationToken cancel)
    {
        var hash = Hash(normalEmail);
        return db.Set<SignInTries>().Where(t => t.EmailHash == hash).ExecuteDeleteAsync(cancel);
    }

    private static byte[] Hash(string normalEmail) => SHA256.HashData(Encoding.UTF8.GetBytes(normalEmail));
}
