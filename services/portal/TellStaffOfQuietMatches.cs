using MassTransit;
using Mentoring.Contracts.Sessions;

namespace Mentoring.Portal;

/// <summary>Writes to those who look after a match that it has gone quiet, and once more that it is quiet still; where none of them may come in any more, to the safeguarding leads. Nobody is named in the mail: who it is about they read here, signed in.</summary>
/// <param name="db">The database.</param>
/// <param name="post">Takes the mail.</param>
/// <param name="portal">Where the match is read.</param>
public sealed class TellStaffOfQuietMatches(AccountsDb db, Post post, PortalAddress portal) : IConsumer<MatchWentQuiet>, IConsumer<MatchStillQuiet>
{
    /// <summary>After so many days a letter about it is of no use any more.</summary>
    public static readonly TimeSpan Use = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchWentQuiet> context)
    {
        var fact = context.Message;
        return Write(fact.Tell, (to, isLead) => Letters.MatchQuiet(to, fact.LastContactOn, still: false, isLead, Page(fact.MatchId, isLead)), fact.At, context.CancellationToken);
    }

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MatchStillQuiet> context)
    {
        var fact = context.Message;
        return Write(fact.Tell, (to, isLead) => Letters.MatchQuiet(to, fact.LastContactOn, still: true, isLead, Page(fact.MatchId, isLead)), fact.At, context.CancellationToken);
    }

    private string Page(Guid match, bool isLead) => $"{portal.Text}/{(isLead ? "safeguarding/records/match" : "work/matches")}/{match}";

    private async Task Write(IReadOnlyList<Guid> accounts, Func<string, bool, Letter> letter, DateTimeOffset at, CancellationToken cancel)
    {
        var (emails, areLeads) = await db.EmailsOfCaseworkersOrLeads(accounts, cancel);
        foreach (var email in emails) post.Write(letter(email, areLeads), at + Use);
    }
}
