using System.ComponentModel.DataAnnotations;

namespace Mentoring.Sessions;

/// <summary>An instant from 2020 to 2199: anything else is a slip of the keyboard and nothing to do arithmetic with.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InOurTimeAttribute() : ValidationAttribute("That date is not one that can be booked. Pick one in the next eight weeks.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is DateTimeOffset { UtcDateTime.Year: >= 2020 and < 2200 };
}
