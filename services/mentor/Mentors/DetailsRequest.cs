using System.ComponentModel.DataAnnotations;

namespace Mentoring.Mentors;

/// <summary>Who somebody is and how to reach them.</summary>
public abstract record DetailsRequest
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

    /// <summary>The person, without spaces around the words.</summary>
    internal Person Person() => new()
    {
        FirstName = FirstName.Trim(),
        LastName = LastName.Trim(),
        Email = Email.Trim().ToLowerInvariant(),
        Phone = Answers.Tidy(Phone),
        JobTitle = Answers.Tidy(JobTitle),
        DateOfBirth = DateOfBirth,
    };
}
