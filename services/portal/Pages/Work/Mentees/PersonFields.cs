using System.ComponentModel.DataAnnotations;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Who a young person is and how to reach them, as it is typed.</summary>
public sealed class PersonFields : IValidatableObject
{
    /// <summary>First name.</summary>
    [Required(ErrorMessage = "Enter a first name."), StringLength(100, ErrorMessage = "A first name has 100 characters at most.")]
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    [Required(ErrorMessage = "Enter a last name."), StringLength(100, ErrorMessage = "A last name has 100 characters at most.")]
    public string? LastName { get; set; }

    /// <summary>Date of birth.</summary>
    public DateParts DateOfBirth { get; set; } = new();

    /// <summary>E-mail.</summary>
    [StringLength(254, ErrorMessage = "An e-mail address has 254 characters at most.")]
    public string? Email { get; set; }

    /// <summary>Phone.</summary>
    [StringLength(30, ErrorMessage = "A phone number has 30 characters at most.")]
    public string? Phone { get; set; }

    /// <summary>How and when.</summary>
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? HowToReach { get; set; }

    /// <summary>Whether it fits together.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DateOfBirth.IsEmpty) yield return new("Enter their date of birth.", [nameof(DateOfBirth)]);
        else if (DateOfBirth.Read() is null) yield return new("Check the date of birth: there is no such day.", [nameof(DateOfBirth)]);
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone)) yield return new("Enter an e-mail address or a phone number, so that you can get in touch.", [nameof(Email)]);
    }

    /// <summary>The fields for a record.</summary>
    public static PersonFields Of(MenteeSeen mentee) => new()
    {
        FirstName = mentee.FirstName,
        LastName = mentee.LastName,
        DateOfBirth = DateParts.From(mentee.DateOfBirth),
        Email = mentee.Email,
        Phone = mentee.Phone,
        HowToReach = mentee.HowToReach,
    };

    /// <summary>Null where nothing was typed.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
