using System.Buffers.Binary;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mentoring.Portal.Tests;

/// <summary>Identity's own hasher, which remembers what each typed password was computed against: what a look costs is its rounds.</summary>
/// <param name="options">The portal's.</param>
public sealed class WatchedHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    private readonly ConcurrentQueue<(string Typed, int Rounds)> looks = new();

    /// <summary>How many looks there were.</summary>
    public int Count => looks.Count;

    /// <summary>The rounds of every look at this password, in order.</summary>
    public IReadOnlyList<int> RoundsFor(string typed) => [.. looks.Where(look => look.Typed == typed).Select(look => look.Rounds)];

    /// <inheritdoc/>
    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        // Identity's format: a marker, the function, the rounds, the last two as four bytes, big-endian.
        looks.Enqueue((providedPassword, BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5))));
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
