using Mentoring.Contracts.Mentors;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>A volunteer, usually from a partner: registered, screened, cleared, and free to pause or leave at any time.</summary>
public sealed partial class Mentor : Aggregate
{
    private readonly List<Check> checks = [];

    private Mentor()
    {
    }

    /// <summary>The mentor's id.</summary>
    public required MentorId Id { get; init; }

    /// <summary>The partner they come from; null for an independent volunteer.</summary>
    public required PartnerId? PartnerId { get; init; }

    /// <summary>When they were registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>First name.</summary>
    public string FirstName { get; private set; } = string.Empty;

    /// <summary>Last name.</summary>
    public string LastName { get; private set; } = string.Empty;

    /// <summary>E-mail address in small letters; unique among all mentors.</summary>
    public string Email { get; private set; } = string.Empty;

    /// <summary>Phone number as written; null when unknown.</summary>
    public string? Phone { get; private set; }

    /// <summary>Their work; null when unknown.</summary>
    public string? JobTitle { get; private set; }

    /// <summary>Date of birth.</summary>
    public DateOnly DateOfBirth { get; private set; }

    /// <summary>Where they stand.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Every step from stage to stage, and every correction between them, oldest first.</summary>
    public IReadOnlyList<StageChange> Story { get; private set; } = [];

    /// <summary>Who changed which section and when, oldest first; at most one entry a day for each account and section.</summary>
    public IReadOnlyList<Edit> Edits { get; private set; } = [];

    /// <summary>What they say of themselves.</summary>
    public Profile Profile { get; private set; } = null!;

    /// <summary>When they are free.</summary>
    public Availability Availability { get; private set; } = Availability.Unknown;

    /// <summary>Who can speak for them, up to two.</summary>
    public IReadOnlyList<Referee> Referees { get; private set; } = [];

    /// <summary>The training they say they have done, newest first.</summary>
    public IReadOnlyList<TrainingDone> Trainings { get; private set; } = [];

    /// <summary>The version of the agreement they signed; null before the application.</summary>
    public string? SignedAgreement { get; private set; }

    /// <summary>The last local date (Europe/London) on which clearance is in force; null without clearance.</summary>
    public DateOnly? ClearedUntil { get; private set; }

    /// <summary>How many checks were ever recorded. Grows with every one, so that two caseworkers cannot record past each other.</summary>
    public int ChecksRecorded { get; private set; }

    /// <summary>Every check ever recorded, oldest first.</summary>
    public IReadOnlyList<Check> Checks => checks;

    /// <summary>Whether they have left or were declined.</summary>
    public bool HasEnded => Stage is Stage.Left or Stage.Declined;

    /// <summary>The person as registered.</summary>
    public Person Person => new() { FirstName = FirstName, LastName = LastName, Email = Email, Phone = Phone, JobTitle = JobTitle, DateOfBirth = DateOfBirth };

    /// <summary>Registers somebody. They still have to apply themselves.</summary>
    public static Mentor Register(PartnerId? partner, Person person, Profile profile, Availability? availability, AccountId by, DateTimeOffset now)
    {
        var mentor = new Mentor { Id = MentorId.New(), PartnerId = partner, RegisteredAt = now, Profile = profile };
        mentor.Take(person);
        mentor.MoveTo(Stage.Invited, by, null, now);
        mentor.TellProfile(now);
        if (availability is not null) mentor.Take(availability, now);
        return mentor;
    }

    /// <summary>The newest check of a kind: the one that counts. Null when none was recorded.</summary>
    public Check? Newest(CheckKind kind) => checks.Where(c => c.Kind == kind).MaxBy(c => c.Number);

    /// <summary>The rules that are not met on a day.</summary>
    public IReadOnlyList<ScreeningRule> Missing(DateOnly today) => [.. ScreeningRules.OneToOneMentor.Where(rule => !rule.IsMetBy(Newest(rule.Kind), today))];

    /// <summary>A caseworker puts right who somebody is. What was put right is kept with who, when and why; the values before are not.</summary>
    public Decision Correct(Person person, string why, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        var corrected = Person.DifferencesTo(person);
        if (corrected.Count == 0) return Decision.AlreadySo;
        Take(person, now);
        Story = [.. Story, new StageChange { To = Stage, At = now, By = by.Value, Why = why, Corrected = corrected }];
        return Decision.Done;
    }

    /// <summary>The mentor finishes their own application and signs the agreement.</summary>
    public Decision Apply(string agreementVersion, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Stage != Stage.Invited) return Decision.AlreadySo;
        if (agreementVersion != Agreement.Version) return Decision.Refused($"The agreement has changed. Read version {Agreement.Version} and sign that one.");
        if (ApplicationAnswer.Missing(this) is { Count: > 0 } missing) return Decision.Refused($"Before you apply, tell us: {string.Join("; ", missing)}.");
        SignedAgreement = agreementVersion;
        MoveTo(Stage.Applied, by, null, now);
        Tell(new MentorApplied { MentorId = Id.Value, PartnerId = PartnerId?.Value, At = now });
        return Decision.Done;
    }

    /// <summary>
    /// Records how a check came out. The first one starts the screening. A failed check, or one that no longer meets its
    /// rule, takes clearance at once; a renewed one may move its end.
    /// </summary>
    public Decision Record(CheckResult result, AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Stage == Stage.Invited) return Decision.Refused("Checks start once the person has applied themselves.");
        if (result.Outcome == CheckOutcome.Passed) result = result with { ValidUntil = result.ValidUntil ?? ScreeningRules.For(result.Kind).LatestEnd(result.DecidedOn) };
        if (Newest(result.Kind)?.Says(result) == true) return Decision.AlreadySo;

        checks.Add(new Check
        {
            Number = ++ChecksRecorded,
            Kind = result.Kind,
            Level = result.Level,
            Outcome = result.Outcome,
            DecidedOn = result.DecidedOn,
            ValidUntil = result.ValidUntil,
            Note = result.Note,
            RecordedBy = by,
            RecordedAt = now,
        });
        if (Stage == Stage.Applied) MoveTo(Stage.Screening, by, null, now);
        if (Stage is Stage.Cleared or Stage.Paused) Reconsider(by, today, now);
        return Decision.Done;
    }

    /// <summary>A caseworker clears the mentor. Only possible when every check the role needs is passed and in date.</summary>
    public Decision Clear(AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (HasEnded) return Ended();
        if (Stage is Stage.Cleared or Stage.Paused && Missing(today).Count == 0) return Decision.AlreadySo;
        if (Stage == Stage.Invited) return Decision.Refused("The person has to apply themselves first.");
        var missing = Missing(today);
        if (missing.Count > 0) return Decision.Refused($"Not every check is passed and in date. Still needed: {string.Join("; ", missing.Select(rule => rule.Words))}.");
        ClearedUntil = EarliestEnd();
        MoveTo(Stage.Cleared, by, null, now);
        TellCleared(now);
        return Decision.Done;
    }

    /// <summary>A caseworker turns the person down before clearance.</summary>
    public Decision Decline(string why, AccountId by, DateTimeOffset now)
    {
        if (Stage == Stage.Declined) return Decision.AlreadySo;
        if (Stage is not (Stage.Invited or Stage.Applied or Stage.Screening))
            return Decision.Refused("Only somebody who is not cleared can be declined. A cleared mentor leaves.");
        MoveTo(Stage.Declined, by, why, now);
        Tell(new MentorLeft { MentorId = Id.Value, At = now });
        return Decision.Done;
    }

    /// <summary>Takes a break.</summary>
    public Decision Pause(string? why, AccountId by, DateTimeOffset now)
    {
        if (Stage == Stage.Paused) return Decision.AlreadySo;
        if (Stage != Stage.Cleared) return Decision.Refused("Only a cleared mentor can pause.");
        MoveTo(Stage.Paused, by, why, now);
        Tell(new MentorPaused { MentorId = Id.Value, At = now });
        return Decision.Done;
    }

    /// <summary>Comes back from a break.</summary>
    public Decision Resume(AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (Stage == Stage.Cleared) return Decision.AlreadySo;
        if (Stage != Stage.Paused) return Decision.Refused("Only a paused mentor can come back.");
        if (Missing(today).Count > 0) return Decision.Refused("A check has run out during the break. A caseworker will renew it first.");
        MoveTo(Stage.Cleared, by, null, now);
        TellCleared(now);
        return Decision.Done;
    }

    /// <summary>Leaves the programme for good.</summary>
    public Decision Leave(string? why, AccountId by, DateTimeOffset now)
    {
        if (HasEnded) return Decision.AlreadySo;
        ClearedUntil = null;
        MoveTo(Stage.Left, by, why, now);
        Tell(new MentorLeft { MentorId = Id.Value, At = now });
        return Decision.Done;
    }

    /// <summary>Takes clearance away when a check ran out before today; nobody needs to do anything for that.</summary>
    public Decision LapseIfDue(DateOnly today, DateTimeOffset now)
    {
        if (Stage is not (Stage.Cleared or Stage.Paused) || ClearedUntil >= today) return Decision.AlreadySo;
        Lapse(null, "A check ran out.", now);
        return Decision.Done;
    }

    private static Decision Ended() => Decision.Refused("This registration has ended. A caseworker can say what is possible.");

    private void Reconsider(AccountId by, DateOnly today, DateTimeOffset now)
    {
        if (Missing(today).Count > 0)
        {
            Lapse(by.Value, "A check no longer holds.", now);
            return;
        }

        if (EarliestEnd() is var end && end == ClearedUntil) return;
        ClearedUntil = end;
        if (Stage == Stage.Cleared) TellCleared(now);
    }

    private void Lapse(Guid? by, string why, DateTimeOffset now)
    {
        ClearedUntil = null;
        Stage = Stage.Screening;
        Story = [.. Story, new StageChange { To = Stage.Screening, At = now, By = by, Why = why }];
        Tell(new MentorClearanceLapsed { MentorId = Id.Value, At = now });
    }

    private DateOnly? EarliestEnd() => ScreeningRules.OneToOneMentor.Min(rule => Newest(rule.Kind)?.ValidUntil);

    private void MoveTo(Stage stage, AccountId by, string? why, DateTimeOffset now)
    {
        Stage = stage;
        Story = [.. Story, new StageChange { To = stage, At = now, By = by.Value, Why = why }];
    }

    private void Take(Person person, DateTimeOffset now)
    {
        var year = DateOfBirth.Year;
        Take(person);
        if (year != DateOfBirth.Year) TellProfile(now);
    }

    private void Take(Person person)
    {
        FirstName = person.FirstName;
        LastName = person.LastName;
        Email = person.Email;
        Phone = person.Phone;
        JobTitle = person.JobTitle;
        DateOfBirth = person.DateOfBirth;
    }

    private void TellCleared(DateTimeOffset now) => Tell(new MentorCleared { MentorId = Id.Value, ClearedUntil = ClearedUntil!.Value, At = now });
}
