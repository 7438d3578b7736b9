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

    /// <summary>What they do here, which decides on the checks and on how young a young person may be.</summary>
    public MentorRole Role { get; private set; }

    /// <summary>The last local date (Europe/London) on which clearance is in force; null without clearance.</summary>
    public DateOnly? ClearedUntil { get; private set; }

    /// <summary>How many days before its end that end was last told of; null when it was not told of yet.</summary>
    public int? EndToldAt { get; private set; }

    /// <summary>When clearance was lost, UTC, until somebody decides on them again; null otherwise.</summary>
    public DateTimeOffset? LapsedAt { get; private set; }

    /// <summary>Who proposes to clear them in spite of an adverse finding; a second person confirms it. Null without such a proposal.</summary>
    public AccountId? ProposedBy { get; private set; }

    /// <summary>The last letter with a decision; null before the first.</summary>
    public DecisionLetter? Letter { get; private set; }

    /// <summary>For somebody declined, the last local date on which they may come in to read the letter; null when that is over, and for everybody else.</summary>
    public DateOnly? MayReadUntil { get; private set; }

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
        StopScreening();
        MoveTo(Stage.Left, by, why, now);
        Tell(new MentorLeft { MentorId = Id.Value, At = now });
        return Decision.Done;
    }

    private static Decision Ended() => Decision.Refused("This registration has ended. A caseworker can say what is possible.");

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
}
