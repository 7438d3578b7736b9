namespace Mentoring.Mentees;

/// <summary>Where a young person stands now.</summary>
public sealed record Standing
{
    /// <summary>The stage.</summary>
    public required MenteeStage Stage { get; init; }

    /// <summary>The last date of being ready; null when not ready.</summary>
    public required DateOnly? ReadyUntil { get; init; }

    /// <summary>What stands between them and being ready, in the order it is usually done.</summary>
    public required IReadOnlyList<Need> StillNeeded { get; init; }

    /// <summary>The same in words to the young person.</summary>
    public required IReadOnlyList<string> WhatYouCanDo { get; init; }

    internal static Standing Of(Mentee mentee, DateOnly today)
    {
        var needs = mentee.Stage == MenteeStage.Left ? [] : mentee.StillNeeded(today);
        return new()
        {
            Stage = mentee.Stage,
            ReadyUntil = mentee.ReadyUntil,
            StillNeeded = needs,
            WhatYouCanDo = [.. needs.Select(n => n.ToYou())],
        };
    }
}

/// <summary>The risk assessment as its two sides see it.</summary>
public sealed record SafetyPlan
{
    /// <summary>Give this number when signing.</summary>
    public required int Version { get; init; }

    /// <summary>The risks.</summary>
    public required IReadOnlyList<Risk> Risks { get; init; }

    /// <summary>What the young person says about it.</summary>
    public required string YoungPersonsWords { get; init; }

    /// <summary>The last date on which it holds.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When the young person signed this version, UTC; null while they have not.</summary>
    public required DateTimeOffset? SignedByMenteeAt { get; init; }

    /// <summary>When a caseworker signed this version, UTC; null while none has.</summary>
    public required DateTimeOffset? SignedByCaseworkerAt { get; init; }

    /// <summary>Which parts the young person lets their mentor read, and did before, oldest first. Only they choose.</summary>
    public required IReadOnlyList<Sharing> Sharings { get; init; }

    /// <summary>What the young person wants changed before they sign, in their words; null when they said nothing.</summary>
    public required string? Wish { get; init; }

    /// <summary>When they said so, UTC.</summary>
    public required DateTimeOffset? WishedAt { get; init; }

    internal static SafetyPlan? Of(RiskAssessment? risk) => risk is null ? null : new()
    {
        Version = risk.Version,
        Risks = risk.Plan.Risks,
        YoungPersonsWords = risk.Plan.YoungPersonsWords,
        ReviewOn = risk.ReviewOn,
        WrittenAt = risk.WrittenAt,
        SignedByMenteeAt = risk.SignedByMenteeAt,
        SignedByCaseworkerAt = risk.SignedByCaseworkerAt,
        Sharings = risk.Sharings,
        Wish = risk.Wish,
        WishedAt = risk.WishedAt,
    };
}

/// <summary>One yes to taking part.</summary>
public sealed record ConsentGiven
{
    /// <summary>The version of the statement agreed to.</summary>
    public required string StatementVersion { get; init; }

    /// <summary>The words that were agreed to, as they were then.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The last date on which it holds.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }

    internal static IReadOnlyList<ConsentGiven> Of(Mentee mentee) =>
    [
        .. mentee.Consents.Select(c => new ConsentGiven { StatementVersion = c.StatementVersion, Words = ConsentStatement.Of(c.StatementVersion)?.Words ?? [], GivenAt = c.GivenAt, Until = c.Until, WithdrawnAt = c.WithdrawnAt }),
    ];
}
