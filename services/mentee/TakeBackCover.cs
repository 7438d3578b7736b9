using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A caseworker is back, or needs no cover after all.</summary>
public static class TakeBackCover
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapDelete("/caseworkers/me/cover", (Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel) => Handle(caller.Caseworker, db, clock, cancel))
            .For(Roles.Caseworker)
            .WithSummary("Take your cover back")
            .WithDescription("Succeeds also when there is none. Tells CoverArranged without a cover.");
        app.MapDelete("/caseworkers/{caseworkerId}/cover", Handle)
            .For(Roles.Administrator)
            .WithSummary("Take a caseworker's cover back")
            .WithDescription("Succeeds also when there is none. Tells CoverArranged without a cover.");
    }

    private static async Task<NoContent> Handle(CaseworkerId caseworkerId, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var cover = await db.Covers.SingleOrDefaultAsync(c => c.Caseworker == caseworkerId, cancel);
        cover?.TakeBack(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
