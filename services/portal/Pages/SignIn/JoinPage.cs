using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>A page on the way of accepting an invitation, after the code.</summary>
/// <param name="joining">Accepts invitations.</param>
public abstract class JoinPage(Joining joining) : StepPage
{
    /// <summary>Accepts invitations.</summary>
    protected Joining Joining => joining;

    /// <summary>Whom the invitation is for.</summary>
    public InvitedPerson Invited { get; private set; } = null!;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await joining.Look(Step, Gone) is { } invited)
        {
            Invited = invited;
            await base.OnPageHandlerExecutionAsync(context, next);
            return;
        }

        context.Result = Done("/join", "Please begin again with the code from your mail.");
    }

    /// <summary>What came of it: a sentence beside its field, the next page, or in.</summary>
    protected async Task<IActionResult> Answer(JoinAnswer answer, string goOn)
    {
        if (answer.IsOver) return Done("/join", answer.Refusal);
        if (answer.Refusal is { } refusal) return Again(refusal, answer.Field switch { "password" => "Password", "pin" => "Pin", "code" => "Code", _ => string.Empty });
        if (answer.Handle is not null) return LocalRedirect(goOn);
        if (answer.In is not { Handle: { } handle })
        {
            HttpContext.ForgetStep();
            return Done("/sign-in/staff", "Your account has the new role now. Sign in as always.");
        }

        HttpContext.HoldSignIn(handle);
        if (answer.RecoveryCodes.Count > 0)
        {
            HttpContext.HoldStep(await HttpContext.RequestServices.GetRequiredService<RecoveryCodesShown>().Keep(answer.Account!.Id, answer.RecoveryCodes, Gone));
            return LocalRedirect("/account/recovery-codes/new");
        }

        HttpContext.ForgetStep();
        return LocalRedirect(answer.Account!.IsYoung ? "/account/welcome" : HomeOf(answer.Account));
    }
}
