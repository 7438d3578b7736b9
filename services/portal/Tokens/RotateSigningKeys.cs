using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Changes the signing key over now instead of on its thirtieth day.</summary>
public static class RotateSigningKeys
{
    /// <summary>How.</summary>
    public sealed record Request
    {
        /// <summary>
        /// False: the spare signs from now on and nobody notices. True, when a private key may be in wrong hands: all keys go and
        /// with them every token, so that callers get <c>401</c> until they ask for a new one.
        /// </summary>
        /// <example>false</example>
        public required bool Leaked { get; init; }
    }

    /// <summary>What signs now.</summary>
    public sealed record Answer
    {
        /// <summary>The key that signs.</summary>
        /// <example>NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs</example>
        public required string Kid { get; init; }

        /// <summary>The key that signs after it.</summary>
        /// <example>V2VsbCwgdGhpcyBpcyBqdXN0IGFuIGV4YW1wbGUgaWQ</example>
        public required string NextKid { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/signing-keys", Handle)
        .WithSummary("Change the signing key now").For(Roles.Administrator);

    private static async Task<Ok<Answer>> Handle(Request request, SigningKeys keys, AccountsDb db, CancellationToken cancel)
    {
        await keys.Rotate(request.Leaked, cancel);
        var now = await db.SigningKeys.AsNoTracking().ToListAsync(cancel);
        return TypedResults.Ok(new Answer { Kid = now.Single(k => k.Signs).Kid, NextKid = now.Single(k => k.IsSpare).Kid });
    }
}
