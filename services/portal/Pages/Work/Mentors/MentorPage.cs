using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A page about one mentor: loads the record.</summary>
public abstract class MentorPage : WorkPage
{
    /// <summary>The mentor's id, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The record, or why it is not there.</summary>
    public Part<MentorSeen> Record { get; private set; } = new();

    /// <summary>The mentor; only when the record is there.</summary>
    public MentorSeen Mentor => Record.Value!;

    /// <summary>Reads the record; false when there is nothing to show, and <see cref="NotShown"/> says what instead.</summary>
    /// <param name="question">The heading, with the name in the place of {0}.</param>
    /// <param name="back">Where the back link leads; the mentor's page when left out.</param>
    protected async Task<bool> CanShow(string question, string? back = null)
    {
        Record = await Ask.Get<MentorSeen>(Service.Mentor, $"/mentors/{Id}");
        Back = back ?? $"/work/mentors/{Id}";
        Title = string.Format(Say.British, question, Record.Value?.Name ?? "this mentor");
        return Record.IsThere;
    }

    /// <summary>What is shown when the record is not there.</summary>
    /// <param name="typed">Whether something was typed, which stays when the service is away; such a page can be shown without the record.</param>
    protected IActionResult NotShown(bool typed = false) => !Record.IsAway ? Missing() : typed ? TypedStays() : new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);

    /// <summary>The page again with the service's words.</summary>
    /// <typeparam name="T">The answer there would have been.</typeparam>
    /// <param name="outcome">What the service said.</param>
    /// <param name="question">The heading.</param>
    /// <param name="fields">Names that differ.</param>
    protected async Task<IActionResult> RefusedAgain<T>(Outcome<T> outcome, string question, params (string Theirs, string Ours)[] fields) =>
        await CanShow(question) || Record.IsAway ? Refused(outcome, fields) : Missing();
}
