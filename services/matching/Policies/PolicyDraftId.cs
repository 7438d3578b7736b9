using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>The id of a draft of the matching policy.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct PolicyDraftId(Guid Value) : IId<PolicyDraftId>
{
    /// <inheritdoc/>
    public static PolicyDraftId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static PolicyDraftId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PolicyDraftId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static PolicyDraftId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
