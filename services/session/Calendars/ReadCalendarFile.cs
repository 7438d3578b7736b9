using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>One session as a file for a calendar.</summary>
public static class ReadCalendarFile
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/sessions/{sessionId}/calendar", Handle)
        .WithName(nameof(ReadCalendarFile))
        .WithSummary("One of your sessions as an iCalendar file.")
        .WithDescription("Read again after a change, it replaces what a calendar had of the session, and takes it out once it was called off. It names nobody.")
        .Produces<string>(200, SessionCalendar.ContentType)
        .Refuses(404)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(SessionId sessionId, Caller caller, SessionDb db, IConfiguration settings, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session?.VoiceOf(caller) is not { } voice) return Problems.NotFound();
        if (session.State == SessionState.Booked && await db.IsApart(session.MatchId, cancel)) return Problems.NotFound();
        var places = await db.PlacesOf([session], cancel);
        return TypedResults.Text(SessionCalendar.OfOne(session, places, voice, CalendarSender.From(settings)), SessionCalendar.ContentType, System.Text.Encoding.UTF8);
    }
}
