using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>How many of a partner's people are where, for its coordinator.</summary>
public static class ReadSummary
{
    /// <summary>How many of a partner's people are where.</summary>
    public sealed record Answer
    {
        /// <summary>The partner.</summary>
        public required PartnerId PartnerId { get; init; }

        /// <summary>Its name.</summary>
        public required string Name { get; init; }

        /// <summary>How many people there are at all, those who have gone included.</summary>
        public required int People { get; init; }

        /// <summary>How many are at each stage, in the order of the life cycle; a stage with nobody is 0.</summary>
        public required IReadOnlyList<StageCount> Stages { get; init; }

        /// <summary>What is waiting on whom, the mentors' part first; only what there is.</summary>
        public required IReadOnlyList<WaitingCount> Waiting { get; init; }
    }

    /// <summary>How many are at a stage.</summary>
    public sealed record StageCount
    {
        /// <summary>The stage.</summary>
        public required Progress Stage { get; init; }

        /// <summary>How many.</summary>
        public required int Count { get; init; }
    }

    /// <summary>How many wait for the same.</summary>
    public sealed record WaitingCount
    {
        /// <summary>Whose turn it is.</summary>
        public required WaitsOn On { get; init; }

        /// <summary>What comes next.</summary>
        public required WaitsFor For { get; init; }

        /// <summary>How many.</summary>
        public required int Count { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/summary", Handle).For(Roles.Coordinator).MayAnswer(400, 404)
        .WithSummary("Read how many of the partner's people are where").WithDescription("By stage, and by what is waiting on whom.");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(PartnerId partnerId, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId) || await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partnerId, cancel) is not { } partner) return Problems.NotFound();
        var stages = await db.Mentors.Where(m => m.PartnerId == partnerId).GroupBy(m => m.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }).ToListAsync(cancel);

        // Before screening and after it the stage says whose turn it is; in screening the checks do.
        var onTheWay = await db.Mentors.AsNoTracking().Where(m => m.PartnerId == partnerId && m.Stage == Stage.Screening).ToListAsync(cancel);
        var waiting = onTheWay.Select(m => (Waiting.Of(m, clock.Today()), Count: 1))
            .Append((new(WaitsOn.Mentor, WaitsFor.Application), Count(Stage.Invited))).Append((new(WaitsOn.Programme, WaitsFor.Checks), Count(Stage.Applied)));
        return TypedResults.Ok(new Answer
        {
            PartnerId = partner.Id,
            Name = partner.Name,
            People = stages.Sum(s => s.Count),
            Stages = [.. Enum.GetValues<Progress>().Select(p => new StageCount { Stage = p, Count = stages.Where(s => ProgressOf.Stage(s.Stage) == p).Sum(s => s.Count) })],
            Waiting = [.. waiting.GroupBy(w => w.Item1).Select(g => new WaitingCount { On = g.Key.On, For = g.Key.For, Count = g.Sum(w => w.Count) }).Where(w => w.Count > 0).OrderBy(w => w.On).ThenBy(w => w.For)],
        });

        int Count(Stage stage) => stages.SingleOrDefault(s => s.Stage == stage)?.Count ?? 0;
    }
}
