using System.Linq.Expressions;
using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>A concern in the queue. It holds no words: to read them one opens it, and that is kept.</summary>
public sealed record QueuedConcern
{
    /// <summary>The concern.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    /// <example>2026-11-23T10:15:00Z</example>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>As what somebody raised it.</summary>
    public required Raiser RaisedAs { get; init; }

    /// <summary>Whom it is about, if they said.</summary>
    public required About? About { get; init; }

    /// <summary>Whether somebody is said to be in danger right now.</summary>
    public required bool InDangerNow { get; init; }

    /// <summary>Whether it is about somebody who works here.</summary>
    public required bool IsAboutStaff { get; init; }

    /// <summary>The young person it is linked to.</summary>
    public required MenteeId? MenteeId { get; init; }

    /// <summary>The mentor it is linked to.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ConcernState State { get; init; }

    /// <summary>How bad it is; null until a lead judged.</summary>
    public required Severity? Severity { get; init; }

    /// <summary>The account of the lead who looks after it.</summary>
    public required AccountId? Owner { get; init; }

    /// <summary>Whether there are words that no lead has read yet.</summary>
    public required bool HasNewWords { get; init; }

    /// <summary>From when it is overdue, UTC; null when it does not wait for anybody.</summary>
    /// <example>2026-11-24T10:15:00Z</example>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether it has waited for longer than was agreed.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    /// <example>2026-11-25T16:40:00Z</example>
    public required DateTimeOffset? ClosedAt { get; init; }

    internal static QueuedConcern Of(Concern concern, DateTimeOffset now) => ReadingAt(now).Compile()(concern);

    internal static Expression<Func<Concern, QueuedConcern>> ReadingAt(DateTimeOffset now) => concern => new()
    {
        Id = concern.Id,
        RaisedAt = concern.RaisedAt,
        RaisedAs = concern.RaisedAs,
        About = concern.About,
        InDangerNow = concern.InDangerNow,
        IsAboutStaff = concern.IsAboutStaff,
        MenteeId = concern.MenteeId,
        MentorId = concern.MentorId,
        State = concern.State,
        Severity = concern.Severity,
        Owner = concern.Owner,
        HasNewWords = concern.HasNewWords,
        DueAt = concern.State == ConcernState.New || concern.State == ConcernState.Seen || concern.HasNewWords ? concern.DueAt : null,
        IsOverdue = (concern.State == ConcernState.New || concern.State == ConcernState.Seen || concern.HasNewWords) && concern.DueAt <= now,
        ClosedAt = concern.ClosedAt,
    };
}

/// <summary>A concern as a safeguarding lead sees it: everything.</summary>
public sealed record LeadsConcern
{
    /// <summary>The concern.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    /// <example>2026-11-23T10:15:00Z</example>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Whose account raised it; null for somebody who was not signed in.</summary>
    public required AccountId? RaisedBy { get; init; }

    /// <summary>As what they raised it.</summary>
    public required Raiser RaisedAs { get; init; }

    /// <summary>The mentor who raised it; null when it was somebody else.</summary>
    public required MentorId? RaisedByMentor { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.WhatHappened"/>
    public required string WhatHappened { get; init; }

    /// <summary>Whether somebody is said to be in danger right now.</summary>
    public required bool InDangerNow { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.WhatWouldHelp"/>
    public required string? WhatWouldHelp { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.About"/>
    public required About? About { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.AboutWhom"/>
    public required string? AboutWhom { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.HowToReachMe"/>
    public required string? HowToReachMe { get; init; }

    /// <summary>The young person it is linked to.</summary>
    public required MenteeId? MenteeId { get; init; }

    /// <summary>The mentor it is linked to.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>The match it is linked to.</summary>
    public required MatchId? MatchId { get; init; }

    /// <summary>Whether it is about somebody who works here.</summary>
    public required bool IsAboutStaff { get; init; }

    /// <summary>The accounts it is hidden from.</summary>
    public required IReadOnlyList<AccountId> HiddenFrom { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ConcernState State { get; init; }

    /// <summary>How bad it is; null until a lead judged.</summary>
    public required Severity? Severity { get; init; }

    /// <summary>The account of the lead who looks after it.</summary>
    public required AccountId? Owner { get; init; }

    /// <summary>When a lead first said that they had read it, UTC.</summary>
    /// <example>2026-11-23T11:02:00Z</example>
    public required DateTimeOffset? SeenAt { get; init; }

    /// <summary>Whether there are words that no lead has read yet.</summary>
    public required bool HasNewWords { get; init; }

    /// <summary>From when it is overdue, UTC; null when it does not wait for anybody.</summary>
    /// <example>2026-11-24T10:15:00Z</example>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether it has waited for longer than was agreed.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    /// <example>2026-11-25T16:40:00Z</example>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <inheritdoc cref="CloseConcern.Request.Outcome"/>
    public required string? Outcome { get; init; }

    /// <inheritdoc cref="CloseConcern.Request.Learning"/>
    public required string? Learning { get; init; }

    /// <inheritdoc cref="CloseConcern.Request.Answer"/>
    public required string? AnswerToRaiser { get; init; }

    /// <summary>All that was done, oldest first.</summary>
    public required IReadOnlyList<Entry> Log { get; init; }

    /// <summary>Who of the staff read it last, the newest first, each person once; this reading is among them.</summary>
    public required IReadOnlyList<Reader> ReadBy { get; init; }

    /// <summary>Somebody who read it.</summary>
    public sealed record Reader
    {
        /// <summary>Whose account.</summary>
        public required AccountId By { get; init; }

        /// <summary>How often.</summary>
        /// <example>3</example>
        public required int Times { get; init; }

        /// <summary>When last, UTC.</summary>
        /// <example>2026-11-23T11:02:00Z</example>
        public required DateTimeOffset LastAt { get; init; }
    }

    internal static LeadsConcern Of(Concern concern, IReadOnlyList<Reader> readBy, DateTimeOffset now) => new()
    {
        Id = concern.Id,
        RaisedAt = concern.RaisedAt,
        RaisedBy = concern.RaisedBy,
        RaisedAs = concern.RaisedAs,
        RaisedByMentor = concern.RaisedByMentor,
        WhatHappened = concern.WhatHappened,
        InDangerNow = concern.InDangerNow,
        WhatWouldHelp = concern.WhatWouldHelp,
        About = concern.About,
        AboutWhom = concern.AboutWhom,
        HowToReachMe = concern.HowToReachMe,
        MenteeId = concern.MenteeId,
        MentorId = concern.MentorId,
        MatchId = concern.MatchId,
        IsAboutStaff = concern.IsAboutStaff,
        HiddenFrom = [.. concern.HiddenFrom.Select(AccountId.From)],
        State = concern.State,
        Severity = concern.Severity,
        Owner = concern.Owner,
        SeenAt = concern.SeenAt,
        HasNewWords = concern.HasNewWords,
        DueAt = concern.IsWaiting ? concern.DueAt : null,
        IsOverdue = concern.IsOverdue(now),
        ClosedAt = concern.ClosedAt,
        Outcome = concern.Outcome,
        Learning = concern.Learning,
        AnswerToRaiser = concern.AnswerToRaiser,
        Log = concern.Log,
        ReadBy = readBy,
    };
}

/// <summary>A concern as a caseworker sees it: what was said and where it stands, nothing of what leads write about it.</summary>
public sealed record CaseworkersConcern
{
    /// <summary>The concern.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>When it was raised, UTC.</summary>
    /// <example>2026-11-23T10:15:00Z</example>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>As what somebody raised it.</summary>
    public required Raiser RaisedAs { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.WhatHappened"/>
    public required string WhatHappened { get; init; }

    /// <summary>Whether somebody is said to be in danger right now.</summary>
    public required bool InDangerNow { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.WhatWouldHelp"/>
    public required string? WhatWouldHelp { get; init; }

    /// <inheritdoc cref="RaiseConcern.Request.AboutWhom"/>
    public required string? AboutWhom { get; init; }

    /// <summary>The young person it is linked to.</summary>
    public required MenteeId? MenteeId { get; init; }

    /// <summary>What was said afterwards and a lead has read, oldest first: it may be about the caseworker.</summary>
    public required IReadOnlyList<string> MoreWords { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ConcernState State { get; init; }

    /// <summary>How bad it is; null until a lead judged.</summary>
    public required Severity? Severity { get; init; }

    /// <summary>The account of the lead who looks after it: whom to speak with.</summary>
    public required AccountId? Owner { get; init; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    /// <example>2026-11-25T16:40:00Z</example>
    public required DateTimeOffset? ClosedAt { get; init; }

    internal static CaseworkersConcern Of(Concern concern) => new()
    {
        Id = concern.Id,
        RaisedAt = concern.RaisedAt,
        RaisedAs = concern.RaisedAs,
        WhatHappened = concern.WhatHappened,
        InDangerNow = concern.InDangerNow,
        WhatWouldHelp = concern.WhatWouldHelp,
        AboutWhom = concern.AboutWhom,
        MenteeId = concern.MenteeId,
        MoreWords = [.. concern.Log.Where(e => e.Step == Step.MoreWords && e.At <= concern.LastSeenAt).Select(e => e.Text!)],
        State = concern.State,
        Severity = concern.Severity,
        Owner = concern.Owner,
        ClosedAt = concern.ClosedAt,
    };
}
