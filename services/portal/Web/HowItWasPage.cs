using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal;

/// <summary>
/// Three short questions after a session, for either side, to skip or to answer once. Who does not feel safe, or is not sure, is led to a
/// concern that was begun for them: whether they send it is their choice, and the page says what happens when they do not.
/// </summary>
public abstract class HowItWasPage : MentoringPage
{
    /// <summary>How it was.</summary>
    public static IReadOnlyList<Choice> Hows { get; } = [new("great", "Great"), new("good", "Good"), new("okay", "OK"), new("not-so-good", "Not so good"), new("bad", "Bad")];

    /// <summary>Whether they feel safe.</summary>
    public static IReadOnlyList<Choice> Safes { get; } = [new("safe", "Yes"), new("unsure", "I am not sure"), new("not-safe", "No")];

    /// <summary>The session.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How it was.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how it was.")]
    public string? How { get; set; }

    /// <summary>Whether they feel safe.</summary>
    [BindProperty, Required(ErrorMessage = "Choose whether you feel safe.")]
    public string? Safe { get; set; }

    /// <summary>What they would change.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Change { get; set; }

    /// <summary>Whether they said it before, and whether it can be said.</summary>
    public Part<Asked> Before { get; private set; } = new();

    /// <summary>The session's match and start.</summary>
    public Part<About> Session { get; private set; } = new();

    /// <summary>Where the sessions are.</summary>
    public abstract string Sessions { get; }

    /// <summary>Whether they are a young person, who is spoken to in plainer words.</summary>
    public bool IsYoung => Caller.Is(Roles.Mentee);

    /// <summary>Whether a session was so lately that one can still say how it was: for thirty days, whatever has become of the match.</summary>
    public static bool IsLately(DateTimeOffset endsAt, DateTimeOffset now) => now <= endsAt.AddDays(30);

    /// <summary>The words of a choice.</summary>
    public static string Text(IReadOnlyList<Choice> from, string value) => from.FirstOrDefault(c => c.Value == value)?.Text ?? value;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : Missing();

    /// <summary>They say it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return Missing();
        if (!ModelState.IsValid) return Page();
        var change = string.IsNullOrWhiteSpace(Change) ? null : Change.Trim();
        var outcome = await Ask.Post(Service.Session, $"/sessions/{Id}/pulse", new { how = How, safe = Safe, change });
        if (!outcome.IsDone) return Refused(outcome);
        if (Safe == "safe" || Session.Value is not { } session) return Done($"{Sessions}/{Id}", "Thank you for saying so.");

        var said = $"After we met on {Say.Day(London.DateAt(session.StartsAt))} I said that I {(Safe == "unsure" ? "am not sure whether I feel safe" : "do not feel safe")}.";
        await HttpContext.RequestServices.GetRequiredService<Drafts>().BeginConcern(Caller.Account, said, change, session.MatchId, Gone);
        return Done("/concern", IsYoung ? "Thank you for telling us. You are not in trouble." : "Thank you for telling us.");
    }

    private async Task<bool> Load()
    {
        Title = IsYoung ? "How was it?" : "How was it? – for mentors";
        Back = $"{Sessions}/{Id}";
        var before = Ask.Get<Asked>(Service.Session, $"/sessions/{Id}/pulse");
        Session = await Ask.Get<About>(Service.Session, $"/sessions/{Id}");
        Before = await before;
        return !Before.IsMissing;
    }

    /// <summary>Whether something was said, and whether it can be.</summary>
    /// <param name="Said">What was said.</param>
    /// <param name="WhyNot">Why nothing can be said.</param>
    public sealed record Asked(Word? Said, string? WhyNot);

    /// <summary>What was said.</summary>
    /// <param name="How">How it was.</param>
    /// <param name="Safe">Whether they felt safe.</param>
    /// <param name="Change">What they would change.</param>
    public sealed record Word(string How, string Safe, string? Change);

    /// <summary>What is needed of the session.</summary>
    /// <param name="MatchId">Its match.</param>
    /// <param name="StartsAt">When it started.</param>
    public sealed record About(Guid MatchId, DateTimeOffset StartsAt);
}
