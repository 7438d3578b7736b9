using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Audit;

/// <summary>A young person sees who looked at their record in this service.</summary>
public static class WhoLooked
{
    /// <summary>For so long back.</summary>
    public const int Months = 12;

    private const int Most = 500;

    /// <summary>Somebody looked at a part on a day.</summary>
    public sealed record Look
    {
        /// <summary>The local date (Europe/London).</summary>
        /// <example>2026-11-24</example>
        public required DateOnly On { get; init; }

        /// <summary>Whose account.</summary>
        public required AccountId By { get; init; }

        /// <summary>As what they looked: <c>caseworker</c>, <c>safeguarding-lead</c> or <c>mentor</c>.</summary>
        /// <example>caseworker</example>
        public required string As { get; init; }

        /// <summary>Which part of the record, such as <c>goals</c>.</summary>
        /// <example>goals</example>
        public required string Part { get; init; }
    }

    /// <summary>Maps <c>GET /who-looked</c>.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/who-looked", Handle)
        .WithName(nameof(WhoLooked))
        .WithSummary("See who looked at your record.")
        .WithDescription("Each day, person and part once, the newest first, of the last twelve months and at most 500. What you looked at yourself is not among it, nor is what is kept about worries.")
        .For(Roles.Mentee);

    private static async Task<Ok<IReadOnlyList<Look>>> Handle(Caller caller, ServiceDb db, EndpointDataSource endpoints, TimeProvider clock, CancellationToken cancel)
    {
        var me = caller.Mentee?.Value ?? Guid.Empty;
        var since = clock.GetUtcNow().AddMonths(-Months);
        var parts = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Select(e => (e.RoutePattern.RawText, Sensitive: e.Metadata.GetMetadata<SensitiveReading>()))
            .Where(e => e.Sensitive is not null)
            .ToDictionary(e => $"GET {e.RawText}", e => e.Sensitive!.Part, StringComparer.Ordinal);
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select (at at time zone 'Europe/London')::date as "On", account as "By", roles as "Roles", did as "Did"
            from audit_entries where mentee = {me} and at > {since} and did = any ({parts.Keys.ToArray()}) and account is not null
            group by 1, 2, 3, 4 order by 1 desc, 2 limit {Most}
            """).ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<Look>>([.. rows.Select(row => new Look { On = row.On, By = new(row.By), As = As(row.Roles), Part = parts[row.Did] }).Distinct()]);
    }

    private static string As(string roles) => roles.Split(' ') switch
    {
        var held when held.Contains(Roles.Caseworker) => Roles.Caseworker,
        var held when held.Contains(Roles.SafeguardingLead) => Roles.SafeguardingLead,
        _ => Roles.Mentor,
    };

    private sealed record Row(DateOnly On, Guid By, string Roles, string Did);
}
