using MassTransit;
using Mentoring.Contracts.Sessions;

namespace Mentoring.Portal;

/// <summary>A session was moved or called off: what was about to be sent of it as it was is not sent.</summary>
/// <param name="db">The database.</param>
/// <param name="channel">The way a reminder goes.</param>
/// <param name="clock">The clock.</param>
public sealed class TakeReminderBackWhenSessionChanged(AccountsDb db, IReminderChannel channel, TimeProvider clock) : IConsumer<SessionMoved>, IConsumer<SessionCancelled>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionMoved> context)
    {
        var fact = context.Message;
        var heard = await db.Hear(fact.SessionId, context.CancellationToken);
        heard.Move(fact.StartsAt, fact.At, clock.GetUtcNow());
        await channel.TakeBack(fact.SessionId, heard.IsOff ? null : heard.StartsAt, context.CancellationToken);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SessionCancelled> context)
    {
        var fact = context.Message;
        (await db.Hear(fact.SessionId, context.CancellationToken)).CallOff(clock.GetUtcNow());
        await channel.TakeBack(fact.SessionId, startingNowAt: null, context.CancellationToken);
    }
}
