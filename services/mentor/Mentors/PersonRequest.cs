using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>Somebody to register as a mentor. What they say of themselves beyond this they add in their own profile.</summary>
public sealed record PersonRequest : DetailsRequest, IValidatableObject
{
    /// <summary>A few words to the young person.</summary>
    /// <example>I like to walk and talk.</example>
    [StringLength(PlainText.LongestAbout, ErrorMessage = "about is longer than 2,000 characters.")]
    public string? About { get; init; }

    /// <summary>Goal areas they can help with.</summary>
    /// <example>["money", "work"]</example>
    [WordsFrom(nameof(Vocabulary.GoalAreas))]
    public IReadOnlyList<string> GoalAreas { get; init; } = [];

    /// <summary>Interests.</summary>
    /// <example>["baking"]</example>
    [WordsFrom(nameof(Vocabulary.Interests))]
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>Languages as tags; English when left out.</summary>
    /// <example>["en"]</example>
    [MinLength(1, ErrorMessage = "Name at least one language.")]
    [WordsFrom(nameof(Vocabulary.Languages))]
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>The postcode of their site.</summary>
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

    /// <summary>When they are free, if known.</summary>
    public AvailabilityRequest? Availability { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!InPerson && !Online) yield return new("Say yes to meeting in person, online, or both.", [nameof(InPerson), nameof(Online)]);
    }

    /// <summary>The mentor asked for, or what is wrong with it as a sentence.</summary>
    internal (Mentor? Mentor, string? Wrong) Register(PartnerId? partner, Caller by, TimeProvider clock)
    {
        Availability? availability = null;
        if (Availability?.Read(clock.Today()) is var (read, wrong))
        {
            if (wrong is not null) return (null, wrong);
            availability = read;
        }

        var profile = new Profile
        {
            About = About?.Trim() ?? string.Empty,
            GoalAreas = GoalAreas,
            Interests = Interests,
            Dislikes = [],
            TalkStyles = [],
            Languages = Languages,
            Traits = [],
            Postcode = Postcode is null ? null : Mentors.Postcode.Read(Postcode),
            InPerson = InPerson,
            Online = Online,
            Capacity = Capacity,
        };
        return (Mentor.Register(partner, Person(), profile, availability, by.Account, clock.GetUtcNow()), null);
    }
}
