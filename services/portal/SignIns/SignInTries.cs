using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>How often something may be tried for one e-mail address, before all tries for it wait.</summary>
/// <param name="Of">What is tried.</param>
/// <param name="Most">This many tries, the right one included.</param>
/// <param name="Window">In this time, counted from the first; then all are free again.</param>
public sealed record TryLimit(string Of, int Most, TimeSpan Window)
{
    /// <summary>Passwords. Anybody can use these tries up for another, so passkeys never ask for one.</summary>
    public static readonly TryLimit Password = new("password", 5, TimeSpan.FromMinutes(15));

    /// <summary>Authenticator and recovery codes, by whoever has the password.</summary>
    public static readonly TryLimit Code = new("code", 5, TimeSpan.FromMinutes(15));

    /// <summary>The same over a week: with three codes of a million right at a time, one guesser in seven thousand gets in.</summary>
    public static readonly TryLimit CodesInAWeek = new("codes", 50, TimeSpan.FromDays(7));

    /// <summary>PINs, by whoever has the code from the mail.</summary>
    public static readonly TryLimit Pin = new("pin", 5, TimeSpan.FromMinutes(15));

    /// <summary>The same over a week, because PINs are chosen and not random.</summary>
    public static readonly TryLimit PinsInAWeek = new("pins", 25, TimeSpan.FromDays(7));

    /// <summary>Mails with a code. Anybody can ask for them, so a mailbox is not to be flooded.</summary>
    public static readonly TryLimit Mail = new("mail", 5, TimeSpan.FromMinutes(15));

    /// <summary>The same over a day.</summary>
    public static readonly TryLimit MailsInADay = new("mails", 25, TimeSpan.FromDays(1));
}

/// <summary>
/// How often something was tried for an e-mail address, whether or not anybody has an account with it: known and unknown
/// people are locked out the same way, for the same time and in the same words. Only a hash of the address is kept.
/// </summary>
public sealed class SignInTries
{
    /// <summary>SHA-256 of what is tried and the normal form of the address.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Tries so far.</summary>
    public required int Count { get; init; }

    /// <summary>When all are free again, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>
    /// Takes one try of each limit, before what was typed is looked at, so that guesses sent at the same moment are all counted.
    /// Whether it may still be looked at is the answer.
    /// </summary>
    public static async Task<bool> Take(AccountsDb db, string normalEmail, DateTimeOffset now, CancellationToken cancel, params TryLimit[] limits)
    {
        var may = true;
        foreach (var limit in limits)
        {
            var count = await db.Database.SqlQuery<int>(
                $"""
                insert into sign_in_tries as t (key_hash, count, until) values ({Hash(limit, normalEmail)}, 1, {now + limit.Window})
                on conflict (key_hash) do update set
                    count = case when t.until <= {now} then 1 else least(t.count + 1, {limit.Most + 1}) end,
                    until = case when t.until <= {now} then excluded.until else t.until end
                returning count as "Value"
                """).ToListAsync(cancel);
            may &= count[0] <= limit.Most;
        }

        return may;
    }

    /// <summary>Gives the tries back after the right one.</summary>
    public static Task Forget(AccountsDb db, string normalEmail, CancellationToken cancel, params TryLimit[] limits)
    {
        byte[][] hashes = [.. limits.Select(l => Hash(l, normalEmail))];
        return db.Set<SignInTries>().Where(t => hashes.Contains(t.KeyHash)).ExecuteDeleteAsync(cancel);
    }

    private static byte[] Hash(TryLimit limit, string normalEmail) => SHA256.HashData(Encoding.UTF8.GetBytes($"{limit.Of}:{normalEmail}"));
}
