using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>A mentor in a caseworker's list.</summary>
public sealed record MentorListItem
{
    /// <summary>The mentor's id.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>The partner they come from; null for an independent volunteer.</summary>
    public required PartnerId? PartnerId { get; init; }

    /// <summary>The partner's name; null for an independent volunteer.</summary>
    public required string? PartnerName { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>Where they stand.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The last local date on which clearance is in force; null without clearance.</summary>
    public required DateOnly? ClearedUntil { get; init; }

    /// <summary>Whose turn it is, on the way to clearance.</summary>
    public required WaitsOn WaitsOn { get; init; }

    internal static MentorListItem Of(Mentor mentor, string? partner, DateOnly today) => new()
    {
        PartnerName = partner,
        WaitsOn = Waiting.Of(mentor, today).On,
        MentorId = mentor.Id,
        PartnerId = mentor.PartnerId,
        FirstName = mentor.FirstName,
        LastName = mentor.LastName,
        Stage = mentor.Stage,
        ClearedUntil = mentor.ClearedUntil,
    };
}

/// <summary>A check as a caseworker sees it.</summary>
public sealed record CheckAnswer
{
    /// <summary>1 for the first one recorded, and so on. The highest of a kind counts.</summary>
    public required int Number { get; init; }

    /// <summary>Which check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The level of a DBS certificate; <c>none</c> for every other check.</summary>
    public required DbsLevel Level { get; init; }

    /// <summary>How it came out.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>The local date it was decided on.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last local date it counts; null when it does not run out.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>The note; null for none, and for a DBS check six months after its date.</summary>
    public required string? Note { get; init; }

    /// <summary>How many minutes of training; null for every other check.</summary>
    public required int? Minutes { get; init; }

    /// <summary>The answers to the set questions.</summary>
    public required IReadOnlyList<InterviewAnswer> Answers { get; init; }

    /// <summary>Whether there is an adverse finding that two people have to look at.</summary>
    public required bool HasFinding { get; init; }

    /// <summary>The adverse finding in words; null for none, and for a DBS check six months after its date.</summary>
    public required string? Finding { get; init; }

    /// <summary>The account that recorded it.</summary>
    public required AccountId RecordedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static CheckAnswer Of(Check check) => new()
    {
        Number = check.Number,
        Kind = check.Kind,
        Level = check.Level,
        Outcome = check.Outcome,
        DecidedOn = check.DecidedOn,
        ValidUntil = check.ValidUntil,
        Note = check.Note,
        Minutes = check.Minutes,
        Answers = check.Answers,
        HasFinding = check.HasFinding,
        Finding = check.Finding,
        RecordedBy = check.RecordedBy,
        RecordedAt = check.RecordedAt,
    };
}

/// <summary>A mentor with everything that a caseworker works with.</summary>
public sealed record MentorAnswer
{
    /// <summary>The mentor's id.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>The partner they come from; null for an independent volunteer.</summary>
    public required PartnerId? PartnerId { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Phone number.</summary>
    public required string? Phone { get; init; }

    /// <summary>Their work.</summary>
    public required string? JobTitle { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>When they were registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Where they stand.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The last local date on which clearance is in force; null without clearance.</summary>
    public required DateOnly? ClearedUntil { get; init; }

    /// <summary>What they do here.</summary>
    public required MentorRole Role { get; init; }

    /// <summary>When clearance was lost, UTC, until somebody decides on them again; null otherwise.</summary>
    public required DateTimeOffset? LapsedAt { get; init; }

    /// <summary>Whether a check has an adverse finding, so that it takes two people to clear.</summary>
    public required bool NeedsTwo { get; init; }

    /// <summary>The account that proposes to clear them in spite of it, and waits for a second person; null without a proposal.</summary>
    public required AccountId? ProposedBy { get; init; }

    /// <summary>The version of the agreement they signed; null before the application.</summary>
    public required string? SignedAgreement { get; init; }

    /// <summary>Who can speak for them, up to two.</summary>
    public required IReadOnlyList<Referee> Referees { get; init; }

    /// <summary>The training they say they have done, newest first.</summary>
    public required IReadOnlyList<TrainingDone> Trainings { get; init; }

    /// <summary>The checks that are missing or no longer hold today.</summary>
    public required IReadOnlyList<CheckKind> StillNeeded { get; init; }

    /// <summary>Every check ever recorded, oldest first.</summary>
    public required IReadOnlyList<CheckAnswer> Checks { get; init; }

    /// <summary>Every step from stage to stage, and every correction between them, oldest first.</summary>
    public required IReadOnlyList<StageChange> Story { get; init; }

    /// <summary>What they say of themselves.</summary>
    public required ProfileAnswer Profile { get; init; }

    /// <summary>When they are free.</summary>
    public required AvailabilityAnswer Availability { get; init; }

    internal static MentorAnswer Of(Mentor mentor, DateOnly today) => new()
    {
        MentorId = mentor.Id,
        PartnerId = mentor.PartnerId,
        FirstName = mentor.FirstName,
        LastName = mentor.LastName,
        Email = mentor.Email,
        Phone = mentor.Phone,
        JobTitle = mentor.JobTitle,
        DateOfBirth = mentor.DateOfBirth,
        RegisteredAt = mentor.RegisteredAt,
        Stage = mentor.Stage,
        ClearedUntil = mentor.ClearedUntil,
        Role = mentor.Role,
        LapsedAt = mentor.LapsedAt,
        NeedsTwo = mentor.NeedsTwo,
        ProposedBy = mentor.ProposedBy,
        SignedAgreement = mentor.SignedAgreement,
        Referees = mentor.Referees,
        Trainings = mentor.Trainings,
        StillNeeded = [.. mentor.Missing(today).Select(rule => rule.Kind)],
        Checks = [.. mentor.Checks.OrderBy(c => c.Number).Select(CheckAnswer.Of)],
        Story = mentor.Story,
        Profile = ProfileAnswer.Of(mentor.Profile),
        Availability = AvailabilityAnswer.Of(mentor.Availability),
    };
}

/// <summary>A mentor's own record: how far the checks are, not how one came out, which their caseworker tells them in person.</summary>
public sealed record OwnMentorAnswer
{
    /// <summary>The mentor's id.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Phone number.</summary>
    public required string? Phone { get; init; }

    /// <summary>Their work.</summary>
    public required string? JobTitle { get; init; }

    /// <summary>Where they stand.</summary>
    public required Progress Stage { get; init; }

    /// <summary>The last local date on which clearance is in force; null without clearance.</summary>
    public required DateOnly? ClearedUntil { get; init; }

    /// <summary>What they do here.</summary>
    public required MentorRole Role { get; init; }

    /// <summary>The local date (Europe/London) of the last letter with a decision; null before the first.</summary>
    public required DateOnly? LetterOn { get; init; }

    /// <summary>The version of the agreement they signed; null before the application.</summary>
    public required string? SignedAgreement { get; init; }

    /// <summary>Their application, part by part.</summary>
    public required ApplicationAnswer Application { get; init; }

    /// <summary>Who can speak for them, up to two.</summary>
    public required IReadOnlyList<Referee> Referees { get; init; }

    /// <summary>The training they say they have done, newest first.</summary>
    public required IReadOnlyList<TrainingDone> Trainings { get; init; }

    /// <summary>Every check the role needs, and whether it is still to be made.</summary>
    public required IReadOnlyList<CheckProgressAnswer> Checks { get; init; }

    /// <summary>What they say of themselves.</summary>
    public required ProfileAnswer Profile { get; init; }

    /// <summary>When they are free.</summary>
    public required AvailabilityAnswer Availability { get; init; }

    internal static OwnMentorAnswer Of(Mentor mentor, DateOnly today) => new()
    {
        MentorId = mentor.Id,
        FirstName = mentor.FirstName,
        LastName = mentor.LastName,
        Email = mentor.Email,
        Phone = mentor.Phone,
        JobTitle = mentor.JobTitle,
        Stage = ProgressOf.Stage(mentor.Stage),
        ClearedUntil = mentor.ClearedUntil,
        Role = mentor.Role,
        LetterOn = mentor.Letter?.On,
        SignedAgreement = mentor.SignedAgreement,
        Application = ApplicationAnswer.Of(mentor, today),
        Referees = mentor.Referees,
        Trainings = mentor.Trainings,
        Checks = CheckProgressAnswer.Of(mentor, today),
        Profile = ProfileAnswer.Of(mentor.Profile),
        Availability = AvailabilityAnswer.Of(mentor.Availability),
    };
}

/// <summary>Where a mentor stands after a step.</summary>
public sealed record ProgressAnswer
{
    /// <summary>The mentor's id.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Where they stand.</summary>
    public required Progress Stage { get; init; }

    internal static ProgressAnswer Of(Mentor mentor) => new() { MentorId = mentor.Id, Stage = ProgressOf.Stage(mentor.Stage) };
}
