using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>A young person's own offers and matches, and a mentor's own matches.</summary>
internal static class ReadMyMatches
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mentees/me/offers", MyOffers)
            .WithSummary("See the mentors you can choose from")
            .WithDescription("The young person's own open offers, oldest first, with reasons in plain words and no scores. Three at the most.")
            .For(Roles.Mentee);
        app.MapGet("/mentees/me/matches", MyMatches)
            .WithSummary("See the mentors you said yes to")
            .WithDescription("Every match the young person said yes to, oldest first, with where it stands.")
            .For(Roles.Mentee);
        app.MapGet("/mentors/me/matches", MyMatchesAsMentor)
            .WithSummary("See who would like you as their mentor, and your matches")
            .WithDescription("Only matches in which the young person said yes first, oldest first. Who it is shows while the match is open.")
            .For(Roles.Mentor);
    }

    private static async Task<Ok<Page<MenteeMatch>>> MyOffers([AsParameters] PageQuery page, Caller caller, MatchingDb db, CancellationToken cancel) =>
        TypedResults.Ok(page.Cut(await Rows(db.MatchesAfter(page).Where(m => m.MenteeId == caller.Mentee && m.State == MatchState.Offered), page, MenteeMatch.Of, cancel), m => m.MatchId.Value));

    private static async Task<Ok<Page<MenteeMatch>>> MyMatches([AsParameters] PageQuery page, Caller caller, MatchingDb db, CancellationToken cancel) =>
        TypedResults.Ok(page.Cut(await Rows(db.MatchesAfter(page).Where(m => m.MenteeId == caller.Mentee && m.AgreedByMenteeAt != null), page, MenteeMatch.Of, cancel), m => m.MatchId.Value));

    private static async Task<Ok<Page<MentorMatch>>> MyMatchesAsMentor([AsParameters] PageQuery page, Caller caller, MatchingDb db, CancellationToken cancel)
    {
        var matches = await Rows(db.MatchesAfter(page).Where(m => m.MentorId == caller.Mentor && m.AgreedByMenteeAt != null), page, m => m, cancel);
        var mentees = matches.Select(m => m.MenteeId).Distinct().ToList();
        var caseworkers = await db.Mentees.Where(m => mentees.Contains(m.Id)).Select(m => new { m.Id, m.Caseworker }).ToDictionaryAsync(m => m.Id, m => m.Caseworker, cancel);
        return TypedResults.Ok(page.Cut([.. matches.Select(m => MentorMatch.Of(m, caseworkers.GetValueOrDefault(m.MenteeId)))], m => m.MatchId.Value));
    }

    private static async Task<List<T>> Rows<T>(IQueryable<Match> matches, PageQuery page, Func<Match, T> view, CancellationToken cancel) =>
        [.. (await matches.OrderBy(m => m.Id).Take(page.Limit).ToListAsync(cancel)).Select(view)];
}
