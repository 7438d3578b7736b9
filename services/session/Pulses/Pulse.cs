using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>How a session was for somebody. The numbers are for order only: people read words.</summary>
public enum HowItWas
{
    /// <summary>Bad.</summary>
    Bad = 1,

    /// <summary>Not so good.</summary>
    NotSoGood = 2,

    /// <summary>OK.</summary>
    Okay = 3,

    /// <summary>Good.</summary>
    Good = 4,

    /// <summary>Great.</summary>
    Great = 5,
}

/// <summary>What one side says after a session.</summary>
/// <param name="How">How it was.</param>
/// <param name="Safe">Whether they feel safe.</param>
/// <param name="Change">What they would change, in their words; null for nothing.</param>
public readonly record struct PulseWords(HowItWas How, Safety Safe, string? Change);

/// <summary>
/// A short word after a session from one of the two: how it was, whether they feel safe, anything to change. Nobody has to. The caseworker
/// reads it, the other side never does. Said once: what worried somebody is not wiped out by a later word.
/// </summary>
public sealed class Pulse : Aggregate
{
    /// <summary>For so many days after a session it can be said how it was.</summary>
    public const int Days = 30;

    private Pulse()
    {
    }

    /// <summary>The session.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>Who says it: the young person or the mentor.</summary>
    public Voice By { get; private init; }

    /// <summary>The match.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>How it was.</summary>
    public HowItWas How { get; private init; }

    /// <summary>Whether they feel safe.</summary>
    public Safety Safe { get; private init; }

    /// <summary>What they would change, up to 500 characters.</summary>
    public string? Change { get; private init; }

    /// <summary>When it was said, UTC.</summary>
    public DateTimeOffset SaidAt { get; private init; }

    /// <summary>Whether somebody is to talk with them: they do not feel safe, or are not sure.</summary>
    public static bool IsWorrying(Safety safe) => safe != Safety.Safe;

    /// <summary>Why nothing can be said about a session now; null when it can.</summary>
    public static string? WhyNot(Session session, Voice by, DateTimeOffset now) =>
        session.State == SessionState.Cancelled ? "This session was called off, so there is nothing to say about it."
        : now < session.StartsAt ? "This session has not begun yet. Say how it was once it has."
        : session.WordOf(by) == false ? "You said that you did not meet. If that was a slip, tell the caseworker."
        : now > session.EndsAt.AddDays(Days) ? "This session was a while ago. Tell the caseworker how it was, any time."
        : null;

    /// <summary>Somebody says how it was. Where <see cref="IsWorrying"/> says so there is a <see cref="Worry"/> beside it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="words">What they say.</param>
    /// <param name="now">The moment, UTC.</param>
    public static Pulse Of(Session session, Voice by, PulseWords words, DateTimeOffset now) => new()
    {
        SessionId = session.Id,
        By = by,
        MatchId = session.MatchId,
        MenteeId = session.MenteeId,
        MentorId = session.MentorId,
        How = words.How,
        Safe = words.Safe,
        Change = words.Change,
        SaidAt = now,
    };

    /// <summary>Somebody says it again: the same is already so, something else is for a talk.</summary>
    public Decision SayAgain(PulseWords words) => words == new PulseWords(How, Safe, Change)
        ? Decision.AlreadySo
        : Decision.Refused("You have said how this session was. If it is different now, tell the caseworker.");
}
