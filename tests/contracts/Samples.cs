using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Shared;

namespace Mentoring.Contracts.Tests;

/// <summary>One JSON sample of every version of every fact ever shipped: what older services have told and may still wait in a queue.</summary>
internal static class Samples
{
    public static JsonSerializerOptions Pretty { get; } = new(JsonRules.Facts) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder => Path.Combine(Repository.Root, "tests", "contracts", "samples");

    public static string FileOf(Fact fact) => Path.Combine(Folder, $"{fact.Name}.v{fact.Version}.json");

    public static IReadOnlyList<string> Files => [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    /// <summary>A first sample of a new fact: its full name and a value for each member, always the same ones.</summary>
    public static string New(Fact fact) => new JsonObject { ["type"] = fact.Type.FullName, ["fact"] = Example(fact.Type) }.ToJsonString(Pretty) + "\n";

    /// <summary>An example of a fact or of one of its shapes.</summary>
    public static JsonObject Example(Type type) => new(Fact.MembersOf(type).Select(m => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(m.Name), Value(m))));

    private static JsonNode? Value(PropertyInfo member)
    {
        var item = Item(member);
        return Fact.IsList(member.PropertyType) ? new JsonArray(item) : item;
    }

    private static JsonNode? Item(PropertyInfo member)
    {
        var type = Fact.ItemType(member.PropertyType);
        if (Fact.IsShape(type)) return Example(type);
        if (type == typeof(string)) return Comments.Words(member) is { } words ? Comments.WordsOf(words)[0] : member.Name == "Zone" ? "Europe/London" : "LE2";
        return JsonSerializer.SerializeToNode<object>(
            type switch
            {
                _ when type == typeof(Guid) => Guid.Parse($"0198c0de-0000-7000-8000-{Number(member.Name):x12}"),
                _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, member.Name == "EndsAt" ? 18 : 17, 30, 0, TimeSpan.Zero),
                _ when type == typeof(DateOnly) => new DateOnly(2026, 6, member.Name == "Last" ? 30 : 1),
                _ when type == typeof(TimeOnly) => new TimeOnly(member.Name == "Until" ? 20 : 18, 0),
                _ when type == typeof(DayOfWeek) => DayOfWeek.Tuesday,
                _ when type == typeof(bool) => true,
                _ when type == typeof(int) => 2,
                _ => throw new NotSupportedException($"{member.DeclaringType!.Name}.{member.Name} is a {type.Name}, for which there is no example."),
            },
            JsonRules.Facts);
    }

    // The same name gets the same id in every sample.
    private static int Number(string name) => name.Aggregate(17, (sum, letter) => ((sum * 31) + letter) & 0xFFFFFF);
}

/// <summary>The clone that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Whether documents and missing samples are to be written rather than compared.</summary>
    public static bool Write => Environment.GetEnvironmentVariable("MENTORING_WRITE_DOCS") == "1";
}
