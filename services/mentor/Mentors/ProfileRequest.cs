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
    [WordsFrom(nameof(Vocabulary.Traits))]
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

    /// <summary>A phone number for staff; null to have none.</summary>
    /// <example>07700 900877</example>
    [SomePhone]
    public string? Phone { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!InPerson && !Online) yield return new("Say yes to meeting in person, online, or both.", [nameof(InPerson), nameof(Online)]);
        if (Interests.Intersect(Dislikes).FirstOrDefault() is { } both) yield return new($"'{both}' is both liked and disliked.", [nameof(Dislikes)]);
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
    };
}
