namespace Mentoring.Sessions;

/// <summary>What one side of a session can do about it.</summary>
public enum Act
{
    /// <summary>Moves it, or changes how the two meet, without asking.</summary>
    Move,

    /// <summary>Asks the other for another time.</summary>
    Propose,

    /// <summary>Says yes or no to a time that the other asked for.</summary>
    Answer,

    /// <summary>Calls it off.</summary>
    CallOff,

    /// <summary>Says whether it took place.</summary>
    SayWhetherHeld,
}

/// <summary>
/// Who may do what about a session that is booked, and until when. A mentor may always move a session of their own until it begins. A
/// young person may move it until two hours before, ask for another time after that, and always call it off.
/// </summary>
public static class WhoMay
{
    /// <summary>Why not, as a sentence; null when they may.</summary>
    /// <param name="by">Who.</param>
    /// <param name="act">What.</param>
    /// <param name="startsAt">When the session starts.</param>
    /// <param name="now">The moment.</param>
    public static string? WhyNot(Voice by, Act act, DateTimeOffset startsAt, DateTimeOffset now)
    {
        var hasBegun = now >= startsAt;
        if (act == Act.SayWhetherHeld) return hasBegun ? null : "This session has not begun yet. Say how it went once it has.";
        if (hasBegun) return "This session has already begun. Say whether it took place instead.";
        return act == Act.Move && by == Voice.Mentee && now > startsAt - Slots.Notice
            ? "It begins in less than two hours. Ask your mentor for another time, or call it off: that is OK."
            : null;
    }
}
