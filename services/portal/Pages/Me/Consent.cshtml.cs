using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>The young person's own yes, in plain words, and the way back from it.</summary>
public sealed class ConsentModel : MyPage
{
    /// <summary>What saying yes means.</summary>
    /// <param name="Version">Which version of the words.</param>
    /// <param name="Words">The words.</param>
    public sealed record Statement(string Version, IReadOnlyList<string> Words);

    /// <summary>What saying yes means.</summary>
    public Part<Statement> Means { get; private set; } = new();

    /// <summary>The yes that holds; null when none does.</summary>
    public MyConsent? Given { get; private set; }

    /// <summary>Every yes they said, the newest first.</summary>
    public IReadOnlyList<MyConsent> Said { get; private set; } = [];

    /// <summary>Whether the words have changed since their yes, which holds all the same.</summary>
    public bool IsAskedAnew { get; private set; }

    /// <summary>Whether we know what they said.</summary>
    public bool IsAway { get; private set; }

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>They say yes.</summary>
    public async Task<IActionResult> OnPostYesAsync()
    {
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Me}/consent", new { statementVersion = Version ?? string.Empty, agreed = true });
        if (outcome.IsDone) return Done("/me", "Thank you. You said yes. You can change your mind at any time.");
        await Load();
        return Refused(outcome);
    }

    /// <summary>They take their yes back.</summary>
    public async Task<IActionResult> OnPostNoAsync()
    {
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Me}/consent/withdrawal");
        if (outcome.IsDone) return Done("/me", "You took your yes back. That is fine. Nothing new will happen unless you say yes again.");
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Do you want to take part?";
        Back = "/me/choices";
        var means = Ask.Get<Statement>(Service.Mentee, "/consent-statement");
        var me = await AskForMe();
        Means = await means;
        await FindCaseworker(me.Value);
        IsAway = me.IsAway;
        Given = me.Value?.ConsentOn(Today);
        Said = [.. (me.Value?.Consents ?? []).Reverse()];
        IsAskedAnew = Given is not null && me.Value!.IsAskedAnew;
    }
}
