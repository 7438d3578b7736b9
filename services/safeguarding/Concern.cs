using Mentoring.Contracts.Safeguarding;
using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>A safeguarding concern: what somebody told us, who looks after it, and all that was done. New → Seen → InHand → Closed.</summary>
public sealed class Concern : Aggregate
{
    private readonly List<Entry> log = [];

    private Concern()
    {
    }

    /// <summary>The concern.</summary>
    public ConcernId Id { get; private init; }

    /// <summary>When it was raised, UTC.</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>Whose account raised it; null for somebody who was not signed in.</summary>
    public AccountId? RaisedBy { get; private init; }

    /// <summary>As what they raised it.</summary>
    public Raiser RaisedAs { get; private init; }

    /// <summary>The mentor who raised it; null when it was somebody else.</summary>
    public MentorId? RaisedByMentor { get; private init; }

    /// <summary>What happened, in the raiser's words.</summary>
    public string WhatHappened { get; private init; } = string.Empty;

    /// <summary>What they would like to happen, in their words.</summary>
    public string? WhatWouldHelp { get; private init; }

    /// <summary>Whom it is about, if they said.</summary>
    public About? About { get; private init; }

    /// <summary>Whom it is about, in their words.</summary>
    public string? AboutWhom { get; private init; }

    /// <summary>How to reach them, in their words.</summary>
    public string? HowToReachMe { get; private init; }

    /// <summary>Whether they say that somebody is in danger right now.</summary>
    public bool InDangerNow { get; private set; }

    /// <summary>The young person it is linked to: a young person's own concern is always linked to them.</summary>
    public MenteeId? MenteeId { get; private init; }

    /// <summary>The mentor it is linked to.</summary>
    public MentorId? MentorId { get; private init; }

    /// <summary>The match it is linked to.</summary>
    public MatchId? MatchId { get; private init; }

    /// <summary>Whether it is about somebody who works here. Then only leads read it, and none of those it is hidden from.</summary>
    public bool IsAboutStaff { get; private set; }

    /// <summary>The accounts it is hidden from, because it is about them.</summary>
    public IReadOnlyList<Guid> HiddenFrom { get; private set; } = [];

    /// <summary>Where it is in its life.</summary>
    public ConcernState State { get; private set; }

    /// <summary>How bad it is; null until a lead judged.</summary>
    public Severity? Severity { get; private set; }

    /// <summary>The lead who looks after it.</summary>
    public AccountId? Owner { get; private set; }

    /// <summary>When a lead first said that they had read it, UTC.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When a lead last said that they had read all of it, UTC.</summary>
    public DateTimeOffset? LastSeenAt { get; private set; }

    /// <summary>Whether whoever raised it said something that no lead has read yet.</summary>
    public bool HasNewWords { get; private set; }

    /// <summary>Since when it waits for a lead, UTC: since it was raised, or since the newest words.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    /// <summary>From when it is overdue while it waits, UTC; see <see cref="AgreedTime"/>.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the leads are called again if it still waits then, UTC.</summary>
    public DateTimeOffset CallAgainAt { get; private set; }

    /// <summary>How often they were called again since it began to wait.</summary>
    public int TimesOverdue { get; private set; }

    /// <summary>Whether they were called because somebody may be in danger; a lead who judges how bad it is decides it anew.</summary>
    public bool WaitsUrgently { get; private set; }

    /// <summary>When it was closed, UTC; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How it came out, in the lead's words. Stays when it is opened again.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What was learned from it.</summary>
    public string? Learning { get; private set; }

    /// <summary>What whoever raised it is told at the end.</summary>
    public string? AnswerToRaiser { get; private set; }

    /// <summary>All that was done, oldest first.</summary>
    public IReadOnlyList<Entry> Log => log;

    /// <summary>Whether nobody looks after it, or nobody has read the newest words.</summary>
    public bool IsWaiting => State is ConcernState.New or ConcernState.Seen || HasNewWords;

    /// <summary>Whether it has waited for longer than was agreed.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsWaiting && now >= DueAt;

    private bool IsUrgent => Severity is { } judged ? judged is Safeguarding.Severity.Immediate or Safeguarding.Severity.High : InDangerNow;

    /// <summary>Somebody raises a concern. Whatever they say is kept, and the leads are told that something waits.</summary>
    public static Concern Raise(Telling telling, DateTimeOffset now)
    {
        var concern = Of(telling, now);
        concern.Call(now, telling.InDangerNow);
        return concern;
    }

    private static Concern Of(Telling telling, DateTimeOffset now) => new()
    {
        Id = ConcernId.New(),
        RaisedAt = now,
        RaisedBy = telling.By,
        RaisedAs = telling.As,
        RaisedByMentor = telling.ByMentor,
        WhatHappened = telling.WhatHappened,
        WhatWouldHelp = telling.WhatWouldHelp,
        About = telling.About,
        AboutWhom = telling.AboutWhom,
        HowToReachMe = telling.HowToReachMe,
        InDangerNow = telling.InDangerNow,
        MenteeId = telling.MenteeId,
        MentorId = telling.MentorId,
        MatchId = telling.MatchId,
        IsAboutStaff = telling.About is Safeguarding.About.MyCaseworker or Safeguarding.About.SomebodyWhoWorksHere || telling.HiddenFrom.Count > 0,
        HiddenFrom = [.. telling.HiddenFrom.Select(a => a.Value).Distinct()],
        WaitsSince = now,
        DueAt = AgreedTime.Until(now, telling.InDangerNow),
    };

    /// <summary>Whether it is hidden from an account, because it is about them.</summary>
    public bool IsHiddenFrom(AccountId account) => HiddenFrom.Contains(account.Value);

    /// <summary>Whether another telling says nothing that this one does not: every word, and whom it is about, is the same.</summary>
    public bool SaysTheSameAs(Concern other) =>
        (RaisedBy, WhatHappened, InDangerNow, WhatWouldHelp, About, AboutWhom, HowToReachMe) == (other.RaisedBy, other.WhatHappened, other.InDangerNow, other.WhatWouldHelp, other.About, other.AboutWhom, other.HowToReachMe)
        && (MenteeId, MentorId, MatchId, IsAboutStaff) == (other.MenteeId, other.MentorId, other.MatchId, other.IsAboutStaff)
        && HiddenFrom.Order().SequenceEqual(other.HiddenFrom.Order());

    /// <summary>Whoever raised it says more. A closed concern is opened again, so that nobody speaks into a void.</summary>
    public Decision SayMore(AccountId by, string words, bool inDangerNow, DateTimeOffset now)
    {
        Write(by, Step.MoreWords, words, now);
        InDangerNow |= inDangerNow;
        if (IsWaiting)
        {
            // The clock never goes back: words that follow words do not buy more time.
            var soon = AgreedTime.Until(now, isUrgent: true);
            if (inDangerNow && soon < CallAgainAt)
            {
                if (soon < DueAt) DueAt = soon;
                Call(now, isUrgent: true);
            }
        }
        else
        {
            WaitsSince = now;
            DueAt = AgreedTime.Until(now, inDangerNow || IsUrgent);
            Call(now, inDangerNow || IsUrgent);
        }

        if (State == ConcernState.Closed)
        {
            State = Owner is null ? ConcernState.Seen : ConcernState.InHand;
            ClosedAt = null;
        }

        HasNewWords = State != ConcernState.New;
        return Decision.Done;
    }

    /// <summary>A lead says: I have read this. New words in one that somebody looks after are theirs to read, or of whoever takes it over: else they might never see them.</summary>
    public Decision See(AccountId by, DateTimeOffset now)
    {
        if (State != ConcernState.New && !HasNewWords) return Decision.AlreadySo;
        if (State == ConcernState.InHand && Owner != by) return Decision.AlreadySo;
        if (State == ConcernState.New) State = ConcernState.Seen;
        SeenAt ??= now;
        LastSeenAt = now;
        HasNewWords = false;
        Write(by, Step.Seen, null, now);
        return Decision.Done;
    }

    /// <summary>A lead takes it on, also from another lead.</summary>
    public Decision Take(AccountId by, DateTimeOffset now)
    {
        if (State == ConcernState.Closed) return Decision.Refused(WhyClosed);
        if (State == ConcernState.InHand && Owner == by) return See(by, now);
        Owner = by;
        See(by, now);
        State = ConcernState.InHand;
        Write(by, Step.Taken, null, now);
        return Decision.Done;
    }

    /// <summary>A lead judges how bad it is. That decides how long it may wait.</summary>
    public Decision Judge(AccountId by, Severity severity, DateTimeOffset now)
    {
        if (State == ConcernState.Closed) return Decision.Refused(WhyClosed);
        var seen = See(by, now);
        if (Severity == severity) return seen;
        Severity = severity;
        DueAt = AgreedTime.Until(WaitsSince, IsUrgent);
        WaitsUrgently = IsUrgent;
        var again = AgreedTime.Until(now, IsUrgent);
        if (IsUrgent) CallAgainAt = again < CallAgainAt ? again : CallAgainAt;
        else if (TimesOverdue == 0) CallAgainAt = DueAt > now ? DueAt : again;
        Write(by, Step.SeveritySet, severity.ToString().ToLowerInvariant(), now);
        return Decision.Done;
    }

    /// <summary>A lead writes down what was done.</summary>
    public Decision Act(AccountId by, string what, DateTimeOffset now)
    {
        if (State == ConcernState.Closed) return Decision.Refused(WhyClosed);
        See(by, now);
        Write(by, Step.Action, what, now);
        return Decision.Done;
    }

    /// <summary>A lead says that it is about somebody who works here: from now on only leads read it, and none of <paramref name="accounts"/>.</summary>
    public Decision Hide(AccountId by, IReadOnlyList<AccountId> accounts, DateTimeOffset now)
    {
        Guid[] hidden = [.. HiddenFrom.Union(accounts.Select(a => a.Value))];
        if (IsAboutStaff && hidden.Length == HiddenFrom.Count) return Decision.AlreadySo;
        IsAboutStaff = true;
        HiddenFrom = hidden;
        Write(by, Step.Hidden, null, now);
        if (Owner is { } owner && IsHiddenFrom(owner))
        {
            LeaveToOthers(now);
        }

        return Decision.Done;
    }

    /// <summary>The lead who looks after it may not come in any more: it waits for another.</summary>
    public Decision LoseOwner(AccountId owner, DateTimeOffset now)
    {
        if (Owner != owner || State == ConcernState.Closed) return Decision.AlreadySo;
        Write(owner, Step.OwnerLeft, null, now);
        LeaveToOthers(now);
        return Decision.Done;
    }

    /// <summary>The agreed time has passed and nobody has taken it on: the leads are told once more, and so on until somebody does.</summary>
    public Decision CallAgain(DateTimeOffset now)
    {
        if (!IsWaiting || now < CallAgainAt) return Decision.AlreadySo;
        TimesOverdue++;
        CallAgainAt = AgreedTime.Until(now, WaitsUrgently);
        TellLeads(now);
        return Decision.Done;
    }

    /// <summary>The lead who looks after it closes it.</summary>
    /// <param name="by">The lead.</param>
    /// <param name="outcome">How it came out.</param>
    /// <param name="learning">What was learned, if anything.</param>
    /// <param name="answer">What whoever raised it is told, if anything.</param>
    /// <param name="now">The moment, UTC.</param>
    public Decision Close(AccountId by, string outcome, string? learning, string? answer, DateTimeOffset now)
    {
        if (State == ConcernState.Closed) return Decision.AlreadySo;
        if (State != ConcernState.InHand) return Decision.Refused("Nobody looks after this concern yet. Take it on first, then close it.");
        if (HasNewWords) return Decision.Refused("There are new words in this concern that nobody has read. Read them first, then close it.");
        State = ConcernState.Closed;
        ClosedAt = now;
        Outcome = outcome;
        Learning = learning;
        AnswerToRaiser = answer;
        Write(by, Step.Closed, learning is null ? outcome : $"{outcome}\n\n{learning}", now);
        return Decision.Done;
    }

    /// <summary>A lead opens it again and looks after it.</summary>
    public Decision Reopen(AccountId by, string why, DateTimeOffset now)
    {
        if (State != ConcernState.Closed) return Decision.AlreadySo;
        State = ConcernState.InHand;
        Owner = by;
        ClosedAt = null;
        Write(by, Step.Reopened, why, now);
        return Decision.Done;
    }

    private const string WhyClosed = "This concern is closed. Open it again first.";

    private void Call(DateTimeOffset now, bool isUrgent)
    {
        (TimesOverdue, WaitsUrgently, CallAgainAt) = (0, isUrgent, AgreedTime.Until(now, isUrgent));
        TellLeads(now);
    }

    private void TellLeads(DateTimeOffset now) =>
        Tell(new ConcernWaits { Urgent = WaitsUrgently, LookedAfter = State == ConcernState.InHand, TimesOverdue = TimesOverdue, NotTo = HiddenFrom, At = now });

    private void LeaveToOthers(DateTimeOffset now)
    {
        Owner = null;
        if (State != ConcernState.InHand) return;
        State = ConcernState.Seen;
        WaitsSince = now;
        DueAt = AgreedTime.Until(now, IsUrgent);
        Call(now, IsUrgent);
    }

    private void Write(AccountId by, Step step, string? text, DateTimeOffset now) =>
        log.Add(new() { Number = log.Count + 1, At = now, By = by, Step = step, Text = text });
}

/// <summary>What somebody tells when they raise a concern, and what is known of them.</summary>
public sealed record Telling
{
    /// <inheritdoc cref="Concern.RaisedBy"/>
    public AccountId? By { get; init; }

    /// <inheritdoc cref="Concern.RaisedAs"/>
    public Raiser As { get; init; } = Raiser.Public;

    /// <inheritdoc cref="Concern.RaisedByMentor"/>
    public MentorId? ByMentor { get; init; }

    /// <inheritdoc cref="Concern.WhatHappened"/>
    public required string WhatHappened { get; init; }

    /// <inheritdoc cref="Concern.InDangerNow"/>
    public required bool InDangerNow { get; init; }

    /// <inheritdoc cref="Concern.WhatWouldHelp"/>
    public string? WhatWouldHelp { get; init; }

    /// <inheritdoc cref="Concern.About"/>
    public About? About { get; init; }

    /// <inheritdoc cref="Concern.AboutWhom"/>
    public string? AboutWhom { get; init; }

    /// <inheritdoc cref="Concern.HowToReachMe"/>
    public string? HowToReachMe { get; init; }

    /// <inheritdoc cref="Concern.MenteeId"/>
    public MenteeId? MenteeId { get; init; }

    /// <inheritdoc cref="Concern.MentorId"/>
    public MentorId? MentorId { get; init; }

    /// <inheritdoc cref="Concern.MatchId"/>
    public MatchId? MatchId { get; init; }

    /// <inheritdoc cref="Concern.HiddenFrom"/>
    public IReadOnlyList<AccountId> HiddenFrom { get; init; } = [];
}
