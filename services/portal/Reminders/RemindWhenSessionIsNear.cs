using MassTransit;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Reminds somebody of a session that is near, unless it was moved or called off, or they cannot come in any more.</summary>
/// <param name="db">The database.</param>
/// <param name="channel">The way a reminder goes.</param>
/// <param name="clock">The clock.</param>
public sealed class RemindWhenSessionIsNear(AccountsDb db, IReminderChannel channel, TimeProvider clock) : IConsumer<SessionReminderDue>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionReminderDue> context)
    {
        var fact = context.Message;
        var heard = await db.TakeTurn(fact.SessionId, context.CancellationToken);
        if (heard?.IsGone(fact.StartsAt, fact.At) == true || fact.StartsAt <= clock.GetUtcNow()) return;

        MentorId? mentor = fact.To == "mentor" ? new(fact.MentorId) : null;
        MenteeId? mentee = fact.To == "mentee" ? new(fact.MenteeId) : null;
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => (mentor != null && a.MentorId == mentor) || (mentee != null && a.MenteeId == mentee), context.CancellationToken);
        if (account is { IsOpen: true }) channel.Remind(account, new(fact.SessionId, fact.StartsAt.ToUniversalTime(), ForMentor: mentor is not null, IsTheLast: fact.Kind == "hour-before"));
    }
}
