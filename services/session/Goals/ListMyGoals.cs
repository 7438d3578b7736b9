using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>A young person's own goals.</summary>
public static class ListMyGoals
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/goals/me", Handle)
        .WithName(nameof(ListMyGoals))
        .WithSummary("Your goals with their ratings: the open ones first, the newest first among each.")
        .WithDescription("Paged by cursor.")
        .Refuses(400)
        .For(Roles.Mentee);

    private static async Task<Results<Ok<Page<MenteesGoal>>, ProblemHttpResult>> Handle(
        Caller caller,
        SessionDb db,
        CancellationToken cancel,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        if (caller.Mentee is not { } mentee) return TypedResults.Ok(new Page<MenteesGoal> { Items = [], Next = null });
        return await db.GoalsOf(mentee, new(after, take), MenteesGoal.Of, g => g.Id, cancel) is { } page
            ? TypedResults.Ok(page)
            : Problems.Invalid("There is no page after that one. Begin again without 'after'.");
    }
}
