using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>What needs a caseworker, among all mentors.</summary>
public static class ReadMentorsSummary
{
    /// <summary>How many people at most stand in one list; those who have waited longest.</summary>
    public const int Most = 50;

    /// <summary>How many days ahead of its end a clearance is shown.</summary>
    public const int DaysAhead = 90;

    /// <summary>What needs a caseworker.</summary>
    public sealed record Answer
    {
        /// <summary>How many are at each stage; a stage with nobody is 0.</summary>
        public required IReadOnlyList<StageCount> Stages { get; init; }

        /// <summary>Who has applied and has no check yet; at most 50.</summary>
        public required IReadOnlyList<InScreening> Applied { get; init; }

        /// <summary>Who is being screened, with what is still needed; at most 50. Nothing needed means: decide on clearance.</summary>
        public required IReadOnlyList<InScreening> Screening { get; init; }

        /// <summary>Who had a clearance that ended, and waits for somebody to renew it or to let them go, who has waited longest first; at most 50. They are in <see cref="Screening"/> too.</summary>
        public required IReadOnlyList<InScreening> ClearancesEnded { get; init; }

        /// <summary>How many there are of them.</summary>
        public required int ClearancesEndedCount { get; init; }

        /// <summary>Whose clearance ends within 90 days, soonest first; at most 50.</summary>
        public required IReadOnlyList<Ending> ClearancesEnding { get; init; }

        /// <summary>How many clearances end within 90 days.</summary>
        public required int ClearancesEndingCount { get; init; }

        /// <summary>How many people would like to be a mentor and have not been written to yet.</summary>
        public required int OpenInterests { get; init; }
    }

    /// <summary>How many are at a stage.</summary>
    public sealed record StageCount
    {
        /// <summary>The stage.</summary>
        public required Stage Stage { get; init; }

        /// <summary>How many.</summary>
        public required int Count { get; init; }
    }

    /// <summary>Somebody on the way to clearance.</summary>
    public sealed record InScreening
    {
        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>First name.</summary>
        public required string FirstName { get; init; }

        /// <summary>Last name.</summary>
        public required string LastName { get; init; }

        /// <summary>The partner they come from; null for an independent volunteer.</summary>
        public required PartnerId? PartnerId { get; init; }

        /// <summary>Since when they are at this stage, UTC.</summary>
        public required DateTimeOffset Since { get; init; }

        /// <summary>The checks that are missing or do not hold today.</summary>
        public required IReadOnlyList<CheckKind> StillNeeded { get; init; }

        /// <summary>Whose turn it is.</summary>
        public required WaitsOn WaitsOn { get; init; }

        /// <summary>The account that proposes to clear them in spite of an adverse finding, and waits for a second person; null without a proposal.</summary>
        public required AccountId? ProposedBy { get; init; }
    }

    /// <summary>Somebody whose clearance ends soon.</summary>
    public sealed record Ending
    {
        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>First name.</summary>
        public required string FirstName { get; init; }

        /// <summary>Last name.</summary>
        public required string LastName { get; init; }

        /// <summary>The last local date on which clearance is in force.</summary>
        public required DateOnly ClearedUntil { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/summary", Handle).For(Roles.Caseworker).MayAnswer(400)
        .WithSummary("Read what needs a caseworker among mentors").WithDescription("Counts by stage, who has applied, who is being screened and what is missing, and whose clearance ends within 90 days.");

    private static async Task<Ok<Answer>> Handle(MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        var soon = today.AddDays(DaysAhead);
        var stages = await db.Mentors.GroupBy(m => m.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var applied = await At(db, Stage.Applied).ToListAsync(cancel);
        var screening = await At(db, Stage.Screening).ToListAsync(cancel);
        var ended = db.Mentors.AsNoTracking().Where(m => m.LapsedAt != null);
        var ending = db.Mentors.Where(m => m.ClearedUntil <= soon);
        return TypedResults.Ok(new Answer
        {
            Stages = [.. Enum.GetValues<Stage>().Select(stage => new StageCount { Stage = stage, Count = stages.SingleOrDefault(s => s.Stage == stage)?.Count ?? 0 })],
            Applied = [.. applied.Select(m => Of(m, today))],
            Screening = [.. screening.Select(m => Of(m, today))],
            ClearancesEnded = [.. (await ended.OrderBy(m => m.LapsedAt).Take(Most).ToListAsync(cancel)).Select(m => Of(m, today))],
            ClearancesEndedCount = await ended.CountAsync(cancel),
            ClearancesEnding = await ending.OrderBy(m => m.ClearedUntil).ThenBy(m => m.Id).Take(Most)
                .Select(m => new Ending { MentorId = m.Id, FirstName = m.FirstName, LastName = m.LastName, ClearedUntil = m.ClearedUntil!.Value }).ToListAsync(cancel),
            ClearancesEndingCount = await ending.CountAsync(cancel),
            OpenInterests = await db.Interests.CountAsync(i => i.State == InterestState.Open, cancel),
        });
    }

    private static IQueryable<Mentor> At(MentorDb db, Stage stage) => db.Mentors.AsNoTracking().Where(m => m.Stage == stage).OrderBy(m => m.Id).Take(Most);

    private static InScreening Of(Mentor mentor, DateOnly today) => new()
    {
        MentorId = mentor.Id,
        FirstName = mentor.FirstName,
        LastName = mentor.LastName,
        PartnerId = mentor.PartnerId,
        Since = mentor.Story.Last(s => s.Corrected.Count == 0).At,
        StillNeeded = [.. mentor.Missing(today).Select(rule => rule.Kind)],
        WaitsOn = Waiting.Of(mentor, today).On,
        ProposedBy = mentor.ProposedBy,
    };
}
