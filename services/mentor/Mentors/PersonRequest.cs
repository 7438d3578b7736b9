using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>Somebody to register as a mentor. What they say of themselves beyond this they add in their own profile.</summary>
public sealed record PersonRequest : IValidatableObject
{
    /// <summary>First name.</summary>
    /// <example>Amina</example>
    [SomeName]
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    /// <example>Okoro</example>
    [SomeName]
    public required string LastName { get; init; }

    /// <summary>E-mail address, not yet used by another mentor. Kept in small letters.</summary>
    /// <example>amina.okoro@partner.example</example>
    [SomeEmail]
    public required string Email { get; init; }

    /// <summary>Phone number.</summary>
    /// <example>07700 900877</example>
    [SomePhone]
    public string? Phone { get; init; }

    /// <summary>Their work.</summary>
    /// <example>Brewer</example>
    [StringLength(PlainText.LongestJobTitle, ErrorMessage = "jobTitle is longer than 120 characters.")]
    public string? JobTitle { get; init; }

    /// <summary>Date of birth; 18 or older.</summary>
    /// <example>1988-07-03</example>
    [OldEnough]
    public required DateOnly DateOfBirth { get; init; }

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

        var person = new Person
        {
            FirstName = FirstName.Trim(),
            LastName = LastName.Trim(),
            Email = Email.Trim().ToLowerInvariant(),
            Phone = Answers.Tidy(Phone),
            JobTitle = Answers.Tidy(JobTitle),
            DateOfBirth = DateOfBirth,
        };
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
        return (Mentor.Register(partner, person, profile, availability, by.Account, clock.GetUtcNow()), null);
    }
}
