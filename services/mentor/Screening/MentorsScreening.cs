using Mentoring.Contracts.Mentors;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <content>Screening: the role, the checks, and who decides on them.</content>
public sealed partial class Mentor
{
    /// <summary>How many days before the end of a clearance it is told of, the latest first.</summary>
    public static IReadOnlyList<int> DaysToldBefore { get; } = [7, 30, 90];

    /// <summary>What the role needs.</summary>
    public ScreeningRules Rules => ScreeningRules.Of(Role);

    /// <summary>Whether a check that counts has an adverse finding, so that it takes two people to clear.</summary>
    public bool NeedsTwo => Rules.Checks.Any(rule => Newest(rule.Kind)?.HasFinding == true);

    /// <summary>The rules that are not met on a day.</summary>
    public IReadOnlyList<ScreeningRule> Missing(DateOnly today) => [.. Rules.Checks.Where(rule => !rule.IsMetBy(Newest(rule.Kind), today))];

    /// <summary>
    /// A caseworker says what the mentor is to do. A check that the new role does not allow, or that is not enough for it, counts no more, and
    /// takes clearance at once.
    /// </summary>
    public Decision ChangeRole(MentorRole role, string why, AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Role == role) return Decision.AlreadySo;
        if (ScreeningRules.Of(role).YoungestAge > Rules.YoungestAge && Story.Any(s => s.To == Stage.Cleared))
            return Decision.Refused("They have been cleared for young people under 18, and may be matched with one. They keep this role.");
        Role = role;
        ProposedBy = null;
        Story = [.. Story, new StageChange { To = Stage, At = now, By = by.Value, Why = why, Corrected = ["role"] }];
        TellProfile(now);
        if (Stage is Stage.Cleared or Stage.Paused) Reconsider(by, today, now);
        return Decision.Done;
    }

    /// <summary>
    /// Records how a check came out. The first one starts the screening. A failed check, one with an adverse finding, or one that no longer
    /// meets its rule, takes clearance at once; a renewed one may move its end. What was proposed before it is proposed no more.
    /// </summary>
    public Decision Record(CheckResult result, AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Stage == Stage.Invited) return Decision.Refused("Checks start once the person has applied themselves.");
        if (Rules.WhyNot(result) is { } whyNot) return Decision.Refused(whyNot);
        if (result.Outcome == CheckOutcome.Passed) result = result with { ValidUntil = result.ValidUntil ?? Rules.For(result.Kind).LatestEnd(result.DecidedOn) };
        if (Newest(result.Kind)?.Says(result) == true) return Decision.AlreadySo;

        checks.Add(Check.Of(result, ++ChecksRecorded, by, now));
        ProposedBy = null;
        if (Stage == Stage.Applied) MoveTo(Stage.Screening, by, null, now);
        if (Stage is Stage.Cleared or Stage.Paused) Reconsider(by, today, now);
        return Decision.Done;
    }

    /// <summary>
    /// A caseworker clears the mentor. Only possible when every check the role needs is passed and in date. With an adverse finding the first
    /// caseworker only proposes it, and another one clears.
    /// </summary>
    public Decision Clear(AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Stage is Stage.Cleared or Stage.Paused && Missing(today).Count == 0) return Decision.AlreadySo;
        if (Stage == Stage.Invited) return Decision.Refused("The person has to apply themselves first.");
        var missing = Missing(today);
        if (missing.Count > 0) return Decision.Refused($"Not every check is passed and in date. Still needed: {string.Join("; ", missing.Select(rule => rule.Words))}.");
        if (NeedsTwo && ProposedBy is null)
        {
            ProposedBy = by;
            return Decision.Done;
        }

        if (NeedsTwo && ProposedBy == by) return Decision.AlreadySo;
        var proposed = NeedsTwo ? ProposedBy : null;
        (ProposedBy, LapsedAt) = (null, null);
        ClearUntil(EarliestEnd());
        Stage = Stage.Cleared;
        Story = [.. Story, new StageChange { To = Stage.Cleared, At = now, By = by.Value, Why = null, ProposedBy = proposed?.Value }];
        Letter = new() { Decision = LetterKind.Cleared, On = London.DateAt(now), By = by.Value, Role = Role, ClearedUntil = ClearedUntil };
        TellCleared(now);
        return Decision.Done;
    }

    /// <summary>A caseworker says no to what a colleague proposed, or takes their own proposal back.</summary>
    public Decision RefuseClearance(string why, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (ProposedBy is not { } proposed) return Decision.Refused("Nobody proposes to clear them at this moment.");
        ProposedBy = null;
        Story = [.. Story, new StageChange { To = Stage, At = now, By = by.Value, Why = why, ProposedBy = proposed.Value }];
        return Decision.Done;
    }

    /// <summary>A caseworker turns the person down before clearance, for a reason of the list. They may come in to read the letter for a while.</summary>
    public Decision Decline(DeclineReason reason, string why, AccountId by, DateTimeOffset now)
    {
        if (Stage == Stage.Declined) return Decision.AlreadySo;
        if (Stage is not (Stage.Invited or Stage.Applied or Stage.Screening))
            return Decision.Refused("Only somebody who is not cleared can be declined. A cleared mentor leaves.");
        StopScreening();
        MoveTo(Stage.Declined, by, why, now);
        MayReadUntil = London.DateAt(now).AddDays(DecisionLetter.DaysToAskAgain);
        Letter = new() { Decision = LetterKind.Declined, On = London.DateAt(now), By = by.Value, Role = Role, Reason = reason, AskAgainUntil = MayReadUntil };
        Tell(new MentorLeft { MentorId = Id.Value, MayReadUntil = MayReadUntil, At = now });
        return Decision.Done;
    }

    /// <summary>Takes clearance away when a check ran out before today; nobody needs to do anything for that.</summary>
    public Decision LapseIfDue(DateOnly today, DateTimeOffset now)
    {
        if (Stage is not (Stage.Cleared or Stage.Paused) || ClearedUntil >= today) return Decision.AlreadySo;
        Lapse(null, "A check ran out.", now);
        return Decision.Done;
    }

    /// <summary>Tells once that a clearance ends within 90, 30 or 7 days.</summary>
    public Decision TellOfEndIfDue(DateOnly today, DateTimeOffset now)
    {
        if (Stage is not (Stage.Cleared or Stage.Paused) || ClearedUntil is not { } end || end < today) return Decision.AlreadySo;
        var left = end.DayNumber - today.DayNumber;
        if (DaysToldBefore.FirstOrDefault(days => left <= days) is var due && (due == 0 || due == EndToldAt)) return Decision.AlreadySo;
        EndToldAt = due;
        Tell(new MentorClearanceEnding
        {
            MentorId = Id.Value,
            PartnerId = PartnerId?.Value,
            ClearedUntil = end,
            DaysBefore = due,
            ClearedBy = Letter?.By,
            At = now,
        });
        return Decision.Done;
    }

    /// <summary>Ends the time in which somebody declined may come in and read why.</summary>
    public Decision CloseLetterIfDue(DateOnly today, DateTimeOffset now)
    {
        if (MayReadUntil is not { } until || until >= today) return Decision.AlreadySo;
        MayReadUntil = null;
        Tell(new MentorLeft { MentorId = Id.Value, At = now });
        return Decision.Done;
    }

    /// <summary>Forgets what was written about DBS certificates, six months after their date. That a check was made, at which level, how it came out and until when it holds stays.</summary>
    public void ForgetCertificates(DateOnly today)
    {
        foreach (var check in checks) check.ForgetCertificate(today, isDecided: Stage != Stage.Screening);
    }

    private void Reconsider(AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (Missing(today).Count > 0)
        {
            Lapse(by.Value, "A check no longer holds.", now);
            return;
        }

        // What two people accepted once stays accepted; what has just come to light has been seen by one.
        if (checks[^1].HasFinding)
        {
            Lapse(by.Value, "Something came to light that two people have to look at.", now);
            return;
        }

        if (EarliestEnd() is var end && end == ClearedUntil) return;
        ClearUntil(end);
        if (Stage == Stage.Cleared) TellCleared(now);
    }

    private void Lapse(Guid? by, string why, DateTimeOffset now)
    {
        ClearUntil(null);
        LapsedAt = now;
        Stage = Stage.Screening;
        Story = [.. Story, new StageChange { To = Stage.Screening, At = now, By = by, Why = why }];
        Tell(new MentorClearanceLapsed { MentorId = Id.Value, At = now });
    }

    private void StopScreening()
    {
        ClearUntil(null);
        (LapsedAt, ProposedBy) = (null, null);
    }

    private void ClearUntil(DateOnly? end) => (ClearedUntil, EndToldAt) = (end, null);

    private DateOnly? EarliestEnd() => Rules.Checks.Min(rule => Newest(rule.Kind)?.ValidUntil);

    private void TellCleared(DateTimeOffset now) => Tell(new MentorCleared { MentorId = Id.Value, ClearedUntil = ClearedUntil!.Value, At = now });
}
