using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Portal;

/// <summary>
/// A P-256 key that signs access tokens. There are always two: the one that signs, and a spare that is published already, so
/// that whoever checks tokens knows it before its first use. A key that stopped stays published until its last token is dead.
/// </summary>
public sealed class SigningKey
{
    /// <summary>How long a key signs.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>How long a spare is published before it signs by itself; more than the 12 hours after which services read keys anew.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>How long a key stays published after its last token: five minutes of the token, and an hour for clocks that disagree.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(65);

    /// <summary>The <c>kid</c>: the key's thumbprint (RFC 7638), base64url.</summary>
    public required string Kid { get; init; }

    /// <summary>The public point's x, base64url.</summary>
    public required string X { get; init; }

    /// <summary>The public point's y, base64url.</summary>
    public required string Y { get; init; }

    /// <summary>The private key (PKCS #8), protected by Data Protection.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }

    /// <summary>Since when it is in the key set, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Since when it signs, UTC; null for the spare.</summary>
    public DateTimeOffset? SignsSince { get; private set; }

    /// <summary>When it stopped signing, UTC.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Whether it waits for its turn.</summary>
    public bool IsSpare => SignsSince is null;

    /// <summary>Whether it signs now.</summary>
    public bool Signs => SignsSince is not null && StoppedAt is null;

    /// <summary>A new key, published and not signing yet.</summary>
    public static SigningKey New(IDataProtector protector, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(key));
        return new()
        {
            Kid = WebEncoders.Base64UrlEncode(jwk.ComputeJwkThumbprint()),
            X = WebEncoders.Base64UrlEncode(point.X!),
            Y = WebEncoders.Base64UrlEncode(point.Y!),
            ProtectedPrivateKey = protector.Protect(key.ExportPkcs8PrivateKey()),
            PublishedAt = now,
        };
    }

    /// <summary>Whether it has signed for long enough and the spare was seen for long enough.</summary>
    public bool IsDue(SigningKey spare, DateTimeOffset now) => Signs && SignsSince + Life <= now && spare.PublishedAt + Ahead <= now;

    /// <summary>Whether nothing it signed can be alive.</summary>
    public bool IsDead(DateTimeOffset now) => StoppedAt + After <= now;

    /// <summary>It is its turn.</summary>
    public void Start(DateTimeOffset now) => SignsSince ??= now;

    /// <summary>Its turn is over.</summary>
    public void Stop(DateTimeOffset now) => StoppedAt ??= now;

    /// <summary>The public half, for checking tokens.</summary>
    public JsonWebKey Public() => new() { Kty = "EC", Crv = "P-256", Kid = Kid, X = X, Y = Y, Use = "sig", Alg = SecurityAlgorithms.EcdsaSha256 };

    /// <summary>The private half, for signing. The caller disposes it.</summary>
    public ECDsa Private(IDataProtector protector)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protector.Unprotect(ProtectedPrivateKey), out _);
        return key;
    }
}
