using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>All sessions of somebody, for a calendar that subscribes.</summary>
public static class ReadCalendar
{
    /// <summary>How many days back it reaches.</summary>
    public const int DaysBack = 60;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/calendars/{token}", Handle)
        .WithName(nameof(ReadCalendar))
        .WithSummary("The calendar that a secret address leads to.")
        .WithDescription("For calendars, which cannot sign in: whoever has the address reads when its owner has sessions, and nothing of anybody else. The owner can change or close it at any time. Sixty days back and all that is to come.")
        .Produces<string>(200, SessionCalendar.ContentType)
        .Refuses(404)
        .ForAnybody();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(
        string token, SessionDb db, TimeProvider clock, IConfiguration settings, HttpContext http, CancellationToken cancel)
    {
        var hash = OwnChoices.HashOf(token);
        var owner = await db.OwnChoices.AsNoTracking().SingleOrDefaultAsync(c => c.CalendarHash == hash, cancel);
        if (owner is null) return Problems.NotFound();

        var from = clock.GetUtcNow().AddDays(-DaysBack);
        MenteeId? mentee = owner.Side == Voice.Mentee ? new(owner.PersonId) : null;
        MentorId? mentor = owner.Side == Voice.Mentor ? new(owner.PersonId) : null;
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => (s.MenteeId == mentee || s.MentorId == mentor) && s.StartsAt >= from)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToArrayAsync(cancel);
        var places = await db.PlacesOf(sessions, cancel);
        http.Response.Headers.CacheControl = "private, max-age=300";
        return TypedResults.Text(SessionCalendar.OfMany(sessions, places, owner.Side, CalendarSender.From(settings)), SessionCalendar.ContentType, System.Text.Encoding.UTF8);
    }
}
