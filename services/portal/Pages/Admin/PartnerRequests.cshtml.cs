using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The businesses that asked to join, by what became of it.</summary>
public sealed class PartnerRequestsModel : AdminPage
{
    /// <summary>What can have become of it.</summary>
    public IReadOnlyList<(string State, string Words)> States { get; } = [("open", "Waiting"), ("accepted", "Accepted"), ("refused", "Refused")];

    /// <summary>What is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "open";

    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The list.</summary>
    public Part<Requests> List { get; private set; } = new();

    /// <summary>What is said when there is none.</summary>
    public string Nothing => State switch
    {
        "open" => "Nobody waits for an answer. Businesses ask on the page “For businesses”; what they say comes here.",
        "accepted" => "None has been accepted yet.",
        _ => "None has been refused.",
    };

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (States.All(s => s.State != State)) return Missing();
        Title = State == "open" ? "Businesses that asked to join" : $"Businesses that asked to join: {State}";
        Back = "/admin/partners";
        List = await Ask.Get<Requests>(Service.Mentor, $"/partner-requests?state={State}&take=25{(After is { } after ? $"&after={after}" : string.Empty)}");
        return Page();
    }
}
