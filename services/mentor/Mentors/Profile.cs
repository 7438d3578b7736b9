using System.Text.RegularExpressions;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>Who somebody is, as their partner or a caseworker registered them.</summary>
public sealed record Person
{
    /// <summary>First name, up to 100 characters.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name, up to 100 characters.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address in small letters; one person, one address.</summary>
    public required string Email { get; init; }

    /// <summary>Phone number as written; null when unknown.</summary>
    public required string? Phone { get; init; }

    /// <summary>Their work; null when unknown.</summary>
    public required string? JobTitle { get; init; }

    /// <summary>Date of birth. Mentors are 18 or older.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>The youngest age of a mentor.</summary>
    public const int YoungestAge = 18;

    /// <summary>The last year of age that is believed.</summary>
    public const int OldestAge = 100;

    /// <summary>The names of what another description says differently.</summary>
    public IReadOnlyList<string> DifferencesTo(Person other)
    {
        (string What, bool Differs)[] all =
        [
            ("firstName", FirstName != other.FirstName), ("lastName", LastName != other.LastName), ("email", Email != other.Email),
            ("phone", Phone != other.Phone), ("jobTitle", JobTitle != other.JobTitle), ("dateOfBirth", DateOfBirth != other.DateOfBirth),
        ];
        return [.. all.Where(one => one.Differs).Select(one => one.What)];
    }

    /// <summary>What makes a date of birth impossible for a mentor, as a sentence; null when nothing does.</summary>
    public static string? WhatIsWrongWith(DateOnly born, DateOnly today)
    {
        var age = born.AgeOn(today);
        if (age is < 0 or > OldestAge) return "This date of birth cannot be right.";
        return age < YoungestAge ? "Mentors are 18 or older." : null;
    }
}

/// <summary>What a mentor says of themselves: what matching works with, and a few words for the young person.</summary>
public sealed record Profile
{
    /// <summary>A few words to the young person, up to 2,000 characters; empty when nothing is said yet.</summary>
    public required string About { get; init; }

    /// <summary>Goal areas they can help with.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>Interests.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>Interests they would rather not do.</summary>
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>How they like to talk.</summary>
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Languages as tags, at least one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What they volunteered about themselves.</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>The postcode of their site, such as <c>LE2 7FL</c>, for staff only; null when unknown.</summary>
    public required string? Postcode { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public required bool Online { get; init; }

    /// <summary>How many young people at once, 1 to 3.</summary>
    public required int Capacity { get; init; }

    /// <summary>The kind of work they do; null when not said.</summary>
    public string? Sector { get; init; }

    /// <summary>How old, in years, a young person should be at least; null without such a wish.</summary>
    public int? WelcomesFrom { get; init; }

    /// <summary>How old, in years, a young person should be at most; null without such a wish.</summary>
    public int? WelcomesUpTo { get; init; }

    /// <summary>Goal areas they cannot help with.</summary>
    public IReadOnlyList<string> CannotHelpWith { get; init; } = [];

    /// <summary>Whether they work for the council's care teams, by their own declaration.</summary>
    public bool WorksInCareTeams { get; init; }

    /// <summary>The youngest age, in years, that a wish can name: the programme begins there.</summary>
    public const int YoungestMentee = 10;

    /// <summary>The oldest age, in years, that a wish can name: the programme is for people up to 25.</summary>
    public const int OldestMentee = 25;

    /// <summary>The fewest young people at once.</summary>
    public const int SmallestCapacity = 1;

    /// <summary>The most young people at once.</summary>
    public const int LargestCapacity = 3;

    /// <summary>Whether two say the same.</summary>
    public bool SameAs(Profile other) =>
        (About, Postcode, InPerson, Online, Capacity) == (other.About, other.Postcode, other.InPerson, other.Online, other.Capacity)
        && (Sector, WelcomesFrom, WelcomesUpTo, WorksInCareTeams) == (other.Sector, other.WelcomesFrom, other.WelcomesUpTo, other.WorksInCareTeams)
        && CannotHelpWith.SequenceEqual(other.CannotHelpWith)
        && GoalAreas.SequenceEqual(other.GoalAreas) && Interests.SequenceEqual(other.Interests) && Dislikes.SequenceEqual(other.Dislikes)
        && TalkStyles.SequenceEqual(other.TalkStyles) && Languages.SequenceEqual(other.Languages) && Traits.SequenceEqual(other.Traits);
}

/// <summary>UK postcodes, as Royal Mail writes them.</summary>
public static partial class Postcode
{
    /// <summary>Reads a postcode in any spacing and case; null when it is none.</summary>
    public static string? Read(string text)
    {
        var tight = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Shape().IsMatch(tight) ? $"{tight[..^3]} {tight[^3..]}" : null;
    }

    /// <summary>The outward half, such as <c>LE2</c>.</summary>
    public static string? Outward(string? postcode) => postcode?.Split(' ')[0];

    [GeneratedRegex("^(GIR0AA|[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNP-Y]?[0-9][ABD-HJLNP-UW-Z]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();
}
