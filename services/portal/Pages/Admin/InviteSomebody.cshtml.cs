using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Invites staff and coordinators.</summary>
public sealed class InviteSomebodyModel : AdminPage
{
    /// <summary>What they will do.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>Their name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter their name."), StringLength(100, ErrorMessage = "A name has at most 100 characters.")]
    public string? Name { get; set; }

    /// <summary>Their address.</summary>
    [BindProperty, Required(ErrorMessage = "Enter their e-mail address."), StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    public string? Email { get; set; }

    /// <summary>The partner a coordinator acts for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Partner { get; set; }

    /// <summary>The partners.</summary>
    public Part<Page<PartnerSeen>> Partners { get; private set; } = new();

    /// <summary>The partners to choose from.</summary>
    public IReadOnlyList<Choice> Choices => [new("", "Choose a partner"), .. Partners.Value?.Items.Select(p => new Choice(p.PartnerId.ToString(), p.Name)) ?? []];

    /// <summary>What there is.</summary>
    public IReadOnlyList<Choice> RolesToChoose { get; } =
    [
        new(Roles.Caseworker, "Caseworker", "Works with young people and decides on matches."), new(Roles.SafeguardingLead, "Safeguarding lead", "Reads every concern, and any record with a reason."),
        new(Roles.Coordinator, "Partner coordinator", "Registers mentors of one business."), new(Roles.Administrator, "Administrator", "Looks after accounts. Reads nobody’s record."),
    ];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await Load();
    }

    /// <summary>Invites.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (RolesToChoose.All(r => r.Value != Role)) ModelState.AddModelError(nameof(Role), "Say what they will do.");
        if (Role == Roles.Coordinator && Partner is null) ModelState.AddModelError(nameof(Partner), "Choose the partner they will act for.");
        if (Email is not null && !Addresses.CanBeMailed(Email)) ModelState.AddModelError(nameof(Email), "Enter an e-mail address that mail can be sent to, such as name@example.org.");
        if (!ModelState.IsValid) return Page();

        var problem = await SendInvitation(new() { Role = Role!, Name = Name, Email = Email, PartnerId = Role == Roles.Coordinator ? new PartnerId(Partner!.Value) : null });
        if (problem is null) return Done("/admin/invitations", $"The invitation for {Name!.Trim()} is on its way.");
        ModelState.AddModelError(string.Empty, problem.ProblemDetails.Detail!);
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable) Response.StatusCode = problem.StatusCode;
        return Page();
    }

    private async Task Load()
    {
        Title = "Invite somebody";
        Back = "/admin/invitations";
        Partners = await Ask.Get<Page<PartnerSeen>>(Service.Mentor, "/partners?take=100");
    }
}

/// <summary>A partner.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Name">Its name.</param>
/// <param name="JoinedAt">Since when.</param>
public sealed record PartnerSeen(Guid PartnerId, string Name, DateTimeOffset JoinedAt);
