using System.Security.Cryptography;
using Mentoring.Shared;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Testing;

/// <summary>Makes access tokens as the portal does (RFC 9068, ES256), with a key of the test.</summary>
/// <param name="issuer">Who seems to have issued them.</param>
/// <param name="audience">The service they are for.</param>
public sealed class TestTokens(string issuer, string audience)
{
    private static readonly ECDsaSecurityKey TheKey = NewKey("the-tests-key");
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The key that the service under test trusts.</summary>
    public static ECDsaSecurityKey Key => TheKey;

    /// <summary>Who seems to have issued them.</summary>
    public string Issuer => issuer;

    /// <summary>A token that a service accepts.</summary>
    public string For(Persona persona) => Make(persona, _ => { });

    /// <summary>A token with something odd about it.</summary>
    public string Make(Persona persona, Action<SecurityTokenDescriptor> odd)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = persona.Account.ToString(), ["jti"] = Guid.CreateVersion7().ToString(), ["client_id"] = "tests", ["sid"] = Guid.CreateVersion7().ToString() };
        if (persona.Roles.Count > 0) claims[Claims.Role] = persona.Roles.ToArray();
        if (persona.Mentor is { } mentor) claims[Claims.MentorId] = mentor.ToString();
        if (persona.Mentee is { } mentee) claims[Claims.MenteeId] = mentee.ToString();
        if (persona.Partner is { } partner) claims[Claims.PartnerId] = partner.ToString();
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            TokenType = "at+jwt",
            IssuedAt = now,
            NotBefore = now.AddSeconds(-5),
            Expires = now.AddMinutes(30),
            Claims = claims,
            SigningCredentials = new SigningCredentials(TheKey, SecurityAlgorithms.EcdsaSha256),
        };
        odd(descriptor);
        return handler.CreateToken(descriptor);
    }

    /// <summary>Every kind of token that a service must refuse, with what is wrong about it.</summary>
    public IReadOnlyDictionary<string, string> Wrong(Persona persona)
    {
        var good = For(persona);
        var parts = good.Split('.');
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var stranger = NewKey("the-tests-key");
        var publicPoint = TheKey.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        var publicJwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(stranger);
        publicJwk.D = null;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["for another service"] = Make(persona, t => t.Audience = "another-service"),
            ["for no service"] = Make(persona, t => t.Audience = null),
            ["from another issuer"] = Make(persona, t => t.Issuer = "https://elsewhere.example"),
            ["expired"] = Make(persona, t => { t.NotBefore = now.AddHours(-2); t.IssuedAt = now.AddHours(-2); t.Expires = now.AddMinutes(-5); }),
            ["not valid yet"] = Make(persona, t => { t.NotBefore = now.AddMinutes(20); t.IssuedAt = now.AddMinutes(20); }),
            ["without an end"] = Make(persona, t => t.Expires = null),
            ["of another type, such as an id token"] = Make(persona, t => t.TokenType = "JWT"),
            ["without a signature (alg none)"] = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
            ["with its signature cut off"] = $"{parts[0]}.{parts[1]}.",
            ["with changed claims"] = $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace(persona.Account.ToString(), AccountId.New().ToString(), StringComparison.Ordinal))}.{parts[2]}",
            ["signed with HS256 and the public key as the secret"] = Make(persona, t => t.SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey([.. publicPoint.X!, .. publicPoint.Y!]) { KeyId = TheKey.KeyId }, SecurityAlgorithms.HmacSha256)),
            ["signed with a stranger's key under the known key id"] = Make(persona, t => t.SigningCredentials = new SigningCredentials(stranger, SecurityAlgorithms.EcdsaSha256)),
            ["signed with a key that it brings itself (jwk header)"] = Make(persona, t =>
            {
                t.SigningCredentials = new SigningCredentials(stranger, SecurityAlgorithms.EcdsaSha256);
                t.AdditionalHeaderClaims = new Dictionary<string, object>
                {
                    ["jwk"] = new Dictionary<string, object> { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = publicJwk.X, ["y"] = publicJwk.Y },
                };
            }),
            ["that is no token"] = "not.a.token",
            ["that is empty"] = "\"\"",
        };
    }

    private static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };
}
