using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;

namespace Mentoring.Sessions;

/// <summary>A word from <see cref="Vocabulary.GoalAreas"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AGoalAreaAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is string word && Vocabulary.GoalAreas.Contains(word)) return ValidationResult.Success;
        var shown = value is string { Length: <= 40 } text ? $"'{text}'" : "That";
        return new($"{shown} is not an area of the programme. The areas are: {string.Join(", ", Vocabulary.GoalAreas)}.", [validationContext.MemberName!]);
    }
}
