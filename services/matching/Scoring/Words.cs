namespace Mentoring.Matching;

/// <summary>The closed vocabulary in plain words.</summary>
public static class Words
{
    private static readonly Dictionary<string, string> Plain = new()
    {
        ["walk-and-talk"] = "walk and talk",
        ["sit-down"] = "sit down to talk",
        ["doing-things"] = "talk while doing things",
        ["messages-first"] = "send messages first",
        ["straight-talking"] = "talk straight",
        ["gentle"] = "take it gently",
        ["woman"] = "a woman",
        ["man"] = "a man",
        ["parent"] = "a parent",
        ["lgbtq"] = "LGBTQ+",
        ["under-30"] = "under 30",
        ["over-50"] = "over 50",
        ["non-binary"] = "non-binary",
        ["care-experienced"] = "care-experienced",
        ["en"] = "English",
        ["cy"] = "Welsh",
        ["bfi"] = "British Sign Language",
        ["ar"] = "Arabic",
        ["bn"] = "Bengali",
        ["es"] = "Spanish",
        ["fa"] = "Farsi",
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
    };

    /// <summary>A word as a person reads it: <c>mental-health</c> is <c>mental health</c>, <c>ur</c> is <c>Urdu</c>.</summary>
    public static string Of(string word) => Plain.GetValueOrDefault(word) ?? word.Replace('-', ' ');

    /// <summary>Words in a row: <c>a, b and c</c>.</summary>
    public static string And(IEnumerable<string> words)
    {
        string[] plain = [.. words.Select(Of)];
        return plain.Length < 2 ? string.Concat(plain) : $"{string.Join(", ", plain[..^1])} and {plain[^1]}";
    }
}
