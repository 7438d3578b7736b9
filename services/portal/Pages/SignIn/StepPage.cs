using System.Globalization;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>A page on the way in. What is half done is behind the handle in the browser's cookie.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public abstract class StepPage : MentoringPage
{
    private const string TypedKey = "typed";

    /// <summary>The page to go to once signed in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    /// <summary>What goes behind a link so that the way is not lost.</summary>
    public string Onward => Next is { Length: > 0 } && SignInCookies.LocalOrHome(Next) == Next ? QueryString.Create("next", Next).ToString() : string.Empty;

    private DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The handle of what is half done.</summary>
    protected string? Step => HttpContext.HeldStep();

    /// <summary>Whether passkeys can be used at the address of this portal.</summary>
    public bool CanHavePasskeys => HttpContext.RequestServices.GetRequiredService<PortalAddress>().CanHavePasskeys;

    /// <summary>Keeps an address for the moment in which somebody asks for another code: in their browser, protected, and never in a link.</summary>
    protected void KeepTyped(string email) => TempData[TypedKey] = $"{Now.ToUnixTimeSeconds()} {email}";

    /// <summary>The address that was typed in the last ten minutes; given back once, so that it does not wait for the next person at the same computer.</summary>
    protected string? TypedBefore() =>
        TempData[TypedKey] is string kept && kept.Split(' ', 2) is [var at, var email] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Now - DateTimeOffset.FromUnixTimeSeconds(seconds) < TimeSpan.FromMinutes(10) ? email : null;

    /// <summary>Goes to a page of the way in.</summary>
    protected IActionResult GoOn(string page) => LocalRedirect(page + Onward);

    /// <summary>Begins again, and says why.</summary>
    protected IActionResult BeginAgain(string page) => Done(page + Onward, "That took too long or too many tries. Please begin again.");

    /// <summary>Has the browser hold the sign-in, and goes where its owner wanted to go.</summary>
    protected IActionResult Enter(Admission admission)
    {
        HttpContext.ForgetStep();
        TempData.Remove(TypedKey);
        HttpContext.HoldSignIn(admission.Handle!);
        var where = SignInCookies.LocalOrHome(Next);
        return LocalRedirect(where == "/" ? HomeOf(admission.Account!) : where);
    }

    /// <summary>The first page of an account's owner.</summary>
    protected static string HomeOf(Account account) =>
        Area.HomeOf(Caller.From(new(new System.Security.Claims.ClaimsIdentity(account.Says()))));

    /// <summary>Shows the page again with a sentence beside a field, or at the top.</summary>
    protected PageResult Again(string sentence, string field = "")
    {
        ModelState.AddModelError(field, sentence);
        return Page();
    }
}
