using System.Security.Cryptography;
using System.Text;
using Mentoring.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Portal;

/// <summary>The id of a sign-in.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct SignInId(Guid Value) : IId<SignInId>
{
    /// <inheritdoc/>
    public static SignInId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static SignInId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out SignInId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static SignInId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>
/// Somebody is signed in. The caller holds an opaque handle of 256 random bits, the server only its hash; deleting the row
/// ends it on the next request. (The programme's word "session" is a meeting, so this is not called one.)
/// </summary>
public sealed class SignIn
{
    /// <summary>The longest that one lasts, used or not: half a day, within the 24 hours of NIST SP 800-63B-4 section 2.2.3.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Its id; the <c>sid</c> of the tokens it gets.</summary>
    public required SignInId Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the handle.</summary>
    public required byte[] HandleHash { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until when, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The kind of browser, for its owner to tell one from another, such as <c>Chrome on Android</c>. No address is kept.</summary>
    public string? Browser { get; init; }

    /// <summary>A new sign-in and the handle, which is known to nobody but the caller from here on.</summary>
    public static (SignIn SignIn, string Handle) Start(Account account, DateTimeOffset now, string? browser = null)
    {
        var handle = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return (new() { Id = SignInId.New(), AccountId = account.Id, HandleHash = Hash(handle), StartedAt = now, ExpiresAt = now + Longest, Browser = browser }, handle);
    }

    /// <summary>What is kept of a handle. It is random, so a plain SHA-256 cannot be searched.</summary>
    public static byte[] Hash(string handle) => SHA256.HashData(Encoding.UTF8.GetBytes(handle));
}
