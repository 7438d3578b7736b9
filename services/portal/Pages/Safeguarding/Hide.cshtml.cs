using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>Asks once before a concern is hidden from those it is about.</summary>
/// <param name="db">Who works here.</param>
public sealed class HideModel(AccountsDb db) : MentoringPage
{
    /// <summary>The concern.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whom it is about.</summary>
    [BindProperty]
    public List<Guid> Accounts { get; set; } = [];

    /// <summary>Who reads concerns or could.</summary>
    public IReadOnlyList<Choice> Staff { get; private set; } = [];

    /// <summary>Asks.</summary>
    public Task OnGetAsync() => Load();

    /// <summary>Hides it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var leads = (await Load()).Where(s => s.Roles.Contains(Roles.SafeguardingLead)).Select(s => s.Id);
        if (leads.All(Accounts.Contains)) ModelState.AddModelError(nameof(Accounts), "Then nobody could read it any more. Leave one safeguarding lead out, or ask for another lead to be invited first.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Safeguarding, $"/concerns/{Id}/hiding", new { accounts = Accounts.Take(10) });
        if (outcome.IsMissing) return Missing();
        if (!outcome.IsDone) return Refused(outcome);
        return Done(Accounts.Contains(Caller.Account.Value) ? "/safeguarding" : $"/safeguarding/concerns/{Id}", "Only safeguarding leads read it now, and none of those it is about.");
    }

    private async Task<List<StaffMember>> Load()
    {
        Title = "Is it about somebody who works here?";
        Back = $"/safeguarding/concerns/{Id}";
        var staff = await db.StaffWith(Gone, Roles.SafeguardingLead, Roles.Caseworker, Roles.Administrator);
        Staff = [.. staff.Select(s => new Choice(s.Id.ToString(), s.Id == Caller.Account.Value ? $"{s.Name} (you)" : s.Name, Say.List(s.Roles.Select(r => Say.Word(r).ToLower(Say.British)))))];
        return staff;
    }
}
