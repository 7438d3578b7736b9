using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Mentoring.Contracts;
using Mentoring.Shared;
using NodaTime;

namespace Mentoring.Mentees;

/// <summary>
/// What a young person wants help with, how they like to be helped, and by whom. May be saved half finished. Words from the
/// lists go to matching; what is written freely stays in this service.
/// </summary>
public sealed partial record Profile : IValidatableObject
{
    /// <summary>Nothing said yet.</summary>
    public static Profile Empty { get; } = new()
    {
        GoalAreas = [],
        Interests = [],
        Dislikes = [],
        TalkStyles = [],
        Languages = [],
        Preferences = [],
        AvoidPartners = [],
        InPerson = false,
        Online = false,
        Weekly = [],
    };

    /// <summary>What they want help with, the most wanted first; the order is theirs and is kept: words from <see cref="Vocabulary.GoalAreas"/>.</summary>
    /// <example>["confidence", "money"]</example>
    [WordsFrom(WordList.GoalAreas)]
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>What they like: words from <see cref="Vocabulary.Interests"/>.</summary>
    /// <example>["football", "music"]</example>
    [WordsFrom(WordList.Interests)]
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>What they would rather not do: words from <see cref="Vocabulary.Interests"/>, none of them also liked.</summary>
    /// <example>["running"]</example>
    [WordsFrom(WordList.Interests)]
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>How they like to talk: words from <see cref="Vocabulary.TalkStyles"/>.</summary>
    /// <example>["walk-and-talk"]</example>
    [WordsFrom(WordList.TalkStyles)]
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Languages they can talk in: tags from <see cref="Vocabulary.Languages"/>.</summary>
    /// <example>["en"]</example>
    [WordsFrom(WordList.Languages)]
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What they ask of a mentor, each trait once.</summary>
    [MaxLength(20, ErrorMessage = "That is too many wishes. Keep the 20 that matter most.")]
    [NoEmptyPlaces]
    public required IReadOnlyList<Wish> Preferences { get; init; }

    /// <summary>Where they hope to work, or study towards: words from <see cref="Vocabulary.Sectors"/>.</summary>
    /// <example>["animal-care"]</example>
    [WordsFrom(WordList.Sectors)]
    public IReadOnlyList<string> Hopes { get; init; } = [];

    /// <summary>What they asked never to be matched on: words from <see cref="Vocabulary.Factors"/>.</summary>
    /// <example>["near"]</example>
    [WordsFrom(WordList.Factors)]
    public IReadOnlyList<string> NeverMatchOn { get; init; } = [];

    /// <summary>Partners whose people are never to be offered, such as one where somebody they know works. Ids of partners, up to 50.</summary>
    /// <example>[]</example>
    [MaxLength(50, ErrorMessage = "That is too many. Keep it to 50.")]
    public required IReadOnlyList<PartnerId> AvoidPartners { get; init; }

    /// <summary>The first half of their UK postcode. A whole postcode is taken too, but only the first half is kept.</summary>
    /// <example>LE2</example>
    [StringLength(10, ErrorMessage = "This does not look like a postcode. The first half looks like LE2.")]
    public string? OutwardPostcode { get; init; }

    /// <summary>Whether they want to meet in person.</summary>
    /// <example>true</example>
    public required bool InPerson { get; init; }

    /// <summary>Whether they want to meet online.</summary>
    /// <example>true</example>
    public required bool Online { get; init; }

    /// <summary>The IANA time zone their free times are in.</summary>
    /// <example>Europe/London</example>
    [StringLength(50, ErrorMessage = "This is not a time zone we know. Most people need Europe/London.")]
    public string Zone { get; init; } = "Europe/London";

    /// <summary>When they are free in a usual week, in local time. Windows of one day do not overlap.</summary>
    [MaxLength(50, ErrorMessage = "That is too many times. Keep it to 50.")]
    [NoEmptyPlaces]
    public required IReadOnlyList<FreeTime> Weekly { get; init; }

    /// <summary>Their goals in their own words; a mentor sees these from approval to ending. Up to 2,000 characters.</summary>
    /// <example>I want to feel OK talking to new people.</example>
    [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? GoalsInMyWords { get; init; }

    /// <summary>About them in their own words; for them and their caseworker. Up to 2,000 characters.</summary>
    /// <example>I live with my nan. I like Leicester City.</example>
    [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? AboutMe { get; init; }

    /// <summary>What, whom or where to keep away from, in their own words; for them and their caseworker. Up to 2,000 characters.</summary>
    /// <example>Please do not ask about my dad. Not near the bus station.</example>
    [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? WhatToAvoid { get; init; }

    /// <summary>How they get about and how far, in their own words; for them and their caseworker. Up to 500 characters.</summary>
    /// <example>I take the bus. Half an hour is fine.</example>
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? GettingAround { get; init; }

    /// <summary>What is wrong with the profile as a whole.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Interests.Intersect(Dislikes).FirstOrDefault() is { } both)
            yield return new($"“{both}” is in both lists. Do you like it or not?", [nameof(Dislikes)]);
        if (Preferences.Where(p => p is not null).GroupBy(p => p.Trait).Any(g => g.Count() > 1))
            yield return new("You asked for the same thing twice. Say each one once.", [nameof(Preferences)]);
        if (Kept.OrNull(OutwardPostcode) is not null && Outward(OutwardPostcode) is null)
            yield return new("This does not look like a postcode. The first half looks like LE2.", [nameof(OutwardPostcode)]);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null)
            yield return new("This is not a time zone we know. Most people need Europe/London.", [nameof(Zone)]);
        if (Weekly.Any(w => w is not null && w.From >= w.Until))
            yield return new("A free time must end after it starts, on the same day.", [nameof(Weekly)]);
        else if (Weekly.Any(w => w is not null && (Seconds(w.From) || Seconds(w.Until))))
            yield return new("Give times in whole minutes.", [nameof(Weekly)]);
        else if (Overlap())
            yield return new("Two of your free times are on top of each other. Make them one.", [nameof(Weekly)]);
    }

    /// <summary>What the profile still lacks before somebody can be matched.</summary>
    public IEnumerable<Need> Needs()
    {
        if (GoalAreas.Count == 0) yield return Need.GoalArea;
        if (Languages.Count == 0) yield return Need.Language;
        if (!InPerson && !Online) yield return Need.WayToMeet;
        if (InPerson && OutwardPostcode is null) yield return Need.Postcode;
        if (Weekly.Count == 0) yield return Need.FreeTime;
    }

    /// <summary>The profile with only the first half of the postcode and without spaces around the words.</summary>
    public Profile AsKept() => this with
    {
        OutwardPostcode = Outward(OutwardPostcode),
        GoalsInMyWords = Kept.OrNull(GoalsInMyWords),
        AboutMe = Kept.OrNull(AboutMe),
        WhatToAvoid = Kept.OrNull(WhatToAvoid),
        GettingAround = Kept.OrNull(GettingAround),
        AvoidPartners = [.. AvoidPartners.Distinct()],
        Weekly = [.. Weekly.OrderBy(w => ((int)w.Day + 6) % 7).ThenBy(w => w.From)],
    };

    /// <summary>The first half of a UK postcode, from it or from the whole; null when it is neither.</summary>
    public static string? Outward(string? postcode)
    {
        var read = Postcode().Match(string.Concat((postcode ?? string.Empty).Where(c => c != ' ')).ToUpperInvariant());
        return read.Success ? read.Groups["outward"].Value : null;
    }

    private static bool Seconds(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute != 0;

    private bool Overlap() => Weekly.Where(w => w is not null).GroupBy(w => w.Day).Any(day =>
    {
        var inOrder = day.OrderBy(w => w.From).ToArray();
        return inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second.From < pair.First.Until);
    });

    [GeneratedRegex("^(?<outward>[A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Postcode();
}

/// <summary>What a young person asks of a mentor's own description.</summary>
public sealed record Wish
{
    /// <summary>A word from <see cref="Vocabulary.Wishes"/>: something a mentor may say of themselves, or the kind of work they do.</summary>
    /// <example>care-experienced</example>
    [WordsFrom(WordList.Wishes)]
    public required string Trait { get; init; }

    /// <summary><c>must</c>, <c>prefer</c> or <c>avoid</c>. A <c>must</c> and an <c>avoid</c> rule mentors out.</summary>
    /// <example>prefer</example>
    [WordsFrom(WordList.Strengths)]
    public required string Strength { get; init; }
}

/// <summary>A time that comes back every week and does not cross midnight.</summary>
public sealed record FreeTime
{
    /// <summary>The day of the week.</summary>
    /// <example>tuesday</example>
    public required DayOfWeek Day { get; init; }

    /// <summary>Local start, to the minute.</summary>
    /// <example>16:00:00</example>
    public required TimeOnly From { get; init; }

    /// <summary>Local end, to the minute.</summary>
    /// <example>18:00:00</example>
    public required TimeOnly Until { get; init; }
}
