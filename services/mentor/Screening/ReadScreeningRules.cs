using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Anybody reads which checks a role needs, what everybody is asked, and by which criteria they are accepted or not.</summary>
public static class ReadScreeningRules
{
    /// <summary>What a role needs.</summary>
    public sealed record RoleAnswer
    {
        /// <summary>The role.</summary>
        public required MentorRole Role { get; init; }

        /// <summary>The role in words.</summary>
        public required string Words { get; init; }

        /// <summary>How old a young person has to be at least, in years; 0 for any age.</summary>
        public required int YoungestAge { get; init; }

        /// <summary>The checks, in the order in which they are usually done.</summary>
        public required IReadOnlyList<RuleAnswer> Checks { get; init; }
    }

    /// <summary>One check.</summary>
    public sealed record RuleAnswer
    {
        /// <summary>Which.</summary>
        public required CheckKind Kind { get; init; }

        /// <summary>In words.</summary>
        public required string Words { get; init; }

        /// <summary>The one lawful level of a DBS check; <c>none</c> for every other check.</summary>
        public required DbsLevel Level { get; init; }

        /// <summary>The least training in minutes; null for every other check.</summary>
        public required int? LeastMinutes { get; init; }

        /// <summary>For how many months it counts; null when it does not run out.</summary>
        public required int? ValidMonths { get; init; }

        /// <summary>Where the rule comes from.</summary>
        public required string Source { get; init; }

        /// <summary>The set questions and criteria; none for a check that is not an interview.</summary>
        public required IReadOnlyList<Question> Questions { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/screening-rules", Handle).ForAnybody()
        .WithSummary("Read the rules of screening").WithDescription("By role: which checks, which DBS level is lawful, how much training, what everybody is asked, and where each rule comes from.");

    private static Ok<IReadOnlyList<RoleAnswer>> Handle() => TypedResults.Ok<IReadOnlyList<RoleAnswer>>(
    [
        .. ScreeningRules.All.Select(role => new RoleAnswer
        {
            Role = role.Role,
            Words = role.Words,
            YoungestAge = role.YoungestAge,
            Checks = [.. role.Checks.Select(rule => new RuleAnswer
            {
                Kind = rule.Kind,
                Words = rule.Words,
                Level = rule.Level,
                LeastMinutes = rule.LeastMinutes,
                ValidMonths = rule.ValidMonths,
                Source = rule.Source,
                Questions = Criteria.Of(rule.Kind),
            })],
        }),
    ]);
}
