using MassTransit;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// A session was booked, moved or called off: both are told, whatever reminders they chose, so that nobody stands alone at a time that is no more. Whoever
/// called it off knows. News that something newer has overtaken is not told, nor of a time that has passed.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">The portal's address.</param>
/// <param name="clock">The clock.</param>
public sealed class TellBothOfSession(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock) : IConsumer<SessionBooked>, IConsumer<SessionMoved>, IConsumer<SessionCancelled>
{
    private static readonly TimeSpan Use = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionBooked> context)
    {
        var fact = context.Message;
        var heard = await db.Hear(fact.SessionId, context.CancellationToken);
        var isNews = heard is { IsOff: false, MovedAt: null };
        heard.Book(fact.StartsAt, clock.GetUtcNow());
        if (isNews) await Tell(SessionNews.Booked, fact.SessionId, fact.StartsAt, new(fact.MenteeId), new(fact.MentorId), context.CancellationToken);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionMoved> context)
    {
        var fact = context.Message;
        var heard = await db.Hear(fact.SessionId, context.CancellationToken);
        var isNews = !heard.IsOff && !(heard.MovedAt > fact.At);
        heard.Move(fact.StartsAt, fact.At, clock.GetUtcNow());
        if (isNews) await Tell(SessionNews.Moved, fact.SessionId, fact.StartsAt, new(fact.MenteeId), new(fact.MentorId), context.CancellationToken);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionCancelled> context)
    {
        var fact = context.Message;
        var heard = await db.Hear(fact.SessionId, context.CancellationToken);
        heard.CallOff(clock.GetUtcNow());
        await Tell(SessionNews.CalledOff, fact.SessionId, heard.StartsAt, fact.By == "mentee" ? null : new(fact.MenteeId), fact.By == "mentor" ? null : new(fact.MentorId), context.CancellationToken, byProgramme: fact.By == "programme");
    }

    private async Task Tell(SessionNews news, Guid session, DateTimeOffset? startsAt, MenteeId? mentee, MentorId? mentor, CancellationToken cancel, bool byProgramme = false)
    {
        if (startsAt <= clock.GetUtcNow()) return;
        var accounts = await db.Accounts.AsNoTracking().Where(a => (mentor != null && a.MentorId == mentor) || (mentee != null && a.MenteeId == mentee)).OrderBy(a => a.Id).ToListAsync(cancel);
        foreach (var account in accounts.Where(a => a is { IsOpen: true, Email: not null }))
        {
            // What is still unsent of a time that changes is taken back; that it is off must not be.
            (Guid, DateTimeOffset)? about = news != SessionNews.CalledOff && startsAt is { } at ? (session, at.ToUniversalTime()) : null;
            post.Write(Letters.SessionNews(account, news, session, startsAt, forMentor: mentor is not null && account.MentorId == mentor, portal.Text, byProgramme), startsAt ?? clock.GetUtcNow() + Use, about);
        }
    }
}

/// <summary>What happened to a session.</summary>
public enum SessionNews
{
    /// <summary>It was booked.</summary>
    Booked,

    /// <summary>It has another time.</summary>
    Moved,

    /// <summary>It was called off.</summary>
    CalledOff,
}
