using System.Reflection;
using System.Xml.Linq;

namespace Mentoring.Contracts.Tests;

/// <summary>The doc comments of the contracts, as plain Markdown.</summary>
internal static class Comments
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(HeardByAttribute).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);

    public static string Of(Type type) => Text($"T:{type.FullName}");

    public static string Of(PropertyInfo member) => Text($"P:{member.DeclaringType!.FullName}.{member.Name}");

    /// <summary>The word list that a member's comment names, if it names one.</summary>
    public static PropertyInfo? Words(PropertyInfo member) => Summary($"P:{member.DeclaringType!.FullName}.{member.Name}")?.Descendants("see")
        .Select(see => see.Attribute("cref")?.Value).Where(cref => cref?.StartsWith("P:Mentoring.Contracts.Vocabulary.", StringComparison.Ordinal) == true)
        .Select(cref => typeof(Vocabulary).GetProperty(cref!.Split('.')[^1])).FirstOrDefault();

    /// <summary>The words of a list in <see cref="Vocabulary"/>.</summary>
    public static IReadOnlyList<string> WordsOf(PropertyInfo list) => (IReadOnlyList<string>)list.GetValue(null)!;

    private static string Text(string id) => Summary(id) is { } summary ? string.Join(' ', string.Concat(summary.Nodes().Select(Plain)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : string.Empty;

    private static XElement? Summary(string id) => Members.GetValueOrDefault(id)?.Element("summary");

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref")?.Value is { } cref => $"`{(cref.Contains("Vocabulary.", StringComparison.Ordinal) ? "Vocabulary." : string.Empty)}{cref.Split('.')[^1]}`",
        XElement other => string.Concat(other.Nodes().Select(Plain)),
        _ => string.Empty,
    };
}
