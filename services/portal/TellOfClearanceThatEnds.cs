using MassTransit;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// Writes 90, 30 and 7 days before a clearance ends to the mentor, to the coordinators of their partner, and to the caseworker who cleared them; where that one is no
/// caseworker any more, to every caseworker. Nobody is named in the mail: who it is about they read here, signed in.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">Where to read on.</param>
/// <param name="clock">The clock.</param>
public sealed class TellOfClearanceThatEnds(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock) : IConsumer<MentorClearanceEnding>
{
    private static readonly TimeSpan Use = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorClearanceEnding> context)
    {
        var (fact, cancel) = (context.Message, context.CancellationToken);
        var until = fact.At + Use;
        if (until <= clock.GetUtcNow()) return;
        MentorId? mentor = new MentorId(fact.MentorId);
        var own = await db.Accounts.AsNoTracking().Where(a => a.MentorId == mentor && a.DisabledAt == null && a.Email != null && a.Roles.Contains(Roles.Mentor)).Select(a => a.Email!).SingleOrDefaultAsync(cancel);
        if (own is not null) post.Write(Letters.ClearanceEnds(own, Roles.Mentor, fact.ClearedUntil, $"{portal.Text}/mentor"), until);

        PartnerId? partner = fact.PartnerId is { } id ? new PartnerId(id) : null;
        if (partner is not null)
        {
            foreach (var email in await db.Accounts.AsNoTracking().Where(a => a.PartnerId == partner && a.DisabledAt == null && a.Email != null && a.Roles.Contains(Roles.Coordinator)).OrderBy(a => a.Id).Select(a => a.Email!).ToListAsync(cancel))
                post.Write(Letters.ClearanceEnds(email, Roles.Coordinator, fact.ClearedUntil, $"{portal.Text}/partner/people/{fact.MentorId}"), until);
        }

        var caseworkers = await db.EmailsOfCaseworkers(fact.ClearedBy is { } by ? [by] : [], cancel);
        if (caseworkers.Count == 0) caseworkers = await db.EmailsOf(Roles.Caseworker, [], cancel);
        foreach (var email in caseworkers) post.Write(Letters.ClearanceEnds(email, Roles.Caseworker, fact.ClearedUntil, $"{portal.Text}/work/mentors/{fact.MentorId}/screening"), until);
    }
}
