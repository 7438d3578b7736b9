using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The young person or the mentor books a session.</summary>
public static class BookSession
{
    /// <summary>What to book.</summary>
    public sealed record Request
    {
        /// <summary>When it is to start: one of the match's slots.</summary>
        /// <example>2026-11-25T18:00:00Z</example>
        [InOurTime]
        public required DateTimeOffset StartsAt { get; init; }

        /// <summary>How long, in minutes: 30, 45, 60 or 90.</summary>
        /// <example>60</example>
        [AllowedValues(30, 45, 60, 90, ErrorMessage = "A session lasts 30, 45, 60 or 90 minutes.")]
        public required int Minutes { get; init; }

        /// <summary>How the two meet: <c>in-person</c>, <c>video</c> or <c>phone</c>.</summary>
        /// <example>video</example>
        public required MeetingWay How { get; init; }

        /// <summary>The safe place where the two meet in person, one of <c>GET /places</c>; left out otherwise.</summary>
        public PlaceId? PlaceId { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/sessions", Handle)
        .WithName(nameof(BookSession))
        .WithSummary("Book a session.")
        .WithDescription("The time is looked at again at the moment of booking. Of many who ask for one time, one gets it and the others are told that it is taken.")
        .Produces<MenteesSession>(201)
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Created<MenteesSession>, Created<MentorsSession>, ProblemHttpResult>> Handle(
        MatchId matchId, Request request, Caller caller, SessionDb db, VideoRooms video, TimeProvider clock, CancellationToken cancel)
    {
        var match = await db.HoldMatch(matchId, cancel);
        if (match?.VoiceOf(caller) is not { } voice) return Problems.NotFound();

        var now = clock.GetUtcNow();
        var time = Stretch.Of(request.StartsAt, request.Minutes);
        var diary = await db.HeldDiary(match, voice, time, except: null, now, cancel);
        if (Slots.WhyNot(diary, time, request.How) is { } sentence) return Problems.Conflict(sentence);

        var place = await db.KeepPlaceAt(request.PlaceId, cancel);
        if (Where.WhyNot(request.How, request.PlaceId, place, video) is { } why) return Problems.Conflict(why);

        var session = Session.Book(match, time, Where.At(request.How, place, video), voice, now);
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        var isApart = match.IsApart;
        var address = $"/sessions/{session.Id}";
        return voice == Voice.Mentor
            ? TypedResults.Created(address, MentorsSession.Of(session, isApart))
            : TypedResults.Created(address, MenteesSession.Of(session, isApart));
    }
}
