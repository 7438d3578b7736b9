using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The author ticks the next step of a reflection.</summary>
public static class TickNextStep
{
    /// <summary>What is so.</summary>
    public sealed record Request
    {
        /// <summary>Whether it is done; false takes the tick away.</summary>
        /// <example>true</example>
        public required bool Done { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/reflections/{reflectionId}/next-step", Handle)
        .WithName(nameof(TickNextStep))
        .WithSummary("Tick the next step of your reflection, or take the tick away.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<MyReflection>, ProblemHttpResult>> Handle(
        ReflectionId reflectionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MyReflection(reflectionId, caller, cancel) is not { } mine) return Problems.NotFound();
        var decision = mine.Reflection.Tick(request.Done, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MyReflection.Of(mine.Reflection, mine.SessionAt));
    }
}
