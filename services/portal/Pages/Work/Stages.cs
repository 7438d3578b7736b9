namespace Mentoring.Portal.Pages.Work;

/// <summary>Where somebody or something stands, in a caseworker's words and with the colour of its tag.</summary>
/// <param name="Text">The words.</param>
/// <param name="Colour">The colour; the words say it too.</param>
public sealed record Stage(string Text, string Colour)
{
    private static readonly Dictionary<string, Stage> Mentees = new(StringComparer.Ordinal)
    {
        ["referred"] = new("Getting started", "blue"),
        ["agreed"] = new("Said yes", "turquoise"),
        ["ready"] = new("Ready", "green"),
        ["paused"] = new("On a break", "yellow"),
        ["left"] = new("Left", "grey"),
    };

    private static readonly Dictionary<string, Stage> Mentors = new(StringComparer.Ordinal)
    {
        ["invited"] = new("Registered", "grey"),
        ["applied"] = new("Applied", "blue"),
        ["screening"] = new("Screening", "turquoise"),
        ["cleared"] = new("Cleared", "green"),
        ["paused"] = new("On a break", "yellow"),
        ["left"] = new("Left", "grey"),
        ["declined"] = new("Declined", "grey"),
    };

    private static readonly Dictionary<string, Stage> Matches = new(StringComparer.Ordinal)
    {
        ["offered"] = new("Waits for the young person", "blue"),
        ["agreed-by-mentee"] = new("Waits for the mentor", "blue"),
        ["agreed-by-mentor"] = new("Yours to approve", "purple"),
        ["approved"] = new("First meeting next", "turquoise"),
        ["active"] = new("Active", "green"),
        ["ending"] = new("Ending", "orange"),
        ["ended"] = new("Ended", "grey"),
        ["declined"] = new("Said no", "grey"),
        ["rejected"] = new("Taken back", "grey"),
    };

    /// <summary>A young person's stage.</summary>
    public static Stage OfMentee(string stage) => Mentees.GetValueOrDefault(stage) ?? new(Say.Word(stage), "grey");

    /// <summary>A mentor's stage.</summary>
    public static Stage OfMentor(string stage) => Mentors.GetValueOrDefault(stage) ?? new(Say.Word(stage), "grey");

    /// <summary>A match's state.</summary>
    public static Stage OfMatch(string state) => Matches.GetValueOrDefault(state) ?? new(Say.Word(state), "grey");

    /// <summary>Every stage of a young person, in their order.</summary>
    public static IEnumerable<string> OfMentees => Mentees.Keys;

    /// <summary>Every stage of a mentor, in their order.</summary>
    public static IEnumerable<string> OfMentors => Mentors.Keys;
}
