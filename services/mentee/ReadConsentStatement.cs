using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>What a young person is asked to say yes to.</summary>
public static class ReadConsentStatement
{
    /// <summary>The statement.</summary>
    public sealed record Answer
    {
        /// <summary>Give this version when saying yes.</summary>
        public required string Version { get; init; }

        /// <summary>The words, a sentence or two at a time.</summary>
        public required IReadOnlyList<string> Words { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/consent-statement", Handle)
        .ForAnybody()
        .WithSummary("What saying yes means");

    private static Answer Handle() => new() { Version = ConsentStatement.Version, Words = ConsentStatement.Words };
}
