using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>How values that change as a whole are written to a column, and compared.</summary>
internal static class Alike
{
    /// <summary>As strict as requests, but a member that a later version adds or drops does not make a row unreadable.</summary>
    public static JsonSerializerOptions Json { get; } = JsonRules.Apply(new(JsonSerializerDefaults.Web));

    static Alike() => Json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;

    /// <summary>Whether two values say the same.</summary>
    public static bool Are<T>(T? one, T? other) => Text(one) == Text(other);

    /// <summary>A value as JSON.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>A value from JSON.</summary>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json)!;
}
