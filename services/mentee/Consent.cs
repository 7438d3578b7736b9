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

    /// <summary>Whether it holds on a day.</summary>
    public bool IsInForce(DateOnly today) => WithdrawnAt is null && today <= Until;

    internal void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}

/// <summary>
/// What a young person says yes to. When the words change, so does the version, and a new yes is to the new words. In their own
/// right: a young person who understands what is asked decides for themselves (Gillick competence; UK GDPR recital 58 asks for
/// words a child can understand).
/// </summary>
public static class ConsentStatement
{
    /// <summary>The version in use.</summary>
    public const string Version = "2026-1";

    /// <summary>The words, for a reader of nine.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "A mentor is a grown-up who meets you, listens, and helps with things you choose.",
        "You choose if you want a mentor. You can say no. Nobody will be cross.",
        "We keep what you tell us safe. Your caseworker can see it.",
        "Your mentor will see your first name and your goals, but only after you both say yes.",
        "If we think you or someone else may get hurt, we have to tell a person who can help. We will try to talk to you first.",
        "You can change your mind on any day. Just tell us, and we stop.",
        "We will ask you again in a year.",
    ];
}
