using System.Linq.Expressions;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>A check-in as caseworkers see it.</summary>
public sealed record CheckInAnswer
{
    /// <summary>The check-in.</summary>
    public required CheckInId Id { get; init; }

    /// <summary>The match it was about.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>Whom the caseworker spoke with.</summary>
    public required Side With { get; init; }

    /// <summary>The caseworker.</summary>
    public required CaseworkerId By { get; init; }

    /// <summary>The date in London on which they spoke.</summary>
    /// <example>2026-11-20</example>
    public required DateOnly HeldOn { get; init; }

    /// <summary>How they spoke.</summary>
    public required MeetingWay How { get; init; }

    /// <summary>Whether the two meet as they meant to.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Whether the person feels safe.</summary>
    public required Safety Safety { get; init; }

    /// <summary>How it is between the two.</summary>
    public required Quality Quality { get; init; }

    /// <summary>What would help, in the person's words.</summary>
    /// <example>Meeting somewhere quieter.</example>
    public required string? WhatWouldHelp { get; init; }

    /// <summary>The caseworker's note.</summary>
    /// <example>Sounded cheerful.</example>
    public required string? Note { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static Expression<Func<CheckIn, CheckInAnswer>> Reading { get; } = checkIn => new()
    {
        Id = checkIn.Id,
        MatchId = checkIn.MatchId,
        With = checkIn.With,
        By = checkIn.By,
        HeldOn = checkIn.HeldOn,
        How = checkIn.How,
        Activity = checkIn.Activity,
        Safety = checkIn.Safety,
        Quality = checkIn.Quality,
        WhatWouldHelp = checkIn.WhatWouldHelp,
        Note = checkIn.Note,
        RecordedAt = checkIn.RecordedAt,
    };

    internal static Func<CheckIn, CheckInAnswer> Of { get; } = Reading.Compile();
}
