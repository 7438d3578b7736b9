using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Records one check of a mentor's screening.</summary>
public sealed class CheckModel : MentorPage
{
    /// <summary>How it came out.</summary>
    public static IReadOnlyList<Choice> Outcomes { get; } = [new("passed", "Passed"), new("failed", "Not passed", "Takes a clearance at once.")];

    /// <summary>Yes or no.</summary>
    public static IReadOnlyList<Choice> YesNo { get; } = [new("true", "Yes"), new("false", "No")];

    /// <summary>The levels of a DBS certificate. One of them is lawful for the role.</summary>
    public IReadOnlyList<Choice> Levels =>
        [Lawful("enhanced-with-barred-list", "Enhanced, with the children's barred list"), Lawful("enhanced", "Enhanced"), Lawful("standard", "Standard"), Lawful("basic", "Basic")];

    /// <summary>Which check.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = string.Empty;

    /// <summary>How it came out.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how it came out.")]
    public string? Outcome { get; set; }

    /// <summary>The level of a DBS certificate.</summary>
    [BindProperty]
    public string? Level { get; set; }

    /// <summary>When it was decided.</summary>
    [BindProperty]
    public DateParts DecidedOn { get; set; } = new();

    /// <summary>Until when it holds.</summary>
    [BindProperty]
    public DateParts ValidUntil { get; set; } = new();

    /// <summary>How many minutes of training.</summary>
    [BindProperty, Range(1, 60_000, ErrorMessage = "Enter the minutes as a number, such as 180.")]
    public int? Minutes { get; set; }

    /// <summary>The set questions with what was answered.</summary>
    [BindProperty]
    public List<AnswerForm> Answers { get; set; } = [];

    /// <summary>What came to light.</summary>
    [BindProperty, StringLength(1000, MinimumLength = 10, ErrorMessage = "Say in 10 to 1,000 characters what came to light and why it can be carried.")]
    public string? Finding { get; set; }

    /// <summary>The rule for this check in the mentor's role; null when it cannot be read.</summary>
    public RuleSeen? Rule { get; private set; }

    /// <summary>A note.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Note { get; set; }

    /// <summary>What to look at.</summary>
    public string Help => Kind switch
    {
        "identity" => "Look at original papers, with a photo, the present name, address and date of birth.",
        "first-reference" or "second-reference" => "Speak with the referee yourself, and ask what everybody is asked.",
        "dbs" => "Read the certificate itself. Write down no more of what it says than a decision needs: it is deleted after six months.",
        "interview" => "Two of you, along the criteria that are the same for everybody.",
        "training" => "Mentoring, safeguarding and life in care. It holds for two years unless you say earlier.",
        "agreement" => "Go through the agreement together before you tick it off.",
        _ => string.Empty,
    };

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotShown();
        if (Rule is null) return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        Answers = [.. Rule.Questions.Select(q => new AnswerForm { Question = q.Name, Asked = q.Words, IsCriterion = q.IsCriterion })];
        DecidedOn = DateParts.From(Today);
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (DecidedOn.Read() is null) ModelState.AddModelError(nameof(DecidedOn), DecidedOn.IsEmpty ? "Enter the day it was decided." : "Check the day: there is no such day.");
        if (!ValidUntil.IsEmpty && ValidUntil.Read() is null) ModelState.AddModelError(nameof(ValidUntil), "Check the day: there is no such day.");
        for (var i = 0; i < Answers.Count; i++)
        {
            if (Answers[i].IsMet is not null && Answers[i].Words?.Trim().Length is not >= 2) ModelState.AddModelError($"Answers[{i}].Words", "Say what shows it.");
            if (Answers[i].Words?.Length > 600) ModelState.AddModelError($"Answers[{i}].Words", "Keep this under 600 characters.");
        }

        if (Kind == "dbs" && Level is null) ModelState.AddModelError(nameof(Level), "Choose the level of the certificate.");
        if (!ModelState.IsValid) return await Load() ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/checks", new
        {
            kind = Kind,
            level = Kind == "dbs" ? Level : "none",
            outcome = Outcome,
            decidedOn = DecidedOn.Read(),
            validUntil = ValidUntil.Read(),
            note = PersonFields.OrNull(Note),
            minutes = Kind == "training" ? Minutes : null,
            answers = Answers.Where(a => a.IsMet is not null || !string.IsNullOrWhiteSpace(a.Words)).Select(a => new { question = a.Question, isMet = a.IsMet, words = a.Words?.Trim() ?? string.Empty }),
            finding = PersonFields.OrNull(Finding),
        });
        if (outcome.IsDone) return Done($"/work/mentors/{Id}/screening", $"{Say.Check(Kind)}: recorded.");
        return await Load() || Record.IsAway ? Refused(outcome) : Missing();
    }

    private Choice Lawful(string level, string text) => new(level, text, level == Rule?.Level ? "The one that is lawful for this role." : null);

    private async Task<bool> Load()
    {
        if (!MentorSeen.Kinds.Contains(Kind)) return false;
        var rules = Ask.Get<IReadOnlyList<RoleSeen>>(Service.Mentor, "/screening-rules");
        var shown = await CanShow($"{Say.Check(Kind)} of {{0}}", $"/work/mentors/{Id}/screening");
        Rule = (await rules).Value?.FirstOrDefault(r => shown && r.Role == Mentor.Role)?.Checks.Single(c => c.Kind == Kind);
        return shown;
    }

    /// <summary>A set question as it is asked, and what was answered. The question is sent along, so that nothing typed is lost when it cannot be read again.</summary>
    public sealed class AnswerForm
    {
        /// <summary>Its short name.</summary>
        public string Question { get; set; } = string.Empty;

        /// <summary>Its words.</summary>
        public string Asked { get; set; } = string.Empty;

        /// <summary>Whether it has to be so.</summary>
        public bool IsCriterion { get; set; }

        /// <summary>Whether it is so.</summary>
        public bool? IsMet { get; set; }

        /// <summary>What was said, or shows it.</summary>
        public string? Words { get; set; }
    }
}
