using Mentoring.Contracts.Sessions;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>
/// Somebody said that they do not feel safe, or are not sure: after a session, or when they asked to end the match. It is told at once to those
/// who look after the match, stays before them until one of them has talked with that person, and goes to the safeguarding leads when nobody does
/// in time. What they said is not in it. It cannot be taken back by a later word, only talked about.
/// </summary>
public sealed class Worry : Aggregate
{
    /// <summary>When nobody has talked for so long with somebody who does not feel safe, the safeguarding leads are told.</summary>
    public static readonly TimeSpan LeadsAfter = TimeSpan.FromDays(2);

    private Worry()
    {
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The match.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>The session after which it was said; null when it was said by who asked to end the match.</summary>
    public SessionId? SessionId { get; private init; }

    /// <summary>Who said it. A caseworker who ends a match for safety says it for the young person.</summary>
    public Voice By { get; private init; }

    /// <summary>When it was said, UTC.</summary>
    public DateTimeOffset SaidAt { get; private init; }

    /// <summary>When the safeguarding leads were told that nobody has talked with them, UTC; null when that was not needed.</summary>
    public DateTimeOffset? LeadsToldAt { get; private set; }

    /// <summary>With whom somebody is to talk: the mentor about their own worry, the young person about every other.</summary>
    public Side TalkWith => By == Voice.Mentor ? Side.Mentor : Side.Mentee;

    /// <summary>Said after a session.</summary>
    /// <param name="pulse">What was said.</param>
    /// <param name="lookingAfter">Who looks after the match today.</param>
    public static Worry After(Pulse pulse, IReadOnlyList<CaseworkerId> lookingAfter) => Of(new()
    {
        Id = Guid.CreateVersion7(pulse.SaidAt),
        MatchId = pulse.MatchId,
        MenteeId = pulse.MenteeId,
        MentorId = pulse.MentorId,
        SessionId = pulse.SessionId,
        By = pulse.By,
        SaidAt = pulse.SaidAt,
    }, lookingAfter);

    /// <summary>Said by who asked to end the match.</summary>
    /// <param name="match">The match.</param>
    /// <param name="by">Who said it.</param>
    /// <param name="lookingAfter">Who looks after the match today.</param>
    /// <param name="at">When they said it, UTC.</param>
    public static Worry AtTheEndOf(MatchCopy match, Voice by, IReadOnlyList<CaseworkerId> lookingAfter, DateTimeOffset at) => Of(new()
    {
        Id = Guid.CreateVersion7(at),
        MatchId = match.Id,
        MenteeId = match.MenteeId,
        MentorId = match.MentorId,
        By = by,
        SaidAt = at.ToUniversalTime(),
    }, lookingAfter);

    /// <summary>
    /// Whether a check-in with <see cref="TalkWith"/> answers it: it was held on a later day, or that day and written down on it, after they said it. One of that
    /// day that is written down days later may well have been before, and must not hide what nobody has talked about.
    /// </summary>
    /// <param name="heldOn">The local date of the check-in.</param>
    /// <param name="recordedAt">When it was written down, UTC.</param>
    public bool IsAnsweredBy(DateOnly heldOn, DateTimeOffset recordedAt)
    {
        var said = London.DateAt(SaidAt);
        return recordedAt >= SaidAt && (heldOn > said || (heldOn == said && London.DateAt(recordedAt) == said));
    }

    /// <summary>Nobody has talked with them so far: the safeguarding leads are told, once and not before its time.</summary>
    public Decision TellLeads(DateTimeOffset now)
    {
        if (LeadsToldAt is not null || now < SaidAt + LeadsAfter) return Decision.AlreadySo;
        LeadsToldAt = now;
        Tell(new SafetyUnanswered { SessionId = SessionId?.Value, MatchId = MatchId.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, By = Session.Word(By), At = now });
        return Decision.Done;
    }

    private static Worry Of(Worry worry, IReadOnlyList<CaseworkerId> lookingAfter)
    {
        worry.Tell(new SafetyDoubted
        {
            SessionId = worry.SessionId?.Value,
            MatchId = worry.MatchId.Value,
            MenteeId = worry.MenteeId.Value,
            MentorId = worry.MentorId.Value,
            By = Session.Word(worry.By),
            Tell = [.. lookingAfter.Select(c => c.Value)],
            At = worry.SaidAt,
        });
        return worry;
    }
}
