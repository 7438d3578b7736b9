namespace Mentoring.Portal;

/// <summary>A concern that was begun for somebody who said that they do not feel safe. It is theirs to change, to send or to throw away; nobody else reads it.</summary>
/// <param name="WhatHappened">The first words.</param>
/// <param name="Match">The match it is about.</param>
public sealed record ConcernDraft(string WhatHappened, Guid Match)
{
    /// <summary>Where it is kept.</summary>
    public const string Journey = "concern";
}
