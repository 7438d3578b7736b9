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
        .WithDescription("For calendars, which cannot sign in: whoever has the address reads when its owner has sessions, and nothing of anybody else. The owner can change or close it at any time. It is empty once their account is shut or they have left. Sixty days back and all that is to come.")
        .Produces<string>(200, SessionCalendar.ContentType)
        .Refuses(404)
        .ForAnybody();

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(
        string token, SessionDb db, TimeProvider clock, IConfiguration settings, HttpContext http, CancellationToken cancel)
    {
        var hash = OwnChoices.HashOf(token);
        var owner = await db.OwnChoices.AsNoTracking().SingleOrDefaultAsync(c => c.CalendarHash == hash, cancel);
        if (owner is null) return Problems.NotFound();

        // Nothing rather than no answer: told that an address is gone, calendars keep for ever what they have.
        if (await MayNotComeIn(db, owner, cancel)) return Calendar(http, SessionCalendar.OfMany([], new Dictionary<PlaceId, Place>(), owner.Side, CalendarSender.From(settings)));

        // What goes on while contact is paused is not called off, and yet nobody is to learn here where the other is.
        var from = clock.GetUtcNow().AddDays(-DaysBack);
        MenteeId? mentee = owner.Side == Voice.Mentee ? new(owner.PersonId) : null;
        MentorId? mentor = owner.Side == Voice.Mentor ? new(owner.PersonId) : null;
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => (s.MenteeId == mentee || s.MentorId == mentor) && s.StartsAt >= from && (s.State != SessionState.Booked || !db.Apart.Any(m => m.Id == s.MatchId)))
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToArrayAsync(cancel);
        var places = await db.PlacesOf(sessions, cancel);
        return Calendar(http, SessionCalendar.OfMany(sessions, places, owner.Side, CalendarSender.From(settings)));
    }

    /// <summary>Whether somebody's account is shut, or they have left the programme.</summary>
    private static async Task<bool> MayNotComeIn(SessionDb db, OwnChoices owner, CancellationToken cancel)
    {
        if (owner.IsShut) return true;
        if (owner.Side == Voice.Mentor) return await db.Mentors.AnyAsync(m => m.Id == new MentorId(owner.PersonId) && m.LeftAt != null, cancel);
        return await db.Mentees.AnyAsync(m => m.Id == new MenteeId(owner.PersonId) && m.LeftAt != null, cancel);
    }

    private static ContentHttpResult Calendar(HttpContext http, string text)
    {
        // What was called off, or must not be known any more, is not kept anywhere on the way.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(text, SessionCalendar.ContentType, System.Text.Encoding.UTF8);
    }
}
