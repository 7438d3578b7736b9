namespace Mentoring.Matching;

/// <summary>The groups that matching knows of, to see whether a policy is fair to them. What is never used for a score is not known here.</summary>
internal static class Groups
{
    /// <summary>The kinds of groups.</summary>
    public static IReadOnlyList<(string Name, Func<MenteeProfile, DateOnly, string> Of)> All { get; } =
    [
        ("age", (mentee, today) => Age(mentee.BornIn, today)),
        ("languages", (mentee, _) => mentee.Languages.Any(l => l != "en") ? "speak another language beside English, or only another" : "speak English only"),
        ("online", (mentee, _) => mentee.InPerson ? "can meet in person" : "can only meet online"),
        ("area", (mentee, _) => Meeting.Area(mentee.OutwardPostcode) ?? "not known"),
    ];

    // Only the year of birth is known, so a band may be a year off.
    private static string Age(int? bornIn, DateOnly today) => bornIn is null ? "not known" : (today.Year - bornIn.Value) switch
    {
        < 16 => "under 16",
        < 18 => "16 or 17",
        < 21 => "18 to 20",
        _ => "21 or older",
    };
}
