using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Everything that is kept about them, to download.</summary>
public sealed class MyDataModel : MyPage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly (string Service, string Path, string Name)[] Parts =
    [
        (Service.Mentee, "/mentees/me/data", "aboutMe"),
        (Service.Matching, "/mentees/me/data", "mentorsAndMatches"),
        (Service.Session, "/sessions/me/data", "sessionsThoughtsAndGoals"),
    ];

    /// <summary>Shows the page.</summary>
    public void OnGet() => Head();

    /// <summary>Gives the file, and only a whole one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Head();
        var parts = await Task.WhenAll(Parts.Select(p => Ask.Get<JsonElement>(p.Service, p.Path)));
        if (parts.Any(p => p.IsAway || p.IsMissing))
        {
            ModelState.AddModelError(string.Empty, "We cannot reach all of your data just now. Wait a moment and try again, so that your copy is whole.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        var all = Parts.Zip(parts).ToDictionary(p => p.First.Name, p => p.Second.Value);
        return File(JsonSerializer.SerializeToUtf8Bytes(all, Readable), "application/json; charset=utf-8", "my-data.json");
    }

    private void Head()
    {
        Title = "My data";
        Back = "/me/choices";
    }
}
