using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>A business that asks to join: accepted, which invites its coordinator, or refused.</summary>
public sealed class PartnerRequestModel : AdminPage
{
    /// <summary>The request.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Why it is refused.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What is known of it.</summary>
    public Part<Request> It { get; private set; } = new();

    /// <summary>Names of administrators.</summary>
    public StaffNames Names { get; private set; } = new([]);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return It.IsMissing ? Missing() : Page();
    }

    /// <summary>Makes it a partner and invites its coordinator. When the mail cannot be sent, the next page is the one to send it from.</summary>
    public async Task<IActionResult> OnPostAcceptAsync()
    {
        var outcome = await Ask.Post<Request>(Service.Mentor, $"/partner-requests/{Id}/acceptance");
        if (outcome.IsMissing) return Missing();
        if (outcome is not { IsDone: true, Value: { PartnerId: { } partner } accepted })
        {
            await Load();
            return Refused(outcome);
        }

        var problem = await SendInvitation(new() { Role = Roles.Coordinator, PartnerId = partner, Name = accepted.ContactName, Email = accepted.Email });
        return problem is null
            ? Done("/admin/partners", $"{accepted.BusinessName} is a partner now, and {accepted.ContactName} has an invitation.")
            : Done($"/admin/invite?role=coordinator&partner={partner}", $"{accepted.BusinessName} is a partner now, but no invitation could be sent: {problem.ProblemDetails.Detail}");
    }

    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostRefuseAsync()
    {
        if (Why is not { } why || why.Trim().Length is < 3 or > 500) ModelState.AddModelError(nameof(Why), "Say why in 3 to 500 characters.");
        if (ModelState.IsValid)
        {
            var outcome = await Ask.Post(Service.Mentor, $"/partner-requests/{Id}/refusal", new { why = Why!.Trim() });
            if (outcome.IsMissing) return Missing();
            if (outcome.IsDone) return Done("/admin/partners/requests", "It is refused. Tell them yourself, kindly.");
            _ = Refused(outcome);
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        It = await Ask.Get<Request>(Service.Mentor, $"/partner-requests/{Id}");
        Names = await Db.NamesOf([It.Value?.DecidedBy], Gone);
        Title = It.Value is { } it ? $"{it.BusinessName} asks to join" : "A business asks to join";
        Back = "/admin/partners/requests";
    }
}
