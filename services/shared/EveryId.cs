namespace Mentoring.Shared;

/// <summary>The id of a partner: a business or institution that offers its people as mentors.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct PartnerId(Guid Value) : IId<PartnerId>
{
    /// <inheritdoc/>
    public static PartnerId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static PartnerId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PartnerId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static PartnerId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a mentor.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct MentorId(Guid Value) : IId<MentorId>
{
    /// <inheritdoc/>
    public static MentorId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static MentorId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out MentorId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static MentorId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a young person.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct MenteeId(Guid Value) : IId<MenteeId>
{
    /// <inheritdoc/>
    public static MenteeId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static MenteeId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out MenteeId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static MenteeId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a caseworker; the same as their account's id.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct CaseworkerId(Guid Value) : IId<CaseworkerId>
{
    /// <inheritdoc/>
    public static CaseworkerId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static CaseworkerId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out CaseworkerId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static CaseworkerId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of an account of the portal.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    /// <inheritdoc/>
    public static AccountId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static AccountId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out AccountId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static AccountId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a match.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct MatchId(Guid Value) : IId<MatchId>
{
    /// <inheritdoc/>
    public static MatchId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static MatchId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out MatchId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static MatchId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>The id of a session.</summary>
/// <param name="Value">The raw Guid.</param>
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    /// <inheritdoc/>
    public static SessionId From(Guid value) => new(value);

    /// <summary>A new id; ids made later sort later.</summary>
    public static SessionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc cref="IParsable{TSelf}.TryParse"/>
    public static bool TryParse(string? s, IFormatProvider? provider, out SessionId result)
    {
        var read = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return read;
    }

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    public static SessionId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
