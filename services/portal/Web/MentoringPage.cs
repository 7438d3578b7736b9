using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentoring.Portal;

/// <summary>
/// What every page can do. A page reads with <see cref="Ask"/> in OnGet, has things done in OnPost, and after success always
/// redirects (<see cref="Done"/>), so that back and reload do no harm. When something is refused, <see cref="Refused{T}"/> puts
/// the service's words where they belong and the page is shown again with everything that was typed.
/// </summary>
public abstract class MentoringPage : PageModel
{
    internal const string NoticeCookie = "__Host-notice";
    private const string NoticeKey = "notice";

    /// <summary>The services.</summary>
    protected Ask Ask => HttpContext.RequestServices.GetRequiredService<Ask>();

    /// <summary>Who is looking.</summary>
    public Caller Caller => Caller.From(User);

    /// <summary>Today in London.</summary>
    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();

    /// <summary>Ends when the browser hangs up.</summary>
    protected CancellationToken Gone => HttpContext.RequestAborted;

    /// <summary>The heading and the title of the browser's tab.</summary>
    public string Title
    {
        get => ViewData["Title"] as string ?? string.Empty;
        protected set => ViewData["Title"] = value;
    }

    /// <summary>Where the back link leads; none when it is null.</summary>
    public string? Back
    {
        get => ViewData["Back"] as string;
        protected set => ViewData["Back"] = value;
    }

    /// <summary>Redirects after something was done; the next page says <paramref name="notice"/> at its top, once.</summary>
    protected IActionResult Done(string address, string? notice = null)
    {
        if (notice is not null) TempData[NoticeKey] = notice;
        return LocalRedirect(address);
    }

    /// <summary>
    /// Puts a refusal where it belongs: field errors beside their fields (the service's <c>firstName</c> to the bound property <c>FirstName</c>
    /// or <c>Input.FirstName</c>, or as <paramref name="fields"/> says), a sentence into the summary at the top. Returns the page.
    /// </summary>
    /// <typeparam name="T">The answer there would have been.</typeparam>
    /// <param name="outcome">What the service said.</param>
    /// <param name="fields">Names that differ: the service's name to the page's.</param>
    protected IActionResult Refused<T>(Outcome<T> outcome, params (string Theirs, string Ours)[] fields)
    {
        foreach (var (theirs, sentences) in outcome.Errors)
        {
            var ours = fields.FirstOrDefault(f => string.Equals(f.Theirs, theirs, StringComparison.OrdinalIgnoreCase)).Ours
                ?? ModelState.Keys.FirstOrDefault(k => string.Equals(k, theirs, StringComparison.OrdinalIgnoreCase) || k.EndsWith("." + theirs, StringComparison.OrdinalIgnoreCase))
                ?? string.Empty;
            foreach (var sentence in sentences) ModelState.AddModelError(ours, sentence);
        }

        if (outcome.Sentence is { } reason) ModelState.AddModelError(string.Empty, reason);
        else if (outcome.Errors.Count == 0) ModelState.AddModelError(string.Empty, "That did not work. Try again in a moment.");
        if (outcome.IsAway) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    /// <summary>The page for what is not there, or not this person's to see.</summary>
    protected IActionResult Missing() => new NotFoundResult();

    // Without a cookie there is nothing to take, and reading would send a cookie that says so with every page.
    internal static string? TakeNotice(HttpRequest request, Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary temp) =>
        request.Cookies.ContainsKey(NoticeCookie) ? temp[NoticeKey] as string : null;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Result is PageResult && !ModelState.IsValid && Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
