using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They delete something they wrote; asked once.</summary>
public sealed class DeleteReflectionModel : MyPage
{
    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Head(id);
        var written = Written.Own(await Ask.Get<Written>(Service.Session, $"/reflections/{id}"));
        return written.IsMissing ? Missing() : Page();
    }

    /// <summary>They delete it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Head(id);
        var outcome = await Ask.Delete(Service.Session, $"/reflections/{id}");
        // Gone already is gone.
        return outcome.IsDone || outcome.IsMissing ? Done("/me/reflections", "It is deleted.") : Refused(outcome);
    }

    private void Head(Guid id)
    {
        Title = "Delete what you wrote?";
        Back = $"/me/reflections/{id}";
    }
}
