namespace Mentoring.Matching;

/// <summary>Two policies side by side, factor by factor.</summary>
public sealed record PolicyComparison
{
    /// <summary>Every factor in the order of a suggestion, and then the rules.</summary>
    public required IReadOnlyList<ComparedFactor> Factors { get; init; }

    /// <summary>How many numbers differ.</summary>
    /// <example>2</example>
    public required int Changes { get; init; }

    /// <summary>Compares.</summary>
    public static PolicyComparison Of(PolicyWeights weights, PolicyRules rules, PolicyWeights otherWeights, PolicyRules otherRules)
    {
        ComparedLine[] lines = [.. Both(PolicyLines.Of(weights, rules), PolicyLines.Of(otherWeights, otherRules))];
        var mosts = PolicyLines.Mosts(weights).Zip(PolicyLines.Mosts(otherWeights)).ToDictionary(m => m.First.Factor, m => (From: m.First.Most, To: m.Second.Most));
        return new()
        {
            Factors =
            [
                .. lines.GroupBy(l => l.Factor).Select(g => new ComparedFactor
                {
                    Factor = g.Key,
                    Says = g.Key == PolicyLines.Rules ? "what must be so" : Words.Of(g.Key),
                    From = mosts.TryGetValue(g.Key, out var most) ? most.From : null,
                    To = mosts.TryGetValue(g.Key, out most) ? most.To : null,
                    Lines = [.. g],
                }),
            ],
            Changes = lines.Count(l => l.From != l.To),
        };
    }

    // Goal areas can be more on one side; a place that is not there gives nothing.
    private static IEnumerable<ComparedLine> Both(IReadOnlyList<PolicyLine> ones, IReadOnlyList<PolicyLine> others)
    {
        var (from, to) = (ones.ToDictionary(l => l.Member), others.ToDictionary(l => l.Member));
        var longer = ones.Count >= others.Count ? ones : others;
        return longer.Select(l => new ComparedLine
        {
            Factor = l.Factor,
            Member = l.Member,
            Says = l.Says,
            From = from.GetValueOrDefault(l.Member)?.Value ?? 0,
            To = to.GetValueOrDefault(l.Member)?.Value ?? 0,
        });
    }
}

/// <summary>One factor of two policies.</summary>
public sealed record ComparedFactor
{
    /// <summary>The name of the factor, or <c>rules</c>.</summary>
    /// <example>interests</example>
    public required string Factor { get; init; }

    /// <summary>The same in words.</summary>
    /// <example>what they like</example>
    public required string Says { get; init; }

    /// <summary>The most points it gives under the first of the two; null for rules.</summary>
    /// <example>9</example>
    public required int? From { get; init; }

    /// <summary>The most points it gives under the second.</summary>
    /// <example>12</example>
    public required int? To { get; init; }

    /// <summary>Its numbers.</summary>
    public required IReadOnlyList<ComparedLine> Lines { get; init; }
}

/// <summary>One number of two policies.</summary>
public sealed record ComparedLine
{
    /// <summary>The name of the factor, or <c>rules</c>.</summary>
    /// <example>interests</example>
    public required string Factor { get; init; }

    /// <summary>Where it stands in a policy.</summary>
    /// <example>weights.interest</example>
    public required string Member { get; init; }

    /// <summary>What it means.</summary>
    /// <example>Points for each thing both like</example>
    public required string Says { get; init; }

    /// <summary>The number of the first.</summary>
    /// <example>3</example>
    public required int From { get; init; }

    /// <summary>The number of the second.</summary>
    /// <example>4</example>
    public required int To { get; init; }
}
