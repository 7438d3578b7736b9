using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>The young people whom no caseworker has taken on yet, the longest waiting first.</summary>
public static class SeeReferrals
{
    /// <summary>As much as is needed to take somebody on; the rest is seen afterwards.</summary>
    public sealed record Waiting
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>Their first name.</summary>
        public required string FirstName { get; init; }

        /// <summary>Their age today, in years.</summary>
        public required int Age { get; init; }

        /// <summary>When they asked, UTC.</summary>
        public required DateTimeOffset ReferredAt { get; init; }

        /// <summary>What they said, if anything.</summary>
        public required string? Note { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/referrals", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Referrals that wait for a caseworker")
        .WithDescription("Take one with POST /mentees/{id}/caseworker.");

    private static async Task<Page<Waiting>> Handle([AsParameters] PageQuery page, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await db.Mentees.After(page.After)
            .Where(m => m.Caseworker == null && m.Stage != MenteeStage.Left)
            .Take(page.Limit)
            .Select(m => new { m.Id, m.Person.FirstName, m.Person.DateOfBirth, m.ReferredAt, m.ReferralNote })
            .ToListAsync(cancel);
        var waiting = rows.ConvertAll(m => new Waiting
        {
            Id = m.Id,
            FirstName = m.FirstName,
            Age = m.DateOfBirth.AgeOn(today),
            ReferredAt = m.ReferredAt,
            Note = m.ReferralNote,
        });
        return page.Cut(waiting, m => m.Id.Value);
    }
}
