using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Caseworkers list mentors by stage and name.</summary>
public static class ListMentors
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors", Handle).For(Roles.Caseworker).MayAnswer(400)
        .WithSummary("List mentors").WithDescription("In the order of registration. stage: invited, applied, screening, cleared, paused, left or declined. search: a part of the name.");

    private static async Task<Results<Ok<Page<MentorListItem>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page, Stage? stage, [StringLength(100, ErrorMessage = "search is longer than 100 characters.")] string? search, MentorDb db, CancellationToken cancel)
    {
        if (stage is { } known && !Enum.IsDefined(known)) return Problems.Invalid("stage is invited, applied, screening, cleared, paused, left or declined.");
        var mentors = db.Mentors.FromSql($"select *, xmin from mentors where id > {page.After ?? Guid.Empty}").AsNoTracking();
        if (stage is not null) mentors = mentors.Where(m => m.Stage == stage);
        if (Answers.Tidy(search) is { } part)
        {
            var pattern = $"%{part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            mentors = mentors.Where(m => EF.Functions.ILike(m.FirstName + " " + m.LastName, pattern));
        }

        var rows = await mentors.OrderBy(m => m.Id).Take(page.Limit).ToListAsync(cancel);
        return TypedResults.Ok(page.Cut([.. rows.Select(MentorListItem.Of)], m => m.MentorId.Value));
    }
}
