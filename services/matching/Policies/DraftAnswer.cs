using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>A draft of the matching policy, as administrators and members read it.</summary>
public sealed record DraftAnswer
{
    /// <summary>The draft.</summary>
    public required PolicyDraftId DraftId { get; init; }

    /// <summary><c>draft</c>, <c>proposed</c>, <c>adopted</c>, <c>not-adopted</c> or <c>withdrawn</c>.</summary>
    public required DraftState State { get; init; }

    /// <summary>The version it was made from.</summary>
    /// <example>1</example>
    public required int BasedOn { get; init; }

    /// <summary>How often it was changed, counting from 1. The effect is worked out anew for each.</summary>
    /// <example>2</example>
    public required int Revision { get; init; }

    /// <summary>What is new and why.</summary>
    public required string Note { get; init; }

    /// <summary>How many points each thing would be worth.</summary>
    public required PolicyWeights Weights { get; init; }

    /// <summary>The limits that would hold.</summary>
    public required PolicyRules Rules { get; init; }

    /// <summary>The version it was made from and this draft, side by side.</summary>
    public required PolicyComparison Comparison { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was put to the vote, UTC.</summary>
    public required DateTimeOffset? ProposedAt { get; init; }

    /// <summary>The last local date for votes.</summary>
    public required DateOnly? ClosesOn { get; init; }

    /// <summary>When it was adopted, not adopted or withdrawn, UTC.</summary>
    public required DateTimeOffset? OverAt { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public required string? WithdrawnBecause { get; init; }

    /// <summary>The version it became.</summary>
    public required int? AdoptedAs { get; init; }

    /// <summary>Who has voted so far; null unless the voting is open. What they said stays closed until the count, so that nobody votes by looking at others.</summary>
    public required Turnout? Turnout { get; init; }

    /// <summary>Whether the votes can be counted now.</summary>
    public required bool CanBeCounted { get; init; }

    /// <summary>The votes as they were counted; null before that.</summary>
    public required VoteCount? Count { get; init; }

    /// <summary>What members wrote beside their votes, without who it was; empty before the count.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The caller's own vote; null when they have none.</summary>
    public required MyVote? Mine { get; init; }

    /// <summary>Whether the caller can vote on it now.</summary>
    public required bool CanVote { get; init; }

    internal static async Task<DraftAnswer> Of(MatchingDb db, PolicyDraft draft, SteeringMember? me, DateOnly today, CancellationToken cancel)
    {
        var before = await db.Policies.AsNoTracking().SingleAsync(p => p.Version == draft.BasedOn, cancel);
        var mine = me is null ? null : await db.PolicyVotes.AsNoTracking().SingleOrDefaultAsync(v => v.DraftId == draft.Id && v.MemberId == me.Id, cancel);
        var ballots = draft.State == DraftState.Proposed ? await db.BallotsOf(draft.Id, cancel) : [];
        return new()
        {
            DraftId = draft.Id,
            State = draft.State,
            BasedOn = draft.BasedOn,
            Revision = draft.Revision,
            Note = draft.Note,
            Weights = draft.Weights,
            Rules = draft.Rules,
            Comparison = PolicyComparison.Of(before.Weights, before.Rules, draft.Weights, draft.Rules),
            MadeAt = draft.MadeAt,
            ProposedAt = draft.ProposedAt,
            ClosesOn = draft.ClosesOn,
            OverAt = draft.OverAt,
            WithdrawnBecause = draft.WithdrawnBecause,
            AdoptedAs = draft.AdoptedAs,
            Turnout = draft.State == DraftState.Proposed ? Matching.Turnout.Of(ballots) : null,
            CanBeCounted = draft.State == DraftState.Proposed && draft.WhyNotCounted(ballots, today) is null,
            Count = draft.Count,
            // By their text, so that the order says nothing of who or when.
            Words = draft.Count is null ? [] : await db.PolicyVotes.Where(v => v.DraftId == draft.Id && v.Words != null).OrderBy(v => v.Words).Select(v => v.Words!).ToListAsync(cancel),
            Mine = mine is null ? null : new() { Choice = mine.Choice, Words = mine.Words, At = mine.At },
            CanVote = me is not null && draft.WhyNoVotes(today) is null,
        };
    }
}

/// <summary>How many have voted.</summary>
public sealed record Turnout
{
    /// <summary>Members now.</summary>
    /// <example>7</example>
    public required int Members { get; init; }

    /// <summary>Of them, who voted.</summary>
    /// <example>4</example>
    public required int Voted { get; init; }

    /// <summary>Young members now.</summary>
    /// <example>4</example>
    public required int YoungMembers { get; init; }

    /// <summary>Of them, who voted.</summary>
    /// <example>2</example>
    public required int YoungVoted { get; init; }

    internal static Turnout Of(IReadOnlyCollection<Ballot> ballots)
    {
        var young = ballots.Where(b => b.Kind == MemberKind.YoungPerson).ToArray();
        return new() { Members = ballots.Count, Voted = ballots.Count(b => b.Choice is not null), YoungMembers = young.Length, YoungVoted = young.Count(b => b.Choice is not null) };
    }
}

/// <summary>The caller's own vote.</summary>
public sealed record MyVote
{
    /// <summary><c>yes</c>, <c>no</c> or <c>abstain</c>.</summary>
    public required VoteChoice Choice { get; init; }

    /// <summary>What they wrote beside it.</summary>
    public required string? Words { get; init; }

    /// <summary>When they last said so, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
