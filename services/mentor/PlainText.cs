using System.Buffers;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>What short texts of people may look like: names, e-mail addresses, phone numbers.</summary>
public static partial class PlainText
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("<>={}[]|\\^~\t\r\n");

    /// <summary>The longest name.</summary>
    public const int LongestName = 100;

    /// <summary>The longest e-mail address (RFC 5321).</summary>
    public const int LongestEmail = 254;

    /// <summary>The longest job title.</summary>
    public const int LongestJobTitle = 120;

    /// <summary>The longest few words to the young person.</summary>
    public const int LongestAbout = 2_000;

    /// <summary>What makes a text no name, as the end of a sentence; null when it is one.</summary>
    public static string? WhatIsWrongWithName(string name) => name switch
    {
        "" => "is missing",
        { Length: > LongestName } => $"is longer than {LongestName} characters",
        _ when SpreadsheetCell.LooksLikeFormula(name) => "looks like a formula, not a name",
        _ when !JsonRules.IsClean(name) || name.AsSpan().ContainsAny(NeverInNames) || name.Contains("://", StringComparison.Ordinal) => "has characters that names do not have",
        _ when !name.Any(char.IsLetter) => "has no letters in it",
        _ => null,
    };

    /// <summary>Whether mail can be sent to a text: one address, nothing around it, in ASCII, because not every server takes others (RFC 6531).</summary>
    public static bool IsEmail(string text) =>
        text.Length <= LongestEmail && Ascii.IsValid(text) && !text.Any(char.IsControl) && Address().IsMatch(text)
        && MailAddress.TryCreate(text, out var read) && read.Address == text;

    /// <summary>Whether a text is a phone number: 7 to 15 digits, with a plus, spaces and brackets at will.</summary>
    public static bool IsPhone(string text) => text.Length <= 30 && Number().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 7 and <= 15;

    [GeneratedRegex(@"^[^\s@,;:<>()""\[\]\\]{1,64}@[^\s@,;:<>()""\[\]\\.]{1,63}(\.[^\s@,;:<>()""\[\]\\.]{1,63})+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\+?[0-9 ()\-.]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Number();
}
