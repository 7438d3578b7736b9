using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Contracts.Tests;

/// <summary><c>docs/asyncapi.json</c>: the same as <see cref="EventsDocument"/> for machines, as AsyncAPI 3.0.</summary>
internal static class AsyncApiDocument
{
    public static string Path => System.IO.Path.Combine(Repository.Root, "docs", "asyncapi.json");

    public static string Make() => new JsonObject
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Mentoring: facts between the services",
            ["version"] = "1.0.0",
            ["description"] = "Written from contracts/ by a test; see events.md for people. Facts arrive at least once and in no promised order.",
            ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["url"] = "https://www.apache.org/licenses/LICENSE-2.0" },
        },
        ["defaultContentType"] = "application/vnd.masstransit+json",
        ["servers"] = new JsonObject
        {
            ["local"] = new JsonObject { ["host"] = "127.0.0.1:56720", ["protocol"] = "amqp", ["protocolVersion"] = "0-9-1", ["description"] = "RabbitMQ as deploy/up starts it." },
        },
        ["channels"] = Map(Fact.All, f => f.Name, Channel),
        ["operations"] = Map(
            Fact.All.SelectMany(f => f.HeardBy.Select(s => (Fact: f, Service: s, Action: "receive")).Prepend((Fact: f, Service: f.Owner, Action: "send"))),
            o => $"{o.Service}.{(o.Action == "send" ? "tells" : "hears")}.{o.Fact.Name}",
            o => Operation(o.Fact, o.Service, o.Action)),
        ["components"] = new JsonObject
        {
            ["messages"] = Map(Fact.All, f => f.Name, Message),
            ["schemas"] = Map(Fact.All.Select(f => f.Type).Concat(Fact.Shapes), t => t.Name, Schema),
        },
    }.ToJsonString(Samples.Pretty) + "\n";

    private static JsonObject Channel(Fact fact) => new()
    {
        ["address"] = fact.Exchange,
        ["description"] = Comments.Of(fact.Type),
        ["messages"] = new JsonObject { [fact.Name] = Ref($"components/messages/{fact.Name}") },
        ["bindings"] = new JsonObject
        {
            ["amqp"] = new JsonObject
            {
                ["is"] = "routingKey",
                ["exchange"] = new JsonObject { ["name"] = fact.Exchange, ["type"] = "fanout", ["durable"] = true, ["autoDelete"] = false },
                ["bindingVersion"] = "0.3.0",
            },
        },
    };

    private static JsonObject Operation(Fact fact, string service, string action) => new()
    {
        ["action"] = action,
        ["channel"] = Ref($"channels/{fact.Name}"),
        ["summary"] = action == "send" ? $"The {service} service tells {fact.Name}." : $"The {service} service reacts to {fact.Name}.",
        ["tags"] = new JsonArray(new JsonObject { ["name"] = service }),
        ["messages"] = new JsonArray(Ref($"channels/{fact.Name}/messages/{fact.Name}")),
    };

    private static JsonObject Message(Fact fact) => new()
    {
        ["name"] = fact.Type.FullName,
        ["title"] = fact.Name,
        ["summary"] = Comments.Of(fact.Type),
        ["contentType"] = "application/vnd.masstransit+json",
        ["payload"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "MassTransit's envelope; it has further members that listeners need not read.",
            ["required"] = new JsonArray("messageId", "messageType", "message"),
            ["properties"] = new JsonObject
            {
                ["messageId"] = new JsonObject { ["type"] = "string", ["format"] = "uuid", ["description"] = "The same in every repeat; a listener that has handled it changes nothing." },
                ["messageType"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["type"] = "string" },
                    ["contains"] = new JsonObject { ["const"] = $"urn:message:{fact.Exchange}" },
                },
                ["message"] = Ref($"components/schemas/{fact.Name}"),
            },
        },
        ["examples"] = new JsonArray(new JsonObject
        {
            ["name"] = "sample",
            ["payload"] = new JsonObject
            {
                ["messageId"] = "0198c0de-0000-7000-8000-000000000000",
                ["messageType"] = new JsonArray($"urn:message:{fact.Exchange}"),
                ["message"] = Samples.Example(fact.Type),
            },
        }),
    };

    private static JsonObject Schema(Type type) => new()
    {
        ["type"] = "object",
        ["description"] = Comments.Of(type),
        ["required"] = new JsonArray([.. Fact.MembersOf(type).Where(m => Fact.VersionOf(m) == 1).Select(m => JsonValue.Create(Name(m)))]),
        ["properties"] = Map(Fact.MembersOf(type), Name, Property),
    };

    private static JsonObject Property(PropertyInfo member)
    {
        var item = Item(member);
        var schema = Fact.IsList(member.PropertyType) ? new JsonObject { ["type"] = "array", ["items"] = item } : item;
        if (Fact.IsNullable(member) && schema["type"] is { } type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        if (schema["$ref"] is null) schema["description"] = Comments.Of(member);
        return schema;
    }

    private static JsonObject Item(PropertyInfo member)
    {
        var type = Fact.ItemType(member.PropertyType);
        return type switch
        {
            _ when type == typeof(Guid) => Plain("string", "format", "uuid"),
            _ when type == typeof(DateTimeOffset) => Plain("string", "format", "date-time"),
            _ when type == typeof(DateOnly) => Plain("string", "format", "date"),
            _ when type == typeof(TimeOnly) => Plain("string", "pattern", @"^\d{2}:\d{2}:\d{2}(\.\d+)?$"),
            _ when type == typeof(DayOfWeek) => new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 6 },
            _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
            _ when type == typeof(int) => new JsonObject { ["type"] = "integer" },
            _ when type == typeof(string) && Comments.Words(member) is { } words =>
                new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Comments.WordsOf(words).Select(w => JsonValue.Create(w))]) },
            _ when type == typeof(string) => new JsonObject { ["type"] = "string" },
            _ => Ref($"components/schemas/{type.Name}"),
        };
    }

    private static string Name(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static JsonObject Plain(string type, string rule, string value) => new() { ["type"] = type, [rule] = value };

    private static JsonObject Ref(string path) => new() { ["$ref"] = $"#/{path}" };

    private static JsonObject Map<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonObject> value) => new(items.Select(i => KeyValuePair.Create(name(i), (JsonNode?)value(i))));
}
