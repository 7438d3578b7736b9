using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The young person or the mentor says how a session was.</summary>
public static class SayHowItWas
{
    /// <summary>What is said.</summary>
    public sealed record Request
    {
        /// <summary>How it was: <c>bad</c>, <c>not-so-good</c>, <c>okay</c>, <c>good</c> or <c>great</c>.</summary>
        /// <example>good</example>
        public required HowItWas How { get; init; }

        /// <summary>Whether they feel safe: <c>safe</c>, <c>unsure</c> or <c>not-safe</c>. Anything but safe is told to the caseworker at once.</summary>
        /// <example>safe</example>
        public required Safety Safe { get; init; }

        /// <summary>What they would change, at most 500 characters.</summary>
        /// <example>A quieter place.</example>
        [StringLength(500, ErrorMessage = "Please say it in at most 500 characters.")]
        public string? Change { get; init; }
    }

    /// <summary>What was said, to whoever said it.</summary>
    public sealed record Answer
    {
        /// <summary>The session.</summary>
        public required SessionId SessionId { get; init; }

        /// <summary>How it was.</summary>
        public required HowItWas How { get; init; }

        /// <summary>Whether they feel safe.</summary>
        public required Safety Safe { get; init; }

        /// <summary>What they would change.</summary>
        /// <example>A quieter place.</example>
        public required string? Change { get; init; }

        /// <summary>When it was said, UTC.</summary>
        public required DateTimeOffset SaidAt { get; init; }

        internal static Answer Of(Pulse pulse) => new() { SessionId = pulse.SessionId, How = pulse.How, Safe = pulse.Safe, Change = pulse.Change, SaidAt = pulse.SaidAt };
    }

    /// <summary>Whether something was said, and whether it can be.</summary>
    public sealed record Asked
    {
        /// <summary>What was said; null when nothing was.</summary>
        public required Answer? Said { get; init; }

        /// <summary>Why nothing can be said now; null when it can, or was.</summary>
        /// <example>null</example>
        public required string? WhyNot { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sessions/{sessionId}/pulse", Say)
            .WithName(nameof(SayHowItWas))
            .WithSummary("Say how a session was.")
            .WithDescription("By either side once it has begun and for 30 days, or not at all. Said once. The caseworker reads it, the other side never does; who does not feel safe, or is not sure, is looked after at once.")
            .Refuses(400, 404, 409)
            .For(Roles.Mentee, Roles.Mentor);
        app.MapGet("/sessions/{sessionId}/pulse", Read)
            .WithName("ReadHowItWas")
            .WithSummary("See whether you said how a session was.")
            .Refuses(404)
            .For(Roles.Mentee, Roles.Mentor);
    }

    private static async Task<Results<Created<Answer>, Ok<Answer>, ProblemHttpResult>> Say(
        SessionId sessionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        // Held: of the same word sent twice at once the second waits and is seen.
        var session = await db.HoldSession(sessionId, cancel);
        if (session?.VoiceOf(caller) is not { } voice) return Problems.NotFound();
        var words = new PulseWords(request.How, request.Safe, Text.Of(request.Change));
        if (await Said(db, sessionId, voice, cancel) is { } said)
        {
            var decision = said.SayAgain(words);
            return decision.IsRefused ? decision.AsConflict() : TypedResults.Ok(Answer.Of(said));
        }

        var now = clock.GetUtcNow();
        if (Pulse.WhyNot(session, voice, now) is { } why) return Problems.Conflict(why);
        var pulse = Pulse.Of(session, voice, words, now);
        db.Add(pulse);
        if (Pulse.IsWorrying(words.Safe)) db.Add(Worry.After(pulse, await db.LookingAfter(session.MenteeId, London.DateAt(now), cancel)));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/sessions/{sessionId}/pulse", Answer.Of(pulse));
    }

    private static async Task<Results<Ok<Asked>, ProblemHttpResult>> Read(SessionId sessionId, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session?.VoiceOf(caller) is not { } voice) return Problems.NotFound();
        var said = await Said(db, sessionId, voice, cancel);
        return TypedResults.Ok(new Asked { Said = said is null ? null : Answer.Of(said), WhyNot = said is null ? Pulse.WhyNot(session, voice, clock.GetUtcNow()) : null });
    }

    private static Task<Pulse?> Said(SessionDb db, SessionId session, Voice by, CancellationToken cancel) => db.Pulses.SingleOrDefaultAsync(p => p.SessionId == session && p.By == by, cancel);
}
