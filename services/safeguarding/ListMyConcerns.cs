using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>The caller's own concerns.</summary>
public static class ListMyConcerns
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/concerns/mine", Handle)
        .WithName(nameof(ListMyConcerns))
        .WithSummary("The concerns you raised, the newest first.")
        .WithDescription("Each with whether it was read, and when. Paged by cursor.")
        .Refuses(400)
        .ForEverybodySignedIn();

    private static async Task<Ok<Page<MyConcern>>> Handle(
        Caller caller,
        SafeguardingDb db,
        CancellationToken cancel,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        var page = new PageQuery(after, take);
        var mine = db.Concerns.AsNoTracking().Where(c => c.RaisedBy == caller.Account);
        if (after is { } last) mine = mine.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.RaisedBy, c.Id), ValueTuple.Create((AccountId?)caller.Account, new ConcernId(last))));
        return TypedResults.Ok(page.Cut(await mine.OrderByDescending(c => c.Id).Take(page.Limit).Select(MyConcern.Reading).ToArrayAsync(cancel), c => c.Id.Value));
    }
}
