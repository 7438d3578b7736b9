using System.Linq.Expressions;

namespace Mentoring.Safeguarding;

/// <summary>How far a concern has come, for whoever raised it.</summary>
public enum Progress
{
    /// <summary>Saved; nobody has read it yet.</summary>
    Sent,

    /// <summary>Read.</summary>
    Read,

    /// <summary>Somebody looks after it.</summary>
    LookedAfter,

    /// <summary>Taken care of.</summary>
    TakenCareOf,
}

/// <summary>One's own concern, in a list.</summary>
public record MyConcern
{
    /// <summary>The concern.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    /// <example>2026-11-23T10:15:00Z</example>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>The beginning of one's own words, at most 140 characters.</summary>
    /// <example>Somebody waits for me outside college and I do not feel safe.</example>
    public required string Beginning { get; init; }

    /// <summary>How far it has come.</summary>
    public required Progress Progress { get; init; }

    /// <summary>When a safeguarding lead read it, UTC; null until then.</summary>
    /// <example>2026-11-23T11:02:00Z</example>
    public required DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it was taken care of, UTC; null until then.</summary>
    /// <example>2026-11-25T16:40:00Z</example>
    public required DateTimeOffset? TakenCareOfAt { get; init; }

    internal static Expression<Func<Concern, MyConcern>> Reading { get; } = concern => new()
    {
        Id = concern.Id,
        RaisedAt = concern.RaisedAt,
        Beginning = concern.WhatHappened.Substring(0, 140),
        Progress = concern.State == ConcernState.New ? Progress.Sent
            : concern.State == ConcernState.Seen ? Progress.Read
            : concern.State == ConcernState.InHand ? Progress.LookedAfter
            : Progress.TakenCareOf,
        ReadAt = concern.SeenAt,
        TakenCareOfAt = concern.ClosedAt,
    };
}

/// <summary>One's own concern, whole. What leads write about it is not part of it.</summary>
public sealed record MyWholeConcern
{
    /// <summary>The concern.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    /// <example>2026-11-23T10:15:00Z</example>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public required Progress Progress { get; init; }

    /// <summary>When a safeguarding lead first read it, UTC; null until then.</summary>
    /// <example>2026-11-23T11:02:00Z</example>
    public required DateTimeOffset? ReadAt { get; init; }

    /// <summary>By when it is read, UTC; null once it is.</summary>
    /// <example>2026-11-24T10:15:00Z</example>
    public required DateTimeOffset? ReadBy { get; init; }

    /// <summary>When it was taken care of, UTC; null until then.</summary>
    /// <example>2026-11-25T16:40:00Z</example>
    public required DateTimeOffset? TakenCareOfAt { get; init; }

    /// <summary>What they are told at the end; null when nothing.</summary>
    /// <example>We spoke with the college. Somebody will be at the gate.</example>
    public required string? Answer { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.WhatHappened"/>
    public required string WhatHappened { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.InDangerNow"/>
    public required bool InDangerNow { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.WhatWouldHelp"/>
    public required string? WhatWouldHelp { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.About"/>
    public required About? About { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.AboutWhom"/>
    public required string? AboutWhom { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.HowToReachMe"/>
    public required string? HowToReachMe { get; init; }

    /// <summary>What they said afterwards, oldest first.</summary>
    public required IReadOnlyList<Words> MoreWords { get; init; }

    /// <summary>Something said afterwards.</summary>
    public sealed record Words
    {
        /// <summary>When, UTC.</summary>
        /// <example>2026-11-23T12:30:00Z</example>
        public required DateTimeOffset At { get; init; }

        /// <summary>The words.</summary>
        /// <example>It happened again today.</example>
        public required string Text { get; init; }

        /// <summary>Whether a safeguarding lead has read them.</summary>
        public required bool IsRead { get; init; }
    }

    internal static MyWholeConcern Of(Concern concern) => new()
    {
        Id = concern.Id,
        RaisedAt = concern.RaisedAt,
        Progress = concern.State switch
        {
            ConcernState.New => Progress.Sent,
            ConcernState.Seen => Progress.Read,
            ConcernState.InHand => Progress.LookedAfter,
            _ => Progress.TakenCareOf,
        },
        ReadAt = concern.SeenAt,
        ReadBy = concern.State == ConcernState.New ? concern.DueAt : null,
        TakenCareOfAt = concern.ClosedAt,
        Answer = concern.ClosedAt is null ? null : concern.AnswerToRaiser,
        WhatHappened = concern.WhatHappened,
        InDangerNow = concern.InDangerNow,
        WhatWouldHelp = concern.WhatWouldHelp,
        About = concern.About,
        AboutWhom = concern.AboutWhom,
        HowToReachMe = concern.HowToReachMe,
        MoreWords = [.. concern.Log.Where(e => e.Step == Step.MoreWords).Select(e => new Words { At = e.At, Text = e.Text!, IsRead = e.At <= concern.LastSeenAt })],
    };
}
