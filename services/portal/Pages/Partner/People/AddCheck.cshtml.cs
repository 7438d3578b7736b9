using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>Adding a mentor: check the answers, then send.</summary>
/// <param name="drafts">Keeps what is typed.</param>
/// <param name="invitations">Invites them.</param>
public sealed class AddCheckModel(Drafts drafts, OwnInvitations invitations) : MentoringPage
{
    /// <summary>Whether the invitation goes out at once.</summary>
    [BindProperty]
    public bool Invite { get; set; }

    /// <summary>Who is added.</summary>
    public NewPerson Person { get; private set; } = new();

    /// <summary>Shows the answers.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Invite = true;
        return Person.IsWhole ? Page() : Done("/partner/people/add");
    }

    /// <summary>Registers them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (!Person.IsWhole) return Done("/partner/people/add");
        var outcome = await Ask.Post<OwnPerson>(Service.Mentor, $"/partners/{Caller.Partner}/mentors", new
        {
            firstName = Person.FirstName,
            lastName = Person.LastName,
            email = Person.Email,
            phone = Person.Phone,
            jobTitle = Person.JobTitle,
            dateOfBirth = Person.Born,
            postcode = Person.Postcode,
            inPerson = Person.Ways.Contains("in-person"),
            online = Person.Ways.Contains("online"),
        });
        if (!outcome.IsDone) return Refused(outcome);
        var trouble = Invite ? (await invitations.Send([outcome.Value!], Caller, again: false, Gone)).Trouble : null;
        await drafts.Delete(Caller.Account, NewPerson.Journey, Gone);
        return Done($"/partner/people/{outcome.Value!.MentorId}/added", trouble);
    }

    private async Task Load()
    {
        Title = "Add a mentor: check your answers";
        Back = "/partner/people/add/meeting";
        Person = await drafts.Read<NewPerson>(Caller.Account, NewPerson.Journey, Gone) ?? new();
    }
}
