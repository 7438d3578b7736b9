using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>A concern that was begun for somebody who said that they do not feel safe. It is theirs to change, to send or to throw away; nobody else reads it.</summary>
/// <param name="WhatHappened">The first words.</param>
/// <param name="Match">The match it is about.</param>
public sealed record ConcernDraft(string WhatHappened, Guid Match)
{
    /// <summary>Where it is kept.</summary>
    public const string Journey = "concern";
}

/// <summary>Begins concerns for people who said that they do not feel safe.</summary>
public static class ConcernDrafts
{
    /// <summary>Begins one with their own words. One that is there already holds what they typed, and stays.</summary>
    /// <param name="drafts">Where it is kept.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="said">What they said, in a sentence of theirs.</param>
    /// <param name="more">What they said besides; null for nothing.</param>
    /// <param name="match">The match it is about.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task BeginConcern(this Drafts drafts, AccountId account, string said, string? more, Guid match, CancellationToken cancel)
    {
        if (await drafts.Read<ConcernDraft>(account, ConcernDraft.Journey, cancel) is not null) return;
        await drafts.Write(account, ConcernDraft.Journey, new ConcernDraft(more is null ? said : said + "\n" + more, match), cancel);
    }
}
