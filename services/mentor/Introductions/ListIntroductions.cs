using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A young person reads the introductions of everybody who is offered to or matched with them; a caseworker of those they ask for.</summary>
public static class ListIntroductions
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/introductions", Handle).For(Roles.Mentee, Roles.Caseworker).MayAnswer(400)
        .WithSummary("Read mentors' introductions").WithDescription("A young person: of every mentor offered to or matched with them now. A caseworker: ids, up to 100, separated by commas or said several times.");

    private static async Task<Results<Ok<IReadOnlyList<IntroductionAnswer>>, ProblemHttpResult>> Handle(string[]? ids, Caller caller, MentorDb db, CancellationToken cancel)
    {
        MentorId[] whose;
        if (caller.Is(Roles.Caseworker))
        {
            if (!Answers.TryIds(ids, out whose)) return Problems.Invalid(Answers.IdsAre);
        }
        else
        {
            var mentee = caller.Mentee;
            whose = mentee is null ? [] : await db.Introductions.Where(i => i.MenteeId == mentee && i.ClosedAt == null).Select(i => i.MentorId).Distinct().ToArrayAsync(cancel);
        }

        var mentors = await db.Mentors.AsNoTracking().Where(m => whose.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(cancel);
        return TypedResults.Ok<IReadOnlyList<IntroductionAnswer>>([.. mentors.Select(IntroductionAnswer.Of)]);
    }
}
