using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A caseworker writes a check-in down.</summary>
public static class RecordCheckIn
{
    /// <summary>What was said.</summary>
    public sealed record Request
    {
        /// <summary>Whom the caseworker spoke with: <c>mentee</c> or <c>mentor</c>.</summary>
        /// <example>mentee</example>
        public required Side With { get; init; }

        /// <summary>The date in London on which they spoke: today or up to 60 days ago.</summary>
        /// <example>2026-11-20</example>
        public required DateOnly HeldOn { get; init; }

        /// <summary>How they spoke: <c>in-person</c>, <c>video</c> or <c>phone</c>.</summary>
        /// <example>phone</example>
        public required MeetingWay How { get; init; }

        /// <summary>Whether the two meet as they meant to: <c>as-planned</c>, <c>less-than-planned</c> or <c>not-at-all</c>.</summary>
        /// <example>as-planned</example>
        public required Activity Activity { get; init; }

        /// <summary>Whether the person feels safe: <c>safe</c>, <c>unsure</c> or <c>not-safe</c>. Anything but safe also wants a concern to be raised.</summary>
        /// <example>safe</example>
        public required Safety Safety { get; init; }

        /// <summary>How it is between the two: <c>good</c>, <c>mixed</c> or <c>poor</c>.</summary>
        /// <example>good</example>
        public required Quality Quality { get; init; }

        /// <summary>What would help, in the person's words, at most 1,000 characters.</summary>
        /// <example>Meeting somewhere quieter.</example>
        [StringLength(1000, ErrorMessage = "Please say what would help in at most 1,000 characters.")]
        public string? WhatWouldHelp { get; init; }

        /// <summary>The caseworker's note, at most 4,000 characters. The person can read it in their own data.</summary>
        /// <example>Sounded cheerful.</example>
        [StringLength(4000, ErrorMessage = "Please keep the note to at most 4,000 characters.")]
        public string? Note { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/check-ins", Handle)
        .WithName(nameof(RecordCheckIn))
        .WithSummary("Write a check-in with one side of a match down.")
        .WithDescription("By the young person's caseworker or a covering one, once the match has begun; also in the 60 days after its end. What is written down stays.")
        .Refuses(400, 404, 409)
        .For(Roles.Caseworker);

    private static async Task<Results<Created<CheckInAnswer>, ProblemHttpResult>> Handle(
        MatchId matchId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = London.DateAt(now);
        if (request.HeldOn > today || request.HeldOn < today.AddDays(-60)) return Problems.Invalid("A check-in was held today or in the last 60 days. Pick that day.");

        // Held: of two people who write at once, the second waits and is seen.
        var match = await db.HoldMatch(matchId, cancel);
        if (match is null || !await db.IsInCaseload(caller, match.MenteeId, today, cancel)) return Problems.NotFound();
        // An end can come before anybody wrote down that it began, and then talking with both matters most.
        if (match is { ActivatedAt: null, State: MatchState.Active } && !await db.Worries.AnyAsync(w => w.MatchId == matchId, cancel)) return Problems.Conflict("This match has not begun yet. Check-ins start with the first meeting.");
        if (match.State == MatchState.Ended && London.DateAt(match.StateAt).AddDays(60) < today && !await db.Worries.AnyAsync(w => w.MatchId == matchId && w.SaidAt > match.StateAt, cancel)) return Problems.Conflict("This match ended more than 60 days ago.");

        var checkIn = CheckIn.Of(match, caller.Caseworker, request, now);
        db.Add(checkIn);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/matches/{matchId}/check-ins", CheckInAnswer.Of(checkIn));
    }
}
