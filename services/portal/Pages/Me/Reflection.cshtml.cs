using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>One thing they wrote: to read, share, stop sharing or delete.</summary>
public sealed class ReflectionModel : MyPage
{
    /// <summary>What they wrote.</summary>
    public Part<Written> Written { get; private set; } = new();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : Missing();

    /// <summary>They share it, or stop.</summary>
    public async Task<IActionResult> OnPostShareAsync(Guid id, bool shared)
    {
        var outcome = await Ask.Post(Service.Session, $"/reflections/{id}/sharing", new { shared });
        if (outcome.IsDone) return Done($"/me/reflections/{id}", shared ? "You share it now. You can stop at any time." : "Only you can read it now.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    /// <summary>They tick the next step, or take the tick away.</summary>
    public async Task<IActionResult> OnPostTickAsync(Guid id, bool done)
    {
        var outcome = await Ask.Post(Service.Session, $"/reflections/{id}/next-step", new { done });
        if (outcome.IsDone) return Done($"/me/reflections/{id}", done ? "Well done." : "It is open again.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load(Guid id)
    {
        Title = "What you wrote";
        Back = "/me/reflections";
        Written = Mentoring.Portal.Pages.Me.Written.Own(await Ask.Get<Written>(Service.Session, $"/reflections/{id}"));
        return !Written.IsMissing;
    }
}
