using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Testing;

/// <summary>The ways in which one member of a JSON body is spoiled.</summary>
[Flags]
public enum Spoil
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The member is left out.</summary>
    Missing = 1,

    /// <summary>The member is null.</summary>
    Null = 2,

    /// <summary>Another JSON kind: true, a number, a text, a list, an object.</summary>
    Kind = 4,

    /// <summary>An empty text or list.</summary>
    Empty = 8,

    /// <summary>A text of 100 kB, a list of 5,000 items.</summary>
    Huge = 16,

    /// <summary>Control characters and halves of surrogate pairs.</summary>
    Control = 32,

    /// <summary>Odd words: unknown ones, markup, formulas, scripts, right-to-left marks, emoji.</summary>
    Text = 64,

    /// <summary>Numbers that are zero, negative, huge or broken.</summary>
    Number = 128,

    /// <summary>Dates and times that do not exist, are far off or are written in another way.</summary>
    Date = 256,

    /// <summary>Ids that are none or belong to nothing.</summary>
    Id = 512,

    /// <summary>The same list item twice.</summary>
    Twice = 1024,

    /// <summary>The member need not be there.</summary>
    Optional = Missing | Null,

    /// <summary>Any readable text will do, also none: free text.</summary>
    FreeText = Missing | Null | Empty | Text | Date | Id,
}

/// <summary>A body with exactly one thing wrong.</summary>
/// <param name="Path">Where, such as <c>weekly[0].from</c>; empty for the whole body.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Body">The body as it is sent.</param>
/// <param name="What">What was done, in words.</param>
public sealed record SpoiledBody(string Path, Spoil Kind, string Body, string What);

/// <summary>Makes every kind of spoiled body out of a good one. The same body gives the same spoils in the same order.</summary>
public static class Spoils
{
    private static readonly (Spoil Kind, string Json)[] Texts =
    [
        (Spoil.Empty, "\"\""),
        (Spoil.Empty, "\"   \""),
        (Spoil.Empty, "\"\\n\\t\""),
        (Spoil.Huge, $"\"{new string('a', 100_000)}\""),
        (Spoil.Huge, $"\"{string.Concat(Enumerable.Repeat("\\ud83d\\ude00", 10_000))}\""),
        (Spoil.Control, "\"a\\u0000b\""),
        (Spoil.Control, "\"\\u0007\""),
        (Spoil.Control, "\"a\\u001b[31mb\""),
        (Spoil.Control, "\"\\ud800\""),
        (Spoil.Control, "\"\\udc00\\ud800\""),
        (Spoil.Control, "\"\\u009f\""),
        (Spoil.Text, "\"no-such-word\""),
        (Spoil.Text, "\"0\""),
        (Spoil.Text, "\"-1\""),
        (Spoil.Text, "\"true\""),
        (Spoil.Text, "\"null\""),
        (Spoil.Text, "\"<script>alert(1)</script>\""),
        (Spoil.Text, "\"'; drop table mentors; --\""),
        (Spoil.Text, "\"=cmd|' /c calc'!A0\""),
        (Spoil.Text, "\"../../etc/passwd\""),
        (Spoil.Text, "\"{{7*7}} ${7*7} %s %n\""),
        (Spoil.Text, "\"\\u202egnirts\\u202c\""),
        (Spoil.Text, "\"\\ud83d\\udc69\\u200d\\ud83d\\ude80\""),
        (Spoil.Text, "\"\\ufeff\\u200b\""),
        (Spoil.Text, "\"\\ufffe\\uffff\""),
    ];

    private static readonly (Spoil Kind, string Json)[] Dates =
    [
        .. new[]
        {
            "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "99999-01-01", "-2026-01-01", "2026-02-30", "2026-13-01", "2026-00-10", "31/02/2026", "01/02/2026", "2026-1-1", "tomorrow",
            "2026-06-01T25:00:00Z", "2026-06-01T10:61:00Z", "2026-06-01T10:00:00+99:00", "2026-06-01T10:00:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-W10-1", "24:00", "25:00", "10:60", "-01:00",
            "10", "10:00:00.00000001", "1.02:00:00",
        }.Select(d => (Spoil.Date, $"\"{d}\"")),
    ];

    private static readonly (Spoil Kind, string Json)[] Ids =
    [
        (Spoil.Id, "\"not-an-id\""),
        (Spoil.Id, "\"00000000-0000-0000-0000-000000000000\""),
        (Spoil.Id, "\"ffffffff-ffff-ffff-ffff-ffffffffffff\""),
        (Spoil.Id, "\"0198c0de000070008000000000000000\""),
        (Spoil.Id, "\"{0198c0de-0000-7000-8000-000000000000}\""),
        (Spoil.Id, "\"0198c0de-0000-7000-8000-00000000000\""),
        (Spoil.Id, "\"0198c0de-0000-7000-8000-00000000000g\""),
    ];

    private static readonly (Spoil Kind, string Json)[] Numbers =
    [
        .. new[] { "0", "-1", "-2147483648", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "1e400", "-1e400", "0.5", "1e1", "1.0", "NaN", "Infinity", "01", "+1", "0x10" }
            .Select(n => (Spoil.Number, n)),
    ];

    private static readonly (JsonValueKind Kind, string Json)[] Kinds =
    [
        (JsonValueKind.True, "true"), (JsonValueKind.False, "false"), (JsonValueKind.Number, "7"), (JsonValueKind.Number, "1.5"), (JsonValueKind.String, "\"text\""),
        (JsonValueKind.Array, "[]"), (JsonValueKind.Array, "[1]"), (JsonValueKind.Array, "[null]"), (JsonValueKind.Array, "[[]]"), (JsonValueKind.Object, "{}"), (JsonValueKind.Object, "{\"a\":1}"),
    ];

    /// <summary>Every spoiled form of a body.</summary>
    public static IEnumerable<SpoiledBody> Of(string goodJson)
    {
        var good = JsonNode.Parse(goodJson)!;
        return Bodies(goodJson, good).Concat(Members(good));
    }

    private static IEnumerable<SpoiledBody> Bodies(string goodJson, JsonNode good)
    {
        SpoiledBody Body(string body, string what) => new(string.Empty, Spoil.Kind, body, what);
        yield return Body(string.Empty, "an empty body");
        yield return Body("   ", "a blank body");
        yield return Body("null", "null for the body");
        yield return Body("true", "true for the body");
        yield return Body("42", "a number for the body");
        yield return Body("\"text\"", "a text for the body");
        yield return Body("[]", "a list for the body");
        yield return Body($"[{goodJson}]", "the body in a list");
        yield return Body("not json at all", "no JSON");
        yield return Body("<xml/>", "XML");
        yield return Body(goodJson[..^1], "JSON without its end");
        yield return Body(goodJson[..(goodJson.Length / 2)], "half of the JSON");
        yield return Body(goodJson + goodJson, "the JSON twice");
        yield return Body(goodJson + "x", "something behind the JSON");
        yield return Body(goodJson.Replace('"', '\''), "single quotes");
        yield return Body("/* note */" + goodJson, "a comment");
        yield return Body(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), "objects 10,000 deep");
        yield return Body(new string('[', 10_000) + new string(']', 10_000), "lists 10,000 deep");
        yield return Body("{\"a\":\"" + new string('x', 2_000_000) + "\"}", "a body of 2 MB");
        if (good is not JsonObject members) yield break;
        if (members.Count > 0) yield return Body("{}", "no members");
        yield return Body($$"""{"anotherMember":1{{(members.Count > 0 ? "," : string.Empty)}}{{goodJson.TrimStart()[1..]}}""", "a member that nobody knows");
        yield return Body($$"""{"__proto__":{"isAdministrator":true}{{(members.Count > 0 ? "," : string.Empty)}}{{goodJson.TrimStart()[1..]}}""", "a __proto__ member");
        foreach (var (name, value) in members)
        {
            var again = $"{JsonSerializer.Serialize(name)}:{value?.ToJsonString() ?? "null"}";
            yield return Body($"{{{again},{goodJson.TrimStart()[1..]}", $"{name} twice");
            yield return Body($"{{{JsonSerializer.Serialize(char.ToUpperInvariant(name[0]) + name[1..])}:{value?.ToJsonString() ?? "null"},{goodJson.TrimStart()[1..]}", $"{name} twice, once in capitals");
        }
    }

    private static IEnumerable<SpoiledBody> Members(JsonNode good)
    {
        foreach (var (path, steps) in Places(good, string.Empty, []))
        {
            var at = Find(good, steps);
            if (steps[^1] is string) yield return new(path, Spoil.Missing, Without(good, steps), $"{path} left out");
            yield return With(good, path, steps, Spoil.Null, "null");
            foreach (var (kind, json) in Kinds.Where(k => k.Kind != KindOf(at) && !(KindOf(at) == JsonValueKind.True && k.Kind == JsonValueKind.False)))
                yield return With(good, path, steps, Spoil.Kind, json);
            var others = at switch
            {
                JsonArray list => Lists(list),
                JsonValue when KindOf(at) == JsonValueKind.String => Texts.Concat(Dates).Concat(Ids),
                JsonValue when KindOf(at) == JsonValueKind.Number => Numbers,
                _ => [],
            };
            foreach (var (kind, json) in others) yield return With(good, path, steps, kind, json);
            if (at is JsonObject) yield return With(good, path, steps, Spoil.Kind, "{\"anotherMember\":1," + at.ToJsonString()[1..]);
        }
    }

    private static IEnumerable<(Spoil Kind, string Json)> Lists(JsonArray list)
    {
        yield return (Spoil.Empty, "[]");
        yield return (Spoil.Kind, "[null]");
        if (list.Count == 0) yield break;
        var item = list[0]?.ToJsonString() ?? "null";
        yield return (Spoil.Twice, $"[{item},{item}]");
        yield return (Spoil.Huge, $"[{string.Join(',', Enumerable.Repeat(item, 5_000))}]");
        yield return (Spoil.Kind, $"[{item},[{item}]]");
    }

    private static IEnumerable<(string Path, object[] Steps)> Places(JsonNode? node, string path, object[] steps)
    {
        // Of a list only the first item is spoiled: the others are of the same kind.
        IEnumerable<(string Name, object Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(m => (path.Length == 0 ? m.Key : $"{path}.{m.Key}", (object)m.Key, m.Value)),
            JsonArray { Count: > 0 } list => [($"{path}[0]", 0, list[0])],
            _ => [],
        };
        foreach (var (name, step, child) in children)
        {
            object[] there = [.. steps, step];
            yield return (name, there);
            foreach (var deeper in Places(child, name, there)) yield return deeper;
        }
    }

    private static SpoiledBody With(JsonNode good, string path, object[] steps, Spoil kind, string json)
    {
        // Put in as text, since much of it is no JSON that a writer would write.
        const string Mark = "\"\\u0001the-spoiled-one\"";
        var copy = good.DeepClone();
        var parent = Find(copy, steps[..^1])!;
        if (steps[^1] is string name) parent[name] = "\u0001the-spoiled-one";
        else parent[(int)steps[^1]] = "\u0001the-spoiled-one";
        var shown = json.Length > 60 ? json[..60] + "…" : json;
        return new(path, kind, copy.ToJsonString().Replace(Mark, json, StringComparison.Ordinal), $"{path} = {shown}");
    }

    private static string Without(JsonNode good, object[] steps)
    {
        var copy = good.DeepClone();
        Find(copy, steps[..^1])!.AsObject().Remove((string)steps[^1]);
        return copy.ToJsonString();
    }

    private static JsonNode? Find(JsonNode node, object[] steps) => steps.Aggregate((JsonNode?)node, (at, step) => step is string name ? at![name] : at![(int)step]);

    private static JsonValueKind KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null => JsonValueKind.Null,
        JsonValueKind.False => JsonValueKind.True,
        var kind => kind.Value,
    };

    /// <summary>Bytes that are no UTF-8 inside a JSON text.</summary>
    internal static byte[] BrokenUtf8(string goodJson) => [.. Encoding.UTF8.GetBytes(goodJson[..^1]), .. ",\"x\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8];
}
