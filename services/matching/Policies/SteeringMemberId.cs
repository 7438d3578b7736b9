using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>The id of somebody's time in the steering group.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct SteeringMemberId(Guid Value) : IId<SteeringMemberId>
{
    /// <inheritdoc/>
    public static SteeringMemberId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static SteeringMemberId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out SteeringMemberId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static SteeringMemberId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
