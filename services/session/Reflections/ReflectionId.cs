using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>The id of a reflection.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct ReflectionId(Guid Value) : IId<ReflectionId>
{
    /// <inheritdoc/>
    public static ReflectionId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static ReflectionId New() => new(Guid.CreateVersion7());

    /// <summary>Whether it is a version-7 id that was made before the year 2200, which no slip of a client's hand is.</summary>
    public bool IsOfOurTime => Value.Version == 7 && new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() > Convert.ToInt64(Value.ToString("N")[..12], 16);

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ReflectionId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static ReflectionId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
