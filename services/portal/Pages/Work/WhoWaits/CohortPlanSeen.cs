namespace Mentoring.Portal.Pages.Work;

/// <summary>A plan for everybody who waits, as far as these pages show it.</summary>
public sealed record CohortPlanSeen(Guid Id, string State, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, PlanOptionsSeen Options, string? Step, int Percent, PlanFiguresSeen? Figures)
{
    /// <summary>Whether it is being made.</summary>
    public bool IsBeingMade => State is "waiting" or "running";
}

/// <summary>What was asked of a plan.</summary>
public sealed record PlanOptionsSeen(bool RaiseTheWorst, int? MostForAPartner);

/// <summary>What a plan comes to.</summary>
public sealed record PlanFiguresSeen(int PolicyVersion, int Waiting, int Mentors, int Places, int Matched, long Points, int? Worst, int? Median, int NobodyPossible, IReadOnlyList<MissingSeen> Missing);

/// <summary>A kind of mentor who is missing.</summary>
public sealed record MissingSeen(int Waiting, string Sentence);

/// <summary>A plan with the caseworker's own young people.</summary>
public sealed record PlannedCaseloadSeen(CohortPlanSeen Plan, IReadOnlyList<PlannedSeen> People, IReadOnlyList<PinNotKeptSeen> PinsNotKept, CohortPlanSeen? Before, IReadOnlyList<SincePlanSeen> SinceThen);

/// <summary>What has changed for a young person since the plan was made.</summary>
public sealed record SincePlanSeen(Guid MenteeId, Guid? MentorId, string Sentence);

/// <summary>What a plan says of one young person.</summary>
public sealed record PlannedSeen(Guid MenteeId, Guid? MentorId, int? Points, bool IsPinned, int Possible, string? Without, string? New);

/// <summary>A pin that could not be kept.</summary>
public sealed record PinNotKeptSeen(Guid MenteeId, Guid MentorId, string Because);
