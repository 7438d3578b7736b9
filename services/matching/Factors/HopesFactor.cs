namespace Mentoring.Matching;

/// <summary>
/// The mentor works where the young person hopes to work or studies towards. Source: in DuBois and others 2011 (see <see cref="InterestsFactor"/>)
/// pairs did better where the mentor's background in education or work fitted the programme's aims.
/// </summary>
public static class HopesFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "hopes";

    /// <summary>Points when the mentor's kind of work is among the young person's hopes.</summary>
    public static Factor Of(Pair pair)
    {
        var met = pair.Offer.Sector is { } sector && pair.Mentee.Hopes.Contains(sector) ? sector : null;
        return new()
        {
            Name = Name,
            Points = met is null ? 0 : pair.Policy.Weights.Hope,
            Most = pair.Policy.Weights.Hope,
            Words = met is null ? [] : [met],
            Reason = met is not null ? $"Works in {Words.Of(met)}, where the young person hopes to work or study." : "Does not work where the young person hopes to.",
            ToMentee = met is null ? null : $"They work in {Words.Of(met)}. You told us you hope to do that.",
        };
    }
}
