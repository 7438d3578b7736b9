using Mentoring.Contracts;

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
        ["buddhist"] = "Buddhist",
        ["christian"] = "Christian",
        ["hindu"] = "Hindu",
        ["jewish"] = "Jewish",
        ["muslim"] = "Muslim",
        ["sikh"] = "Sikh",
        ["no-faith"] = "of no faith",
        ["arab-heritage"] = "of Arab heritage",
        ["asian-heritage"] = "of Asian heritage",
        ["black-heritage"] = "of Black heritage",
        ["mixed-heritage"] = "of mixed heritage",
        ["white-heritage"] = "of White heritage",
        ["roma-or-traveller"] = "Roma or a Traveller",
        ["goals"] = "what they want to work on",
        ["preferences"] = "what they would prefer",
        ["interests"] = "what they like",
        ["dislikes"] = "what they would rather not do",
        ["talk-styles"] = "how they like to talk",
        ["hopes"] = "where they hope to work",
        ["near"] = "how near they are",
        ["time"] = "when they are free",
        ["languages"] = "further languages",
        ["waiting"] = "how long they have waited",
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

    /// <summary>A part of the score, said to the young person themselves: <c>what you like</c>.</summary>
    public static string Yours(string factor) => Of(factor).Replace("they are", "you are", StringComparison.Ordinal).Replace("they ", "you ", StringComparison.Ordinal);

    /// <summary>What a young person asks for in a mentor, in a row, to follow "a mentor who is": <c>a woman and working in law</c>.</summary>
    public static string Wishes(IEnumerable<string> wishes) => And(wishes.Select(w => Vocabulary.Sectors.Contains(w) ? $"working in {Of(w)}" : Of(w)));

    /// <summary>Words in a row: <c>a, b and c</c>.</summary>
    public static string And(IEnumerable<string> words)
    {
        string[] plain = [.. words.Select(Of)];
        return plain switch
        {
            [] => string.Empty,
            [var one] => one,
            [var one, var other] => $"{one} and {other}",
            _ => $"{string.Join(", ", plain[..^1])} and {plain[^1]}",
        };
    }

    /// <summary>The words that stand in both lists, each once, in the order of the first. The lists are short, so that looking through them is quicker than a set.</summary>
    public static string[] Both(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        List<string>? both = null;
        for (var at = 0; at < one.Count; at++)
            if (other.Contains(one[at]) && both?.Contains(one[at]) != true) (both ??= []).Add(one[at]);
        return both is null ? [] : [.. both];
    }
}
