using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Caseworkers list mentors by stage and name.</summary>
public static class ListMentors
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors", Handle).For(Roles.Caseworker).MayAnswer(400)
        .WithSummary("List mentors").WithDescription("In the order of registration. stage: invited, applied, screening, cleared, paused, left or declined. search: a part of the name.");

    private static async Task<Results<Ok<Page<MentorListItem>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, string? stage, [StringLength(100, ErrorMessage = "search is longer than 100 characters.")] string? search, MentorDb db, CancellationToken cancel)
    {
        Stage? at = Enum.GetValues<Stage>().Where(s => string.Equals(s.ToString(), stage, StringComparison.OrdinalIgnoreCase)).Cast<Stage?>().SingleOrDefault();
        if (stage is not null && at is null) return Problems.Invalid("stage is invited, applied, screening, cleared, paused, left or declined.");
        var rows = await db.PageOfMentors(page, null, at, Answers.Tidy(search), cancel);
        return TypedResults.Ok(page.Cut([.. rows.Select(MentorListItem.Of)], m => m.MentorId.Value));
    }
}
