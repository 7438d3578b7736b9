namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>What a coordinator has said so far of somebody they add.</summary>
public sealed record NewPerson
{
    /// <summary>The journey's name among the drafts.</summary>
    public const string Journey = "add-mentor";

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Their work.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>in-person and online.</summary>
    public IReadOnlyList<string> Ways { get; init; } = [];

    /// <summary>The postcode of their workplace.</summary>
    public string? Postcode { get; init; }

    /// <summary>Whether the first page was answered.</summary>
    public bool HasName => FirstName is not null && LastName is not null && Email is not null;

    /// <summary>Whether everything is there that is needed.</summary>
    public bool IsWhole => HasName && Born is not null && Ways.Count > 0;
}
