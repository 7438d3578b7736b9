using System.Collections;
using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>One word, or a list of words, from one of the lists in <see cref="Vocabulary"/>, each at most once.</summary>
/// <param name="list">The name of the list.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsFromAttribute(string list) : ValidationAttribute
{
    private readonly IReadOnlyList<string> words = (IReadOnlyList<string>)typeof(Vocabulary).GetProperty(list)!.GetValue(null)!;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var seen = new HashSet<string>();
        foreach (var word in value is string one ? new[] { one } : (IEnumerable?)value ?? Array.Empty<string>())
        {
            if (word is not string said || !words.Contains(said))
                return Wrong($"'{Short(word)}' is not a word we know here. These are: {string.Join(", ", words)}.", validationContext);
            if (!seen.Add(said)) return Wrong($"'{said}' stands there twice.", validationContext);
        }

        return ValidationResult.Success;
    }

    private static string Short(object? word) => word?.ToString() is { } text ? text.Length > 40 ? text[..40] + "…" : text : "nothing";

    private static ValidationResult Wrong(string sentence, ValidationContext context) => new(sentence, [context.MemberName!]);
}

/// <summary>A name of a person or a partner.</summary>
/// <param name="longest">The most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SomeNameAttribute(int longest = PlainText.LongestName) : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var name = ((string?)value)?.Trim() ?? string.Empty;
        var wrong = name.Length > longest ? $"is longer than {longest} characters" : PlainText.WhatIsWrongWithName(name.Length > PlainText.LongestName ? name[..PlainText.LongestName] : name);
        return wrong is null ? ValidationResult.Success : new($"This name {wrong}.", [validationContext.MemberName!]);
    }
}

/// <summary>An e-mail address that can be written to.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SomeEmailAttribute() : ValidationAttribute("This is not an email address that mail can be sent to. One looks like name@example.org, without accents.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string text && PlainText.IsEmail(text.Trim());
}

/// <summary>An e-mail address that can be written to, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SomeEmailOrNothingAttribute() : ValidationAttribute("This is not an email address that mail can be sent to. One looks like name@example.org, without accents.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && PlainText.IsEmail(text.Trim()));
}

/// <summary>A phone number, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SomePhoneAttribute() : ValidationAttribute("This is not a phone number: 7 to 15 digits, with spaces and a plus at will.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string text && PlainText.IsPhone(text.Trim()));
}

/// <summary>A UK postcode, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SomePostcodeAttribute() : ValidationAttribute("This is not a UK postcode, such as LE1 6ZG.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string { Length: <= 20 } text && Postcode.Read(text) is not null);
}

/// <summary>A date of birth of somebody who may be a mentor: 18 or older today.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OldEnoughAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is DateOnly born && Person.WhatIsWrongWith(born, validationContext.GetRequiredService<TimeProvider>().Today()) is { } wrong
            ? new(wrong, [validationContext.MemberName!])
            : ValidationResult.Success;
}

/// <summary>Why something is done, in 3 to 500 characters without the spaces around them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SaysWhyAttribute : StringLengthAttribute
{
    /// <summary>The rule with its sentence.</summary>
    public SaysWhyAttribute()
        : base(500) => (MinimumLength, ErrorMessage) = (3, "Say why in 3 to 500 characters. Caseworkers read it, and the person can ask to.");

    /// <inheritdoc/>
    public override bool IsValid(object? value) => base.IsValid(value) && base.IsValid((value as string)?.Trim());
}

internal static class Answers
{
    /// <summary>Documents the problem answers an endpoint may give, beside those of every endpoint.</summary>
    public static RouteHandlerBuilder MayAnswer(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        statuses.Aggregate(endpoint, (builder, status) => builder.ProducesProblem(status));

    /// <summary>Reads a word of a query as a member of an enum; null when it was left out. False when it is no such word.</summary>
    public static bool TryWord<TWord>(string? text, out TWord? word)
        where TWord : struct, Enum
    {
        word = Enum.GetValues<TWord>().Where(w => string.Equals(w.ToString(), text, StringComparison.OrdinalIgnoreCase)).Cast<TWord?>().SingleOrDefault();
        return text is null || word is not null;
    }

    /// <summary>What is wrong when <see cref="TryIds"/> says no.</summary>
    public const string IdsAre = "ids are 1 to 100 ids of mentors, separated by commas or said several times.";

    /// <summary>Reads ids from a query, separated by commas or said several times: 1 to 100, each once.</summary>
    public static bool TryIds(string[]? texts, out MentorId[] ids)
    {
        var said = (texts ?? []).SelectMany(t => t.Split(',')).ToArray();
        ids = [.. said.Select(t => MentorId.TryParse(t, null, out var id) ? id : (MentorId?)null).OfType<MentorId>().Distinct()];
        return said.Length is > 0 and <= 100 && said.All(t => MentorId.TryParse(t, null, out _));
    }

    /// <summary>A text without spaces around it; null when nothing is left.</summary>
    public static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;
}
