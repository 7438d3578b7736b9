using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mentoring.Shared;

/// <summary>The one set of JSON rules: unknown, missing, doubled or null members and numbers for words are refused, never guessed at.</summary>
public static class JsonRules
{
    /// <summary>The strict options for requests and answers.</summary>
    public static JsonSerializerOptions Strict { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Facts are read tolerantly: a newer service may add a member that an older one does not know.</summary>
    public static JsonSerializerOptions Facts { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>Makes options strict.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new IdJson());
        options.Converters.Add(new CleanText());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseEmptyPlaces);
        return options;
    }

    // The serializer minds the nullability of members, but not that of what their lists hold.
    private static void RefuseEmptyPlaces(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is not { } set || property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType)) continue;
            if (property.AttributeProvider is not PropertyInfo info || !HoldsNoNulls(new NullabilityInfoContext().Create(info))) continue;
            property.Set = (target, value) =>
            {
                if (value is IEnumerable list && list.Cast<object?>().Contains(null)) throw new JsonException("is a list with an empty place (null) in it.");
                set(target, value);
            };
        }
    }

    private static bool HoldsNoNulls(NullabilityInfo list) =>
        (list.ElementType ?? (list.GenericTypeArguments is [var only] ? only : null)) is { ReadState: NullabilityState.NotNull, Type.IsValueType: false };

    /// <summary>Whether a text has characters that nobody types: control characters other than tab and line ends, or half of a surrogate pair.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r')) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private sealed class CleanText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? text;
            try
            {
                text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("is not a text.");
            }
            catch (InvalidOperationException unreadable)
            {
                throw new JsonException("is not a text that can be read.", unreadable);
            }

            return text is null || IsClean(text) ? text : throw new JsonException("is not a text that can be kept: it has control characters in it.");
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
