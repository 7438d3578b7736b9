using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>The id of a place.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct PlaceId(Guid Value) : IId<PlaceId>
{
    /// <inheritdoc/>
    public static PlaceId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static PlaceId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PlaceId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static PlaceId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
