using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Pauses all contact between two people, from the match's own page by one press, and asks once before they are let again.</summary>
public sealed class MatchMeetingsModel : MatchPage
{
    private const string Question = "Meetings of {0}";

    /// <summary>How it goes, from the session service.</summary>
    public Part<HowItGoesSeen> Course { get; private set; } = new();

    /// <summary>What is booked and still to come, the next first.</summary>
    public IReadOnlyList<SessionSeen> Booked { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotShown();

    /// <summary>Pauses it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post<Stopped>(Service.Session, $"/matches/{Id}/stopping");
        if (outcome.IsDone) return Done($"/work/matches/{Id}", outcome.Value is { CalledOff: > 0 and var off } ? $"Contact is paused, and {Say.Count(off, "session")} called off. Both are told." : "Contact between the two is paused.");
        return await Load() || Record.IsAway ? Refused(outcome) : Missing();
    }

    /// <summary>Lets them again.</summary>
    public async Task<IActionResult> OnPostResumeAsync()
    {
        var outcome = await Ask.Delete(Service.Session, $"/matches/{Id}/stopping");
        if (outcome.IsDone) return Done($"/work/matches/{Id}", "They can have contact again.");
        return await Load() || Record.IsAway ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load()
    {
        var course = Ask.Get<HowItGoesSeen>(Service.Session, $"/matches/{Id}/how-it-goes");
        var shown = await CanShow(Question);
        Course = await course;
        var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Booked = [.. (Course.Value?.Sessions ?? []).Where(s => s.State == "booked" && s.StartsAt > now).OrderBy(s => s.StartsAt)];
        return shown;
    }

    /// <summary>Where it stands then.</summary>
    /// <param name="CalledOff">How many sessions were called off.</param>
    public sealed record Stopped(int CalledOff);
}
