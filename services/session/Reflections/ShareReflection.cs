using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The author shares a reflection, or stops sharing it.</summary>
public static class ShareReflection
{
    /// <summary>What is wanted.</summary>
    public sealed record Request
    {
        /// <summary>Whether the other side of the match and the young person's caseworker may read it.</summary>
        /// <example>true</example>
        public required bool Shared { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/reflections/{reflectionId}/sharing", Handle)
        .WithName(nameof(ShareReflection))
        .WithSummary("Share your reflection, or stop sharing it.")
        .WithDescription("Shared, the other side of the match can read it until the match ends, and the young person's caseworker; not while contact is paused. To stop sharing is always possible.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<MyReflection>, ProblemHttpResult>> Handle(
        ReflectionId reflectionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MyReflection(reflectionId, caller, cancel) is not { } mine) return Problems.NotFound();

        // Held, so that it is not shared in a match that is ending, or in which contact is paused, at this moment.
        var match = await db.HoldMatch(mine.Reflection.MatchId, cancel) ?? throw new InvalidOperationException("A reflection without its match.");
        var decision = request.Shared ? mine.Reflection.Share(match.State, clock.GetUtcNow(), isPaused: match.StoppedAt is not null) : mine.Reflection.KeepPrivate();
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MyReflection.Of(mine.Reflection, mine.SessionAt));
    }
}
