using System.Text.Json;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Matches for staff: a caseworker's caseload, and for a safeguarding lead any one, with a reason.</summary>
internal static class ReadMatches
{
    // As they are written in JSON.
    private static readonly Dictionary<string, MatchState> States = Enum.GetValues<MatchState>().ToDictionary(s => JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/matches", OfCaseload)
            .WithSummary("List the matches of the caseload")
            .WithDescription("Of the caller's own young people and those covered today, oldest first. Filter by mentor, by state, as it is written in the answers, or by closings that are still owed.")
            .For(Roles.Caseworker);
        app.MapGet("/matches/{matchId}", One)
            .Sensitive(RecordParts.Matches)
            .WithSummary("Read one match")
            .WithDescription("Everything about it, and before the approval every condition for it with whether it holds now. A safeguarding lead says why in the Access-Reason header.")
            .For(Roles.Caseworker, Roles.SafeguardingLead);
        app.MapGet("/mentees/{menteeId}/matches", OfMentee)
            .Sensitive(RecordParts.Matches)
            .WithSummary("List the offers and matches of one young person")
            .WithDescription("Oldest first. A safeguarding lead says why in the Access-Reason header.")
            .For(Roles.Caseworker, Roles.SafeguardingLead);
    }

    private static async Task<Results<Ok<Page<CaseworkerMatch>>, ProblemHttpResult>> OfCaseload(
        [AsParameters] PageQuery page, string? state, bool? closingOwed, MentorId? mentorId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var mentees = db.CaseloadOf(caller.Caseworker, clock.Today()).Select(m => m.Id);
        var matches = db.MatchesAfter(page).Where(m => mentees.Contains(m.MenteeId));
        if (state is not null)
        {
            if (!States.TryGetValue(state, out var wanted)) return Problems.Invalid($"There is no such state. There are: {string.Join(", ", States.Keys)}.");
            matches = matches.Where(m => m.State == wanted);
        }

        if (mentorId is { } mentor) matches = matches.Where(m => m.MentorId == mentor);
        if (closingOwed is { } owed) matches = matches.Where(m => m.ClosingOwed == owed);
        return TypedResults.Ok(await Cut(matches, page, cancel));
    }

    private static async Task<Results<Ok<CaseworkerMatch>, ProblemHttpResult>> One(
        MatchId matchId, Caller caller, MatchingDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        var match = await db.Matches.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matchId, cancel);
        if (match is null || !await MayRead(match.MenteeId, caller, db, lead, clock, cancel)) return Problems.NotFound();
        return TypedResults.Ok(CaseworkerMatch.Of(match, match.IsBeforeApproval ? await Conditions(match, db, clock, cancel) : []));
    }

    private static async Task<Results<Ok<Page<CaseworkerMatch>>, ProblemHttpResult>> OfMentee(
        MenteeId menteeId, [AsParameters] PageQuery page, Caller caller, MatchingDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        if (!await db.Mentees.AnyAsync(m => m.Id == menteeId, cancel) || !await MayRead(menteeId, caller, db, lead, clock, cancel)) return Problems.NotFound();
        return TypedResults.Ok(await Cut(db.MatchesAfter(page).Where(m => m.MenteeId == menteeId), page, cancel));
    }

    private static async Task<IReadOnlyList<Condition>> Conditions(Match match, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var mentor = await db.Mentors.AsNoTracking().SingleAsync(m => m.Id == match.MentorId, cancel);
        var mentee = await db.Mentees.AsNoTracking().SingleAsync(m => m.Id == match.MenteeId, cancel);
        return Approval.Conditions(match, mentor, await db.ApprovedOthers(match, cancel), mentee, clock.GetUtcNow());
    }

    private static async Task<bool> MayRead(MenteeId mentee, Caller caller, MatchingDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        db.About = mentee;
        return await db.IsCaseworkerOf(caller, mentee, clock.Today(), cancel) || await lead.Allows(db, caller, $"mentee {mentee}", cancel);
    }

    private static async Task<Page<CaseworkerMatch>> Cut(IQueryable<Match> matches, PageQuery page, CancellationToken cancel)
    {
        var rows = await matches.OrderBy(m => m.Id).Take(page.Limit).ToListAsync(cancel);
        return page.Cut([.. rows.Select(CaseworkerMatch.Of)], m => m.MatchId.Value);
    }
}
