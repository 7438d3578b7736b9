namespace Mentoring.Shared.Tests;

/// <summary>Facts to hear.</summary>
internal static class Some
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static MatchApproved Approved(Guid match) => new() { MatchId = match, MenteeId = Guid.CreateVersion7(), MentorId = Guid.CreateVersion7(), At = Noon };

    public static MatchEnded Ended(Guid match) => new() { MatchId = match, MenteeId = Guid.CreateVersion7(), MentorId = Guid.CreateVersion7(), Kind = "planned", At = Noon };
}
