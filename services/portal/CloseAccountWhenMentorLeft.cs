using MassTransit;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Takes the mentor's role from the account of a mentor who left, signs them out everywhere, takes open invitations back and sees to it that there are no more.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class CloseAccountWhenMentorLeft(AccountsDb db, TimeProvider clock) : IConsumer<MentorLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorLeft> context)
    {
        await db.RememberLeft(context.Message.MentorId, clock.GetUtcNow(), context.CancellationToken);
        MentorId? mentor = new MentorId(context.Message.MentorId);
        foreach (var invitation in await db.Invitations.Where(i => i.MentorId == mentor && i.AcceptedAt == null).ToListAsync(context.CancellationToken)) invitation.Withdraw(clock.GetUtcNow());
        if (await db.Accounts.SingleOrDefaultAsync(a => a.MentorId == mentor, context.CancellationToken) is not { } account) return;
        account.Drop(Roles.Mentor);
        await db.SignIns.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(context.CancellationToken);
    }
}
