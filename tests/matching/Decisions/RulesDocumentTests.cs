using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Mentoring.Matching.Tests;

/// <summary>docs/matching-rules.md is written from the comments of the rules and factors, so that it never says something else than they do.</summary>
public sealed class RulesDocumentTests
{
    private static readonly Assembly Matching = typeof(Eligibility).Assembly;
    private static readonly Dictionary<string, XElement> Comments = XDocument.Load(Path.ChangeExtension(Matching.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary")!);

    [Fact]
    public void The_document_of_rules_and_factors_says_what_their_comments_say()
    {
        var root = typeof(RulesDocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var file = Path.Combine(root, "docs", "matching-rules.md");
        var page = Make();
        if (Environment.GetEnvironmentVariable("MENTORING_WRITE_DOCS") == "1") File.WriteAllText(file, page);
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(page, "MENTORING_WRITE_DOCS=1 dotnet test tests/matching writes it again.");
    }

    [Fact]
    public void Every_rule_and_factor_gives_a_reason_or_a_source()
    {
        All("Rule").Concat(All("Factor")).Where(t => !Text(t).Contains("Reason", StringComparison.Ordinal) && !Text(t).Contains("Source", StringComparison.Ordinal) && !Text(t).Contains("Evidence", StringComparison.Ordinal)).ShouldBeEmpty();
        All("Factor").Count().ShouldBe(Some.Suggestion().Factors.Count);
    }

    private static IEnumerable<Type> All(string kind) => Matching.GetExportedTypes().Where(t => t.IsAbstract && t.IsSealed && t.Namespace == "Mentoring.Matching" && t.Name.EndsWith(kind, StringComparison.Ordinal) && t.Name != "AdoptionRule")
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    private static string Make()
    {
        var page = new StringBuilder("""
            # What makes a match possible, and what makes it good

            Written from the comments of the code by a test; do not edit. To write it again: `MENTORING_WRITE_DOCS=1 dotnet test tests/matching`.

            A **rule** makes a pair possible or not; it gives no points, and no number of points overrides it (`services/matching/Rules/`). A **factor** gives
            points (`services/matching/Factors/`); a score is their sum, in whole numbers, so that it adds up exactly. Both are policy: the limits and points below are those
            of the first version, and the steering group changes them by a vote. Evidence that matching on who people are helps is thin, so nothing is trained
            in secret: the weights are written down, and every suggestion says what each factor gave and what was not used.

            The same reasons are told three times: to the caseworker with every point and word, to the young person in plain sentences without points, and
            to the mentor without anything of the young person that they may not know before the match is approved. All three are kept on the offer with the version
            of the policy.

            A young person can switch off any of:

            """.ReplaceLineEndings("\n"));
        page.Append(string.Join(", ", Vocabulary.Factors.Select(f => $"{Words.Of(f)} (`{f}`)"))).Append(". Then it gives no points; the rules still hold.\n\n## Rules\n\n");
        foreach (var rule in All("Rule")) Section(page, rule, "Rule");
        page.Append("## Factors\n\n| Factor | Most points in the first policy |\n|---|---|\n");
        foreach (var factor in Some.Suggestion().Factors) page.Append(CultureInfo.InvariantCulture, $"| {Words.Of(factor.Name)} (`{factor.Name}`) | {factor.Most} |\n");
        page.Append(CultureInfo.InvariantCulture, $"| together | {Some.Suggestion().Factors.Sum(f => f.Most)} |\n\n");
        foreach (var factor in All("Factor")) Section(page, factor, "Factor");
        page.Append("## Never used\n\n");
        foreach (var sentence in MatchingPolicy.First.NotUsed) page.Append(CultureInfo.InvariantCulture, $"- {sentence}\n");
        return page.ToString();
    }

    private static void Section(StringBuilder page, Type type, string kind) => page.Append(CultureInfo.InvariantCulture, $"### {Title(type, kind)}\n\n{Text(type)} (`{type.Name}.cs`)\n\n");

    // MentorWishRule is read as "Mentor wish".
    private static string Title(Type type, string kind) => string.Concat(type.Name[..^kind.Length].Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Text(Type type) => string.Join(' ', string.Concat(Comments[$"T:{type.FullName}"].Nodes().Select(Plain)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.', ':')[^1]}`",
        XElement other => string.Concat(other.Nodes().Select(Plain)),
        _ => string.Empty,
    };
}
