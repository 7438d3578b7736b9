using Mentoring.Contracts;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>Where a young person stands.</summary>
public enum MenteeStage
{
    /// <summary>Referred, by a caseworker or by themselves; their own yes is not there, or no longer.</summary>
    Referred,

    /// <summary>They said yes themselves.</summary>
    Agreed,

    /// <summary>Profile, consent and risk assessment are there and in date.</summary>
    Ready,

    /// <summary>They stopped for a while.</summary>
    Paused,

    /// <summary>They left.</summary>
    Left,
}

/// <summary>
/// A young person. Referred → Agreed → Ready ⇄ Paused → Left. Ready is never set by hand: it follows from profile, consent and
/// risk assessment, and goes the day one of them runs out. Pausing and leaving are open from every stage, because nobody has
/// to be ready to stop.
/// </summary>
public sealed class Mentee : Aggregate
{
    private const string ReadAgain = "The safety plan has changed since you read it. Please read it again.";
    private readonly List<Consent> consents = [];
    private readonly List<RiskAssessment> riskAssessments = [];
    private readonly List<Moment> newMoments = [];
    private PersonalDetails person = null!;

    /// <summary>The id.</summary>
    public required MenteeId Id { get; init; }

    /// <summary>Who they are and how to reach them.</summary>
    public required PersonalDetails Person { get => person; init => person = value; }

    /// <summary>When they were referred, UTC.</summary>
    public required DateTimeOffset ReferredAt { get; init; }

    /// <summary>Whether they asked for a mentor themselves.</summary>
    public required bool ReferredThemselves { get; init; }

    /// <summary>What was said at the referral: in their own words, or the caseworker's.</summary>
    public required string? ReferralNote { get; init; }

    /// <summary>Whose caseload they are in; null while nobody has taken them on.</summary>
    public CaseworkerId? Caseworker { get; private set; }

    /// <summary>Where they stand.</summary>
    public MenteeStage Stage { get; private set; }

    /// <summary>What they want and like; null until first saved.</summary>
    public Profile? Profile { get; private set; }

    /// <summary>The last date of the consent that holds; null when there is none or it was taken back.</summary>
    public DateOnly? ConsentUntil { get; private set; }

    /// <summary>The last date on which they are ready: the earlier end of consent and risk assessment; null when they are not.</summary>
    public DateOnly? ReadyUntil { get; private set; }

    /// <summary>When they left, UTC.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The number of the last moment of the timeline.</summary>
    public int LastMoment { get; private set; }

    /// <summary>Whose saving of the profile the timeline last tells, and on which date.</summary>
    public Voice? ProfileToldOf { get; private set; }

    /// <summary>The date in London of that saving.</summary>
    public DateOnly? ProfileToldOn { get; private set; }

    /// <summary>What happened since the young person was loaded. The timeline before that is long and seldom read, so it is not loaded with them.</summary>
    public IReadOnlyList<Moment> NewMoments => newMoments;

    /// <summary>Every consent given, oldest first.</summary>
    public IEnumerable<Consent> Consents => consents.OrderBy(c => c.Number);

    /// <summary>Every version of the risk assessment, oldest first.</summary>
    public IEnumerable<RiskAssessment> RiskAssessments => riskAssessments.OrderBy(r => r.Version);

    /// <summary>The risk assessment's present version; null before the first.</summary>
    public RiskAssessment? RiskAssessment => riskAssessments.MaxBy(r => r.Version);

    private Consent? LastConsent => consents.MaxBy(c => c.Number);

    /// <summary>A caseworker refers a young person and takes them into their caseload.</summary>
    public static Mentee Refer(PersonalDetails person, string? note, CaseworkerId by, DateTimeOffset at)
    {
        var mentee = New(person, note, themselves: false, at);
        mentee.Note(Happening.Referred, Who.Of(by), at);
        mentee.Assign(by, at);
        return mentee;
    }

    /// <summary>A young person asks for a mentor themselves. A caseworker takes them on next.</summary>
    public static Mentee ReferThemselves(PersonalDetails person, string? note, DateTimeOffset at)
    {
        var mentee = New(person, note, themselves: true, at);
        mentee.Note(Happening.Asked, Who.Themselves, at);
        return mentee;
    }

    /// <summary>Puts the young person into a caseworker's caseload.</summary>
    public Decision AssignTo(CaseworkerId caseworker, CaseworkerId by, string? why, DateTimeOffset at)
    {
        if (Caseworker == caseworker) return Decision.AlreadySo;
        if (Stage == MenteeStage.Left) return Decision.Refused("This young person has left, so there is nobody to hand over.");
        Note(Caseworker is null ? Happening.TakenOn : Happening.HandedOver, Who.Of(by), at, why);
        Assign(caseworker, at);
        return Decision.Done;
    }

    /// <summary>Puts right who they are and how to reach them.</summary>
    public Decision Correct(PersonalDetails details, Who by, DateTimeOffset at)
    {
        var kept = details.AsKept();
        if (kept == Person) return Decision.AlreadySo;
        if (Stage == MenteeStage.Left) return HasLeft();
        var bornInAnotherYear = kept.DateOfBirth.Year != person.DateOfBirth.Year;
        person = kept;
        Note(Happening.DetailsCorrected, by, at);
        if (bornInAnotherYear && Profile is not null) TellProfile(Profile, at);
        return Decision.Done;
    }

    /// <summary>The young person says yes to taking part, for twelve months.</summary>
    public Decision Agree(string statementVersion, DateOnly today, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return HasLeft();
        if (statementVersion != ConsentStatement.Newest.Version) return Decision.Refused("The words have changed since you read them. Please read the new ones first.");
        var until = today.AddMonths(Consent.Months);
        if (LastConsent is { } last && last.IsInForce(today) && last.StatementVersion == statementVersion && last.Until == until) return Decision.AlreadySo;
        consents.Add(new() { Number = consents.Count + 1, StatementVersion = statementVersion, GivenAt = at, Until = until });
        ConsentUntil = until;
        Note(Happening.ConsentGiven, Who.Themselves, at);
        Review(today, at);
        return Decision.Done;
    }

    /// <summary>Whether their yes holds and was given to words that have changed since: they are asked anew, and nothing ends for it.</summary>
    public bool IsAskedAnew(DateOnly today) => HasConsent(today) && LastConsent is { IsToOlderWords: true };

    /// <summary>The young person takes their yes back. Always possible.</summary>
    public Decision WithdrawConsent(DateOnly today, DateTimeOffset at)
    {
        if (ConsentUntil is null) return Decision.AlreadySo;
        foreach (var consent in consents.Where(c => c.WithdrawnAt is null)) consent.Withdraw(at);
        ConsentUntil = null;
        Note(Happening.ConsentWithdrawn, Who.Themselves, at);
        Review(today, at);
        return Decision.Done;
    }

    /// <summary>Saves what they want and like, whole.</summary>
    public Decision Describe(Profile profile, Who by, DateOnly today, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return HasLeft();
        var kept = profile.AsKept();
        if (Alike.Are(kept, Profile)) return Decision.AlreadySo;
        Profile = kept;
        if ((ProfileToldOf, ProfileToldOn) != (by.Voice, today)) Note(Happening.ProfileChanged, by, at);
        (ProfileToldOf, ProfileToldOn) = (by.Voice, today);
        TellProfile(kept, at);
        Review(today, at);
        return Decision.Done;
    }

    /// <summary>Writes the risk assessment. A change is a new version that both sign anew.</summary>
    public Decision AssessRisk(RiskPlan plan, DateOnly reviewOn, CaseworkerId by, DateOnly today, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return HasLeft();
        var kept = plan.AsKept();
        if (RiskAssessment is { } present && present.ReviewOn == reviewOn && Alike.Are(kept, present.Plan)) return Decision.AlreadySo;
        if (!RiskAssessment.IsSoonEnough(reviewOn, today)) return Decision.Refused($"Choose a day to look at this again: after today, and at most {RiskAssessment.MonthsToReview} months from now.");
        if (kept.LongerThan(reviewOn) is { } number) return Decision.Refused(RiskAssessment.TooLong(number));
        var version = new RiskAssessment { Version = riskAssessments.Count + 1, Plan = kept, ReviewOn = reviewOn, WrittenBy = by, WrittenAt = at };
        if (RiskAssessment is { } before) version.KeepSharingsOf(before);
        riskAssessments.Add(version);
        Note(Happening.RiskAssessmentWritten, Who.Of(by), at);
        Review(today, at);
        return Decision.Done;
    }

    /// <summary>The young person puts their name to the version they read.</summary>
    public Decision SignRiskAssessment(int version, DateOnly today, DateTimeOffset at)
    {
        if (WhyNotSign(version, today) is { } why) return Decision.Refused(why);
        if (RiskAssessment!.SignedByMenteeAt is not null) return Decision.AlreadySo;
        RiskAssessment.SignAsMentee(at);
        Note(Happening.RiskAssessmentSigned, Who.Themselves, at);
        Review(today, at);
        return Decision.Done;
    }

    /// <summary>A caseworker puts their name to the version they read.</summary>
    public Decision SignRiskAssessment(int version, CaseworkerId by, DateOnly today, DateTimeOffset at)
    {
        if (WhyNotSign(version, today) is { } why) return Decision.Refused(why);
        if (RiskAssessment!.SignedByCaseworkerAt is not null) return Decision.AlreadySo;
        RiskAssessment.SignAsCaseworker(by, at);
        Note(Happening.RiskAssessmentSigned, Who.Of(by), at);
        Review(today, at);
        return Decision.Done;
    }

    /// <summary>The young person lets their mentor read a risk of the plan they read, or no longer. It touches no signature; to take it back is always possible.</summary>
    public Decision ShareRisk(int version, int risk, bool shared, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left && shared) return HasLeft();
        if (RiskAssessment is not { } plan || risk < 1 || risk > plan.Plan.Risks.Count) return Decision.Refused("There is no such part in your safety plan.");
        if (plan.Version != version) return Decision.Refused(ReadAgain);
        if (plan.IsShared(risk) == shared) return Decision.AlreadySo;
        if (shared) plan.Share(risk, at);
        else plan.StopSharing(risk, at);
        return Decision.Done;
    }

    /// <summary>The young person says what they want changed, before they put their name to it.</summary>
    public Decision WishForChange(int version, string words, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return HasLeft();
        if (RiskAssessment is not { } plan) return Decision.Refused("There is no safety plan yet. Tell your caseworker what should be in it.");
        if (plan.Version != version) return Decision.Refused(ReadAgain);
        if (plan.SignedByMenteeAt is not null) return Decision.Refused("Your name is on this plan already. Tell your caseworker, and you make a new one together.");
        if (plan.Wish == words.Trim()) return Decision.AlreadySo;
        plan.WishFor(words.Trim(), at);
        return Decision.Done;
    }

    /// <summary>They stop for a while.</summary>
    public Decision Pause(Who by, string? why, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return HasLeft();
        if (Stage == MenteeStage.Paused) return Decision.AlreadySo;
        Stage = MenteeStage.Paused;
        Note(Happening.Paused, by, at, why);
        Tell(new MenteePaused { MenteeId = Id.Value, At = at });
        return Decision.Done;
    }

    /// <summary>They come back, as far as profile, consent and risk assessment allow. It is told either way, because the break is over.</summary>
    public Decision Resume(Who by, DateOnly today, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return HasLeft();
        if (Stage != MenteeStage.Paused) return Decision.AlreadySo;
        Stage = MenteeStage.Referred;
        Note(Happening.Resumed, by, at);
        Review(today, at, isBack: true);
        return Decision.Done;
    }

    /// <summary>They leave, whenever they like.</summary>
    public Decision Leave(Who by, string? why, DateTimeOffset at)
    {
        if (Stage == MenteeStage.Left) return Decision.AlreadySo;
        Stage = MenteeStage.Left;
        LeftAt = at;
        ReadyUntil = null;
        Note(Happening.Left, by, at, why);
        Tell(new MenteeLeft { MenteeId = Id.Value, At = at });
        return Decision.Done;
    }

    /// <summary>Looks again whether they are ready, because a day has passed.</summary>
    public Decision LookAgain(DateOnly today, DateTimeOffset at)
    {
        var before = (Stage, ReadyUntil);
        Review(today, at);
        return before == (Stage, ReadyUntil) ? Decision.AlreadySo : Decision.Done;
    }

    /// <summary>What stands between them and being ready, in the order it is usually done; empty when nothing does.</summary>
    public IReadOnlyList<Need> StillNeeded(DateOnly today) =>
    [
        .. HasConsent(today) ? Array.Empty<Need>() : [Need.Consent],
        .. Profile?.Needs() ?? [Need.GoalArea, Need.Language, Need.WayToMeet, Need.FreeTime],
        .. RiskAssessment?.Needs(today) ?? [Need.RiskAssessment],
    ];

    private static Mentee New(PersonalDetails person, string? note, bool themselves, DateTimeOffset at)
    {
        var mentee = new Mentee
        {
            Id = MenteeId.New(),
            Person = person.AsKept(),
            ReferredAt = at,
            ReferredThemselves = themselves,
            ReferralNote = Kept.OrNull(note),
        };
        mentee.Tell(new MenteeReferred { MenteeId = mentee.Id.Value, At = at });
        return mentee;
    }

    private void Assign(CaseworkerId caseworker, DateTimeOffset at)
    {
        Caseworker = caseworker;
        Tell(new CaseworkerAssigned { MenteeId = Id.Value, CaseworkerId = caseworker.Value, At = at });
    }

    private void TellProfile(Profile profile, DateTimeOffset at) => Tell(new MenteeProfileChanged
    {
        MenteeId = Id.Value,
        GoalAreas = profile.GoalAreas,
        Interests = profile.Interests,
        Dislikes = profile.Dislikes,
        TalkStyles = profile.TalkStyles,
        Languages = profile.Languages,
        Preferences = [.. profile.Preferences.Select(p => new TraitPreference { Trait = p.Trait, Strength = p.Strength })],
        AvoidPartners = [.. profile.AvoidPartners.Select(p => p.Value)],
        OutwardPostcode = profile.OutwardPostcode,
        InPerson = profile.InPerson,
        Online = profile.Online,
        Zone = profile.Zone,
        Weekly = [.. profile.Weekly.Select(w => new WeeklyWindow { Day = w.Day, From = w.From, Until = w.Until })],
        BornIn = Person.DateOfBirth.Year,
        Hopes = profile.Hopes,
        NeverMatchOn = profile.NeverMatchOn,
        WaitingSince = London.DateAt(ReferredAt),
        At = at,
    });

    private void Note(Happening what, Who by, DateTimeOffset at, string? why = null) =>
        newMoments.Add(new() { Mentee = Id, Number = ++LastMoment, What = what, By = by.Voice, Caseworker = by.Caseworker, At = at, Why = Kept.OrNull(why) });

    private static Decision HasLeft() => Decision.Refused("You have left, so this cannot change any more. If you want to come back, just ask to join again.");

    private bool HasConsent(DateOnly today) => today <= ConsentUntil;

    private string? WhyNotSign(int version, DateOnly today) => this switch
    {
        { Stage: MenteeStage.Left } => HasLeft().Refusal,
        { RiskAssessment: null } => "There is no safety plan to sign yet.",
        { RiskAssessment: var present } when present.Version != version => "The safety plan has changed since you read it. Please read it again, then sign.",
        { RiskAssessment: var present } when today > present.ReviewOn => "This safety plan is too old. Make a new one together first.",
        _ => null,
    };

    private void Review(DateOnly today, DateTimeOffset at, bool isBack = false)
    {
        if (Stage == MenteeStage.Left) return;
        DateOnly? until = StillNeeded(today).Count > 0 ? null : ConsentUntil < RiskAssessment!.ReviewOn ? ConsentUntil : RiskAssessment.ReviewOn;
        if (Stage != MenteeStage.Paused)
            Stage = until is not null ? MenteeStage.Ready : HasConsent(today) ? MenteeStage.Agreed : MenteeStage.Referred;

        if (until is null && ReadyUntil is not null) Note(Happening.ReadinessLapsed, Who.Programme, at);
        if (until is not null && ReadyUntil is null) Note(Happening.BecameReady, Who.Programme, at);
        if (until is null && (isBack || ReadyUntil is not null)) Tell(new MenteeReadinessLapsed { MenteeId = Id.Value, At = at });
        if (until is { } day && Stage == MenteeStage.Ready && (isBack || day != ReadyUntil)) Tell(new MenteeReady { MenteeId = Id.Value, ReadyUntil = day, At = at });
        ReadyUntil = until;
    }
}
