using System.Text.Json;
using Mentoring.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Mentoring.Portal;

/// <summary>
/// A mail that was written in the same commit as what it tells of, and is not sent yet. What it says is protected, because it
/// may hold a code; the row goes when the mail has gone.
/// </summary>
public sealed class WaitingMail
{
    /// <summary>A version-7 Guid; the Message-ID, and the name of an <c>.eml</c> file.</summary>
    public required Guid Id { get; init; }

    /// <summary>A <see cref="Letter"/> as JSON, protected by Data Protection.</summary>
    public required byte[] ProtectedLetter { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When it is no use any more, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The session it reminds of; null when it is about something else. A session that changes takes its mail back.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>When that session was to start, UTC.</summary>
    public DateTimeOffset? SessionStartsAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>Not before this, UTC.</summary>
    public required DateTimeOffset NextTryAt { get; set; }

    /// <summary>It did not go: again in one minute, then two, four … at most an hour.</summary>
    public void Failed(DateTimeOffset now)
    {
        NextTryAt = now + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(Tries, 6))));
        Tries++;
    }
}

/// <summary>What a mail says.</summary>
/// <param name="To">The address; empty for nobody: such a letter is written so that asking for one takes as long for an unknown address as for a known one, and is thrown away instead of sent.</param>
/// <param name="Subject">The subject, on one line.</param>
/// <param name="Text">The text.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>Never what it says.</summary>
    public override string ToString() => "A letter";
}

/// <summary>Takes mail in.</summary>
/// <param name="db">The database.</param>
/// <param name="protection">Protects what is written.</param>
/// <param name="clock">The clock.</param>
public sealed class Post(AccountsDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Mentoring.Mail");

    /// <summary>Writes a mail; it goes out once the caller's changes are committed.</summary>
    /// <param name="letter">What it says.</param>
    /// <param name="until">When it is no use any more, UTC.</param>
    /// <param name="about">The session it reminds of, and when that was to start, UTC; nothing for other mail.</param>
    public void Write(Letter letter, DateTimeOffset until, (Guid Session, DateTimeOffset StartsAt)? about = null)
    {
        var now = clock.GetUtcNow();
        db.Mails.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            ProtectedLetter = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(letter, JsonRules.Strict)),
            WrittenAt = now,
            Until = until,
            NextTryAt = now,
            SessionId = about?.Session,
            SessionStartsAt = about?.StartsAt,
        });
    }

    /// <summary>Reads a mail.</summary>
    public Letter Open(WaitingMail mail) => JsonSerializer.Deserialize<Letter>(protector.Unprotect(mail.ProtectedLetter), JsonRules.Strict)!;
}
