using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The young person or the mentor writes a reflection, or goes on with one.</summary>
public static class WriteReflection
{
    /// <summary>What follows from a "now what".</summary>
    public sealed record Step
    {
        /// <summary>What it is, 1 to 300 characters.</summary>
        /// <example>Ask at the job centre about the course.</example>
        [Required(ErrorMessage = "Say what the next step is, or leave it out."), StringLength(300, ErrorMessage = "Please say the next step in at most 300 characters.")]
        public required string Text { get; init; }

        /// <summary>The date in London it is meant for; whenever when left out.</summary>
        /// <example>2026-12-04</example>
        public DateOnly? On { get; init; }
    }

    /// <summary>All of the reflection: what is left out is taken out.</summary>
    public sealed record Request
    {
        /// <summary>The match it belongs to; stays what it was at first.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The session it is about, which has begun and was not called off; left out for a free one. Stays what it was at first.</summary>
        public SessionId? SessionId { get; init; }

        /// <summary>What? At most 4,000 characters.</summary>
        /// <example>We went through my letter from the council.</example>
        [StringLength(4000, ErrorMessage = "Please write at most 4,000 characters under 'What?'.")]
        public string? What { get; init; }

        /// <summary>So what? At most 4,000 characters.</summary>
        /// <example>It is less scary when somebody reads it with me.</example>
        [StringLength(4000, ErrorMessage = "Please write at most 4,000 characters under 'So what?'.")]
        public string? SoWhat { get; init; }

        /// <summary>Now what? At most 4,000 characters.</summary>
        /// <example>I will ring them on Monday.</example>
        [StringLength(4000, ErrorMessage = "Please write at most 4,000 characters under 'Now what?'.")]
        public string? NowWhat { get; init; }

        /// <summary>What follows from it, if anything does.</summary>
        public Step? NextStep { get; init; }

        /// <summary>Whether it is finished; a draft otherwise.</summary>
        /// <example>true</example>
        public required bool Finished { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/reflections/{reflectionId}", Handle)
        .WithName(nameof(WriteReflection))
        .WithSummary("Write a reflection, or go on with your own.")
        .WithDescription("The writer makes the id, so that a draft saved twice is still one. A reflection is private until its author shares it. In a match that has ended nothing new is begun; the young person can still change what is there, a mentor's are closed. With onlyDraft, for a page that keeps by itself what is being typed, what is finished already is left alone.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<MyReflection>, Created<MyReflection>, ProblemHttpResult>> Handle(
        ReflectionId reflectionId,
        Request request,
        Caller caller,
        SessionDb db,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("True to keep a draft and never change what is finished.")] bool onlyDraft = false)
    {
        if (!reflectionId.IsOfOurTime) return Problems.Invalid("Make a version-7 id for a new reflection.");

        var now = clock.GetUtcNow();
        var thoughts = new Thoughts(Text.Of(request.What), Text.Of(request.SoWhat), Text.Of(request.NowWhat));
        NextStep? step = null;
        if (request.NextStep is { } next)
        {
            if (Text.Of(next.Text) is not { } text) return Problems.Invalid("Say what the next step is, or leave it out.");
            if (next.On is { } on && (on < London.DateAt(now).AddYears(-1) || on > London.DateAt(now).AddYears(2))) return Problems.Invalid("Pick a date in the next two years for the next step, or leave the date out.");
            step = new(text, next.On);
        }

        var match = await db.HoldMatch(request.MatchId, cancel);
        if (match?.VoiceOf(caller) is not { } voice || match.IsClosedTo(voice)) return Problems.NotFound();
        var reflection = await db.Reflections.SingleOrDefaultAsync(r => r.Id == reflectionId, cancel);
        var isNew = reflection is null;
        if (reflection is not null)
        {
            if (!reflection.IsBy(caller)) return Problems.NotFound();
            if (onlyDraft && reflection.FinishedAt is not null) return Problems.Conflict("This is finished. What is typed now is saved only when you say so.");
            if (reflection.MatchId != match.Id || reflection.SessionId != request.SessionId) return Problems.Conflict("A reflection stays with the session and the match it was begun for. Begin a new one instead.");
        }
        else
        {
            if (match.State == MatchState.Ended) return Problems.Conflict("This match has ended, so nothing new is begun in it.");
            if (match.ActivatedAt is null) return Problems.Conflict("This match has not begun yet. You can write about it once it has.");
            reflection = Reflection.Begin(reflectionId, match, voice, request.SessionId, now);
            db.Add(reflection);
        }

        DateTimeOffset? sessionAt = null;
        if (request.SessionId is { } about)
        {
            var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == about && s.MatchId == match.Id, cancel);
            if (session is null) return Problems.Invalid("That session is not one of this match.");
            if (isNew && (session.State == SessionState.Cancelled || session.StartsAt > now)) return Problems.Conflict("You can write about a session once it has begun.");
            sessionAt = session.StartsAt;
        }

        var decision = reflection.Write(thoughts, step, request.Finished, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        var answer = MyReflection.Of(reflection, sessionAt);
        return isNew ? TypedResults.Created($"/reflections/{reflectionId}", answer) : TypedResults.Ok(answer);
    }
}
