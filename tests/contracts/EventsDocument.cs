using System.Globalization;
using System.Reflection;
using System.Text;

namespace Mentoring.Contracts.Tests;

/// <summary><c>docs/events.md</c>: every fact in tables, from the types and their comments.</summary>
internal static class EventsDocument
{
    public static string Path => System.IO.Path.Combine(Repository.Root, "docs", "events.md");

    public static string Make()
    {
        var page = new StringBuilder();
        page.Append("""
            # Facts: what the services tell each other

            Written from `contracts/` by a test; do not edit. To write it again: `MENTORING_WRITE_DOCS=1 dotnet test tests/contracts`.
            The same for machines is [asyncapi.json](asyncapi.json) (AsyncAPI 3).

            A fact is told by the one service that owns what it speaks of, in the same commit as the change, and goes to a fanout exchange
            named `namespace:Type`. Each reaction of a listening service has a queue of its own. It arrives at least once and in no promised order:
            the message's id stays the same in a repeat, and `at` says which of two facts is the newer. Every member is required, save those that
            came with a later version of their fact (*since 2*), which older messages lack; `null` is written where a member may be null. A reader ignores members that it does not know. Facts carry ids and what others must decide on,
            never a name, a contact or a free text.

            """).AppendLine();
        foreach (var service in Fact.All.GroupBy(f => f.Owner, StringComparer.Ordinal)) Service(page, service.Key, [.. service]);
        page.AppendLine("## Shapes").AppendLine();
        foreach (var shape in Fact.Shapes)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"### {shape.Name}").AppendLine().AppendLine(Comments.Of(shape)).AppendLine();
            Members(page, Fact.MembersOf(shape));
        }

        page.AppendLine("## Words").AppendLine().AppendLine("The closed lists that facts take their words from.").AppendLine().AppendLine("| List | Words |").AppendLine("|---|---|");
        foreach (var list in typeof(Vocabulary).GetProperties().OrderBy(p => p.MetadataToken))
            page.AppendLine(CultureInfo.InvariantCulture, $"| `Vocabulary.{list.Name}` | {string.Join(", ", Comments.WordsOf(list).Select(w => $"`{w}`"))} |");
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Service(StringBuilder page, string owner, IReadOnlyList<Fact> facts)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"## Told by {owner}").AppendLine().AppendLine("| Fact | Heard by | When |").AppendLine("|---|---|---|");
        foreach (var fact in facts)
            page.AppendLine(CultureInfo.InvariantCulture, $"| [{fact.Name}](#{fact.Name.ToLowerInvariant()}) | {(fact.HeardBy.Count == 0 ? "nobody yet" : string.Join(", ", fact.HeardBy))} | {Comments.Of(fact.Type)} |");
        page.AppendLine();
        foreach (var fact in facts)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"### {fact.Name}").AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Exchange `{fact.Exchange}`.").AppendLine();
            Members(page, fact.Members);
        }
    }

    private static void Members(StringBuilder page, IEnumerable<PropertyInfo> members)
    {
        page.AppendLine("| Member | Type | Meaning |").AppendLine("|---|---|---|");
        foreach (var member in members)
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name)}` | {TypeOf(member)} | {Comments.Of(member)} |");
        page.AppendLine();
    }

    private static string TypeOf(PropertyInfo member)
    {
        var item = Fact.ItemType(member.PropertyType);
        var name = item switch
        {
            _ when item == typeof(Guid) => "id",
            _ when item == typeof(string) => Comments.Words(member) is null ? "text" : "word",
            _ when item == typeof(DateTimeOffset) => "instant (RFC 3339)",
            _ when item == typeof(DateOnly) => "local date (`2026-06-01`)",
            _ when item == typeof(TimeOnly) => "local time (`18:00:00`)",
            _ when item == typeof(DayOfWeek) => "number, 0 (Sunday) to 6 (Saturday)",
            _ when item == typeof(bool) => "true or false",
            _ when item == typeof(int) => "whole number",
            _ => $"[{item.Name}](#{item.Name.ToLowerInvariant()})",
        };
        var since = Fact.VersionOf(member) is > 1 and var version ? string.Create(CultureInfo.InvariantCulture, $", *since {version}*") : string.Empty;
        return $"{(Fact.IsList(member.PropertyType) ? "list of " : string.Empty)}{name}{(Fact.IsNullable(member) ? " or null" : string.Empty)}{since}";
    }
}
