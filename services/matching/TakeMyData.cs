using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Everything this service holds about a young person, for them to keep.</summary>
public sealed record MyData
{
    /// <summary>When it was put together, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What we use to find mentors for you; null when nothing has arrived here.</summary>
    public required MenteeProfile? Profile { get; init; }

    /// <summary>Whether we may look for mentors for you now.</summary>
    public required MenteeStanding Standing { get; init; }

    /// <summary>Until which day; null when we may not.</summary>
    public required DateOnly? ReadyUntil { get; init; }

    /// <summary>Every mentor you were offered, oldest first.</summary>
    public required IReadOnlyList<MyMatchData> Matches { get; init; }

    /// <summary>What is not in here, and how to get it.</summary>
    public required IReadOnlyList<string> NotIncluded { get; init; }
}

/// <summary>An offer or a match, as it is held about the young person.</summary>
public sealed record MyMatchData
{
    /// <summary>The match as you see it.</summary>
    public required MenteeMatch Match { get; init; }

    /// <summary>The matching policy it was suggested with.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>When you said yes, UTC.</summary>
    public required DateTimeOffset? YouSaidYesAt { get; init; }

    /// <summary>When it was approved, UTC.</summary>
    public required DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>The day you first met.</summary>
    public required DateOnly? FirstMetOn { get; init; }

    /// <summary>Where you first met.</summary>
    public required string? FirstMetAt { get; init; }

    /// <summary>How it ends.</summary>
    public required EndingKind? EndingKind { get; init; }

    /// <summary>Who said no or asked to end it.</summary>
    public required Voice? OverBy { get; init; }

    /// <summary>Why from the list, when it was you who asked to end it.</summary>
    public required EndingCause? YourCause { get; init; }

    /// <summary>Why, when it was you who said so.</summary>
    public required string? YourReason { get; init; }

    /// <summary>What else you said about the ending.</summary>
    public required IReadOnlyList<EndingWish> YourOtherWords { get; init; }

    /// <summary>The day of the closing session.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>What you said about it at the end.</summary>
    public required string? YourLastWords { get; init; }


    internal static MyMatchData Of(Match match) => new()
    {
        Match = MenteeMatch.Of(match),
        PolicyVersion = match.Suggestion.PolicyVersion,
        YouSaidYesAt = match.AgreedByMenteeAt,
        ApprovedAt = match.ApprovedAt,
        FirstMetOn = match.FirstMeeting?.HeldOn,
        FirstMetAt = match.FirstMeeting?.Where,
        EndingKind = match.EndingKind,
        OverBy = match.OverBy,
        YourCause = match.OverBy == Voice.Mentee ? match.EndingCause : null,
        YourReason = match.OverBy == Voice.Mentee ? match.OverBecause : null,
        YourOtherWords = [.. match.AlsoSaid.Where(said => said.By == Voice.Mentee)],
        ClosedOn = match.Closing?.HeldOn,
        YourLastWords = match.Closing?.MenteeWords,
    };
}

/// <summary>Gives a young person their data.</summary>
internal static class TakeMyData
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/me/data", Handle)
        .WithSummary("Everything we hold about you here")
        .For(Roles.Mentee);

    private static async Task<Ok<MyData>> Handle(Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var me = await db.Mentees.AsNoTracking().SingleOrDefaultAsync(m => m.Id == caller.Mentee, cancel);
        var matches = await db.Matches.AsNoTracking().Where(m => m.MenteeId == caller.Mentee).OrderBy(m => m.Id).ToListAsync(cancel);
        return TypedResults.Ok(new MyData
        {
            MadeAt = clock.GetUtcNow(),
            Profile = me?.Profile,
            Standing = me?.Standing ?? MenteeStanding.Unknown,
            ReadyUntil = me?.ReadyUntil,
            Matches = [.. matches.Select(MyMatchData.Of)],
            NotIncluded =
            [
                "The points behind a suggestion, because they tell about the mentor too. Everybody can read how points are given.",
                "Which mentor it was, once a match is over, and what they said.",
                "Why a caseworker took an offer back, in their words.",
                "Mentors your caseworker ruled out for you or wants to keep for you, and why.",
                "You can ask to see these too. Tell your caseworker, and somebody goes through them with you.",
            ],
        });
    }
}
