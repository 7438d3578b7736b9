using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A young person's goals, for those who support them.</summary>
public static class ListGoalsOfMentee
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{menteeId}/goals", Handle)
        .Sensitive(RecordParts.Goals)
        .WithName(nameof(ListGoalsOfMentee))
        .WithSummary("A young person's goals with their ratings: the open ones first, the newest first among each.")
        .WithDescription("For their mentor from the approval of the match until its end, but not while contact is paused, their caseworker, a covering one, and a safeguarding lead (with an Access-Reason). Paged by cursor.")
        .Refuses(400, 404)
        .For(Roles.Mentor, Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<Page<SupportersGoal>>, ProblemHttpResult>> Handle(
        MenteeId menteeId,
        Caller caller,
        SessionDb db,
        LeadAccess lead,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        db.About = menteeId;

        // A match is remembered from its approval on.
        var mentor = caller.Is(Roles.Mentor) ? caller.Mentor : null;
        if (!await db.Matches.AnyAsync(m => m.MenteeId == menteeId && m.MentorId == mentor && m.State != MatchState.Ended && m.StoppedAt == null, cancel)
            && !await db.IsInCaseload(caller, menteeId, London.DateAt(clock.GetUtcNow()), cancel)
            && !await lead.Allows(db, caller, $"mentee {menteeId}", cancel))
            return Problems.NotFound();

        return await db.GoalsOf(menteeId, new(after, take), SupportersGoal.Of, g => g.Id, cancel) is { } page
            ? TypedResults.Ok(page)
            : Problems.Invalid("There is no page after that one. Begin again without 'after'.");
    }
}
