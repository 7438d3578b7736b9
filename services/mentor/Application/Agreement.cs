namespace Mentoring.Mentors;

/// <summary>The agreement that a mentor signs with their application. A new text is a new version.</summary>
public static class Agreement
{
    /// <summary>The version in force.</summary>
    public const string Version = "2026-2";

    /// <summary>What is signed, in plain words.</summary>
    public static IReadOnlyList<string> Text { get; } =
    [
        "I meet each young person one to one, about two hours a month, for at least a year if we both wish.",
        "I listen first. The young person decides what we work on.",
        "I keep our times, and I say so early when I cannot come.",
        "I keep what I hear to myself, unless somebody may come to harm. Then I tell the caseworker the same day.",
        "I book our sessions through the programme and do not meet the young person anywhere else.",
        "I give no money, lend none and take none. I do not connect on private social media.",
        "I take part in the training and in the check-ins with the caseworker.",
        "When it has to end, I come to a closing session so that we can say goodbye well.",
        "What I said in my application is true. I tell the programme at once if something about my checks changes.",
    ];
}
