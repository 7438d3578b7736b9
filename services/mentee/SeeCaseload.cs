using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A caseworker's own caseload and those they cover today.</summary>
public static class SeeCaseload
{
    /// <summary>One young person of the caseload.</summary>
    public sealed record Entry
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>Their first name.</summary>
        public required string FirstName { get; init; }

        /// <summary>Their last name.</summary>
        public required string LastName { get; init; }

        /// <summary>Where they stand.</summary>
        public required MenteeStage Stage { get; init; }

        /// <summary>The last date of being ready; null when not ready.</summary>
        public required DateOnly? ReadyUntil { get; init; }

        /// <summary>When they were referred, UTC.</summary>
        public required DateTimeOffset ReferredAt { get; init; }

        /// <summary>Whether they are a colleague's and seen because of cover.</summary>
        public required bool Covering { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Your caseload")
        .WithDescription("Your own and those you cover today; only those of one stage when stage is given: referred, agreed, ready, paused or left.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<Page<Entry>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, string? stage, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        // A query binds enums by their C# names and by number; here stages are spelled as everywhere else in the API.
        MenteeStage[] stages = stage is null ? Enum.GetValues<MenteeStage>() : [.. Enum.GetValues<MenteeStage>().Where(s => s.ToString().Equals(stage, StringComparison.OrdinalIgnoreCase))];
        if (stages.Length == 0) return Problems.Invalid("There is no such stage. Choose from: referred, agreed, ready, paused, left.");
        var me = caller.Caseworker;
        var entries = await db.Mentees.After(page.After)
            .InCaseloadOf(me, db, clock.Today())
            .Where(m => stages.Contains(m.Stage))
            .Take(page.Limit)
            .Select(m => new Entry
            {
                Id = m.Id,
                FirstName = m.Person.FirstName,
                LastName = m.Person.LastName,
                Stage = m.Stage,
                ReadyUntil = m.ReadyUntil,
                ReferredAt = m.ReferredAt,
                Covering = m.Caseworker != me,
            })
            .ToListAsync(cancel);
        return TypedResults.Ok(page.Cut(entries, m => m.Id.Value));
    }
}
