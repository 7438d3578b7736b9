using MassTransit;
using Mentoring.Contracts.Safeguarding;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>
/// Writes to the safeguarding leads that a concern waits, and again each time the agreed time has passed and nobody has taken it on. None of those it is
/// about is written to. Where no lead is left who may read it, and when the agreed time has passed twice, the administrators are told that the leads
/// are needed, and nothing of the concern.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">Where the queue is.</param>
/// <param name="clock">The clock.</param>
public sealed class TellLeadsOfConcern(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock) : IConsumer<ConcernWaits>
{
    private const int TooOften = 2;
    private static readonly TimeSpan Use = TimeSpan.FromDays(3);
    private static readonly TimeSpan UseOfCallAgain = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<ConcernWaits> context)
    {
        var (fact, cancel) = (context.Message, context.CancellationToken);

        // When the broker or the mail was away, calls that were repeated meanwhile come as one: the newest.
        var until = fact.At + (fact.TimesOverdue == 0 ? Use : UseOfCallAgain);
        if (until <= clock.GetUtcNow()) return;
        var leads = await db.EmailsOf(Roles.SafeguardingLead, fact.NotTo, cancel);
        foreach (var email in leads) post.Write(Letters.ConcernWaits(email, fact.Urgent, fact.TimesOverdue, fact.LookedAfter, $"{portal.Text}/safeguarding"), until);
        if (leads.Count > 0 && fact.TimesOverdue < TooOften) return;
        foreach (var email in await db.EmailsOf(Roles.Administrator, fact.NotTo, cancel))
            post.Write(Letters.ConcernIsNotTaken(email, fact.Urgent, isThereALead: leads.Count > 0, $"{portal.Text}/admin/accounts"), until);
    }
}
