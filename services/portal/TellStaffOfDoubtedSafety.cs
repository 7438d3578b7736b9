using MassTransit;
using Mentoring.Contracts.Sessions;

namespace Mentoring.Portal;

/// <summary>
/// Writes at once to those who look after a match in which somebody said that they do not feel safe, or are not sure (to the safeguarding leads where none of those may come in any more); and to the safeguarding
/// leads when nobody has talked with them for two days. Nobody is named in the mail.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">Where the match is read.</param>
public sealed class TellStaffOfDoubtedSafety(AccountsDb db, Post post, PortalAddress portal) : IConsumer<SafetyDoubted>, IConsumer<SafetyUnanswered>
{
    /// <summary>After so many days a letter about it is of no use any more.</summary>
    public static readonly TimeSpan Use = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SafetyDoubted> context)
    {
        var fact = context.Message;
        var (emails, areLeads) = await db.EmailsOfCaseworkersOrLeads(fact.Tell, context.CancellationToken);
        foreach (var email in emails)
            post.Write(Letters.SafetyDoubted(email, fact.By, atTheEnd: fact.SessionId is null, areLeads, $"{portal.Text}/{(areLeads ? "safeguarding/records/match" : "work/matches")}/{fact.MatchId}"), fact.At + Use);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<SafetyUnanswered> context)
    {
        var fact = context.Message;
        foreach (var email in await db.EmailsOfLeads(context.CancellationToken))
            post.Write(Letters.SafetyUnanswered(email, fact.By, atTheEnd: fact.SessionId is null, $"{portal.Text}/safeguarding/records/match/{fact.MatchId}"), fact.At + Use);
    }
}
