using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>The id of a goal.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct GoalId(Guid Value) : IId<GoalId>
{
    /// <inheritdoc/>
    public static GoalId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static GoalId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out GoalId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static GoalId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
