using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>How and why a match should end.</summary>
public sealed record EndingRequest
{
    /// <summary><c>planned</c>, <c>early</c> or <c>unwilling</c> (one side has to).</summary>
    /// <example>planned</example>
    public required EndingKind Kind { get; init; }

    /// <summary>Why it ends other than as planned, from a short list; needed unless it is planned, and a young person may leave it out.</summary>
    /// <example>null</example>
    public EndingCause? Cause { get; init; }

    /// <summary>Whether the two have met, although no first meeting is written down: then there is a closing. Of no matter once it is.</summary>
    /// <example>false</example>
    public bool HaveMet { get; init; }

    /// <summary>Why, if you want to say. Only the caseworker reads it. Up to 1,000 characters.</summary>
    /// <example>We did what we set out to do.</example>
    [StringLength(1000, ErrorMessage = "Please use 1,000 letters or fewer.")]
    public string? Reason { get; init; }
}

/// <summary>A match that is coming to an end or is over, the same for whoever asked.</summary>
public sealed record EndingAnswer
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>Where it stands: <c>ending</c>, or <c>ended</c> when the two had not met yet or it was over before.</summary>
    public required MatchState State { get; init; }

    /// <summary>What comes next, in plain words.</summary>
    public required string Says { get; init; }
}

/// <summary>The young person, the mentor or the caseworker asks to end a match.</summary>
internal static class AskToEndMatch
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/ending", Handle)
        .WithSummary("Ask to end a match")
        .WithDescription("The young person, the mentor, or the young person's caseworker or their cover; from approval on. Before the first meeting it is over at once; after it, the closing is prepared. Who asked is kept and told; who asks after another is heard too. Where somebody does not feel safe the caseworker is told at once, also when the match is over, and what is booked is called off. An ending that is not planned says why, from a short list; a young person never has to.")
        .For(Roles.Mentee, Roles.Mentor, Roles.Caseworker);

    private static async Task<Results<Ok<EndingAnswer>, ProblemHttpResult>> Handle(
        MatchId matchId, EndingRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.HoldMatch(matchId, cancel) is not { Match: var match } || await VoiceOf(caller, match, db, London.DateAt(now), cancel) is not { } voice) return Problems.NotFound();
        var decision = match.AskToEnd(request.Kind, voice, request.Reason, now, request.Cause, request.HaveMet);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new EndingAnswer
        {
            MatchId = match.Id,
            State = match.State,
            Says = match.SaidNotSafe(voice) ? "We heard you. You do not have to meet any more. The caseworker will talk with you."
                : match.State == MatchState.Ended ? "This match is over."
                : "We heard you. The caseworker will plan a good last meeting with you both.",
        });
    }

    private static async Task<Voice?> VoiceOf(Caller caller, Match match, MatchingDb db, DateOnly today, CancellationToken cancel)
    {
        if (caller.IsMentee(match.MenteeId)) return Voice.Mentee;
        if (caller.IsMentor(match.MentorId) && match.AgreedByMenteeAt is not null) return Voice.Mentor;
        return await db.IsCaseworkerOf(caller, match.MenteeId, today, cancel) ? Voice.Caseworker : null;
    }
}
