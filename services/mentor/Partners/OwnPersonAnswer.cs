using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>A partner's own person, for its coordinator: who they are and how far the screening is, never how a check came out.</summary>
public sealed record OwnPersonAnswer
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

    /// <summary>When they were registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Where they stand.</summary>
    public required Progress Stage { get; init; }

    /// <summary>The last local date on which clearance is in force; null without clearance.</summary>
    public required DateOnly? ClearedUntil { get; init; }

    /// <summary>Every check the role needs, and whether it is still to be made.</summary>
    public required IReadOnlyList<CheckProgressAnswer> Checks { get; init; }

    /// <summary>Whose turn it is, on the way to clearance.</summary>
    public required WaitsOn WaitsOn { get; init; }

    /// <summary>What comes next, on the way to clearance.</summary>
    public required WaitsFor WaitsFor { get; init; }

    internal static OwnPersonAnswer Of(Mentor mentor, DateOnly today) => new()
    {
        MentorId = mentor.Id,
        FirstName = mentor.FirstName,
        LastName = mentor.LastName,
        Email = mentor.Email,
        Phone = mentor.Phone,
        JobTitle = mentor.JobTitle,
        RegisteredAt = mentor.RegisteredAt,
        Stage = ProgressOf.Stage(mentor.Stage),
        ClearedUntil = mentor.ClearedUntil,
        Checks = CheckProgressAnswer.Of(mentor, today),
        WaitsOn = Waiting.Of(mentor, today).On,
        WaitsFor = Waiting.Of(mentor, today).For,
    };
}
