using Mentoring.Shared;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>The kinds of records a lead can open.</summary>
public static class RecordKinds
{
    /// <summary>A young person's.</summary>
    public const string Mentee = "mentee";

    /// <summary>A mentor's.</summary>
    public const string Mentor = "mentor";

    /// <summary>A match's.</summary>
    public const string Match = "match";

    /// <summary>What it is called in a sentence.</summary>
    public static string Name(string kind) => kind switch { Mentee => "young person’s record", Mentor => "mentor’s record", _ => "match" };
}

/// <summary>Why a lead opens a record. It is asked once and good for an hour; every reading is kept with it by the service that owns the record.</summary>
/// <param name="drafts">Where it is kept, protected.</param>
/// <param name="clock">The clock.</param>
public sealed class Reasons(Drafts drafts, TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromHours(1);

    /// <summary>The reason given within the last hour; null when there is none.</summary>
    public async Task<string?> Of(AccountId lead, string kind, Guid id, CancellationToken cancel) =>
        await drafts.Read<Given>(lead, Journey(kind, id), cancel) is { } given && given.At > clock.GetUtcNow() - Good ? given.Words : null;

    /// <summary>Keeps a reason.</summary>
    public Task Give(AccountId lead, string kind, Guid id, string words, CancellationToken cancel) => drafts.Write(lead, Journey(kind, id), new Given(words, clock.GetUtcNow()), cancel);

    private static string Journey(string kind, Guid id) => $"reason:{kind}:{id}";

    private sealed record Given(string Words, DateTimeOffset At);
}

/// <summary>A record that is opened with a reason. Without one the lead is asked for it.</summary>
public abstract class RecordPage : MentoringPage
{
    /// <summary>The record.</summary>
    [Microsoft.AspNetCore.Mvc.BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Why, in the lead's words.</summary>
    public string Reason { get; private set; } = string.Empty;

    /// <summary>Its kind.</summary>
    protected abstract string Kind { get; }

    /// <summary>Whether there is a reason.</summary>
    protected async Task<bool> HasReason()
    {
        Reason = await HttpContext.RequestServices.GetRequiredService<Reasons>().Of(Caller.Account, Kind, Id, Gone) ?? string.Empty;
        Back = "/safeguarding/records";
        return Reason.Length > 0;
    }

    /// <summary>Asks for one.</summary>
    protected Microsoft.AspNetCore.Mvc.IActionResult AskWhy() => LocalRedirect($"/safeguarding/records/{Kind}/{Id}");
}
