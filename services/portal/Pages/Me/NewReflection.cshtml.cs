using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Begins to write: gives what will be written an address of its own, so that going back or reloading never makes two. What was begun about a session before is gone on with.</summary>
public sealed class NewReflectionModel : MyPage
{
    /// <summary>Leads on.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? session)
    {
        if (session is null) return LocalRedirect($"/me/reflections/{Guid.CreateVersion7()}/write?new=true");
        var known = await Ask.Get<Mentoring.Shared.Page<Written>>(Service.Session, $"/reflections/me?sessionId={session}&take=1");
        return LocalRedirect(known.Value?.Items is [var begun, ..] ? $"/me/reflections/{begun.Id}/write" : $"/me/reflections/{Guid.CreateVersion7()}/write?new=true&session={session}");
    }
}
