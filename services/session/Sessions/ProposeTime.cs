using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>One side asks the other for another time, and the other says yes, and the session moves, or no, and it stays.</summary>
public static class ProposeTime
{
    /// <summary>The time asked for.</summary>
    public sealed record Request
    {
        /// <summary>When it would start: one of the match's slots.</summary>
        /// <example>2026-11-26T18:00:00Z</example>
        [InOurTime]
        public required DateTimeOffset StartsAt { get; init; }

        /// <summary>How long, in minutes: 30, 45, 60 or 90; as now when left out.</summary>
        /// <example>60</example>
        [AllowedValues(null, 30, 45, 60, 90, ErrorMessage = "A session lasts 30, 45, 60 or 90 minutes.")]
        public int? Minutes { get; init; }
    }

    /// <summary>The answer to it.</summary>
    public sealed record Reply
    {
        /// <summary>The start that was asked for, so that nobody says yes to another time than the one they saw.</summary>
        /// <example>2026-11-26T18:00:00Z</example>
        [InOurTime]
        public required DateTimeOffset StartsAt { get; init; }

        /// <summary>True for yes, false for no.</summary>
        /// <example>true</example>
        public required bool Accept { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sessions/{sessionId}/proposal", Propose)
            .WithName(nameof(ProposeTime)).WithSummary("Ask the other side for another time.")
            .WithDescription("Possible until it begins. Nothing is held for it, and the session stays as it is until the other says yes. A new question takes the place of one that is open.")
            .Produces<MenteesSession>().Refuses(400, 404, 409).For(Roles.Mentee, Roles.Mentor);
        app.MapPost("/sessions/{sessionId}/proposal/answer", Answer)
            .WithName("AnswerProposal").WithSummary("Say yes or no to the other time.")
            .WithDescription("With a yes the session moves in one step, if the time can be had at that moment. With a no it stays.")
            .Produces<MenteesSession>().Refuses(400, 404, 409).For(Roles.Mentee, Roles.Mentor);
        app.MapDelete("/sessions/{sessionId}/proposal", TakeBack)
            .WithName("TakeProposalBack").WithSummary("Take the question for another time back.")
            .Produces<MenteesSession>().Refuses(404, 409).For(Roles.Mentee, Roles.Mentor);
    }

    private static Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, ProblemHttpResult>> Propose(
        SessionId sessionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel) =>
        Change(sessionId, caller, db, clock, session => Stretch.Of(request.StartsAt, request.Minutes ?? (int)session.Time.Length.TotalMinutes), (session, diary, time) => session.Propose(diary, time), isForOtherTime: true, cancel);

    private static Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, ProblemHttpResult>> Answer(
        SessionId sessionId, Reply request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel) =>
        Change(sessionId, caller, db, clock, session => session.Proposal?.Time ?? session.Time, (session, diary, _) => session.Answer(diary, request.StartsAt.ToUniversalTime(), request.Accept), isForOtherTime: request.Accept, cancel);

    private static Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, ProblemHttpResult>> TakeBack(
        SessionId sessionId, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel) =>
        Change(sessionId, caller, db, clock, session => session.Time, (session, diary, _) => session.TakeProposalBack(diary.Asking), isForOtherTime: false, cancel);

    private static async Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, ProblemHttpResult>> Change(
        SessionId sessionId, Caller caller, SessionDb db, TimeProvider clock, Func<Session, Stretch> time, Func<Session, Diary, Stretch, Decision> change, bool isForOtherTime, CancellationToken cancel)
    {
        // Read before anything is held: an edit that was made meanwhile is then noticed and not written over.
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session?.VoiceOf(caller) is not { } voice) return Problems.NotFound();

        var now = clock.GetUtcNow();
        var asked = time(session);
        var match = await db.HoldMatch(session.MatchId, cancel) ?? throw new InvalidOperationException("A session without its match.");
        var diary = await db.HeldDiary(match, voice, asked, except: session.Id, now, cancel);
        if (isForOtherTime && asked != session.Time && session is { State: SessionState.Booked, PlaceId: { } id } && (await db.KeepPlaceAt(id, cancel))?.ClosedAt is not null)
            return Problems.Conflict("The place where you meet is not used any more. Move the session and choose another place, or call it off: that is OK.");
        var decision = change(session, diary, asked);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        var isApart = match.IsApart;
        return voice == Voice.Mentor ? TypedResults.Ok(MentorsSession.Of(session, isApart)) : TypedResults.Ok(MenteesSession.Of(session, isApart));
    }
}
