using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.Import;

/// <summary>Importing a spreadsheet, first step: choose the file.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>The largest file, in bytes; the mentor service takes no more.</summary>
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Title = "Import a spreadsheet";

    /// <summary>Has the file read; registers nobody yet.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Title = "Import a spreadsheet";
        if (Sheet is not { Length: > 0 }) ModelState.AddModelError(nameof(Sheet), Sheet is null ? "Choose a file." : "This file is empty. Choose another.");
        else if (Sheet.Length > Largest) ModelState.AddModelError(nameof(Sheet), "This file is larger than 2 MB. Split it and send the parts.");
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
