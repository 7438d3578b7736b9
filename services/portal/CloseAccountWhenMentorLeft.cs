using MassTransit;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// Takes the mentor's role from the account of a mentor who left, signs them out everywhere, takes open invitations back and sees to it that there are no more.
/// Somebody declined keeps the role for as long as they may read the letter with the decision, and is told by mail that it is there; the same fact comes again when that is over.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">Where the letter is read.</param>
/// <param name="clock">The clock.</param>
public sealed class CloseAccountWhenMentorLeft(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock) : IConsumer<MentorLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorLeft> context)
    {
        var fact = context.Message;
        await db.RememberLeft(fact.MentorId, clock.GetUtcNow(), context.CancellationToken);
        MentorId? mentor = new MentorId(fact.MentorId);
        foreach (var invitation in await db.Invitations.Where(i => i.MentorId == mentor && i.AcceptedAt == null).ToListAsync(context.CancellationToken)) invitation.Withdraw(clock.GetUtcNow());
        if (await db.Accounts.SingleOrDefaultAsync(a => a.MentorId == mentor, context.CancellationToken) is not { } account) return;
        if (fact.MayReadUntil is { } until && until >= clock.Today())
        {
            if (account is { IsOpen: true, Email: not null }) post.Write(Letters.DecisionIsThere(account.Email, until, $"{portal.Text}/mentor/letter"), fact.At + TimeSpan.FromDays(14));
            return;
        }

        account.Drop(Roles.Mentor);
        await db.SignIns.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(context.CancellationToken);
    }
}
