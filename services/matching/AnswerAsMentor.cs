using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>The mentor says yes or no, once the young person said yes.</summary>
internal static class AnswerAsMentor
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/mentor-answer", Handle)
        .WithSummary("Say yes or no to a young person")
        .WithDescription("Only the mentor themselves, and only after the young person said yes: until then the mentor knows nothing of it and gets 404.")
        .For(Roles.Mentor);

    private static async Task<Results<Ok<MentorMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, AnswerRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldMatch(matchId, cancel) is not { Match: { AgreedByMenteeAt: not null } match } || !caller.IsMentor(match.MentorId)) return Problems.NotFound();
        var now = clock.GetUtcNow();
        var decision = request.Answer == Answer.Yes ? match.AgreeAsMentor(now) : match.DeclineAsMentor(request.Why, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorMatch.Of(match));
    }
}
