using System.Text.Json.Serialization;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Portal;

/// <summary>Tells services where the keys are, and which (OpenID Connect Discovery 1.0, RFC 7517).</summary>
public static class PublishKeys
{
    /// <summary>As much of an OpenID discovery document as the checkers of access tokens read.</summary>
    public sealed record Discovery
    {
        /// <summary>Who issues; stands in every token as <c>iss</c>.</summary>
        /// <example>http://127.0.0.1:5100</example>
        [JsonPropertyName("issuer")]
        public required string Issuer { get; init; }

        /// <summary>Where the keys are.</summary>
        /// <example>http://127.0.0.1:5100/.well-known/jwks.json</example>
        [JsonPropertyName("jwks_uri")]
        public required string JwksUri { get; init; }

        /// <summary>Empty: the portal answers no authorization requests.</summary>
        [JsonPropertyName("response_types_supported")]
        public IReadOnlyList<string> ResponseTypes { get; } = [];

        /// <summary>Everybody sees the same <c>sub</c>.</summary>
        [JsonPropertyName("subject_types_supported")]
        public IReadOnlyList<string> SubjectTypes { get; } = ["public"];

        /// <summary>The one algorithm.</summary>
        [JsonPropertyName("id_token_signing_alg_values_supported")]
        public IReadOnlyList<string> Algorithms { get; } = ["ES256"];
    }

    /// <summary>A key set.</summary>
    public sealed record KeySet
    {
        /// <summary>The key that signs, the next, and those whose last tokens may be alive.</summary>
        [JsonPropertyName("keys")]
        public required IReadOnlyList<Key> Keys { get; init; }
    }

    /// <summary>A public key on the curve P-256.</summary>
    public sealed record Key
    {
        /// <summary>Its thumbprint (RFC 7638).</summary>
        [JsonPropertyName("kid")]
        public required string Kid { get; init; }

        /// <summary>The public point's x.</summary>
        [JsonPropertyName("x")]
        public required string X { get; init; }

        /// <summary>The public point's y.</summary>
        [JsonPropertyName("y")]
        public required string Y { get; init; }

        /// <summary>Always <c>EC</c>.</summary>
        [JsonPropertyName("kty")]
        public string Type { get; } = "EC";

        /// <summary>Always <c>P-256</c>.</summary>
        [JsonPropertyName("crv")]
        public string Curve { get; } = "P-256";

        /// <summary>Always <c>sig</c>.</summary>
        [JsonPropertyName("use")]
        public string Use { get; } = "sig";

        /// <summary>Always <c>ES256</c>.</summary>
        [JsonPropertyName("alg")]
        public string Algorithm { get; } = "ES256";
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/openid-configuration", Discover).WithSummary("Where the keys are").ForAnybody();
        app.MapGet("/.well-known/jwks.json", Keys).WithSummary("The keys that access tokens are signed with").ForAnybody();
    }

    private static Ok<Discovery> Discover(IConfiguration configuration)
    {
        var issuer = configuration["Auth:Issuer"]!;
        return TypedResults.Ok(new Discovery { Issuer = issuer, JwksUri = issuer.TrimEnd('/') + "/.well-known/jwks.json" });
    }

    private static async Task<Ok<KeySet>> Keys(SigningKeys keys, CancellationToken cancel) =>
        TypedResults.Ok(new KeySet { Keys = [.. (await keys.Published(cancel)).Select(k => new Key { Kid = k.Kid, X = k.X, Y = k.Y })] });
}
