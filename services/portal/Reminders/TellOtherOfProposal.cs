using MassTransit;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// One side of a session asks for another time, and the other is told that an answer is waited for; says the other no, who asked is told. A yes is
/// told to both as a move. Nothing is told of a session that has changed since, or of a time that has passed.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">The portal's address.</param>
/// <param name="clock">The clock.</param>
public sealed class TellOtherOfProposal(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock) : IConsumer<SessionTimeProposed>, IConsumer<SessionTimeDeclined>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<SessionTimeProposed> context)
    {
        var fact = context.Message;
        var toMentor = fact.By == "mentee";
        return Tell(fact.SessionId, fact.StartsAt, fact.At, toMentor, fact.MenteeId, fact.MentorId, to => Letters.TimeProposed(to, fact.SessionId, fact.StartsAt, fact.ProposedStartsAt, toMentor, portal.Text), context.CancellationToken);
    }

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<SessionTimeDeclined> context)
    {
        var fact = context.Message;
        var toMentor = fact.AskedBy == "mentor";
        return Tell(fact.SessionId, fact.StartsAt, fact.At, toMentor, fact.MenteeId, fact.MentorId, to => Letters.TimeDeclined(to, fact.SessionId, fact.StartsAt, toMentor, portal.Text), context.CancellationToken);
    }

    private async Task Tell(Guid session, DateTimeOffset startsAt, DateTimeOffset at, bool toMentor, Guid menteeId, Guid mentorId, Func<Account, Letter> letter, CancellationToken cancel)
    {
        var heard = await db.TakeTurn(session, cancel);
        if (heard?.IsGone(startsAt, at) == true || startsAt <= clock.GetUtcNow()) return;
        MentorId? mentor = toMentor ? new(mentorId) : null;
        MenteeId? mentee = toMentor ? null : new(menteeId);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => (mentor != null && a.MentorId == mentor) || (mentee != null && a.MenteeId == mentee), cancel);
        if (account is { IsOpen: true, Email: not null }) post.Write(letter(account), until: startsAt, about: (session, startsAt.ToUniversalTime()));
    }
}
