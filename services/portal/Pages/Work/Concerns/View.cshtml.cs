using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A concern as a caseworker reads it: what was said and who looks after it. What leads write about it is theirs.</summary>
public sealed class ConcernModel : WorkPage
{
    /// <summary>The concern.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The concern.</summary>
    public Part<Read> Concern { get; private set; } = new();

    /// <summary>Whom it is about.</summary>
    public string Mentee { get; private set; } = "A young person";

    /// <summary>Names of leads.</summary>
    public StaffNames Leads { get; private set; } = new([]);

    /// <summary>Shows it; that it was read is kept.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (Caller.Is(Roles.SafeguardingLead)) return Redirect($"/safeguarding/concerns/{Id}");
        Title = "A concern – for caseworkers";
        Back = "/work/concerns";
        Concern = await Ask.Get<Read>(Service.Safeguarding, $"/concerns/{Id}");
        if (Concern.IsMissing) return Missing();
        if (Concern.Value is not { } it) return Page();
        if (it.MenteeId is { } mentee) Mentee = (await NamesOf([mentee], [])).Mentee(mentee);
        Leads = await Accounts.NamesOf([it.Owner], Gone);
        return Page();
    }

    /// <summary>What the safeguarding service shows to a caseworker.</summary>
    public sealed record Read(
        Guid Id, DateTimeOffset RaisedAt, string RaisedAs, string WhatHappened, bool InDangerNow, string? WhatWouldHelp, string? AboutWhom, Guid? MenteeId, IReadOnlyList<string> MoreWords, string State, string? Severity, AccountId? Owner,
        DateTimeOffset? ClosedAt);
}
