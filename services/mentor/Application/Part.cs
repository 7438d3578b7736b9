namespace Mentoring.Mentors;

/// <summary>The parts of an application, in the order in which a mentor sees them.</summary>
public enum Part
{
    /// <summary>A few words to the young person.</summary>
    AboutMe,

    /// <summary>What they can help with.</summary>
    Areas,

    /// <summary>When in the week they are free.</summary>
    Availability,

    /// <summary>Two people who know them.</summary>
    References,

    /// <summary>The training before the first match.</summary>
    Training,

    /// <summary>The agreement, signed last.</summary>
    Agreement,
}

/// <summary>How far a part of an application is.</summary>
public enum PartState
{
    /// <summary>It comes later, or something else comes first.</summary>
    NotNeededYet,

    /// <summary>Nothing is there.</summary>
    NotStarted,

    /// <summary>Some of it is there.</summary>
    InProgress,

    /// <summary>All of it is there.</summary>
    Done,
}

/// <summary>How far a mentor's application is, part by part.</summary>
public sealed record ApplicationAnswer
{
    /// <summary>The parts, in order.</summary>
    public required IReadOnlyList<PartAnswer> Parts { get; init; }

    /// <summary>Whether everything is there that has to be there before the agreement is signed.</summary>
    public required bool MaySign { get; init; }

    /// <summary>How far a mentor's application is on a day.</summary>
    public static ApplicationAnswer Of(Mentor mentor, DateOnly today) => new()
    {
        Parts = [.. Enum.GetValues<Part>().Select(part => new PartAnswer { Part = part, State = StateOf(part, mentor, today) })],
        MaySign = Missing(mentor).Count == 0,
    };

    /// <summary>What has to be there before somebody applies and is not, as the ends of a sentence.</summary>
    public static IReadOnlyList<string> Missing(Mentor mentor)
    {
        (bool IsThere, string Words)[] needed =
        [
            (mentor.Profile.About.Length > 0, "a few words about you"),
            (mentor.Profile.GoalAreas.Count > 0, "what you can help with"),
            (mentor.Availability.Weekly.Count > 0, "when in the week you are usually free"),
            (mentor.Referees.Count == Referee.Needed, "two people who can speak for you"),
        ];
        return [.. needed.Where(need => !need.IsThere).Select(need => need.Words)];
    }

    private static PartState StateOf(Part part, Mentor mentor, DateOnly today) => part switch
    {
        Part.AboutMe => Of(mentor.Profile.About.Length > 0, mentor.Profile.Interests.Count + mentor.Profile.TalkStyles.Count + mentor.Profile.Traits.Count > 0),
        Part.Areas => Of(mentor.Profile.GoalAreas.Count > 0, false),
        Part.Availability => Of(mentor.Availability.Weekly.Count > 0, mentor.Availability.Exceptions.Count > 0),
        Part.References => Of(mentor.Referees.Count == Referee.Needed, mentor.Referees.Count > 0),
        Part.Training => mentor.Rules.For(CheckKind.Training).IsMetBy(mentor.Newest(CheckKind.Training), today) ? PartState.Done
            : mentor.Trainings.Count > 0 ? PartState.InProgress
            : mentor.Stage == Stage.Invited ? PartState.NotNeededYet : PartState.NotStarted,
        _ => mentor.SignedAgreement is not null ? PartState.Done : Missing(mentor).Count > 0 ? PartState.NotNeededYet : PartState.NotStarted,
    };

    private static PartState Of(bool done, bool begun) => done ? PartState.Done : begun ? PartState.InProgress : PartState.NotStarted;
}

/// <summary>How far one part of an application is.</summary>
public sealed record PartAnswer
{
    /// <summary>Which part.</summary>
    public required Part Part { get; init; }

    /// <summary>How far it is.</summary>
    public required PartState State { get; init; }
}
