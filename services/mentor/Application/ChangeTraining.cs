using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Training that a mentor has done.</summary>
public sealed record TrainingRequest
{
    /// <summary>Which, up to 120 characters.</summary>
    /// <example>Safeguarding basics</example>
    [SomeName(TrainingDone.LongestName)]
    public required string Name { get; init; }

    /// <summary>The local date it was done: not in the future, not more than ten years ago.</summary>
    /// <example>2026-10-14</example>
    public required DateOnly DoneOn { get; init; }
}

/// <summary>A mentor, or a caseworker for them, tells which training they have done.</summary>
public static class ChangeTraining
{
    /// <summary>What has been done.</summary>
    public sealed record Request
    {
        /// <summary>Up to ten, in any order.</summary>
        [MaxLength(TrainingDone.Most, ErrorMessage = "Ten are enough. Leave out the oldest.")]
        public required IReadOnlyList<TrainingRequest> Trainings { get; init; }
    }

    /// <summary>What has been done.</summary>
    public sealed record Answer
    {
        /// <summary>Newest first.</summary>
        public required IReadOnlyList<TrainingDone> Trainings { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentors/{id}/training", Handle).For(Roles.Mentor, Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Say which training a mentor has done").WithDescription("Replaces the list. It is what the mentor tells; it counts once a caseworker has recorded the training check.");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MentorId id, Request request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MentorOf(id, cancel) is not { } mentor || !caller.MayActFor(mentor)) return Problems.NotFound();
        var today = clock.Today();
        if (request.Trainings.Any(t => t.DoneOn > today)) return Problems.Invalid("doneOn is in the future. Tell us once it is done.");
        if (request.Trainings.Any(t => t.DoneOn < today.AddYears(-10))) return Problems.Invalid("doneOn is more than ten years ago. Tell us of newer training.");
        var decision = mentor.ChangeTrainings([.. request.Trainings.Select(t => new TrainingDone { Name = t.Name.Trim(), DoneOn = t.DoneOn })], caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { Trainings = mentor.Trainings });
    }
}
