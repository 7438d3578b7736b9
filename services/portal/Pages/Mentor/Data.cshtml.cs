using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Everything that is held about a mentor, as a file.</summary>
/// <param name="db">Their account.</param>
public sealed class DataModel(AccountsDb db) : MentoringPage
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Shows what is in it.</summary>
    public void OnGet() => Show();

    /// <summary>Puts it together and sends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Show();
        var record = Ask.Get<JsonElement?>(Service.Mentor, "/mentors/me/data");
        var sessions = Ask.Get<JsonElement?>(Service.Session, "/sessions/me/data");
        await Task.WhenAll(record, sessions);
        if ((await record).IsAway || (await sessions).IsAway) return Refused(new Outcome<Nothing> { IsDone = false, IsAway = true, Sentence = "A part of your data cannot be read just now. Try again in a moment, so that the file is whole." });
        var email = await db.Accounts.Where(a => a.Id == Caller.Account.Value).Select(a => a.Email).SingleOrDefaultAsync(Gone);
        var all = new { account = new { email, id = Caller.Account.Value }, mentor = (await record).Value, sessions = (await sessions).Value };
        return File(JsonSerializer.SerializeToUtf8Bytes(all, Readable), "application/json", "my-mentoring-data.json");
    }

    private void Show()
    {
        Title = "Download my data – for mentors";
        Back = "/mentor";
    }
}
