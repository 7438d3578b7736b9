namespace Mentoring.Mentees;

/// <summary>
/// A young person's own yes to taking part. Nobody can give it for them. A later yes stands beside the earlier ones, so that
/// what was agreed, and when, is kept.
/// </summary>
public sealed class Consent
{
    /// <summary>How long a yes holds before it is asked again.</summary>
    public const int Months = 12;

    /// <summary>1 for the first, counting on.</summary>
    public required int Number { get; init; }

    /// <summary>The version of the statement that was agreed to.</summary>
    public required string StatementVersion { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The last date on which it holds.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it was taken back, UTC; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it was given to words that have changed since, so that it is asked for anew. It holds all the same.</summary>
    public bool IsToOlderWords => StatementVersion != ConsentStatement.Newest.Version;

    /// <summary>Whether it holds on a day.</summary>
    public bool IsInForce(DateOnly today) => WithdrawnAt is null && today <= Until;

    internal void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}

/// <summary>
/// What a young person says yes to. When the words change, a new version is added and asked for anew; the old ones stay here for good, so that what somebody
/// agreed to can always be read. A yes to an older version holds until its end: it was given, and new words are no reason to take a mentor away.
/// In their own right: a young person who understands what is asked decides for themselves (Gillick competence; UK GDPR recital 58 asks for
/// words a child can understand; article 7(3) that it is as easy to withdraw as to give).
/// </summary>
/// <param name="Version">Its name.</param>
/// <param name="Words">The words, for a reader of nine.</param>
public sealed record ConsentStatement(string Version, IReadOnlyList<string> Words)
{
    /// <summary>Every version there ever was, the newest last. One that was in use is never changed.</summary>
    public static IReadOnlyList<ConsentStatement> All { get; } =
    [
        new("2026-1",
        [
            "A mentor is a grown-up who meets you, listens, and helps with things you choose.",
            "You choose if you want a mentor. You can say no. Nobody will be cross.",
            "We keep what you tell us safe. Your caseworker can see it.",
            "Your mentor will see your first name and your goals, but only after you both say yes.",
            "If we think you or someone else may get hurt, we have to tell a person who can help. We will try to talk to you first.",
            "You can change your mind on any day. Just tell us, and we stop.",
            "We will ask you again in a year.",
        ]),
        new("2026-2",
        [
            "A mentor is a grown-up who meets you, listens, and helps with things you choose.",
            "You choose if you want a mentor. You can say no. Nobody will be cross.",
            "We keep what you tell us safe. Your caseworker can see it.",
            "Your mentor will see your first name and your goals, but only after you both say yes.",
            "Of your safety plan your mentor sees only the parts that you choose, if you choose any. You can take that back on any day.",
            "If we think you or someone else may get hurt, we have to tell a person who can help. We will try to talk to you first.",
            "You can change your mind on any day. Just tell us, and we stop.",
            "We will ask you again in a year.",
        ]),
    ];

    /// <summary>The one that is asked for now.</summary>
    public static ConsentStatement Newest { get; } = All[^1];

    /// <summary>A version; null when there never was one of that name.</summary>
    public static ConsentStatement? Of(string version) => All.SingleOrDefault(s => s.Version == version);
}
