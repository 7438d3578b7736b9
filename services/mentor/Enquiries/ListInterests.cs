using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Somebody who would like to be a mentor, for caseworkers.</summary>
public sealed record InterestAnswer
{
    /// <summary>The interest's id.</summary>
    public required InterestId Id { get; init; }

    /// <summary>Who they are.</summary>
    public required string Name { get; init; }

    /// <summary>Their e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Whom they work for, in their words; null when they left it out.</summary>
    public required string? WorksFor { get; init; }

    /// <summary>What else they say; empty for nothing.</summary>
    public required string Words { get; init; }

    /// <summary>When they wrote, UTC.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>What has become of it.</summary>
    public required InterestState State { get; init; }

    /// <summary>When somebody last handled it, UTC; null while it is open.</summary>
    public required DateTimeOffset? HandledAt { get; init; }

    /// <summary>The account that did; null while it is open.</summary>
    public required AccountId? HandledBy { get; init; }

    /// <summary>The note; null for none.</summary>
    public required string? Note { get; init; }

    internal static InterestAnswer Of(Interest interest) => new()
    {
        Id = interest.Id,
        Name = interest.Name,
        Email = interest.Email,
        WorksFor = interest.WorksFor,
        Words = interest.Words,
        SaidAt = interest.SaidAt,
        State = interest.State,
        HandledAt = interest.HandledAt,
        HandledBy = interest.HandledBy,
        Note = interest.Note,
    };
}

/// <summary>Caseworkers list who would like to be a mentor.</summary>
public static class ListInterests
{
    /// <summary>Maps the routes: the list, and one of it.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/interests", Handle).For(Roles.Caseworker).MayAnswer(400)
            .WithSummary("List who would like to be a mentor").WithDescription("Open ones first, those who have waited longest at the top. state: open, answered or registered; all when left out. Nobody is kept longer than six months.");
        app.MapGet("/interests/{id}", One).For(Roles.Caseworker).MayAnswer(400, 404)
            .WithSummary("Read what somebody wrote").WithDescription("With what became of it, if anything.");
    }

    private static async Task<Results<Ok<Found<InterestAnswer>>, ProblemHttpResult>> Handle([AsParameters] PageQuery page, string? state, MentorDb db, CancellationToken cancel)
    {
        if (!Answers.TryWord<InterestState>(state, out var only)) return Problems.Invalid("state is open, answered or registered.");
        var name = only?.ToString();
        var rows = await db.Interests.FromSql(
            $"""
            select *, xmin from interests
            where ({name}::text is null or state = {name})
              and ({page.After}::uuid is null or (state <> 'Open', id) > (select a.state <> 'Open', a.id from interests a where a.id = {page.After}))
            """).AsNoTracking().OrderBy(i => i.State != InterestState.Open).ThenBy(i => i.Id).Take(page.Limit).ToListAsync(cancel);
        var total = await db.Interests.CountAsync(i => only == null || i.State == only, cancel);
        return TypedResults.Ok(Found<InterestAnswer>.Of(page.Cut([.. rows.Select(InterestAnswer.Of)], i => i.Id.Value), total));
    }

    private static async Task<Results<Ok<InterestAnswer>, ProblemHttpResult>> One(InterestId id, MentorDb db, CancellationToken cancel) =>
        await db.Interests.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) is { } interest ? TypedResults.Ok(InterestAnswer.Of(interest)) : Problems.NotFound();
}
