namespace Mentoring.Portal.Pages.Steering;

/// <summary>A version of the matching policy.</summary>
/// <param name="Version">Its number.</param>
/// <param name="AdoptedOn">When it was adopted.</param>
/// <param name="RetiredOn">When the next one took its place; null while it is in force.</param>
/// <param name="Note">What is new in it.</param>
/// <param name="NotUsed">What is never used.</param>
public sealed record PolicySeen(int Version, DateOnly AdoptedOn, DateOnly? RetiredOn, string Note, IReadOnlyList<string> NotUsed);

/// <summary>Two policies side by side; see the matching service.</summary>
/// <param name="Changes">How many numbers differ.</param>
/// <param name="Factors">Every question, and then what must be so.</param>
public sealed record ComparisonSeen(int Changes, IReadOnlyList<FactorSeen> Factors)
{
    /// <summary>The questions that give points.</summary>
    public IEnumerable<FactorSeen> Scored => Factors.Where(f => f.To is not null);

    /// <summary>Every number.</summary>
    public IEnumerable<LineSeen> Lines => Factors.SelectMany(f => f.Lines);

    /// <summary>The numbers that differ.</summary>
    public IEnumerable<LineSeen> Changed => Lines.Where(l => l.From != l.To);
}

/// <summary>One question of two policies.</summary>
/// <param name="Factor">Its name.</param>
/// <param name="Says">The same in words.</param>
/// <param name="From">The most points under the first; null for what must be so.</param>
/// <param name="To">The most points under the second.</param>
/// <param name="Lines">Its numbers.</param>
public sealed record FactorSeen(string Factor, string Says, int? From, int? To, IReadOnlyList<LineSeen> Lines)
{
    /// <summary>As a heading.</summary>
    public string Heading => char.ToUpper(Says[0], Say.British) + Says[1..];
}

/// <summary>One number of two policies.</summary>
/// <param name="Member">Where it stands in a policy.</param>
/// <param name="Says">What it means.</param>
/// <param name="From">The number of the first.</param>
/// <param name="To">The number of the second.</param>
public sealed record LineSeen(string Member, string Says, int From, int To);

/// <summary>A draft.</summary>
public sealed record DraftSeen
{
    /// <summary>The draft.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>draft, proposed, adopted, not-adopted or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>The version it was made from.</summary>
    public required int BasedOn { get; init; }

    /// <summary>What changes and why.</summary>
    public required string Note { get; init; }

    /// <summary>The version it was made from beside it.</summary>
    public required ComparisonSeen Comparison { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The last day for votes.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>When it was adopted, not adopted or withdrawn.</summary>
    public DateTimeOffset? OverAt { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>The version it became.</summary>
    public int? AdoptedAs { get; init; }

    /// <summary>Who has voted so far.</summary>
    public TurnoutSeen? Turnout { get; init; }

    /// <summary>Whether the votes can be counted now.</summary>
    public bool CanBeCounted { get; init; }

    /// <summary>The votes.</summary>
    public CountSeen? Count { get; init; }

    /// <summary>What members wrote, without who it was.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The own vote.</summary>
    public VoteSeen? Mine { get; init; }

    /// <summary>Whether the reader can vote on it now.</summary>
    public bool CanVote { get; init; }

    /// <summary>What it is called: the beginning of its note.</summary>
    public string Name => Note.Length <= 80 ? Note : Note[..(Note.LastIndexOf(' ', 80) is > 0 and var end ? end : 80)] + "…";

    /// <summary>How it stands, with a tag's colour.</summary>
    public (string Words, string Colour) Standing => State switch
    {
        "draft" => ("Being written", "grey"),
        "proposed" => ("Open for votes", "blue"),
        "adopted" => ("Adopted", "green"),
        "not-adopted" => ("Not adopted", "orange"),
        _ => ("Withdrawn", "grey"),
    };

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is "adopted" or "not-adopted" or "withdrawn";
}

/// <summary>How many have voted.</summary>
/// <param name="Members">Members.</param>
/// <param name="Voted">Of them, who voted.</param>
/// <param name="YoungMembers">Young members.</param>
/// <param name="YoungVoted">Of them, who voted.</param>
public sealed record TurnoutSeen(int Members, int Voted, int YoungMembers, int YoungVoted);

/// <summary>The votes as they were counted.</summary>
/// <param name="IsAdopted">Whether it is adopted.</param>
/// <param name="Says">Why, or why not.</param>
public sealed record CountSeen(bool IsAdopted, string Says);

/// <summary>A vote.</summary>
/// <param name="Choice">yes, no or abstain.</param>
/// <param name="Words">What was written beside it.</param>
/// <param name="At">When.</param>
public sealed record VoteSeen(string Choice, string? Words, DateTimeOffset At);

/// <summary>Whether somebody is in the steering group.</summary>
/// <param name="IsMember">Whether they are.</param>
/// <param name="WaitForVote">Drafts that wait for their vote.</param>
public sealed record MembershipSeen(bool IsMember, IReadOnlyList<Guid> WaitForVote);
