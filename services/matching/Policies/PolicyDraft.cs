using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The steering group votes on it.</summary>
    Proposed,

    /// <summary>It became a version of the policy.</summary>
    Adopted,

    /// <summary>The votes were counted and were not enough.</summary>
    NotAdopted,

    /// <summary>Taken back before the votes were counted.</summary>
    Withdrawn,
}

/// <summary>
/// A proposal for the next matching policy. It is made from the policy in force and changed until it is proposed; from then on it stands
/// still, so that everybody votes on the same. Only a count by <see cref="AdoptionRule"/> makes it a policy.
/// </summary>
public sealed class PolicyDraft : Aggregate
{
    /// <summary>The longest note.</summary>
    public const int LongestNote = 1000;

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>For how many days a vote can be open at most.</summary>
    public const int LongestVote = 90;

    private PolicyDraft()
    {
    }

    /// <summary>The draft.</summary>
    public required PolicyDraftId Id { get; init; }

    /// <summary>The version it was made from.</summary>
    public required int BasedOn { get; init; }

    /// <summary>The administrator who made it.</summary>
    public required AccountId MadeBy { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Where it stands.</summary>
    public DraftState State { get; private set; }

    /// <summary>How often it was changed, counting from 1.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>What is new and why, in plain words.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>How many points each thing would be worth.</summary>
    public PolicyWeights Weights { get; private set; } = MatchingPolicy.First.Weights;

    /// <summary>The limits that would hold.</summary>
    public PolicyRules Rules { get; private set; } = MatchingPolicy.First.Rules;

    /// <summary>When it was put to the vote, UTC.</summary>
    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>The local date (Europe/London) with whose end the voting closes; from that day on the votes can be counted.</summary>
    public DateOnly? ClosesOn { get; private set; }

    /// <summary>When it was adopted, not adopted or withdrawn, UTC.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>The votes as they were counted; null before that.</summary>
    public VoteCount? Count { get; private set; }

    /// <summary>The version it became.</summary>
    public int? AdoptedAs { get; private set; }

    /// <summary>Whether it is adopted, not adopted or withdrawn.</summary>
    public bool IsOver => State > DraftState.Proposed;

    /// <summary>A new draft, saying what the policy in force says.</summary>
    public static PolicyDraft From(MatchingPolicy inForce, string note, AccountId by, DateTimeOffset now) => new()
    {
        Id = PolicyDraftId.New(),
        BasedOn = inForce.Version,
        MadeBy = by,
        MadeAt = now,
        Note = note.Trim(),
        Weights = inForce.Weights,
        Rules = inForce.Rules,
    };

    /// <summary>Changes what it says. Numbers are within <see cref="PolicyBounds"/>; the caller has said what is wrong with them before.</summary>
    public Decision Change(string note, PolicyWeights weights, PolicyRules rules)
    {
        if (State != DraftState.Draft) return Decision.Refused(State == DraftState.Proposed
            ? "The steering group votes on this draft, so it cannot change. Withdraw it and make a new one."
            : "This draft is closed. Make a new one.");
        if (PolicyBounds.Of(weights, rules) is [var wrong, ..]) return Decision.Refused(wrong.Sentence);
        if (Note == note.Trim() && PolicyLines.Same(Weights, Rules, weights, rules)) return Decision.AlreadySo;
        (Note, Weights, Rules) = (note.Trim(), weights, rules);
        Revision++;
        return Decision.Done;
    }

    /// <summary>Puts it to the vote.</summary>
    /// <param name="closesOn">The last local date for votes.</param>
    /// <param name="inForce">The policy in force.</param>
    /// <param name="now">The moment, UTC.</param>
    public Decision Propose(DateOnly closesOn, MatchingPolicy inForce, DateTimeOffset now)
    {
        if (State == DraftState.Proposed && ClosesOn == closesOn) return Decision.AlreadySo;
        if (State == DraftState.Proposed) return Decision.Refused("The voting is open already, and its last day stands.");
        if (State != DraftState.Draft) return Decision.Refused("This draft is closed. Make a new one.");
        if (IsOutdated(inForce)) return Decision.Refused(Outdated(inForce));
        if (PolicyLines.Same(Weights, Rules, inForce.Weights, inForce.Rules)) return Decision.Refused("This draft says the same as the policy in force. Change something first.");
        var today = London.DateAt(now);
        if (closesOn < today || closesOn > today.AddDays(LongestVote)) return Decision.Refused($"The last day for votes must be today or within {LongestVote} days.");
        (State, ProposedAt, ClosesOn) = (DraftState.Proposed, now, closesOn);
        return Decision.Done;
    }

    /// <summary>Takes it back.</summary>
    public Decision Withdraw(string because, DateTimeOffset now)
    {
        if (State == DraftState.Withdrawn) return Decision.AlreadySo;
        if (IsOver) return Decision.Refused("The votes on this draft are counted. It cannot be taken back any more.");
        (State, WithdrawnBecause, OverAt) = (DraftState.Withdrawn, because.Trim(), now);
        return Decision.Done;
    }

    /// <summary>Why nobody can vote on it on a local date; null when members can.</summary>
    public string? WhyNoVotes(DateOnly today) => State switch
    {
        DraftState.Draft => "This draft is still being written. You can vote once it is proposed.",
        DraftState.Proposed when today > ClosesOn => "The last day for votes has passed.",
        DraftState.Proposed => null,
        _ => "The voting on this draft is closed.",
    };

    /// <summary>Why the votes cannot be counted yet; null when they can: on the last day, after it, or once every member has voted.</summary>
    public string? WhyNotCounted(IReadOnlyCollection<Ballot> ballots, DateOnly today) =>
        State == DraftState.Draft ? "This draft is still being written. Propose it first." :
        State == DraftState.Proposed && today < ClosesOn && !(ballots.Count > 0 && ballots.All(b => b.Choice is not null))
            ? FormattableString.Invariant($"Members can vote until {ClosesOn:d MMMM yyyy}. The votes can be counted on that day, or once everybody has voted.") : null;

    /// <summary>Counts the votes. Adopted only by the <see cref="AdoptionRule"/>; else nothing changes but this draft.</summary>
    /// <param name="ballots">Every member in office, with their vote.</param>
    /// <param name="inForce">The policy in force.</param>
    /// <param name="now">The moment, UTC.</param>
    public Decision Close(IReadOnlyCollection<Ballot> ballots, MatchingPolicy inForce, DateTimeOffset now)
    {
        if (State is DraftState.Adopted or DraftState.NotAdopted) return Decision.AlreadySo;
        if (State == DraftState.Withdrawn) return Decision.Refused("This draft was withdrawn.");
        if (WhyNotCounted(ballots, London.DateAt(now)) is { } notYet) return Decision.Refused(notYet);
        Count = AdoptionRule.Count(ballots);
        // Those who voted compared it with another policy than the one it would now replace.
        if (IsOutdated(inForce)) Count = Count with { IsAdopted = false, Says = Outdated(inForce) };
        (State, OverAt) = (Count.IsAdopted ? DraftState.Adopted : DraftState.NotAdopted, now);
        AdoptedAs = Count.IsAdopted ? inForce.Version + 1 : null;
        return Decision.Done;
    }

    /// <summary>The policy that this draft is or would be: what is never used is the same in every version.</summary>
    /// <param name="before">The policy in force.</param>
    /// <param name="today">Today in Europe/London.</param>
    public MatchingPolicy AsPolicy(MatchingPolicy before, DateOnly today) => new()
    {
        Version = AdoptedAs ?? before.Version + 1,
        AdoptedOn = today,
        Note = Note,
        Weights = Weights,
        Rules = Rules,
        NotUsed = before.NotUsed,
    };

    private bool IsOutdated(MatchingPolicy inForce) => inForce.Version != BasedOn;

    private static string Outdated(MatchingPolicy inForce) => $"Version {inForce.Version} came into force after this draft was made. Make a new draft from it.";
}
