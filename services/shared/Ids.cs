using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mentoring.Shared;

/// <summary>An id of its own type around a version-7 Guid, so that a mentor's id can never stand where a mentee's belongs.</summary>
/// <typeparam name="TSelf">The id type.</typeparam>
public interface IId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The raw Guid, for facts and the database.</summary>
    Guid Value { get; }

    /// <summary>Gives a raw Guid its type.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Writes ids as plain Guid strings in JSON.</summary>
public sealed class IdJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => IsId(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    internal static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
                ? TId.From(value)
                : throw new JsonException("is not an id; ids look like 0198c0de-0000-7000-8000-000000000000.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

/// <summary>Stores ids as <c>uuid</c> columns.</summary>
/// <typeparam name="TId">The id type.</typeparam>
public sealed class IdColumn<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Typed(value))
    where TId : struct, IId<TId>
{
    // An expression tree cannot call a static interface member itself.
    private static TId Typed(Guid value) => TId.From(value);
}
