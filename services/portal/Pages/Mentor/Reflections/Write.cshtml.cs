using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor.Reflections;

/// <summary>Writing a reflection: What? So what? Now what?</summary>
public sealed class WriteModel : MentoringPage
{
    private const string TooLong = "Keep this under 4,000 characters.";

    /// <summary>The reflection.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The match, for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? MatchId { get; set; }

    /// <summary>The session it is about, if any.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? SessionId { get; set; }

    /// <summary>What happened.</summary>
    [BindProperty, StringLength(4_000, ErrorMessage = TooLong)]
    public string? What { get; set; }

    /// <summary>What it means.</summary>
    [BindProperty, StringLength(4_000, ErrorMessage = TooLong)]
    public string? SoWhat { get; set; }

    /// <summary>What comes of it.</summary>
    [BindProperty, StringLength(4_000, ErrorMessage = TooLong)]
    public string? NowWhat { get; set; }

    /// <summary>A step to take.</summary>
    [BindProperty, StringLength(300, ErrorMessage = "Keep this under 300 characters.")]
    public string? Step { get; set; }

    /// <summary>By when.</summary>
    [BindProperty]
    public DateParts StepOn { get; set; } = new();

    /// <summary>finish or keep.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>Whether what was written before cannot be read just now.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Whether it is not finished, so that the page keeps by itself what is typed.</summary>
    public bool IsDraft { get; private set; } = true;

    /// <summary>What they wanted to do in this match, from before, and have not done: three at most.</summary>
    public IReadOnlyList<Wanted> Before { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Show();
        var home = Ask.Get<Open>(Service.Session, "/me/summary");
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var known = OwnReflection.Own(await Ask.Get<OwnReflection>(Service.Session, $"/reflections/{Id}"), await matches);
        if (MatchId is { } about && (await matches).IsOver(about)) return Missing();
        IsAway = known.IsAway;
        if (known.Value is { } reflection)
        {
            (MatchId, SessionId, What, SoWhat, NowWhat) = (reflection.MatchId, reflection.SessionId, reflection.What, reflection.SoWhat, reflection.NowWhat);
            IsDraft = !reflection.Finished;
            (Step, StepOn) = (reflection.NextStep?.Text, DateParts.From(reflection.NextStep?.On));
        }

        Before = [.. ((await home).Value?.NextSteps ?? []).Where(s => s.MatchId == MatchId && s.ReflectionId != Id).Take(3)];
        return MatchId is null && !IsAway ? Missing() : Page();
    }

    /// <summary>The page keeps what is typed as a draft; what is finished it leaves alone.</summary>
    public async Task<IActionResult> OnPostKeepAsync() =>
        new StatusCodeResult((await Save(finish: false, StepOn.IsEmpty ? null : StepOn.Read(), "?onlyDraft=true")).IsDone ? StatusCodes.Status204NoContent : StatusCodes.Status409Conflict);

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Show();
        var on = StepOn.IsEmpty ? null : StepOn.Read();
        if (!StepOn.IsEmpty && on is null) ModelState.AddModelError(nameof(StepOn), "Enter a real date, or leave it empty.");
        if (on is not null && string.IsNullOrWhiteSpace(Step)) ModelState.AddModelError(nameof(Step), "Say what the step is, or leave out the date.");
        var finish = Then == "finish";
        if (finish && string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(SoWhat) && string.IsNullOrWhiteSpace(NowWhat)) ModelState.AddModelError(nameof(What), "Write something first, or keep it for later.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Save(finish, on);
        if (!outcome.IsDone) return Refused(outcome, ("nextStep.text", nameof(Step)), ("nextStep.on", nameof(StepOn)));
        return finish ? Done($"/mentor/reflections/{Id}", "Kept, for you alone.") : Done("/mentor/reflections", "Kept. You can go on later.");
    }

    private Task<Outcome<Nothing>> Save(bool finish, DateOnly? on, string query = "") => Ask.Put(Service.Session, $"/reflections/{Id}{query}", new
    {
        matchId = MatchId,
        sessionId = SessionId,
        what = What?.Trim() ?? string.Empty,
        soWhat = SoWhat?.Trim() ?? string.Empty,
        nowWhat = NowWhat?.Trim() ?? string.Empty,
        nextStep = string.IsNullOrWhiteSpace(Step) ? null : new { text = Step.Trim(), on },
        finished = finish,
    });

    private void Show()
    {
        Title = "Write a reflection – for mentors";
        Back = "/mentor/reflections";
    }

    /// <summary>What is open.</summary>
    /// <param name="NextSteps">Next steps.</param>
    public sealed record Open(IReadOnlyList<Wanted> NextSteps);

    /// <summary>A next step that is open.</summary>
    /// <param name="ReflectionId">Where it comes from.</param>
    /// <param name="MatchId">The match.</param>
    /// <param name="Text">What it is.</param>
    /// <param name="On">Its day.</param>
    public sealed record Wanted(Guid ReflectionId, Guid MatchId, string Text, DateOnly? On);
}
