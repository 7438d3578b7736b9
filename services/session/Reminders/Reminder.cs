using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>When somebody wants to be reminded of a session.</summary>
public enum RemindMe
{
    /// <summary>The day before and an hour before.</summary>
    Both,

    /// <summary>The day before.</summary>
    DayBefore,

    /// <summary>An hour before.</summary>
    HourBefore,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>A reminder that there is.</summary>
public enum ReminderKind
{
    /// <summary>The day before.</summary>
    DayBefore,

    /// <summary>An hour before.</summary>
    HourBefore,
}

/// <summary>
/// That a reminder of a session, for the time it had then, has been told: there is one a session, kind and time, so that none goes
/// out twice, and a session that moves is reminded of anew.
/// </summary>
public sealed class Reminder
{
    /// <summary>The session.</summary>
    public required SessionId SessionId { get; init; }

    /// <summary>Which reminder.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>When the session was to start, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long before the start a reminder is due, and from when on before the start it comes too late to be of use.</summary>
    public static (TimeSpan Due, TimeSpan TooLate) Window(ReminderKind kind) => kind == ReminderKind.DayBefore
        ? (TimeSpan.FromHours(24), TimeSpan.FromHours(12))
        : (TimeSpan.FromHours(1), TimeSpan.Zero);

    /// <summary>
    /// Whether a session is to be reminded of now. Who planned it after the reminder was due has just thought of it, and is not
    /// reminded.
    /// </summary>
    public static bool IsDue(ReminderKind kind, Session session, DateTimeOffset now)
    {
        var (due, tooLate) = Window(kind);
        return session.State == SessionState.Booked && session.PlannedAt <= session.StartsAt - due && session.StartsAt - due <= now && now < session.StartsAt - tooLate;
    }

    /// <summary>Whether somebody who chose so wants a reminder.</summary>
    public static bool IsWanted(ReminderKind kind, RemindMe choice) => choice switch
    {
        RemindMe.Both => true,
        RemindMe.DayBefore => kind == ReminderKind.DayBefore,
        RemindMe.HourBefore => kind == ReminderKind.HourBefore,
        _ => false,
    };

    /// <summary>The word for it in facts.</summary>
    public static string Word(ReminderKind kind) => kind == ReminderKind.DayBefore ? "day-before" : "hour-before";
}
