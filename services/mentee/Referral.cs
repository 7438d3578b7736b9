using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>Somebody who is to be taken on, and so of the age that the programme is for.</summary>
public abstract record Referral : PersonalDetails
{
    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var today = ((TimeProvider?)validationContext.GetService(typeof(TimeProvider)) ?? TimeProvider.System).Today();
        foreach (var wrong in base.Validate(validationContext)) yield return wrong;
        if (WhyNotTakenOn(DateOfBirth, today) is { } why) yield return new(why, [nameof(DateOfBirth)]);
    }
}
