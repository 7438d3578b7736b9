using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>Whoever raised a concern says more.</summary>
public static class SayMore
{
    /// <summary>What they add.</summary>
    public sealed record Request
    {
        /// <summary>The words, at most 5,000 characters.</summary>
        /// <example>It happened again today.</example>
        [Required(ErrorMessage = "Write what you want to add.")]
        [StringLength(5000, ErrorMessage = "That is a lot to write. Please keep it under 5,000 characters; you can add more afterwards.")]
        public required string Words { get; init; }

        /// <summary>Whether somebody is in danger right now.</summary>
        /// <example>false</example>
        public bool InDangerNow { get; init; }
    }

    internal const int Most = 200;

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/mine/{concernId}/words", Handle)
        .WithName(nameof(SayMore))
        .WithSummary("Add words to a concern you raised.")
        .WithDescription("A safeguarding lead is shown that there are new words. A concern that was taken care of is opened again.")
        .Refuses(400, 404, 409)
        .ForEverybodySignedIn();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ConcernId concernId, Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel)
    {
        await db.Hold(concernId, cancel);
        var concern = await db.Concerns.SingleOrDefaultAsync(c => c.Id == concernId && c.RaisedBy == caller.Account, cancel);
        if (concern is null) return Problems.NotFound();
        if (concern.Log.Count(e => e.Step == Step.MoreWords) >= Most) return Problems.Conflict("There is no more room here. Please raise a new concern.");

        concern.SayMore(caller.Account, request.Words.Trim(), request.InDangerNow, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
