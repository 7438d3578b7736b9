using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>One concern: what was said, what was done, and the next step. Opening it is kept; that it was read is said by a button.</summary>
/// <param name="db">Names of staff.</param>
public sealed class ConcernModel(AccountsDb db) : MentoringPage
{
    /// <summary>The concern.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was done.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>How bad it is.</summary>
    [BindProperty]
    public string? Severity { get; set; }

    /// <summary>Why it is opened again.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Why contact is paused; kept beside the lead's name.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The concern.</summary>
    public Part<Whole> Concern { get; private set; } = new();

    /// <summary>Names of staff.</summary>
    public StaffNames Names { get; private set; } = new([]);

    /// <summary>What there is to choose.</summary>
    public IReadOnlyList<Choice> Severities { get; } =
    [
        new("immediate", "Immediate", "Somebody is in danger now."), new("high", "High", "Somebody was harmed, or may be soon."),
        new("standard", "Standard", "Something is wrong and must be looked into."), new("low", "Low", "To be known and watched."),
    ];

    /// <summary>Who raised it, as far as leads know.</summary>
    public string RaisedBy => Concern.Value is { RaisedBy: { } account } it && it.RaisedAs is not ("mentee" or "mentor")
        ? $"{Names[account]}, {ConcernWords.Raiser(it.RaisedAs)}" : ConcernWords.Raiser(Concern.Value?.RaisedAs ?? string.Empty);

    /// <summary>The records it is linked to, each behind a reason.</summary>
    public IReadOnlyList<(string Href, string Words)> Records
    {
        get
        {
            var links = new List<(string, string)>();
            if (Concern.Value is not { } it) return links;
            if (it.MenteeId is { } mentee) links.Add(($"/safeguarding/records/mentee/{mentee}?concern={Id}", it.RaisedAs == "mentee" ? "See who raised it" : "See the young person it is about"));
            if (it.RaisedByMentor is { } raiser) links.Add(($"/safeguarding/records/mentor/{raiser}?concern={Id}", "See the mentor who raised it"));
            if (it.MentorId is { } mentor && mentor != it.RaisedByMentor) links.Add(($"/safeguarding/records/mentor/{mentor}?concern={Id}", "See the mentor it is about"));
            if (it.MatchId is { } match) links.Add(($"/safeguarding/records/match/{match}?concern={Id}", "See their match"));
            return links;
        }
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Severity = Concern.Value?.Severity;
        return Concern.IsMissing ? Missing() : Page();
    }

    /// <summary>Says that it was read.</summary>
    public Task<IActionResult> OnPostSeenAsync() => Step("seen", null, "Whoever raised it can now see that it was read.");

    /// <summary>Takes it on.</summary>
    public Task<IActionResult> OnPostTakeAsync() => Step("taking", null, "You look after this concern now.");

    /// <summary>Sets how bad it is.</summary>
    public Task<IActionResult> OnPostJudgeAsync()
    {
        if (Severities.All(s => s.Value != Severity)) ModelState.AddModelError(nameof(Severity), "Choose how bad it is.");
        return Step("severity", new { severity = Severity }, "The severity is set.");
    }

    /// <summary>Writes down what was done.</summary>
    public Task<IActionResult> OnPostActAsync()
    {
        if (string.IsNullOrWhiteSpace(What)) ModelState.AddModelError(nameof(What), "Write what was done.");
        return Step("actions", new { what = What }, "It is in the log.");
    }

    /// <summary>Opens it again.</summary>
    public Task<IActionResult> OnPostReopenAsync()
    {
        if (string.IsNullOrWhiteSpace(Why)) ModelState.AddModelError(nameof(Why), "Write why it is opened again.");
        return Step("reopening", new { why = Why }, "It is open again, and you look after it.");
    }

    /// <summary>Pauses all contact between the two it is about, and writes that into the log.</summary>
    public async Task<IActionResult> OnPostPauseAsync()
    {
        var reason = Reason = Reason?.Trim() ?? string.Empty;
        await Load();
        if (Concern.IsMissing || Concern.Value is { MatchId: null }) return Missing();
        if (reason.Length is < 10 or > 500) ModelState.AddModelError(nameof(Reason), "Say why in 10 to 500 characters.");
        if (!ModelState.IsValid || Concern.Value is not { MatchId: { } match }) return Page();

        var outcome = await Ask.Post(Service.Session, $"/matches/{match}/stopping", reason: reason);
        if (!outcome.IsDone) return Refused(outcome);
        await Ask.Post(Service.Safeguarding, $"/concerns/{Id}/actions", new { what = "Paused all contact between the two, and called off what was booked." });
        return Done($"/safeguarding/concerns/{Id}", "Contact is paused, and what was booked is called off. Both are told.");
    }

    private async Task<IActionResult> Step(string step, object? body, string notice)
    {
        if (ModelState.IsValid)
        {
            var outcome = await Ask.Post(Service.Safeguarding, $"/concerns/{Id}/{step}", body);
            if (outcome.IsMissing) return Missing();
            if (outcome.IsDone) return Done($"/safeguarding/concerns/{Id}", notice);
            _ = Refused(outcome);
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        Concern = await Ask.Get<Whole>(Service.Safeguarding, $"/concerns/{Id}");
        Back = "/safeguarding";
        Title = Concern.Value is { } it ? $"Concern of {Say.When(it.RaisedAt)}" : "Concern";
        Reason ??= Concern.Value is { } raised ? $"Because of the concern that was raised on {Say.Day(London.DateAt(raised.RaisedAt))}." : null;
        if (Concern.Value is { } found) Names = await db.NamesOf(found.Accounts, Gone);
    }
}
