using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A page about one young person: loads the record, which is the page's main thing.</summary>
public abstract class MenteePage : WorkPage
{
    /// <summary>The young person's id, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The record, or why it is not there.</summary>
    public Part<MenteeSeen> Record { get; private set; } = new();

    /// <summary>The young person; only when the record is there.</summary>
    public MenteeSeen Mentee => Record.Value!;

    /// <summary>The name, or words in its place.</summary>
    public string Name => Record.Value?.Name ?? "This young person";

    /// <summary>The first name, or words in its place.</summary>
    public string FirstName => Record.Value?.FirstName ?? "they";

    /// <summary>Reads the record.</summary>
    protected async Task LoadRecord() => Record = await Ask.Get<MenteeSeen>(Service.Mentee, $"/mentees/{Id}");

    /// <summary>Reads the record for a page that asks something; false when there is nothing to show, and <see cref="NotShown"/> says what instead.</summary>
    /// <param name="question">The heading, with the name in the place of {0}.</param>
    /// <param name="back">Where the back link leads; the young person's page when left out.</param>
    protected async Task<bool> CanShow(string question, string? back = null)
    {
        await LoadRecord();
        Title = string.Format(Say.British, question, Name);
        Back = back ?? $"/work/mentees/{Id}";
        return Record.IsThere;
    }

    /// <summary>What is shown when the record is not there.</summary>
    /// <param name="typed">Whether something was typed, which stays when the service is away; such a page can be shown without the record.</param>
    protected IActionResult NotShown(bool typed = false) => !Record.IsAway ? Missing() : typed ? TypedStays() : new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
}
