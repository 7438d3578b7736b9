namespace Mentoring.Matching;

/// <summary>What kind of member somebody is.</summary>
public enum MemberKind
{
    /// <summary>A young person.</summary>
    YoungPerson,

    /// <summary>From a business or institution that offers mentors.</summary>
    Business,

    /// <summary>From the council.</summary>
    Council,
}

/// <summary>What a member says to a draft.</summary>
public enum VoteChoice
{
    /// <summary>For it.</summary>
    Yes,

    /// <summary>Against it.</summary>
    No,

    /// <summary>Neither; it counts as having voted.</summary>
    Abstain,
}

/// <summary>A member in office when the votes are counted, and what they said; null when they did not vote.</summary>
/// <param name="Kind">What kind of member they are.</param>
/// <param name="Choice">What they said.</param>
public readonly record struct Ballot(MemberKind Kind, VoteChoice? Choice);

/// <summary>
/// When a draft becomes the policy. Three things, all of them:
/// <list type="number">
/// <item>a quorum of young members: at least half of them, and at least two, have voted;</item>
/// <item>more yes than no among all members;</item>
/// <item>more yes than no among the young members.</item>
/// </list>
/// Reason: the policy decides about young people, so they can neither be passed over nor outvoted; and they cannot decide alone about
/// other people's time. A vote that is not used changes nothing. Source: article 12 of the UN Convention on the Rights of the Child,
/// and Lundy's model of participation (2007, "Voice is not enough", British Educational Research Journal 33, doi 10.1080/01411920701657033): after space, voice and
/// audience comes <em>influence</em>, which is that what they say is acted upon. Two, because one young person alone among adults is
/// asked to carry a decision that is not theirs alone (Hart's ladder calls it tokenism).
/// </summary>
public static class AdoptionRule
{
    /// <summary>The fewest young members who must have voted, however few there are.</summary>
    public const int FewestYoung = 2;

    /// <summary>Counts the votes of the members in office, and says what comes of it.</summary>
    public static VoteCount Count(IReadOnlyCollection<Ballot> ballots)
    {
        var all = Tally.Of(ballots);
        var young = Tally.Of([.. ballots.Where(b => b.Kind == MemberKind.YoungPerson)]);
        string? missing =
            young.Voted < FewestYoung ? $"At least {FewestYoung} young members must vote. {Voted(young)}." :
            2 * young.Voted < young.Members ? $"At least half of the young members must vote. {Voted(young)}." :
            all.Yes <= all.No ? $"More members must say yes than no. {all.Yes} said yes and {all.No} said no." :
            young.Yes <= young.No ? $"More young members must say yes than no. {young.Yes} said yes and {young.No} said no." : null;
        return new()
        {
            All = all,
            Young = young,
            IsAdopted = missing is null,
            Says = missing ?? $"{all.Yes} said yes and {all.No} said no. Of the young members, {young.Yes} said yes and {young.No} said no.",
        };
    }

    private static string Voted(Tally young) => $"{young.Voted} of {young.Members} did";
}

/// <summary>The votes as they were counted.</summary>
public sealed record VoteCount
{
    /// <summary>Of all members.</summary>
    public required Tally All { get; init; }

    /// <summary>Of the young members.</summary>
    public required Tally Young { get; init; }

    /// <summary>Whether the draft is adopted.</summary>
    /// <example>true</example>
    public required bool IsAdopted { get; init; }

    /// <summary>Why, or why not, in a sentence or two.</summary>
    /// <example>5 said yes and 2 said no. Of the young members, 3 said yes and 0 said no.</example>
    public required string Says { get; init; }
}

/// <summary>Some votes.</summary>
public sealed record Tally
{
    /// <summary>How many members could vote.</summary>
    /// <example>7</example>
    public required int Members { get; init; }

    /// <summary>How many said yes.</summary>
    /// <example>5</example>
    public required int Yes { get; init; }

    /// <summary>How many said no.</summary>
    /// <example>2</example>
    public required int No { get; init; }

    /// <summary>How many said neither.</summary>
    /// <example>0</example>
    public required int Abstain { get; init; }

    /// <summary>How many voted.</summary>
    /// <example>7</example>
    public int Voted => Yes + No + Abstain;

    internal static Tally Of(IReadOnlyCollection<Ballot> ballots) => new()
    {
        Members = ballots.Count,
        Yes = ballots.Count(b => b.Choice == VoteChoice.Yes),
        No = ballots.Count(b => b.Choice == VoteChoice.No),
        Abstain = ballots.Count(b => b.Choice == VoteChoice.Abstain),
    };
}
