using MassTransit;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// Where or how two people meet has changed, or their place is used no more: both are told, so that nobody waits at the wrong door. Nothing is told of
/// a session that has another time by now or is off, or has begun.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">The portal's address.</param>
/// <param name="clock">The clock.</param>
public sealed class TellBothOfPlace(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock) : IConsumer<SessionPlaceChanged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionPlaceChanged> context)
    {
        var (fact, cancel) = (context.Message, context.CancellationToken);
        var heard = await db.TakeTurn(fact.SessionId, cancel);
        if (heard?.IsGone(fact.StartsAt, fact.At) == true || fact.StartsAt <= clock.GetUtcNow()) return;
        var (mentor, mentee) = ((MentorId?)new MentorId(fact.MentorId), (MenteeId?)new MenteeId(fact.MenteeId));
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.MentorId == mentor || a.MenteeId == mentee).OrderBy(a => a.Id).ToListAsync(cancel);
        foreach (var account in accounts.Where(a => a is { IsOpen: true, Email: not null }))
        {
            var letter = Letters.PlaceChanged(account, fact.SessionId, fact.StartsAt, fact.PlaceIsClosed, forMentor: account.MentorId == mentor, portal.Text);
            post.Write(letter, until: fact.StartsAt, about: (fact.SessionId, fact.StartsAt.ToUniversalTime()));
        }
    }
}
