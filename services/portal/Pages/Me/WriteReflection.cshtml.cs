using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They write: as a draft for later, or finished.</summary>
public sealed class WriteReflectionModel : MyPage
{
    private const string TooLong = "Make it a bit shorter: 4,000 characters at most.";

    /// <summary>What happened.</summary>
    [BindProperty, StringLength(4000, ErrorMessage = TooLong)]
    public string? What { get; set; }

    /// <summary>What it means.</summary>
    [BindProperty, StringLength(4000, ErrorMessage = TooLong)]
    public string? SoWhat { get; set; }

    /// <summary>What to make of it.</summary>
    [BindProperty, StringLength(4000, ErrorMessage = TooLong)]
    public string? NowWhat { get; set; }

    /// <summary>A next step.</summary>
    [BindProperty, StringLength(300, ErrorMessage = "Make it a bit shorter: 300 characters at most.")]
    public string? Step { get; set; }

    /// <summary>When the next step is for.</summary>
    [BindProperty]
    public DateParts On { get; set; } = new();

    /// <summary>The session it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Session { get; set; }

    /// <summary>The match it belongs to.</summary>
    [BindProperty]
    public Guid? Match { get; set; }

    /// <summary>Whether what was written cannot be shown just now.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Whether it is not finished, so that the page keeps by itself what they type.</summary>
    public bool IsDraft { get; private set; } = true;

    /// <summary>What they wanted to do, from before, and have not ticked: three at most.</summary>
    public IReadOnlyList<MyStep> Before { get; private set; } = [];

    /// <summary>Whether it is shared, so that what is saved others can read at once.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Shows the page.</summary>
    /// <param name="id">What they wrote before, or the id of what they begin.</param>
    /// <param name="isNew">Whether they begin it.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "new")] bool isNew)
    {
        Head();
        var home = AskForHome();
        var known = Written.Own(await Ask.Get<Written>(Service.Session, $"/reflections/{id}"));
        Match = (await home).Value?.MatchId;
        IsAway = known.IsAway || (await home).IsAway;
        Before = [.. ((await home).Value?.NextSteps ?? []).Where(s => s.ReflectionId != id).Take(3)];
        if (known.Value is { } written)
        {
            (What, SoWhat, NowWhat, Step, On) = (written.What, written.SoWhat, written.NowWhat, written.NextStep?.Text, DateParts.From(written.NextStep?.On));
            (Session, Match, IsShared, IsDraft) = (written.SessionId, written.MatchId, written.Shared, !written.Finished);
        }
        else if (!IsAway && (Match is null || !isNew))
        {
            return Missing();
        }

        return Page();
    }

    /// <summary>The page keeps what they type as a draft; what is finished it leaves alone.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id) => new StatusCodeResult((await Save(id, finished: false, "?onlyDraft=true")).IsDone ? StatusCodes.Status204NoContent : StatusCodes.Status409Conflict);

    /// <summary>They save it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool finished)
    {
        Head();
        if (!On.IsEmpty && On.Read() is null) ModelState.AddModelError(nameof(On), "This is not a day we know. It looks like 4 12 2026. You can leave it empty.");
        if (!On.IsEmpty && string.IsNullOrWhiteSpace(Step)) ModelState.AddModelError(nameof(Step), "Write what the next step is, or leave the day empty.");
        if (finished && string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(SoWhat) && string.IsNullOrWhiteSpace(NowWhat))
            ModelState.AddModelError(nameof(What), "Write a few words under one of the questions, or save it for later.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Save(id, finished);
        if (!outcome.IsDone) return Refused(outcome, ("nextStep.text", nameof(Step)), ("nextStep.on", nameof(On)));
        return finished ? Done($"/me/reflections/{id}", "Saved.") : Done("/me/reflections", "Saved for later. Only you can read it.");
    }

    private Task<Outcome<Nothing>> Save(Guid id, bool finished, string query = "") => Ask.Put(Service.Session, $"/reflections/{id}{query}", new
    {
        matchId = Match,
        sessionId = Session,
        what = What,
        soWhat = SoWhat,
        nowWhat = NowWhat,
        nextStep = string.IsNullOrWhiteSpace(Step) ? null : new { text = Step, on = On.Read() },
        finished,
    });

    private void Head()
    {
        Title = "Write it down";
        Back = "/me/reflections";
    }
}
