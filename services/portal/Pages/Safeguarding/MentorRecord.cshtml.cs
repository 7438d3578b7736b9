using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>A mentor's record, for a lead who said why.</summary>
/// <param name="db">Names of staff.</param>
public sealed class MentorRecordModel(AccountsDb db) : RecordPage
{
    /// <summary>The record.</summary>
    public Part<Mentor> Record { get; private set; } = new();

    /// <summary>Names of staff.</summary>
    public StaffNames Names { get; private set; } = new([]);

    /// <inheritdoc/>
    protected override string Kind => RecordKinds.Mentor;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await HasReason()) return AskWhy();
        Record = await Ask.Get<Mentor>(Service.Mentor, $"/mentors/{Id}", Reason);
        if (Record.IsMissing) return Missing();
        Title = Record.Value is { } it ? $"Record of the mentor {it.FirstName} {it.LastName}" : "A mentor’s record";
        Names = await db.NamesOf(Record.Value?.Story.Select(s => s.By) ?? [], Gone);
        return Page();
    }

    /// <summary>What leads need of it.</summary>
    /// <param name="FirstName">First name.</param>
    /// <param name="LastName">Last name.</param>
    /// <param name="Email">E-mail.</param>
    /// <param name="Phone">Phone.</param>
    /// <param name="JobTitle">What they do.</param>
    /// <param name="DateOfBirth">Born.</param>
    /// <param name="RegisteredAt">Since when they are here.</param>
    /// <param name="Stage">Where they stand.</param>
    /// <param name="ClearedUntil">Until when they are cleared.</param>
    /// <param name="Checks">The checks.</param>
    /// <param name="Story">What happened.</param>
    public sealed record Mentor(string FirstName, string LastName, string? Email, string? Phone, string? JobTitle, DateOnly DateOfBirth, DateTimeOffset RegisteredAt, string Stage, DateOnly? ClearedUntil,
        IReadOnlyList<Check> Checks, IReadOnlyList<Happening> Story);

    /// <summary>A check.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Outcome">How it came out.</param>
    /// <param name="DecidedOn">When.</param>
    /// <param name="ValidUntil">Until when it holds.</param>
    public sealed record Check(string Kind, string Outcome, DateOnly DecidedOn, DateOnly? ValidUntil);

    /// <summary>Something that happened.</summary>
    /// <param name="To">The stage it led to.</param>
    /// <param name="At">When.</param>
    /// <param name="By">Whose account.</param>
    /// <param name="Why">Why.</param>
    public sealed record Happening(string To, DateTimeOffset At, AccountId? By, string? Why);
}
