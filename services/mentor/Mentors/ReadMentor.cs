using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A caseworker reads a mentor's whole record; a safeguarding lead too, with a reason that is kept.</summary>
public static class ReadMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/{id}", Handle).Sensitive(RecordParts.Mentor).For(Roles.Caseworker, Roles.SafeguardingLead).MayAnswer(400, 403, 404)
        .WithSummary("Read a mentor").WithDescription("A safeguarding lead says why in the Access-Reason header (10 to 500 characters); the reason is kept.");

    private static async Task<Results<Ok<MentorAnswer>, ProblemHttpResult>> Handle(
        MentorId id, Caller caller, LeadAccess lead, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var mentor = await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (mentor is null) return Problems.NotFound();
        if (!caller.Is(Roles.Caseworker) && !await lead.Allows(db, caller, $"mentor {id}", cancel)) return Problems.NotFound();
        return TypedResults.Ok(MentorAnswer.Of(mentor, clock.Today()));
    }
}
