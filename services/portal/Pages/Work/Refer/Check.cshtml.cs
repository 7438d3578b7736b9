using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Check your answers, then refer.</summary>
public sealed class ReferCheckModel : ReferPage
{
    /// <summary>What was typed.</summary>
    public Referring Input { get; private set; } = new();

    /// <summary>Shows the answers.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return IsWhole ? Page() : LocalRedirect("/work/refer");
    }

    /// <summary>Refers.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (!IsWhole) return LocalRedirect("/work/refer");
        var outcome = await Ask.Post<Referred>(Service.Mentee, "/mentees", new
        {
            firstName = Input.FirstName,
            lastName = Input.LastName,
            dateOfBirth = Input.Born.Read(),
            email = PersonFields.OrNull(Input.Email),
            phone = PersonFields.OrNull(Input.Phone),
            howToReach = PersonFields.OrNull(Input.HowToReach),
            note = PersonFields.OrNull(Input.Note),
        });
        if (!outcome.IsDone) return Refused(outcome);
        await Drafts.Delete(Caller.Account, Referring.Journey, Gone);
        return LocalRedirect($"/work/refer/done/{outcome.Value!.Id}");
    }

    private bool IsWhole => Input.FirstName is not null && Input.LastName is not null && Input.Born.Read() is not null && (PersonFields.OrNull(Input.Email) ?? PersonFields.OrNull(Input.Phone)) is not null;

    private async Task Load()
    {
        Title = "Check your answers";
        Back = "/work/refer/why";
        Input = await Typed();
    }

    /// <summary>The new record.</summary>
    public sealed record Referred(Guid Id);
}
