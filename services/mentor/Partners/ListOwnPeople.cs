using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator lists their own people and how far the screening of each is.</summary>
public static class ListOwnPeople
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/mentors", Handle).For(Roles.Coordinator).MayAnswer(400, 404)
        .WithSummary("List the partner's people").WithDescription(
            "In the order in which they were registered. stage: invited, applied, screening, cleared, paused or ended. search: a part of the name or email. Shows which checks are still to be made, never how one came out.");

    private static async Task<Results<Ok<Found<OwnPersonAnswer>>, ProblemHttpResult>> Handle(
        PartnerId partnerId, [AsParameters] PageQuery page, string? stage, [StringLength(100, ErrorMessage = "search is longer than 100 characters.")] string? search,
        Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId) || !await db.Partners.AnyAsync(p => p.Id == partnerId, cancel)) return Problems.NotFound();
        if (!Answers.TryWord<Progress>(stage, out var at)) return Problems.Invalid("stage is invited, applied, screening, cleared, paused or ended.");
        Stage[]? stages = at is null ? null : [.. Enum.GetValues<Stage>().Where(s => ProgressOf.Stage(s) == at)];
        var (people, total) = await db.PageOfMentors(page, partnerId, stages, Answers.Tidy(search), cancel);
        return TypedResults.Ok(Found<OwnPersonAnswer>.Of(page.Cut([.. people.Select(m => OwnPersonAnswer.Of(m, clock.Today()))], m => m.MentorId.Value), total));
    }
}
