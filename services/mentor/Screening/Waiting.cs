namespace Mentoring.Mentors;

/// <summary>Whose turn it is, on the way to clearance.</summary>
public enum WaitsOn
{
    /// <summary>Nobody's: they are cleared, on a break, or gone.</summary>
    Nobody,

    /// <summary>The mentor's.</summary>
    Mentor,

    /// <summary>The programme's.</summary>
    Programme,
}

/// <summary>What comes next, on the way to clearance.</summary>
public enum WaitsFor
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>That the mentor finishes their application.</summary>
    Application,

    /// <summary>That the mentor does the training and says so.</summary>
    Training,

    /// <summary>That the programme makes the checks that are left.</summary>
    Checks,

    /// <summary>That a caseworker decides, for every check has been made.</summary>
    Decision,
}

/// <summary>Whose turn it is and what comes next. Follows from which checks have been made, never from how one came out, so that a coordinator may see it.</summary>
/// <param name="On">Whose turn it is.</param>
/// <param name="For">What comes next.</param>
public readonly record struct Waiting(WaitsOn On, WaitsFor For)
{
    /// <summary>Whose turn it is with a mentor.</summary>
    public static Waiting Of(Mentor mentor, DateOnly today) => mentor.Stage switch
    {
        Stage.Invited => new(WaitsOn.Mentor, WaitsFor.Application),
        Stage.Applied => new(WaitsOn.Programme, WaitsFor.Checks),
        Stage.Screening => OfScreening(mentor, today),
        _ => new(WaitsOn.Nobody, WaitsFor.Nothing),
    };

    private static Waiting OfScreening(Mentor mentor, DateOnly today)
    {
        CheckKind[] left = [.. CheckProgressAnswer.Of(mentor, today).Where(c => c.State == CheckProgress.Waiting).Select(c => c.Kind)];
        if (left.Length == 0) return new(WaitsOn.Programme, WaitsFor.Decision);
        return left.Contains(CheckKind.Training) && mentor.Trainings.Count == 0 ? new(WaitsOn.Mentor, WaitsFor.Training) : new(WaitsOn.Programme, WaitsFor.Checks);
    }
}
