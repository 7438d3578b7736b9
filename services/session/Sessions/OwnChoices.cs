using System.Security.Cryptography;
using System.Text;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>What a young person or a mentor has chosen about their sessions. Who has chosen nothing is reminded twice and has no calendar address.</summary>
public sealed class OwnChoices
{
    /// <summary>The mentee's or mentor's id.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Which of the two they are.</summary>
    public required Voice Side { get; init; }

    /// <summary>When they want to be reminded.</summary>
    public RemindMe Remind { get; private set; }

    /// <summary>The SHA-256 of the secret in the address of their calendar, which itself is not kept; null without one.</summary>
    public byte[]? CalendarHash { get; private set; }

    /// <summary>Since when that address works, UTC.</summary>
    public DateTimeOffset? CalendarSince { get; private set; }

    /// <summary>When an administrator last shut their account, UTC.</summary>
    public DateTimeOffset? ShutAt { get; private set; }

    /// <summary>When an administrator last opened it again, UTC.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Whether their account is shut, as far as was heard; of one moment the more careful word stays.</summary>
    public bool IsShut => ShutAt is not null && !(OpenedAt > ShutAt);

    /// <summary>Whose choices the caller's are; null for who is neither a young person nor a mentor.</summary>
    public static (Guid Id, Voice Side)? Of(Caller caller) =>
        caller.Is(Roles.Mentee) && caller.Mentee is { } mentee ? (mentee.Value, Voice.Mentee)
        : caller.Is(Roles.Mentor) && caller.Mentor is { } mentor ? (mentor.Value, Voice.Mentor)
        : null;

    /// <summary>What is kept of a secret.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>They choose when to be reminded.</summary>
    public void Choose(RemindMe remind) => Remind = remind;

    /// <summary>Their calendar gets an address, and the one it had works no longer. The same address once more changes nothing.</summary>
    public void OpenCalendar(string secret, DateTimeOffset now)
    {
        var hash = HashOf(secret);
        if (CalendarHash is { } before && before.AsSpan().SequenceEqual(hash)) return;
        (CalendarHash, CalendarSince) = (hash, now);
    }

    /// <summary>Their account was shut. A word older than the last one changes nothing.</summary>
    public void Shut(DateTimeOffset at) => ShutAt = ShutAt > at ? ShutAt : at.ToUniversalTime();

    /// <summary>Their account was opened again.</summary>
    public void Open(DateTimeOffset at) => OpenedAt = OpenedAt > at ? OpenedAt : at.ToUniversalTime();

    /// <summary>Their calendar has no address any more.</summary>
    public void CloseCalendar() => (CalendarHash, CalendarSince) = (null, null);
}
