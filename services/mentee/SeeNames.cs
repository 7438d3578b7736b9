using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>The names of several young people at once, for lists in which other services know only their ids.</summary>
public static class SeeNames
{
    /// <summary>The most names that are given at once.</summary>
    public const int Most = 100;

    /// <summary>One name.</summary>
    public sealed record Name
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>The name they like to be called by.</summary>
        /// <example>Riley</example>
        public required string FirstName { get; init; }

        /// <summary>The family name.</summary>
        /// <example>Morgan</example>
        public required string LastName { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/names", Handle)
        .For(Roles.Caseworker)
        .WithSummary("The names of some of your young people")
        .WithDescription("ids, given several times, up to 100. Those of your own caseload and those you cover today; the others are left out.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<IReadOnlyList<Name>>, ProblemHttpResult>> Handle(MenteeId[] ids, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (ids.Length > Most) return Problems.Invalid($"Ask for {Most} names at most at a time.");
        var names = await db.Mentees.AsNoTracking()
            .InCaseloadOf(caller.Caseworker, db, clock.Today())
            .Where(m => ids.Contains(m.Id))
            .OrderBy(m => m.Id)
            .Select(m => new Name { Id = m.Id, FirstName = m.Person.FirstName, LastName = m.Person.LastName })
            .ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<Name>>(names);
    }
}
