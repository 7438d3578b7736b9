using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>The id of a business' wish to join.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct PartnerRequestId(Guid Value) : IId<PartnerRequestId>
{
    /// <inheritdoc/>
    public static PartnerRequestId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static PartnerRequestId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PartnerRequestId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static PartnerRequestId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of somebody's interest in being a mentor.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct InterestId(Guid Value) : IId<InterestId>
{
    /// <inheritdoc/>
    public static InterestId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static InterestId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out InterestId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static InterestId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
