using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Mentoring.Portal.Pages.Partner.Import;

/// <summary>Importing a spreadsheet, first step: choose the file.</summary>
[DisableRequestSizeLimit, RequestFormLimits(MultipartBodyLengthLimit = IndexModel.MostRead), AskForLess]
public sealed class IndexModel : MentoringPage
{
    /// <summary>The largest file, in bytes; the mentor service takes no more.</summary>
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>The most that is read, in bytes: the largest file and the form around it.</summary>
    public const int MostRead = Largest + (64 * 1024);

    private const string TooLarge = "This file is larger than 2 MB. Split it and send the parts.";

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>Asks.</summary>
    /// <param name="large">Whether a file was sent that is too large to be read.</param>
    public IActionResult OnGet(bool large)
    {
        Title = "Import a spreadsheet";
        if (large) ModelState.AddModelError(nameof(Sheet), TooLarge);
        return Page();
    }

    /// <summary>Has the file read; registers nobody yet.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Title = "Import a spreadsheet";
        if (Sheet is not { Length: > 0 }) ModelState.AddModelError(nameof(Sheet), Sheet is null ? "Choose a file." : "This file is empty. Choose another.");
        else if (Sheet.Length > Largest) ModelState.AddModelError(nameof(Sheet), TooLarge);
        if (!ModelState.IsValid || Sheet is null) return Page();

        using var all = new MemoryStream();
        await Sheet.CopyToAsync(all, Gone);
        var bytes = all.ToArray();
        var outcome = await Ask.Post<Made>(Service.Mentor, $"/partners/{Caller.Partner}/imports", (Func<HttpContent>)(() => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }));
        if (outcome.IsDone) return Done($"/partner/import/{outcome.Value!.ImportId}");
        if (outcome.Sentence is { } sentence && !outcome.IsAway)
        {
            ModelState.AddModelError(nameof(Sheet), sentence);
            return Page();
        }

        return Refused(outcome);
    }

    /// <summary>What the service makes of it.</summary>
    /// <param name="ImportId">Its id.</param>
    public sealed record Made(Guid ImportId);
}

/// <summary>
/// Looks at the length of what is sent before anybody reads it: what is too large is thrown away as it comes in and answered on the page.
/// A limit of the server's own would break the connection instead, and the browser would have nothing to say.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AskForLessAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the form is read for its token.</summary>
    public int Order => 800;

    /// <summary>Leads back to the page, which says what is wrong.</summary>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > IndexModel.MostRead) context.Result = new LocalRedirectResult("/partner/import?large=true");
    }
}
