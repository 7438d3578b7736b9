using Mentoring.Matching.People;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>A plan for everybody who waits, and how far it has come.</summary>
public sealed record PlanAnswer
{
    /// <summary>The plan.</summary>
    public required PlanId Id { get; init; }

    /// <summary>How far it has come.</summary>
    public required PlanState State { get; init; }

    /// <summary>Who asked for it; null for the one that is made every night.</summary>
    public required CaseworkerId? AskedBy { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it ended, UTC; null before.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>What was asked of it.</summary>
    public required PlanOptions Options { get; init; }

    /// <summary>What is being done, in words; null unless it runs.</summary>
    /// <example>Looking for the best plan</example>
    public required string? Step { get; init; }

    /// <summary>How much of the step is done, 0 to 100.</summary>
    /// <example>40</example>
    public required int Percent { get; init; }

    /// <summary>What it comes to; null until it is done.</summary>
    public required PlanFigures? Figures { get; init; }

    internal static PlanAnswer Of(CohortPlan plan) => new()
    {
        Id = plan.Id,
        State = plan.State,
        AskedBy = plan.AskedBy,
        AskedAt = plan.AskedAt,
        EndedAt = plan.EndedAt,
        Options = plan.Options,
        Step = plan.Step,
        Percent = plan.Percent,
        // Pins are of young people; whose caseload they are in is not known here, so they are told with the caseload.
        Figures = plan.Figures is { } figures ? figures with { PinsNotKept = [] } : null,
    };
}

/// <summary>What a plan says of a caseworker's own young people, and what is new since the plan of an earlier day.</summary>
public sealed record PlannedCaseload
{
    /// <summary>The plan.</summary>
    public required PlanAnswer Plan { get; init; }

    /// <summary>The young people of the caseload who waited when it was made: those with a mentor first, then by who came first.</summary>
    public required IReadOnlyList<PlannedAnswer> People { get; init; }

    /// <summary>Pins of the caseload that could not be kept.</summary>
    public required IReadOnlyList<PinNotKept> PinsNotKept { get; init; }

    /// <summary>The plan of an earlier day that it is compared with; null when there is none.</summary>
    public required PlanAnswer? Before { get; init; }

    /// <summary>
    /// What has changed for the caseload since the plan was made, by the plan as it stands at this moment. Told of the newest plan that is done,
    /// when nothing beyond as many matches and points as can be was asked of it; empty otherwise.
    /// </summary>
    public required IReadOnlyList<SinceAnswer> SinceThen { get; init; }
}

/// <summary>What has changed for a young person since a plan was made.</summary>
public sealed record SinceAnswer
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor they could have now; null when there is none for them, or they do not wait any more.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>What has changed, in a sentence.</summary>
    /// <example>Could have a mentor now.</example>
    public required string Sentence { get; init; }
}

/// <summary>What a plan says of one young person.</summary>
public sealed record PlannedAnswer
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor they could have; null when there is none for them.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>The points of the two; null without a mentor.</summary>
    /// <example>62</example>
    public required int? Points { get; init; }

    /// <summary>Whether a caseworker pinned the two together.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>How many mentors with a free place were possible for them.</summary>
    /// <example>7</example>
    public required int Possible { get; init; }

    /// <summary>Why they get nobody, in a sentence; null when they get somebody.</summary>
    public required string? Without { get; init; }

    /// <summary>What is new about them since the plan before, in a sentence; null when nothing is, or there is no plan before.</summary>
    public required string? New { get; init; }
}

/// <summary>Reads plans.</summary>
internal static class ReadPlan
{
    // What partners are told of young people begins here: fewer could be recognised (see docs/domain.md).
    private const int LeastForPartners = 10;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/plans", List)
            .WithSummary("List the plans of the last weeks, the newest first")
            .WithDescription("Twenty at the most, with how far each has come.")
            .For(Roles.Caseworker);
        app.MapGet("/plans/latest/missing-mentors", Missing)
            .WithSummary("Read which mentors are missing, by the newest plan")
            .WithDescription("Kinds of mentors who would match the most of the young people who get nobody, the most first. Coordinators read only kinds that ten or more young people wait for.")
            .For(Roles.Caseworker, Roles.Administrator, Roles.Coordinator);
        app.MapGet("/plans/{planId}", Read)
            .WithSummary("Read a plan: how far it has come, and what it says of your caseload")
            .WithDescription("Counts are of everybody; young people are only those of the caller's caseload and of colleagues they cover for today. `latest` in the place of the id is the newest plan that is done. Nothing in a plan has been offered to anybody. 404 when there is no such plan.")
            .For(Roles.Caseworker);
    }

    private static async Task<Ok<IReadOnlyList<MissingMentor>>> Missing(Caller caller, MatchingDb db, CancellationToken cancel)
    {
        var plan = await db.Plans.AsNoTracking().Where(p => p.State == PlanState.Done).OrderByDescending(p => p.AskedAt).FirstOrDefaultAsync(cancel);
        var least = caller.Is(Roles.Caseworker) || caller.Is(Roles.Administrator) ? 1 : LeastForPartners;
        return TypedResults.Ok<IReadOnlyList<MissingMentor>>([.. (plan?.Figures?.Missing ?? []).Where(m => m.Waiting >= least)]);
    }

    private static async Task<Ok<IReadOnlyList<PlanAnswer>>> List(MatchingDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<PlanAnswer>>([.. (await db.Plans.AsNoTracking().OrderByDescending(p => p.AskedAt).Take(20).ToListAsync(cancel)).Select(PlanAnswer.Of)]);

    private static async Task<Results<Ok<PlannedCaseload>, ProblemHttpResult>> Read(
        string planId, Caller caller, MatchingDb db, PeopleInMemory memory, PlanAsItStands standing, TimeProvider clock, CancellationToken cancel)
    {
        var done = db.Plans.AsNoTracking().Where(p => p.State == PlanState.Done).OrderByDescending(p => p.AskedAt);
        var plan = planId == "latest" ? await done.FirstOrDefaultAsync(cancel)
            : PlanId.TryParse(planId, null, out var id) ? await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
        if (plan is null) return Problems.NotFound();

        var caseload = db.CaseloadOf(caller.Caseworker, clock.Today()).Select(m => m.Id);
        var people = await db.PlannedPeople.AsNoTracking().Where(p => p.PlanId == plan.Id && caseload.Contains(p.MenteeId)).ToListAsync(cancel);
        var dawn = London.StartOf(London.DateAt(plan.AskedAt));
        var before = plan.State == PlanState.Done ? await done.Where(p => p.AskedAt < dawn).FirstOrDefaultAsync(cancel) : null;
        var then = before is null ? [] : await db.PlannedPeople.AsNoTracking().Where(p => p.PlanId == before.Id && caseload.Contains(p.MenteeId)).ToDictionaryAsync(p => p.MenteeId, cancel);
        var mine = plan.Figures is null ? [] : (await caseload.ToListAsync(cancel)).ToHashSet();
        var isNewest = plan is { State: PlanState.Done, Options: { RaiseTheWorst: false, MostForAPartner: null } } && !await done.AnyAsync(p => p.AskedAt > plan.AskedAt, cancel);
        IReadOnlyList<SinceAnswer> since = isNewest ? await memory.Look(everybody => SinceThen(everybody, standing, mine, people.ToDictionary(p => p.MenteeId)), cancel) : [];
        return TypedResults.Ok(new PlannedCaseload
        {
            Plan = PlanAnswer.Of(plan),
            People = [.. people.OrderBy(p => p.MentorId is null).ThenBy(p => p.MenteeId.Value).Select(p => new PlannedAnswer
            {
                MenteeId = p.MenteeId,
                MentorId = p.MentorId,
                Points = p.Points,
                IsPinned = p.IsPinned,
                Possible = p.Possible,
                Without = PlanWords.Without(p),
                New = before is null ? null : PlanWords.New(p, then.GetValueOrDefault(p.MenteeId)),
            })],
            PinsNotKept = [.. plan.Figures?.PinsNotKept.Where(p => mine.Contains(p.MenteeId)) ?? []],
            Before = before is null ? null : PlanAnswer.Of(before),
            SinceThen = since,
        });
    }

    // Of several plans that are equally good, the one that stands need not be the one that was made: so somebody's mentor in the plan is only said to be
    // another when the two are not possible any more.
    private static List<SinceAnswer> SinceThen(Everybody everybody, PlanAsItStands standing, IReadOnlyCollection<MenteeId> mine, Dictionary<MenteeId, PlannedPerson> planned)
    {
        if (standing.Of(everybody, mine) is not { } stands) return [];
        return
        [
            .. from id in mine.OrderBy(id => id.Value)
               let then = planned.GetValueOrDefault(id)
               let now = stands.GetValueOrDefault(id)
               let sentence = PlanWords.SinceThen(then, now, isStillPossible: then?.MentorId is not { } mentor || IsPossible(id, mentor))
               where sentence is not null
               select new SinceAnswer { MenteeId = id, MentorId = now?.MentorId, Sentence = sentence },
        ];

        bool IsPossible(MenteeId id, MentorId mentor) =>
            everybody.Mentee(id) is { } mentee && everybody.Waits(mentee) && everybody.People.Mentors.NumberOf(mentor) is { } number && Eligibility.OfPair(mentee.PairWith(everybody.People, number)).Count == 0;
    }
}

/// <summary>A plan in sentences.</summary>
public static class PlanWords
{
    /// <summary>Why somebody gets nobody; null when they get somebody.</summary>
    public static string? Without(PlannedPerson person) =>
        person.MentorId is not null ? null :
        person.Possible == 0 ? "No mentor with a free place is possible just now." :
        person.Possible == 1 ? "One mentor would be possible, and is needed for somebody who has no other." :
        $"{person.Possible} mentors would be possible, and all their places are needed for others.";

    /// <summary>What is new about somebody since a plan before; null when nothing is.</summary>
    /// <param name="now">Now.</param>
    /// <param name="before">Then; null when they were not in that plan.</param>
    public static string? New(PlannedPerson now, PlannedPerson? before) => (now, before) switch
    {
        (_, null) => "Is new among those who wait.",
        ({ MentorId: null }, { MentorId: not null }) => "Had a mentor in the plan before, and has none now.",
        ({ MentorId: not null }, { MentorId: null }) => "Has a mentor now, and had none in the plan before.",
        ({ MentorId: { } mentor }, { MentorId: { } other }) when mentor != other => now.Points > before.Points ? "Another mentor, who fits better." : "Another mentor.",
        _ => null,
    };

    /// <summary>What has changed for somebody since a plan was made; null when nothing has.</summary>
    /// <param name="then">What the plan says of them; null when they were not in it.</param>
    /// <param name="now">What the plan as it stands says of them; null when they do not wait now.</param>
    /// <param name="isStillPossible">Whether the mentor of the plan is still possible for them; of no meaning when it has none for them.</param>
    public static string? SinceThen(PlannedPerson? then, Standing? now, bool isStillPossible) => (then, now) switch
    {
        (null, null) => null,
        (null, { MentorId: null }) => "Waits now too. There is nobody for them yet.",
        (null, _) => "Waits now too, and could have a mentor.",
        (_, null) => "Does not wait any more: has an offer or a mentor, or is not ready just now.",
        ({ MentorId: null }, { MentorId: not null }) => "Could have a mentor now.",
        ({ MentorId: null }, _) => null,
        _ when isStillPossible => null,
        (_, { MentorId: null }) => "The mentor in the plan is not possible any more, and there is nobody else yet.",
        _ => "The mentor in the plan is not possible any more. Another one is.",
    };
}
