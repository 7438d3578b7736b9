using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>One match: the yes or no, and once approved the young person's first name, goals and sessions.</summary>
public sealed class MatchModel : MentoringPage
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>yes or no.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Why not, if they want to say.</summary>
    [BindProperty]
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>The match.</summary>
    public Part<OwnMatch> Match { get; private set; } = new();

    /// <summary>The young person; null before approval.</summary>
    public Introduced? Young { get; private set; }

    /// <summary>Sessions that are booked.</summary>
    public Part<Listed<OwnSession>> Sessions { get; private set; } = new();

    /// <summary>The goals they set for themselves.</summary>
    public Part<Listed<Goal>> Goals { get; private set; } = new();

    /// <summary>The young person's caseworker, once the match is approved.</summary>
    public StaffContact? Caseworker { get; private set; }

    /// <summary>What they are called on the page.</summary>
    public string Name => Young?.FirstName ?? "your young person";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Match.IsMissing ? Missing() : Page();
    }

    /// <summary>Says yes or no.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Match.IsMissing) return Missing();
        if (Answer is not ("yes" or "no")) ModelState.AddModelError(nameof(Answer), "Choose yes or no.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/mentor-answer", new { answer = Answer, why = Answer == "no" && !string.IsNullOrWhiteSpace(Why) ? Why.Trim() : null });
        if (!outcome.IsDone) return Refused(outcome);
        return Answer == "yes"
            ? Done($"/mentor/matches/{Id}", "You said yes. The caseworker looks at it next, and you hear from us.")
            : Done("/mentor/matches", "You said no. Thank you for being honest; somebody else will be found.");
    }

    private async Task Load()
    {
        Title = "One of my matches – for mentors";
        Back = "/mentor/matches";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var sessions = Ask.Get<Listed<OwnSession>>(Service.Session, "/sessions/me?take=100");
        var all = await matches;
        var match = all.Value?.Items.FirstOrDefault(m => m.MatchId == Id);
        Match = all.IsAway ? new() { IsAway = true } : match is null ? new() { IsMissing = true } : new() { Value = match };
        if (match is { MenteeId: { } mentee, IsAsked: false })
        {
            var young = Ask.Get<Introduced>(Service.Mentee, $"/mentees/{mentee}/introduction");
            var goals = Ask.Get<Listed<Goal>>(Service.Session, $"/mentees/{mentee}/goals");
            Young = (await young).Value;
            Goals = await goals;
        }

        Sessions = await sessions;
        if (match?.CaseworkerId is { } caseworker) Caseworker = await HttpContext.RequestServices.GetRequiredService<AccountsDb>().ContactOf(caseworker, Gone);
    }

    /// <summary>A goal of the young person.</summary>
    /// <param name="Area">What it is about.</param>
    /// <param name="Words">In their words.</param>
    /// <param name="State">open, reached or put-away.</param>
    public sealed record Goal(string Area, string Words, string State);
}
