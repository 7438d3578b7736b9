using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>
/// Who a young person is and how to reach them. Stays in this service; no fact carries any of it. A caseworker of their
/// caseload sees all of it, a mentor only the first name, from approval to ending.
/// </summary>
public record PersonalDetails : IValidatableObject
{
    /// <summary>The youngest age that is taken on.</summary>
    public const int Youngest = 10;

    /// <summary>The oldest age that is taken on: the programme is for people up to 25.</summary>
    public const int Oldest = 25;

    /// <summary>The name they like to be called by, 1 to 100 characters.</summary>
    /// <example>Riley</example>
    [Required(ErrorMessage = "Write a first name.")]
    [StringLength(100, ErrorMessage = "A first name has 100 characters at most.")]
    [RegularExpression(@"[^\r\n\t]*", ErrorMessage = "A name stands on one line.")]
    public required string FirstName { get; init; }

    /// <summary>The family name, 1 to 100 characters.</summary>
    /// <example>Morgan</example>
    [Required(ErrorMessage = "Write a last name.")]
    [StringLength(100, ErrorMessage = "A last name has 100 characters at most.")]
    [RegularExpression(@"[^\r\n\t]*", ErrorMessage = "A name stands on one line.")]
    public required string LastName { get; init; }

    /// <summary>The birthday. At the referral, and when it is put right, the age on the day must be 10 to 25.</summary>
    /// <example>2008-04-17</example>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>An e-mail address; the invitation to an account goes there. This or <see cref="Phone"/> must be given.</summary>
    /// <example>riley@example.org</example>
    [StringLength(254, ErrorMessage = "An e-mail address has 254 characters at most.")]
    [RegularExpression("""[^\s@<>,;:"()\[\]\\]+@[^\s@<>,;:"()\[\]\\]+\.[^\s@<>,;:"()\[\]\\]+""", ErrorMessage = "This does not look like an e-mail address. One looks like riley@example.org.")]
    public string? Email { get; init; }

    /// <summary>A phone number. This or <see cref="Email"/> must be given.</summary>
    /// <example>07700 900123</example>
    [StringLength(30, ErrorMessage = "A phone number has 30 characters at most.")]
    [RegularExpression(@"\+([ ()\-]*[0-9]){10,14}|0([ ()\-]*[0-9]){9,10}", ErrorMessage = "This does not look like a phone number. One looks like 07700 900123.")]
    public string? Phone { get; init; }

    /// <summary>How and when it is safe to get in touch, in their own words; up to 500 characters.</summary>
    /// <example>Text me first, after school.</example>
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? HowToReach { get; init; }

    /// <summary>Why somebody with a birthday is not taken on today, as a sentence; null when they are. Who is here already stays when they grow older.</summary>
    public static string? WhyNotTakenOn(DateOnly birthday, DateOnly today) =>
        birthday > today || birthday.AgeOn(today) is < Youngest or > Oldest ? $"This is for people aged {Youngest} to {Oldest}. Check the birthday." : null;

    /// <summary>What is wrong with the details as a whole.</summary>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kept.OrNull(Email) is null && Kept.OrNull(Phone) is null)
            yield return new("Write an e-mail address or a phone number, so that we can get in touch.", [nameof(Email)]);
    }

    /// <summary>The details alone, without spaces around the words.</summary>
    public PersonalDetails AsKept() => new()
    {
        FirstName = FirstName.Trim(),
        LastName = LastName.Trim(),
        DateOfBirth = DateOfBirth,
        Email = Kept.OrNull(Email),
        Phone = Kept.OrNull(Phone),
        HowToReach = Kept.OrNull(HowToReach),
    };
}
