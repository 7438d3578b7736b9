using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>A business' wish to join, for administrators.</summary>
public sealed record PartnerRequestAnswer
{
    /// <summary>The request's id.</summary>
    public required PartnerRequestId Id { get; init; }

    /// <summary>The name of the business.</summary>
    public required string BusinessName { get; init; }

    /// <summary>Who asks.</summary>
    public required string ContactName { get; init; }

    /// <summary>Their e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Their phone number; null when they left it out.</summary>
    public required string? Phone { get; init; }

    /// <summary>What else they say; empty for nothing.</summary>
    public required string Words { get; init; }

    /// <summary>When they asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What has become of it.</summary>
    public required PartnerRequestState State { get; init; }

    /// <summary>When it was decided, UTC; null while it is open.</summary>
    public required DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The account that decided; null while it is open.</summary>
    public required AccountId? DecidedBy { get; init; }

    /// <summary>Why it was refused; null otherwise.</summary>
    public required string? Why { get; init; }

    /// <summary>The partner it became, whose coordinator can now be invited; null unless it was accepted.</summary>
    public required PartnerId? PartnerId { get; init; }

    internal static PartnerRequestAnswer Of(PartnerRequest request) => new()
    {
        Id = request.Id,
        BusinessName = request.BusinessName,
        ContactName = request.ContactName,
        Email = request.Email,
        Phone = request.Phone,
        Words = request.Words,
        AskedAt = request.AskedAt,
        State = request.State,
        DecidedAt = request.DecidedAt,
        DecidedBy = request.DecidedBy,
        Why = request.Why,
        PartnerId = request.PartnerId,
    };
}
