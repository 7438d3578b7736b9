using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Caseworkers list mentors by stage, partner and name.</summary>
public static class ListMentors
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors", Handle).For(Roles.Caseworker).MayAnswer(400)
        .WithSummary("List mentors").WithDescription(
            "In the order of registration. stage: invited, applied, screening, cleared, paused, left or declined. needsScreening=true: applied or in screening. search: a part of the name or email. partner: a partner's id.");

    private static async Task<Results<Ok<Found<MentorListItem>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, string? stage, bool? needsScreening, PartnerId? partner,
        [StringLength(100, ErrorMessage = "search is longer than 100 characters.")] string? search, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!Answers.TryWord<Stage>(stage, out var at)) return Problems.Invalid("stage is invited, applied, screening, cleared, paused, left or declined.");
        Stage[]? stages = (at, needsScreening) switch
        {
            ({ } one, not true) => [one],
            ({ } one, true) => [.. OnTheWay.Where(s => s == one)],
            (null, true) => OnTheWay,
            _ => null,
        };
        var (mentors, total) = await db.PageOfMentors(page, partner, stages, Answers.Tidy(search), cancel);
        PartnerId[] partners = [.. mentors.Select(m => m.PartnerId).OfType<PartnerId>().Distinct()];
        var names = await db.Partners.Where(p => partners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var today = clock.Today();
        return TypedResults.Ok(Found<MentorListItem>.Of(page.Cut([.. mentors.Select(m => MentorListItem.Of(m, m.PartnerId is { } id ? names[id] : null, today))], m => m.MentorId.Value), total));
    }

    private static readonly Stage[] OnTheWay = [Stage.Applied, Stage.Screening];
}
