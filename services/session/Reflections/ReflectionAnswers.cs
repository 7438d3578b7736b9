using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>A next step as it is read.</summary>
public sealed record NextStepAnswer
{
    /// <summary>What it is, in the author's words.</summary>
    /// <example>Ask at the job centre about the course.</example>
    public required string Text { get; init; }

    /// <summary>The date in London it is meant for; null for whenever.</summary>
    /// <example>2026-12-04</example>
    public required DateOnly? On { get; init; }

    /// <summary>When it was ticked, UTC; null while it is open.</summary>
    public required DateTimeOffset? DoneAt { get; init; }

    internal static NextStepAnswer? Of(Reflection reflection) =>
        reflection.Step is { } text ? new() { Text = text, On = reflection.StepOn, DoneAt = reflection.StepDoneAt } : null;
}

/// <summary>A reflection as its author sees it.</summary>
public sealed record MyReflection
{
    /// <summary>The reflection.</summary>
    public required ReflectionId Id { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The session it is about; null for a free one.</summary>
    public required SessionId? SessionId { get; init; }

    /// <summary>When that session started, UTC; null for a free one.</summary>
    /// <example>2026-11-25T18:00:00Z</example>
    public required DateTimeOffset? SessionAt { get; init; }

    /// <summary>What? What happened.</summary>
    /// <example>We went through my letter from the council.</example>
    public required string? What { get; init; }

    /// <summary>So what? What it means.</summary>
    /// <example>It is less scary when somebody reads it with me.</example>
    public required string? SoWhat { get; init; }

    /// <summary>Now what? What to make of it.</summary>
    /// <example>I will ring them on Monday.</example>
    public required string? NowWhat { get; init; }

    /// <summary>What follows from it; null when nothing does.</summary>
    public required NextStepAnswer? NextStep { get; init; }

    /// <summary>Whether it is finished; a draft otherwise.</summary>
    public required bool Finished { get; init; }

    /// <summary>Whether the other side and the caseworker can read it.</summary>
    public required bool Shared { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its words were last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    internal static MyReflection Of(Reflection reflection, DateTimeOffset? sessionAt) => new()
    {
        Id = reflection.Id,
        MatchId = reflection.MatchId,
        SessionId = reflection.SessionId,
        SessionAt = sessionAt,
        What = reflection.What,
        SoWhat = reflection.SoWhat,
        NowWhat = reflection.NowWhat,
        NextStep = NextStepAnswer.Of(reflection),
        Finished = reflection.FinishedAt is not null,
        Shared = reflection.SharedAt is not null,
        StartedAt = reflection.StartedAt,
        ChangedAt = reflection.ChangedAt,
    };
}

/// <summary>A reflection as somebody other than its author sees it.</summary>
public sealed record SharedReflection
{
    /// <summary>The reflection.</summary>
    public required ReflectionId Id { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Voice Author { get; init; }

    /// <summary>The session it is about; null for a free one.</summary>
    public required SessionId? SessionId { get; init; }

    /// <summary>When that session started, UTC; null for a free one.</summary>
    /// <example>2026-11-25T18:00:00Z</example>
    public required DateTimeOffset? SessionAt { get; init; }

    /// <summary>What? What happened.</summary>
    /// <example>We went through my letter from the council.</example>
    public required string? What { get; init; }

    /// <summary>So what? What it means.</summary>
    /// <example>It is less scary when somebody reads it with me.</example>
    public required string? SoWhat { get; init; }

    /// <summary>Now what? What to make of it.</summary>
    /// <example>I will ring them on Monday.</example>
    public required string? NowWhat { get; init; }

    /// <summary>What follows from it; null when nothing does.</summary>
    public required NextStepAnswer? NextStep { get; init; }

    /// <summary>When it was finished, UTC.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Since when it is shared, UTC; null when it is private, which only a safeguarding lead can read.</summary>
    public required DateTimeOffset? SharedAt { get; init; }

    internal static SharedReflection Of(Reflection reflection, DateTimeOffset? sessionAt) => new()
    {
        Id = reflection.Id,
        MatchId = reflection.MatchId,
        Author = reflection.Author,
        SessionId = reflection.SessionId,
        SessionAt = sessionAt,
        What = reflection.What,
        SoWhat = reflection.SoWhat,
        NowWhat = reflection.NowWhat,
        NextStep = NextStepAnswer.Of(reflection),
        FinishedAt = reflection.FinishedAt ?? reflection.ChangedAt,
        SharedAt = reflection.SharedAt,
    };
}
