using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A caseworker takes on a young person who waits, or hands one of theirs over to a colleague.</summary>
public static class AssignCaseworker
{
    /// <summary>Whose caseload it is to be.</summary>
    public sealed record Request
    {
        /// <summary>The caseworker's account: the caller's own to take somebody on, a colleague's to hand over.</summary>
        /// <example>0198c0de-0000-7000-8000-0000000000c1</example>
        public required CaseworkerId CaseworkerId { get; init; }

        /// <summary>Why, if there is something to say; up to 500 characters. It stands in the timeline.</summary>
        /// <example>I move to another team in May.</example>
        [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
        public string? Why { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/caseworker", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Take on a young person, or hand over")
        .WithDescription("Who waits can be taken by any caseworker, for themselves. Who is in a caseload can be handed over by that caseworker, or by whoever covers for them. Tells CaseworkerAssigned.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(MenteeId id, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (request.CaseworkerId.Value == Guid.Empty) return Problems.Invalid("Say which caseworker: an id of only zeros is nobody's.");
        await db.Hold(id, cancel);
        var today = clock.Today();
        var mentee = await db.Mentees.SingleOrDefaultAsync(m => m.Id == id, cancel);
        var waits = mentee is { Caseworker: null } && mentee.Stage != MenteeStage.Left;
        if (mentee is null || !(waits || await db.Mentees.InCaseloadOf(caller.Caseworker, db, today).AnyAsync(m => m.Id == id, cancel))) return Problems.NotFound();
        if (waits && request.CaseworkerId != caller.Caseworker) return Problems.Conflict("Nobody has taken this young person on yet. Take them on yourself first; then you can hand over.");

        var decision = mentee.AssignTo(request.CaseworkerId, caller.Caseworker, request.Why, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
