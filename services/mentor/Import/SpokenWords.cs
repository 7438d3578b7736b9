using Mentoring.Contracts;

namespace Mentoring.Mentors;

/// <summary>Finds the programme's word for what people write in a list.</summary>
public static class SpokenWords
{
    private static readonly Dictionary<string, string> Areas = Spell(Vocabulary.GoalAreas, new()
    {
        ["money"] = "budgeting, money and budgeting, money budgeting, finance, finances, debt, debts, bills, managing money, benefits",
        ["housing"] = "home, homes, finding a home, tenancy, tenancies, accommodation, moving in, living alone",
        ["mental-health"] = "well-being, anxiety, feelings, stress, mental wellbeing",
        ["work"] = "getting a job, job, jobs, career, careers, employment, cv, interviews, job interviews, apprenticeship, apprenticeships",
        ["education"] = "college, uni, university, college uni, college and uni, school, study, studying, training, exams, learning",
        ["identity"] = "who i am, culture, heritage, belonging",
        ["siblings"] = "family, family and siblings, family siblings, brothers and sisters, contact with family",
        ["bullying"] = "being bullied, online bullying",
        ["confidence"] = "self confidence, self esteem, speaking up",
        ["safety"] = "staying safe, keeping safe, online safety, being safe",
        ["everyday-skills"] = "cooking, life skills, independent living, daily living, everyday life, household",
    });

    private static readonly Dictionary<string, string> Things = Spell(Vocabulary.Interests, new()
    {
        ["music-production"] = "making music, producing music, producing",
        ["football"] = "soccer",
        ["gaming"] = "games, video games",
        ["films"] = "film, movies, cinema",
        ["coding"] = "programming, computers",
        ["running"] = "jogging",
        ["cars"] = "car, motors, motoring",
        ["animals"] = "pets, dogs, cats, animal",
        ["art"] = "arts, drawing, painting",
        ["reading"] = "books",
        ["travel"] = "travelling",
        ["dance"] = "dancing",
        ["photography"] = "photos",
        ["nature"] = "walking, hiking, outdoors",
        ["cycling"] = "bikes, biking",
        ["gardening"] = "garden, plants",
    });

    private static readonly Dictionary<string, string> Tongues = Spell(Vocabulary.Languages, new()
    {
        ["en"] = "english",
        ["cy"] = "welsh, cymraeg",
        ["bfi"] = "bsl, british sign language, sign language",
        ["ar"] = "arabic",
        ["bn"] = "bengali, bangla, sylheti",
        ["es"] = "spanish",
        ["fa"] = "farsi, persian, dari",
        ["fr"] = "french",
        ["gu"] = "gujarati",
        ["hi"] = "hindi",
        ["ku"] = "kurdish, sorani, kurmanji",
        ["pa"] = "punjabi, panjabi",
        ["pl"] = "polish",
        ["ps"] = "pashto",
        ["pt"] = "portuguese",
        ["ro"] = "romanian",
        ["so"] = "somali",
        ["sq"] = "albanian",
        ["ti"] = "tigrinya",
        ["tr"] = "turkish",
        ["uk"] = "ukrainian",
        ["ur"] = "urdu",
        ["vi"] = "vietnamese",
        ["zh"] = "chinese, mandarin, cantonese",
    });

    /// <summary>The goal areas in a cell, and what was not understood.</summary>
    public static (IReadOnlyList<string> Known, IReadOnlyList<string> Unknown) GoalAreas(string cell) => Find(Areas, cell);

    /// <summary>The interests in a cell, and what was not understood.</summary>
    public static (IReadOnlyList<string> Known, IReadOnlyList<string> Unknown) Interests(string cell) => Find(Things, cell);

    /// <summary>The languages in a cell, and what was not understood.</summary>
    public static (IReadOnlyList<string> Known, IReadOnlyList<string> Unknown) Languages(string cell) => Find(Tongues, cell);

    /// <summary>Yes, no, or null for neither. Blank is no.</summary>
    public static bool? YesOrNo(string cell) => Letters(cell) switch
    {
        "y" or "yes" or "true" or "x" => true,
        "" when cell is "1" or "\u2713" or "\u2714" => true,
        "n" or "no" or "false" => false,
        "" when cell is "" or "0" or "-" => false,
        _ => null,
    };

    private static (IReadOnlyList<string> Known, IReadOnlyList<string> Unknown) Find(Dictionary<string, string> words, string cell)
    {
        var known = new List<string>();
        var unknown = new List<string>();
        foreach (var said in cell.Split([';', ',', '|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!words.TryGetValue(Letters(said), out var word)) unknown.Add(said);
            else if (!known.Contains(word)) known.Add(word);
        }

        return (known, unknown);
    }

    private static Dictionary<string, string> Spell(IReadOnlyList<string> words, Dictionary<string, string> alsoSaid) =>
        words.Select(word => (Said: word, Word: word))
            .Concat(alsoSaid.SelectMany(also => also.Value.Split(',').Select(said => (Said: said, Word: also.Key))))
            .DistinctBy(pair => Letters(pair.Said))
            .ToDictionary(pair => Letters(pair.Said), pair => pair.Word);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
