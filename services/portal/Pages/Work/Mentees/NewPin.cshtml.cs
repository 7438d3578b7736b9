using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Has a mail sent with which a young person who forgot their PIN chooses a new one; asked once.</summary>
public sealed class NewPinModel : MenteePage
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return NotShown(typed: true);
        var services = HttpContext.RequestServices;
        await using var transaction = await Accounts.Database.BeginTransactionAsync(Gone);
        var answer = await RenewPin.Handle(new() { MenteeId = new(Id) }, Caller, services.GetRequiredService<OwningServices>(), services.GetRequiredService<Inviting>(), Accounts, Gone);
        if (answer.Result is ProblemHttpResult problem)
        {
            ModelState.AddModelError(string.Empty, problem.ProblemDetails.Detail ?? "The mail could not be sent. Try again in a moment.");
            return Page();
        }

        await transaction.CommitAsync(CancellationToken.None);
        return Done($"/work/mentees/{Id}", "The mail with the code is on its way. It works for three days.");
    }

    private Task<bool> Load() => CanShow("Let {0} choose a new PIN?");
}
