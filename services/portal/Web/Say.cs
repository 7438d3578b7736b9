using System.Globalization;
using System.Net;
using Mentoring.Shared;
using Microsoft.AspNetCore.Html;

namespace Mentoring.Portal;

/// <summary>How pages say dates, times, counts and the programme's words, in British English and with the day named.</summary>
public static class Say
{
    /// <summary>British English.</summary>
    public static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["money"] = "Money",
        ["housing"] = "Housing",
        ["mental-health"] = "Mental health",
        ["work"] = "Work",
        ["education"] = "School and learning",
        ["identity"] = "Identity and heritage",
        ["siblings"] = "Staying close to brothers and sisters",
        ["bullying"] = "Bullying",
        ["confidence"] = "Confidence",
        ["safety"] = "Feeling safe",
        ["everyday-skills"] = "Everyday skills",
        ["music-production"] = "Making music",
        ["walk-and-talk"] = "Walk and talk",
        ["sit-down"] = "Sit down together",
        ["doing-things"] = "Talk while doing things",
        ["messages-first"] = "Messages first",
        ["straight-talking"] = "Straight talking",
        ["gentle"] = "Gentle",
        ["woman"] = "A woman",
        ["man"] = "A man",
        ["non-binary"] = "A non-binary person",
        ["care-experienced"] = "Somebody who was in care",
        ["lgbtq"] = "Somebody LGBTQ+",
        ["parent"] = "A parent",
        ["disabled"] = "A disabled person",
        ["under-30"] = "Somebody under 30",
        ["over-50"] = "Somebody over 50",
        ["arab-heritage"] = "Arab heritage",
        ["asian-heritage"] = "Asian heritage",
        ["black-heritage"] = "Black heritage",
        ["roma-or-traveller"] = "Roma or Traveller heritage",
        ["beauty"] = "Hair and beauty",
        ["building-trades"] = "Building and repairs",
        ["charity-work"] = "Charities",
        ["creative-arts"] = "Art, music and acting",
        ["farming"] = "Farming and growing",
        ["finance"] = "Banking and money",
        ["government"] = "The council or government",
        ["hospitality"] = "Cafés, hotels and cooking",
        ["law"] = "Law and justice",
        ["manufacturing"] = "Factories and making things",
        ["media"] = "TV, film and news",
        ["retail"] = "Shops",
        ["social-care"] = "Social care and support",
        ["teaching"] = "Teaching and training",
        ["technology"] = "Computers and technology",
        ["transport"] = "Transport and driving",
        ["goals"] = "What I want help with",
        ["interests"] = "What I like",
        ["dislikes"] = "What I would rather not do",
        ["talk-styles"] = "How I like to talk",
        ["hopes"] = "What I would like to do",
        ["near"] = "How near we live",
        ["time"] = "How often we are both free",
        ["languages"] = "More languages we both speak",
        ["must"] = "Must be",
        ["prefer"] = "Would like",
        ["avoid"] = "Please not",
        ["en"] = "English",
        ["cy"] = "Welsh",
        ["bfi"] = "British Sign Language",
        ["ar"] = "Arabic",
        ["bn"] = "Bengali",
        ["es"] = "Spanish",
        ["fa"] = "Persian",
        ["fr"] = "French",
        ["gu"] = "Gujarati",
        ["hi"] = "Hindi",
        ["ku"] = "Kurdish",
        ["pa"] = "Punjabi",
        ["pl"] = "Polish",
        ["ps"] = "Pashto",
        ["pt"] = "Portuguese",
        ["ro"] = "Romanian",
        ["so"] = "Somali",
        ["sq"] = "Albanian",
        ["ti"] = "Tigrinya",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["ur"] = "Urdu",
        ["vi"] = "Vietnamese",
        ["zh"] = "Chinese",
        ["in-person"] = "In person",
        ["video"] = "By video",
        ["phone"] = "By phone",
        ["first-reference"] = "First reference",
        ["second-reference"] = "Second reference",
        ["dbs"] = "DBS check",
        ["interview"] = "Interview",
        ["training"] = "Training",
        ["agreement"] = "Agreement",
        ["coordinator"] = "Partner coordinator",
        ["mentor"] = "Mentor",
        ["mentee"] = "Young person",
        ["caseworker"] = "Caseworker",
        ["safeguarding-lead"] = "Safeguarding lead",
        ["administrator"] = "Administrator",
    };

    /// <summary>A word of the programme in plain English: <c>mental-health</c> → Mental health.</summary>
    public static string Word(string word) => Words.TryGetValue(word, out var said) ? said : char.ToUpperInvariant(word[0]) + word[1..].Replace('-', ' ');

    /// <summary>A screening check: <c>identity</c> → Identity.</summary>
    public static string Check(string kind) => kind == "identity" ? "Identity" : Word(kind);

    /// <summary>Words in a sentence: money, housing and work.</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count switch { 0 => string.Empty, 1 => all[0], _ => string.Join(", ", all[..^1]) + " and " + all[^1] };
    }

    /// <summary>Tuesday 24 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>24 November 2026.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>6pm, 6:30pm, midday, midnight.</summary>
    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => time.ToString("htt", British).ToLowerInvariant(),
        _ => time.ToString("h:mmtt", British).ToLowerInvariant(),
    };

    /// <summary>Tuesday 24 November 2026 at 6pm, in London.</summary>
    public static string When(DateTimeOffset instant) => Day(London.DateAt(instant)) + " at " + Time(London.TimeAt(instant));

    /// <summary>Tuesday 24 November 2026 at 6pm, or on the day itself: Today at 6pm.</summary>
    public static string When(DateTimeOffset instant, DateOnly today) => London.DateAt(instant) == today ? "Today at " + Time(London.TimeAt(instant)) : When(instant);

    /// <summary>An instant as a <c>time</c> element, for people and machines.</summary>
    public static IHtmlContent WhenHtml(DateTimeOffset instant) => TimeHtml(instant, When(instant));

    /// <summary>The same, and on the day itself: Today at 6pm.</summary>
    public static IHtmlContent WhenHtml(DateTimeOffset instant, DateOnly today) => TimeHtml(instant, When(instant, today));

    /// <summary>A day as a <c>time</c> element.</summary>
    public static IHtmlContent DayHtml(DateOnly day) => new HtmlString($"<time datetime=\"{day:yyyy-MM-dd}\">{WebUtility.HtmlEncode(Day(day))}</time>");

    /// <summary>1 mentor, 2 mentors.</summary>
    public static string Count(int number, string one, string? many = null) => number.ToString("N0", British) + " " + (number == 1 ? one : many ?? one + "s");

    private static HtmlString TimeHtml(DateTimeOffset instant, string words) =>
        new($"<time datetime=\"{instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\">{WebUtility.HtmlEncode(words)}</time>");
}
