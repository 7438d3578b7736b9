using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>A reminder of a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="StartsAt">When it starts, UTC.</param>
/// <param name="ForMentor">Whether the mentor is reminded, else the young person.</param>
/// <param name="IsTheLast">Whether it is the one an hour before.</param>
public sealed record SessionReminder(Guid Session, DateTimeOffset StartsAt, bool ForMentor, bool IsTheLast);

/// <summary>
/// The way a reminder goes to somebody. Today there is mail; text messages would be another. It works within the caller's
/// transaction: what it is given goes out once that is committed, and not at all otherwise.
/// </summary>
public interface IReminderChannel
{
    /// <summary>Takes a reminder to be sent.</summary>
    void Remind(Account account, SessionReminder reminder);

    /// <summary>Keeps back what has not gone yet of a session, save what is about the time it starts at now; all of it when it starts no more.</summary>
    Task TakeBack(Guid session, DateTimeOffset? startingNowAt, CancellationToken cancel);
}

/// <summary>Reminds by mail.</summary>
/// <param name="post">Takes mail in.</param>
/// <param name="portal">The portal's address.</param>
/// <param name="db">The database, for taking mail back.</param>
/// <param name="clock">The clock.</param>
public sealed class RemindByMail(Post post, PortalAddress portal, AccountsDb db, TimeProvider clock) : IReminderChannel
{
    /// <inheritdoc/>
    public void Remind(Account account, SessionReminder reminder) =>
        post.Write(Letters.SessionReminder(account, reminder, clock.Today(), portal.Text), until: reminder.StartsAt, about: (reminder.Session, reminder.StartsAt));

    /// <inheritdoc/>
    public Task TakeBack(Guid session, DateTimeOffset? startingNowAt, CancellationToken cancel) =>
        db.Mails.Where(m => m.SessionId == session && (startingNowAt == null || m.SessionStartsAt != startingNowAt)).ExecuteDeleteAsync(cancel);
}
