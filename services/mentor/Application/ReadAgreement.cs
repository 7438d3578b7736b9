using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>The agreement in force.</summary>
public sealed record AgreementAnswer
{
    /// <summary>Its version, which the application names.</summary>
    public required string Version { get; init; }

    /// <summary>The text, a sentence or two at a time.</summary>
    public required IReadOnlyList<string> Text { get; init; }
}

/// <summary>Anybody reads the agreement that mentors sign.</summary>
public static class ReadAgreement
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/agreement", Handle).ForAnybody()
        .WithSummary("Read the mentors' agreement").WithDescription("The version in force, which an application must name.");

    private static Ok<AgreementAnswer> Handle() => TypedResults.Ok(new AgreementAnswer { Version = Agreement.Version, Text = Agreement.Text });
}
