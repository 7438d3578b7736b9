using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;

namespace Mentoring.Mentors;

/// <summary>The whole of what a mentor says of themselves; what is left out is emptied.</summary>
public sealed record ProfileRequest : IValidatableObject
{
    /// <summary>A few words to the young person, up to 2,000 characters.</summary>
    /// <example>I left care at 18 and want to give something back.</example>
    [StringLength(PlainText.LongestAbout, ErrorMessage = "about is longer than 2,000 characters.")]
    public string About { get; init; } = string.Empty;

    /// <summary>Goal areas they can help with.</summary>
    /// <example>["money", "housing"]</example>
    [WordsFrom(nameof(Vocabulary.GoalAreas))]
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>Interests.</summary>
    /// <example>["baking", "football"]</example>
    [WordsFrom(nameof(Vocabulary.Interests))]
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Interests they would rather not do; none of them also an interest.</summary>
    /// <example>["running"]</example>
    [WordsFrom(nameof(Vocabulary.Interests))]
    public IReadOnlyList<string> Dislikes { get; init; } = [];

    /// <summary>How they like to talk.</summary>
    /// <example>["walk-and-talk"]</example>
    [WordsFrom(nameof(Vocabulary.TalkStyles))]
    public IReadOnlyList<string> TalkStyles { get; init; } = [];

    /// <summary>Languages as tags, at least one.</summary>
    /// <example>["en", "pa"]</example>
    [MinLength(1, ErrorMessage = "Name at least one language.")]
    [WordsFrom(nameof(Vocabulary.Languages))]
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What they volunteer about themselves; nobody has to.</summary>
    /// <example>["care-experienced"]</example>
    [WordsFrom(nameof(Vocabulary.Descriptions))]
    public IReadOnlyList<string> Traits { get; init; } = [];

    /// <summary>The postcode of their site, for staff only; others only ever see the outward half.</summary>
    /// <example>LE2 7FL</example>
    [SomePostcode]
    public string? Postcode { get; init; }

    /// <summary>Whether they meet in person. One of in person and online must be true.</summary>
    /// <example>true</example>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    /// <example>true</example>
    public required bool Online { get; init; }

    /// <summary>How many young people at once, 1 to 3.</summary>
    /// <example>1</example>
    [Range(Profile.SmallestCapacity, Profile.LargestCapacity, ErrorMessage = "capacity is 1, 2 or 3.")]
    public int Capacity { get; init; } = Profile.SmallestCapacity;

    /// <summary>The kind of work they do: a word from <see cref="Vocabulary.Sectors"/>; null to leave it unsaid.</summary>
    /// <example>hospitality</example>
    [WordsFrom(nameof(Vocabulary.Sectors))]
    public string? Sector { get; init; }

    /// <summary>How old, in years, a young person should be at least, 10 to 25; null without such a wish.</summary>
    /// <example>16</example>
    [Range(Profile.YoungestMentee, Profile.OldestMentee, ErrorMessage = "welcomesFrom is 10 to 25.")]
    public int? WelcomesFrom { get; init; }

    /// <summary>How old, in years, a young person should be at most, 10 to 25 and not under <see cref="WelcomesFrom"/>; null without such a wish.</summary>
    /// <example>25</example>
    [Range(Profile.YoungestMentee, Profile.OldestMentee, ErrorMessage = "welcomesUpTo is 10 to 25.")]
    public int? WelcomesUpTo { get; init; }

    /// <summary>Goal areas they cannot help with, whatever the reason; none of them also an area they help with.</summary>
    /// <example>["mental-health"]</example>
    [WordsFrom(nameof(Vocabulary.GoalAreas))]
    public IReadOnlyList<string> CannotHelpWith { get; init; } = [];

    /// <summary>Whether they work for the council's care teams (social work, leaving care, a children's home). Declared by the mentor; a conflict of interest.</summary>
    /// <example>false</example>
    public bool WorksInCareTeams { get; init; }

    /// <summary>A phone number for staff; null to have none.</summary>
    /// <example>07700 900877</example>
    [SomePhone]
    public string? Phone { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!InPerson && !Online) yield return new("Say yes to meeting in person, online, or both.", [nameof(InPerson), nameof(Online)]);
        if (Interests.Intersect(Dislikes).FirstOrDefault() is { } both) yield return new($"'{both}' is both liked and disliked.", [nameof(Dislikes)]);
        if (GoalAreas.Intersect(CannotHelpWith).FirstOrDefault() is { } area) yield return new($"'{area}' is both an area to help with and one to leave out.", [nameof(CannotHelpWith)]);
        if (WelcomesFrom > WelcomesUpTo) yield return new("welcomesFrom is not over welcomesUpTo.", [nameof(WelcomesFrom)]);
    }

    internal Profile Read() => new()
    {
        About = About.Trim(),
        GoalAreas = GoalAreas,
        Interests = Interests,
        Dislikes = Dislikes,
        TalkStyles = TalkStyles,
        Languages = Languages,
        Traits = Traits,
        Postcode = Postcode is null ? null : Mentors.Postcode.Read(Postcode),
        InPerson = InPerson,
        Online = Online,
        Capacity = Capacity,
        Sector = Sector,
        WelcomesFrom = WelcomesFrom,
        WelcomesUpTo = WelcomesUpTo,
        CannotHelpWith = CannotHelpWith,
        WorksInCareTeams = WorksInCareTeams,
    };
}

/// <summary>What a mentor says of themselves.</summary>
public sealed record ProfileAnswer
{
    /// <summary>A few words to the young person.</summary>
    public required string About { get; init; }

    /// <summary>Goal areas they can help with.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>Interests.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>Interests they would rather not do.</summary>
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>How they like to talk.</summary>
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Languages as tags.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What they volunteered about themselves.</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>The postcode of their site.</summary>
    public required string? Postcode { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public required bool Online { get; init; }

    /// <summary>How many young people at once.</summary>
    public required int Capacity { get; init; }

    /// <summary>The kind of work they do.</summary>
    public required string? Sector { get; init; }

    /// <summary>How old, in years, a young person should be at least.</summary>
    public required int? WelcomesFrom { get; init; }

    /// <summary>How old, in years, a young person should be at most.</summary>
    public required int? WelcomesUpTo { get; init; }

    /// <summary>Goal areas they cannot help with.</summary>
    public required IReadOnlyList<string> CannotHelpWith { get; init; }

    /// <summary>Whether they work for the council's care teams.</summary>
    public required bool WorksInCareTeams { get; init; }

    internal static ProfileAnswer Of(Profile profile) => new()
    {
        About = profile.About,
        GoalAreas = profile.GoalAreas,
        Interests = profile.Interests,
        Dislikes = profile.Dislikes,
        TalkStyles = profile.TalkStyles,
        Languages = profile.Languages,
        Traits = profile.Traits,
        Postcode = profile.Postcode,
        InPerson = profile.InPerson,
        Online = profile.Online,
        Capacity = profile.Capacity,
        Sector = profile.Sector,
        WelcomesFrom = profile.WelcomesFrom,
        WelcomesUpTo = profile.WelcomesUpTo,
        CannotHelpWith = profile.CannotHelpWith,
        WorksInCareTeams = profile.WorksInCareTeams,
    };
}
