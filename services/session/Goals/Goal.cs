using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Where a goal is in its life.</summary>
public enum GoalState
{
    /// <summary>Worked on.</summary>
    Open,

    /// <summary>Reached, as the young person says.</summary>
    Reached,

    /// <summary>Put away for now; no reason asked.</summary>
    PutAway,
}

/// <summary>How near a goal is, as the young person sees it on one day.</summary>
public sealed class Rating
{
    /// <summary>The date in London.</summary>
    public required DateOnly On { get; init; }

    /// <summary>From 0, not at all there, to 10, all the way there.</summary>
    public required int Score { get; set; }

    /// <summary>When it was said, UTC.</summary>
    public required DateTimeOffset At { get; set; }
}

/// <summary>
/// What a young person wants to get to, in their own words, rated by them from 0 to 10 over time (goal-based outcomes, Law and
/// Jacob 2015). At most <see cref="AtOnce"/> are open at once, each in a place of its own.
/// </summary>
public sealed class Goal : Aggregate
{
    /// <summary>How many can be open at once: goal-based outcomes follow up to three.</summary>
    public const int AtOnce = 3;

    private readonly List<Rating> ratings = [];

    private Goal()
    {
    }

    /// <summary>The goal.</summary>
    public GoalId Id { get; private init; }

    /// <summary>Whose it is.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>A word from the programme's goal areas.</summary>
    public string Area { get; private set; } = null!;

    /// <summary>What it is, in the young person's words, 1 to 300 characters.</summary>
    public string Words { get; private set; } = null!;

    /// <summary>Where it is in its life.</summary>
    public GoalState State { get; private set; }

    /// <summary>Which of the places it has, from 1; null unless open.</summary>
    public int? Place { get; private set; }

    /// <summary>When it was set, UTC.</summary>
    public DateTimeOffset SetAt { get; private init; }

    /// <summary>When it was reached or put away, UTC; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The ratings, one a day at most, the earliest first.</summary>
    public IReadOnlyList<Rating> Ratings => [.. ratings.OrderBy(r => r.On)];

    /// <summary>Sets a goal, in a free place.</summary>
    public static Goal Set(MenteeId mentee, string area, string words, int place, DateTimeOffset now) => new()
    {
        Id = GoalId.New(),
        MenteeId = mentee,
        Area = area,
        Words = words,
        Place = place,
        SetAt = now,
    };

    /// <summary>The first place that is not taken; null when all are.</summary>
    public static int? FreePlace(IEnumerable<int> taken)
    {
        var free = Enumerable.Range(1, AtOnce).Except(taken).ToArray();
        return free.Length > 0 ? free[0] : null;
    }

    /// <summary>What somebody is told who has as many goals as there can be.</summary>
    public static string Full { get; } = "You can have three goals at a time. Finish one or put one away first, you can always get it back.";

    /// <summary>Puts it in other words, or in another area.</summary>
    public Decision Say(string area, string words)
    {
        if (State != GoalState.Open) return Decision.Refused("This goal is closed. Open it again if you want to change it.");
        if (area == Area && words == Words) return Decision.AlreadySo;
        Area = area;
        Words = words;
        return Decision.Done;
    }

    /// <summary>Rates it. Of two ratings of one day in London the later stays.</summary>
    public Decision Rate(int score, DateTimeOffset now)
    {
        if (State != GoalState.Open) return Decision.Refused("This goal is closed. Open it again if you want to rate it.");
        var today = London.DateAt(now);
        if (ratings.Find(r => r.On == today) is { } known)
        {
            if (known.Score == score) return Decision.AlreadySo;
            known.Score = score;
            known.At = now;
            return Decision.Done;
        }

        ratings.Add(new() { On = today, Score = score, At = now });
        return Decision.Done;
    }

    /// <summary>Closes it: reached, or put away. What was meant can be changed later from one to the other.</summary>
    public Decision Close(bool reached, DateTimeOffset now)
    {
        var state = reached ? GoalState.Reached : GoalState.PutAway;
        if (State == state) return Decision.AlreadySo;
        ClosedAt ??= now;
        State = state;
        Place = null;
        return Decision.Done;
    }

    /// <summary>Takes it up again, in a free place.</summary>
    /// <param name="place">The free place; null when there is none.</param>
    public Decision Reopen(int? place)
    {
        if (State == GoalState.Open) return Decision.AlreadySo;
        if (place is null) return Decision.Refused(Full);
        State = GoalState.Open;
        Place = place;
        ClosedAt = null;
        return Decision.Done;
    }
}
