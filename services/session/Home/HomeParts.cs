using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A next step that is still open.</summary>
public sealed record OpenStep
{
    /// <summary>The reflection it follows from.</summary>
    public required ReflectionId ReflectionId { get; init; }

    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>What it is, in the author's words.</summary>
    /// <example>Ask at the job centre about the course.</example>
    public required string Text { get; init; }

    /// <summary>The date in London it is meant for; null for whenever.</summary>
    /// <example>2026-12-04</example>
    public required DateOnly? On { get; init; }
}

/// <summary>A reflection that was begun and is not finished.</summary>
public sealed record Draft
{
    /// <summary>The reflection.</summary>
    public required ReflectionId ReflectionId { get; init; }

    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The session it is about; null for a free one.</summary>
    public required SessionId? SessionId { get; init; }

    /// <summary>When its words were last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>What the homes of both sides are made of. A home shows a few of each: lists show all.</summary>
internal static class HomeParts
{
    /// <summary>How many of each.</summary>
    public const int Few = 5;

    /// <summary>For so many days a session waits for a reflection or for a word on whether it took place; then it is left in peace.</summary>
    public const int Waits = 30;

    /// <summary>The open next steps, the earliest date first and those without a date last.</summary>
    public static Task<OpenStep[]> OpenSteps(this IQueryable<Reflection> mine, CancellationToken cancel) => mine.AsNoTracking()
        .Where(r => r.Step != null && r.StepDoneAt == null && r.FinishedAt != null)
        .OrderBy(r => r.StepOn ?? DateOnly.MaxValue).ThenBy(r => r.StartedAt).Take(20)
        .Select(r => new OpenStep { ReflectionId = r.Id, MatchId = r.MatchId, Text = r.Step!, On = r.StepOn }).ToArrayAsync(cancel);

    /// <summary>The drafts, the last changed first.</summary>
    public static Task<Draft[]> Drafts(this IQueryable<Reflection> mine, CancellationToken cancel) => mine.AsNoTracking()
        .Where(r => r.FinishedAt == null).OrderByDescending(r => r.ChangedAt).Take(Few)
        .Select(r => new Draft { ReflectionId = r.Id, MatchId = r.MatchId, SessionId = r.SessionId, ChangedAt = r.ChangedAt }).ToArrayAsync(cancel);
}
