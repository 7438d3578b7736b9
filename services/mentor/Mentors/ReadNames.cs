using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>The names of several mentors at once, so that a list needs one call and not one for each row.</summary>
public static class ReadNames
{
    /// <summary>A mentor's name.</summary>
    public sealed record Name
    {
        /// <summary>The mentor.</summary>
        public required MentorId Id { get; init; }

        /// <summary>First name.</summary>
        public required string FirstName { get; init; }

        /// <summary>Last name.</summary>
        public required string LastName { get; init; }

        /// <summary>Where they stand.</summary>
        public required Stage Stage { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/names", Handle).For(Roles.Caseworker, Roles.SafeguardingLead).MayAnswer(400, 403)
        .WithSummary("Read the names of several mentors").WithDescription(
            "ids: up to 100, separated by commas or said several times. Who is not there is left out. A safeguarding lead says why in the Access-Reason header; the reason is kept with each name.");

    private static async Task<Results<Ok<IReadOnlyList<Name>>, ProblemHttpResult>> Handle(string[]? ids, Caller caller, LeadAccess lead, MentorDb db, CancellationToken cancel)
    {
        if (!Answers.TryIds(ids, out var asked)) return Problems.Invalid(Answers.IdsAre);
        var names = await db.Mentors.AsNoTracking().Where(m => asked.Contains(m.Id)).OrderBy(m => m.Id)
            .Select(m => new Name { Id = m.Id, FirstName = m.FirstName, LastName = m.LastName, Stage = m.Stage }).ToListAsync(cancel);
        if (caller.Is(Roles.Caseworker)) return TypedResults.Ok<IReadOnlyList<Name>>(names);
        foreach (var name in names)
            if (!await lead.Allows(db, caller, $"mentor {name.Id} (name)", cancel)) return Problems.NotFound();
        return TypedResults.Ok<IReadOnlyList<Name>>(names);
    }
}
