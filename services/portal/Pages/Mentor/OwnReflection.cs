namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A reflection: What? So what? Now what?</summary>
/// <param name="Id">The reflection.</param>
/// <param name="MatchId">The match it belongs to.</param>
/// <param name="SessionId">The session it is about, if any.</param>
/// <param name="SessionAt">When that was.</param>
/// <param name="What">What happened.</param>
/// <param name="SoWhat">What it means.</param>
/// <param name="NowWhat">What comes of it.</param>
/// <param name="NextStep">A step to take.</param>
/// <param name="Finished">Whether it is finished.</param>
/// <param name="Shared">Whether the young person may read it.</param>
/// <param name="StartedAt">When it was begun; the service tells it to the author alone.</param>
public sealed record OwnReflection(
    Guid Id, Guid MatchId, Guid? SessionId, DateTimeOffset? SessionAt, string? What, string? SoWhat, string? NowWhat, NextStep? NextStep, bool Finished = false, bool Shared = false, DateTimeOffset? StartedAt = null) : IReflectionWords
{
    /// <summary>What was read, where it is the reader's own: what somebody else wrote and shares has another page.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="matches">The mentor's matches: what was written in one that is over is closed to them.</param>
    public static Part<OwnReflection> Own(Part<OwnReflection> read, Part<Listed<OwnMatch>> matches) =>
        read.IsThere && (read.Value.StartedAt is null || matches.IsOver(read.Value.MatchId)) ? new() { IsMissing = true } : read;

    /// <summary>What it is called in a list.</summary>
    public string Heading => SessionAt is { } at ? $"The session on {Say.Day(Mentoring.Shared.London.DateAt(at))}" : $"A thought of {Say.When(StartedAt ?? default)}";
}

/// <summary>A step that somebody wants to take.</summary>
/// <param name="Text">What.</param>
/// <param name="On">By when.</param>
/// <param name="DoneAt">When it was done.</param>
public sealed record NextStep(string Text, DateOnly? On, DateTimeOffset? DoneAt);
