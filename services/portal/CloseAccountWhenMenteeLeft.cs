using MassTransit;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Takes the mentee's role from the account of a young person who left, signs them out everywhere, takes open invitations back and sees to it that there are no more.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class CloseAccountWhenMenteeLeft(AccountsDb db, TimeProvider clock) : IConsumer<MenteeLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeLeft> context)
    {
        await db.RememberLeft(context.Message.MenteeId, clock.GetUtcNow(), context.CancellationToken);
        MenteeId? mentee = new MenteeId(context.Message.MenteeId);
        foreach (var invitation in await db.Invitations.Where(i => i.MenteeId == mentee && i.AcceptedAt == null).ToListAsync(context.CancellationToken)) invitation.Withdraw(clock.GetUtcNow());
        if (await db.Accounts.SingleOrDefaultAsync(a => a.MenteeId == mentee, context.CancellationToken) is not { } account) return;
        account.Drop(Roles.Mentee);
        await db.SignIns.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(context.CancellationToken);
    }
}
