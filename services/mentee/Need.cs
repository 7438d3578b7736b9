namespace Mentoring.Mentees;

/// <summary>What stands between a young person and being ready, in the order it is usually done.</summary>
public enum Need
{
    /// <summary>Their own yes, or a new one because the last ran out.</summary>
    Consent,

    /// <summary>At least one thing they want help with.</summary>
    GoalArea,

    /// <summary>A language they can talk in.</summary>
    Language,

    /// <summary>In person, online or both.</summary>
    WayToMeet,

    /// <summary>The first half of a postcode, needed to meet in person.</summary>
    Postcode,

    /// <summary>A time of the week when they are free.</summary>
    FreeTime,

    /// <summary>A risk assessment, or a new one because the last ran out.</summary>
    RiskAssessment,

    /// <summary>Their own name under the risk assessment.</summary>
    MenteeSignature,

    /// <summary>Their caseworker's name under the risk assessment.</summary>
    CaseworkerSignature,
}

/// <summary>The same to a young person.</summary>
public static class NeedsInWords
{
    /// <summary>What to do about a need, for a reader of nine.</summary>
    public static string ToYou(this Need need) => need switch
    {
        Need.Consent => "Tell us if you want to take part.",
        Need.GoalArea => "Choose one thing you would like help with.",
        Need.Language => "Choose a language you like to talk in.",
        Need.WayToMeet => "Choose if you want to meet in person, online or both.",
        Need.Postcode => "Write the first part of your postcode, like LE2.",
        Need.FreeTime => "Tell us when you are free.",
        Need.RiskAssessment => "Make a safety plan with your caseworker.",
        Need.MenteeSignature => "Read your safety plan. If it is right, put your name to it.",
        Need.CaseworkerSignature => "Wait a little: your caseworker will put their name to the safety plan.",
        _ => throw new ArgumentOutOfRangeException(nameof(need), need, "This need has no words yet."),
    };
}
