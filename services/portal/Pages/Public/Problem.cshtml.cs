using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Public;

/// <summary>What went wrong, in words, with a way on. Shown in the place of the page that was asked for, at its address.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : MentoringPage
{
    /// <summary>What to know and what to do.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>What was typed, to be sent again; null when there is nothing.</summary>
    public HeldForm? Held { get; private set; }

    /// <summary>Whether they sign in before they send it again.</summary>
    public bool MustSignIn { get; private set; }

    /// <summary>Where to go on.</summary>
    public string Home { get; private set; } = "/";

    /// <summary>Chooses the words. Who comes by the address itself, and not because something went wrong, finds nothing.</summary>
    /// <param name="code">The HTTP status.</param>
    public void OnGet(int code) => Tell(code);

    /// <summary>The same after a form that was sent.</summary>
    /// <param name="code">The HTTP status.</param>
    public async Task OnPostAsync(int code)
    {
        if (code is StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized) Held = await HeldForm.Of(HttpContext);
        MustSignIn = code == StatusCodes.Status401Unauthorized;
        Tell(code);
    }

    private void Tell(int code)
    {
        var happened = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!happened) Response.StatusCode = code = StatusCodes.Status404NotFound;
        if (User.Identity?.IsAuthenticated == true) Home = Area.HomeOf(Caller);
        (string Title, IReadOnlyList<string> Lines) said = code switch
        {
            400 when Held is not null => ("What you wrote is still here", ["This page was open for a while, or you signed in again. Nothing was sent yet.", "Press the button to send it now."]),
            401 when Held is not null => ("You were signed out", ["What you wrote is still here. Nothing was sent yet.", "Sign in in a new tab. Then come back to this tab and press the button."]),
            400 => ("This page was open for too long", ["For your safety, forms stop working after a while or when you sign in again. Nothing was changed.", "Go back, reload the page and try once more."]),
            401 => ("Please sign in", ["You need to sign in to see this."]),
            403 => ("This is not for your account", ["You are signed in, but this page is for somebody in another role. If you think that is wrong, ask your programme."]),
            404 => ("There is nothing here", ["The page is not there, or it is not yours to see. If you typed the address, check it."]),
            413 => ("That is too big", ["The file or the text is bigger than we can take. Nothing was changed. Make it smaller and try again."]),
            429 => ("That was a lot of tries", ["Wait a minute, then try again."]),
            503 => ("We cannot do that just now", ["A part of the system does not answer. Nothing was changed. Try again in a moment."]),
            _ => ("Something went wrong on our side", ["It has been written down and we will look at it. Nothing you did caused it. Try again in a moment."]),
        };
        Title = said.Title;
        Lines = said.Lines;
    }
}
