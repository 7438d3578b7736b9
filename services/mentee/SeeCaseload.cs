using Mentoring.Shared;
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

    private static async Task<Page<Entry>> Handle([AsParameters] PageQuery page, MenteeStage? stage, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var me = caller.Caseworker;
        var entries = await db.Mentees.After(page.After)
            .InCaseloadOf(me, db, clock.Today())
            .Where(m => stage == null || m.Stage == stage)
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
        return page.Cut(entries, m => m.Id.Value);
    }
}
