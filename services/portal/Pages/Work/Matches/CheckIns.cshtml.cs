using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The check-ins of a match.</summary>
public sealed class CheckInsModel : MatchPage
{
    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The newest first.</summary>
    public Part<Page<CheckInSeen>> List { get; private set; } = new();

    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var list = Ask.Get<Page<CheckInSeen>>(Service.Session, $"/matches/{Id}/check-ins?take=25{(After is null ? string.Empty : "&after=" + After)}");
        var shown = await CanShow("Check-ins of {0}");
        List = await list;
        if (!shown) return NotShown();
        Staff = await StaffNames((List.Value?.Items ?? []).Select(c => (Guid?)c.By));
        return Page();
    }

    /// <summary>A check-in.</summary>
    public sealed record CheckInSeen(Guid Id, string With, Guid By, DateOnly HeldOn, string How, string Activity, string Safety, string Quality, string? WhatWouldHelp, string? Note);
}
