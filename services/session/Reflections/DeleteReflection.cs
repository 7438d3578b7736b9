using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The author throws a reflection away.</summary>
public static class DeleteReflection
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapDelete("/reflections/{reflectionId}", Handle)
        .WithName(nameof(DeleteReflection))
        .WithSummary("Delete your own reflection for good.")
        .WithDescription("A draft or a finished one, as long as it is not shared.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(ReflectionId reflectionId, Caller caller, SessionDb db, CancellationToken cancel)
    {
        if (await db.MyReflection(reflectionId, caller, cancel) is not { } mine) return Problems.NotFound();
        var decision = mine.Reflection.ThrowAway();
        if (decision.IsRefused) return decision.AsConflict();
        db.Remove(mine.Reflection);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
