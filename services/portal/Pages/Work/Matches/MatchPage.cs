using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A page about one match: loads it and the names of the two.</summary>
public abstract class MatchPage : WorkPage
{
    /// <summary>The match's id, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The match, or why it is not there.</summary>
    public Part<MatchSeen> Record { get; private set; } = new();

    /// <summary>The match; only when it is there.</summary>
    public MatchSeen Match => Record.Value!;

    /// <summary>Names.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>The young person's name.</summary>
    public string Mentee => Record.Value is { } match ? Names.Mentee(match.MenteeId) : "the young person";

    /// <summary>The mentor's name.</summary>
    public string Mentor => Record.Value is { } match ? Names.Mentor(match.MentorId) : "the mentor";

    /// <summary>Both.</summary>
    public string Pair => Record.Value is { } match ? Names.Pair(match.MenteeId, match.MentorId) : "these two";

    /// <summary>Reads the match; false when there is nothing to show, and <see cref="NotShown"/> says what instead.</summary>
    /// <param name="question">The heading, with both names in the place of {0}.</param>
    /// <param name="back">Where the back link leads; the match's page when left out.</param>
    protected async Task<bool> CanShow(string question, string? back = null)
    {
        Record = await Ask.Get<MatchSeen>(Service.Matching, $"/matches/{Id}");
        Back = back ?? $"/work/matches/{Id}";
        if (Record.Value is { } match) Names = await NamesOf([match.MenteeId], [match.MentorId]);
        Title = string.Format(Say.British, question, Pair);
        return Record.IsThere;
    }

    /// <summary>What is shown when the match is not there.</summary>
    /// <param name="typed">Whether something was typed, which stays when the service is away; such a page can be shown without the record.</param>
    protected IActionResult NotShown(bool typed = false) => !Record.IsAway ? Missing() : typed ? TypedStays() : new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);

    /// <summary>The page again with the service's words, or what is shown when the match is not there.</summary>
    /// <typeparam name="T">The answer there would have been.</typeparam>
    /// <param name="outcome">What the service said.</param>
    /// <param name="question">The heading.</param>
    /// <param name="fields">Names that differ.</param>
    protected async Task<IActionResult> RefusedAgain<T>(Outcome<T> outcome, string question, params (string Theirs, string Ours)[] fields) =>
        await CanShow(question) || Record.IsAway ? Refused(outcome, fields) : Missing();
}
