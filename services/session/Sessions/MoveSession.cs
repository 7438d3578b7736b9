using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The young person or the mentor moves a session: the new time is taken and the old one freed in one step.</summary>
public static class MoveSession
{
    /// <summary>Where to.</summary>
    public sealed record Request
    {
        /// <summary>When it is to start: one of the match's slots, or a time that only its own old time stands in the way of.</summary>
        /// <example>2026-11-26T18:00:00Z</example>
        [InOurTime]
        public required DateTimeOffset StartsAt { get; init; }

        /// <summary>How long, in minutes: 30, 45, 60 or 90; as before when left out.</summary>
        /// <example>60</example>
        [AllowedValues(null, 30, 45, 60, 90, ErrorMessage = "A session lasts 30, 45, 60 or 90 minutes.")]
        public int? Minutes { get; init; }

        /// <summary>How the two meet; as before when left out.</summary>
        /// <example>phone</example>
        public MeetingWay? How { get; init; }

        /// <summary>The safe place where the two are to meet in person; as before when left out.</summary>
        public PlaceId? PlaceId { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/sessions/{sessionId}/move", Handle)
        .WithName(nameof(MoveSession))
        .WithSummary("Move a session to another time, in one step.")
        .WithDescription("If the new time cannot be had, the session stays as it was. When two people move one session at the same moment, one of them is asked to look again.")
        .Produces<MenteesSession>()
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, ProblemHttpResult>> Handle(
        SessionId sessionId, Request request, Caller caller, SessionDb db, VideoRooms video, TimeProvider clock, CancellationToken cancel)
    {
        // Read before anything is held: an edit that was made meanwhile is then noticed and not written over.
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session?.VoiceOf(caller) is not { } voice) return Problems.NotFound();

        var now = clock.GetUtcNow();
        var minutes = request.Minutes ?? (int)session.Time.Length.TotalMinutes;
        var time = Stretch.Of(request.StartsAt, minutes);
        var match = await db.HoldMatch(session.MatchId, cancel) ?? throw new InvalidOperationException("A session without its match.");
        var diary = await db.HeldDiary(match, voice, time, except: session.Id, now, cancel);

        var how = request.How ?? session.How;
        var placeId = request.PlaceId ?? (how == MeetingWay.InPerson ? session.PlaceId : null);
        var place = await db.KeepPlaceAt(placeId, cancel);
        var isElsewhere = how != session.How || placeId != session.PlaceId;

        // A room that was given stays; a place may have been given up since.
        if ((isElsewhere || (how == MeetingWay.InPerson && time != session.Time)) && Where.WhyNot(how, placeId, place, video) is { } why) return Problems.Conflict(why);

        var decision = session.Move(diary, time, isElsewhere ? Where.At(how, place, video) : session.Where);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        var isApart = match.IsApart;
        return voice == Voice.Mentor ? TypedResults.Ok(MentorsSession.Of(session, isApart)) : TypedResults.Ok(MenteesSession.Of(session, isApart));
    }
}
