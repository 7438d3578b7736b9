using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>The id of a concern.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct ConcernId(Guid Value) : IId<ConcernId>
{
    /// <inheritdoc/>
    public static ConcernId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static ConcernId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ConcernId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static ConcernId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
