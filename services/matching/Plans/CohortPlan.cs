using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>How far a plan has come.</summary>
public enum PlanState
{
    /// <summary>Asked for, and not begun.</summary>
    Waiting,

    /// <summary>Being made.</summary>
    Running,

    /// <summary>There to be read.</summary>
    Done,

    /// <summary>Stopped because somebody asked for it.</summary>
    Cancelled,

    /// <summary>Could not be made. The log says why; a new one can be asked for.</summary>
    Failed,
}

/// <summary>
/// A plan for everybody who waits: which mentor each could have so that as many as can be are matched and, among those plans, the points
/// together are the most. It proposes and never approves: nothing in it is offered to anybody until a caseworker does that.
/// </summary>
public sealed class CohortPlan : Aggregate
{
    /// <summary>How long a plan may say nothing before another instance takes it over.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>The plan.</summary>
    public required PlanId Id { get; init; }

    /// <summary>Who asked for it; null for the one that is made every night.</summary>
    public required CaseworkerId? AskedBy { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The night it was made for, a local date; null when somebody asked. One plan a night.</summary>
    public required DateOnly? Night { get; init; }

    /// <summary>What was asked of it.</summary>
    public required PlanOptions Options { get; init; }

    /// <summary>How far it has come.</summary>
    public PlanState State { get; private set; }

    /// <summary>What is being done, in words; null unless it runs.</summary>
    public string? Step { get; private set; }

    /// <summary>How much of the step is done, in percent.</summary>
    public int Percent { get; private set; }

    /// <summary>When it was last heard of, UTC.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether somebody asked to stop it.</summary>
    public bool IsToStop { get; private set; }

    /// <summary>What it comes to; null until it is done.</summary>
    public PlanFigures? Figures { get; private set; }

    /// <summary>Whether it is over, well or not.</summary>
    public bool IsOver => State is PlanState.Done or PlanState.Cancelled or PlanState.Failed;

    /// <summary>Begins, or begins again after an instance fell silent.</summary>
    public void Begin(DateTimeOffset now) => (State, Step, Percent, HeardAt) = (PlanState.Running, "Reading who waits", 0, now);

    /// <summary>Somebody asks to stop it. A plan that runs stops within seconds.</summary>
    public Decision Stop(DateTimeOffset now)
    {
        if (State == PlanState.Cancelled || (IsToStop && !IsOver)) return Decision.AlreadySo;
        if (IsOver) return Decision.Refused("This plan is made already. There is nothing to stop, and nothing was offered to anybody.");
        IsToStop = true;
        if (State == PlanState.Waiting) End(PlanState.Cancelled, now);
        return Decision.Done;
    }

    /// <summary>It is made.</summary>
    public void Finish(PlanFigures figures, DateTimeOffset now)
    {
        Figures = figures;
        End(PlanState.Done, now);
    }

    /// <summary>It ends without a result.</summary>
    public void End(PlanState state, DateTimeOffset now) => (State, Step, Percent, EndedAt, HeardAt) = (state, null, 100, now, now);
}

/// <summary>What is asked of a plan beyond as many matches and as many points as can be.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether the worst match is made as good as it can be first, and the points together come second.</summary>
    public required bool RaiseTheWorst { get; init; }

    /// <summary>How many new matches any one partner's people take at most, 1 to 1,000; null for no limit.</summary>
    /// <example>10</example>
    public required int? MostForAPartner { get; init; }
}

/// <summary>What a plan comes to.</summary>
public sealed record PlanFigures
{
    /// <summary>The policy it was made with.</summary>
    /// <example>1</example>
    public required int PolicyVersion { get; init; }

    /// <summary>How many young people wait: ready, and with no offer and no mentor.</summary>
    /// <example>120</example>
    public required int Waiting { get; init; }

    /// <summary>How many mentors have a free place.</summary>
    /// <example>80</example>
    public required int Mentors { get; init; }

    /// <summary>How many free places they have together.</summary>
    /// <example>110</example>
    public required int Places { get; init; }

    /// <summary>How many young people get a mentor in this plan. No plan can have more.</summary>
    /// <example>104</example>
    public required int Matched { get; init; }

    /// <summary>The points of all these matches together. No plan with as many matches has more.</summary>
    /// <example>6321</example>
    public required long Points { get; init; }

    /// <summary>The points of the worst match; null when there is none.</summary>
    /// <example>31</example>
    public required int? Worst { get; init; }

    /// <summary>The points of the middle match; null when there is none.</summary>
    /// <example>62</example>
    public required int? Median { get; init; }

    /// <summary>How many young people no mentor with a free place is possible for, now.</summary>
    /// <example>9</example>
    public required int NobodyPossible { get; init; }

    /// <summary>Kinds of mentors who are missing: those who would match the most of the young people who get nobody, the most first.</summary>
    public IReadOnlyList<MissingMentor> Missing { get; init; } = [];

    /// <summary>Pins that could not be kept.</summary>
    public required IReadOnlyList<PinNotKept> PinsNotKept { get; init; }

    /// <summary>How many milliseconds the computing took, without reading and writing.</summary>
    /// <example>41</example>
    public required int Milliseconds { get; init; }
}

/// <summary>A pin that a plan could not keep.</summary>
public sealed record PinNotKept
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Why, for the caseworker.</summary>
    public required string Because { get; init; }
}

/// <summary>What a plan says of one young person who waits.</summary>
public sealed class PlannedPerson
{
    /// <summary>The plan.</summary>
    public required PlanId PlanId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor they get; null when they get none.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>The points of the two; null without a mentor.</summary>
    public required int? Points { get; init; }

    /// <summary>Whether a caseworker pinned the two together.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>How many mentors with a free place are possible for them.</summary>
    public required int Possible { get; init; }
}
