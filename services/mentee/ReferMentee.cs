using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A caseworker refers a young person and takes them into their caseload.</summary>
public static class ReferMentee
{
    /// <summary>Who is referred.</summary>
    public sealed record Request : Referral
    {
        /// <summary>Why now, in the caseworker's words; up to 1,000 characters. Not shown to the young person.</summary>
        /// <example>Moves into their own flat in spring and asked for somebody to talk to.</example>
        [StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
        public string? Note { get; init; }
    }

    /// <summary>The new record.</summary>
    public sealed record Answer
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Refer a young person")
        .WithDescription("The caseworker who refers becomes theirs. Tells MenteeReferred and CaseworkerAssigned.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Created<Answer>> Handle(Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var mentee = Mentee.Refer(request, request.Note, caller.Caseworker, clock.GetUtcNow());
        db.Add(mentee);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/mentees/{mentee.Id}", new Answer { Id = mentee.Id });
    }
}
