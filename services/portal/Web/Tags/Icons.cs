using Microsoft.AspNetCore.Html;

namespace Mentoring.Portal.Tags;

/// <summary>Small drawings beside the programme's words, made on the server; the words always stand beside them.</summary>
public static class Icons
{
    // Strokes on a square of 24.
    private static readonly Dictionary<string, string> Strokes = new(StringComparer.Ordinal)
    {
        ["money"] = "M3 7h18v11H3z M12 10a2.5 2.5 0 1 0 .01 0 M6 10v5 M18 10v5",
        ["housing"] = "M3 12l9-8 9 8 M6 10v10h12V10 M10 20v-6h4v6",
        ["mental-health"] = "M12 20s-7-4.5-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 10c0 5.500-7 10-7 10z",
        ["work"] = "M3 8h18v11H3z M9 8V5h6v3 M3 13h18",
        ["education"] = "M2 9l10-5 10 5-10 5z M6 11v5c3 3 9 3 12 0v-5 M22 9v6",
        ["identity"] = "M12 4a4 4 0 1 0 .01 0 M4 21c1-5 4-7 8-7s7 2 8 7",
        ["siblings"] = "M8 6a3 3 0 1 0 .01 0 M16 6a3 3 0 1 0 .01 0 M2 20c.5-4 3-6 6-6s5.500 2 6 6 M15 14c3 0 6 2 7 6",
        ["bullying"] = "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z M9 9l6 6 M15 9l-6 6",
        ["confidence"] = "M12 3l2.700 5.800 6.300.700-4.700 4.300 1.300 6.200L12 17l-5.600 3 1.300-6.200L3 9.500l6.300-.700z",
        ["safety"] = "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z M8.500 12l2.500 2.500 4.500-5",
        ["everyday-skills"] = "M4 10h12v6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4z M16 12h2a2 2 0 0 1 0 5h-2 M8 7V4 M12 7V4",
        ["walk-and-talk"] = "M13 4a1.500 1.500 0 1 0 .01 0 M12 8l-3 4 3 3v6 M9 12l-2 9 M12 9l4 3 3-1",
        ["sit-down"] = "M6 4v9h11 M6 13v8 M17 13v8 M6 17h11",
        ["doing-things"] = "M14 4l6 6-3 3-6-6z M11 7L3 15v6h6l8-8",
        ["messages-first"] = "M3 5h18v12H10l-5 4v-4H3z M8 10h8 M8 13h5",
        ["straight-talking"] = "M4 12h15 M13 6l6 6-6 6",
        ["gentle"] = "M5 20c0-9 5-14 15-15 0 9-4 14-12 14 M5 20c2-5 5-8 9-10",
        ["in-person"] = "M8 6a3 3 0 1 0 .01 0 M17 7a2.500 2.500 0 1 0 .01 0 M2 20c.5-4 3-6 6-6s5.500 2 6 6 M14 15c4-2 7 0 8 5",
        ["online"] = "M3 5h18v12H3z M8 21h8 M12 17v4",
        ["video"] = "M3 7h12v10H3z M15 11l6-4v10l-6-4",
        ["phone"] = "M6 3l4 1 1 5-2.500 2c1 2.500 2.500 4 5 5l2-2.500 5 1 1 4c-1 2-3 3-5 2.500C9 19 5 14 3.500 8 3 6 4 4 6 3z",
    };

    /// <summary>Whether a word has a drawing.</summary>
    public static bool Has(string word) => Strokes.ContainsKey(word);

    /// <summary>The drawing of a word; nothing where there is none. It says nothing that the words do not.</summary>
    public static IHtmlContent Of(string word) => Strokes.TryGetValue(word, out var strokes)
        ? new HtmlString($"<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{strokes}\"/></svg>")
        : HtmlString.Empty;
}
