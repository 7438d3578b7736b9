using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A match on one sheet, to print and to take along to the first meeting.</summary>
public sealed class MatchSummaryModel : WorkPage
{
    /// <summary>The match's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The match.</summary>
    public Part<MatchSeen> Match { get; private set; } = new();

    /// <summary>The young person.</summary>
    public Part<MenteeSeen> Mentee { get; private set; } = new();

    /// <summary>The mentor.</summary>
    public Part<MentorSeen> Mentor { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Match = await Ask.Get<MatchSeen>(Service.Matching, $"/matches/{Id}");
        if (Match.IsAway) return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        if (Match.Value is not { } match) return Missing();
        var mentee = Ask.Get<MenteeSeen>(Service.Mentee, $"/mentees/{match.MenteeId}");
        var mentor = Ask.Get<MentorSeen>(Service.Mentor, $"/mentors/{match.MentorId}");
        (Mentee, Mentor) = (await mentee, await mentor);
        Title = $"Match of {Mentee.Value?.FirstName ?? "a young person"} and {Mentor.Value?.FirstName ?? "a mentor"}, to print";
        Back = $"/work/matches/{Id}";
        return Page();
    }
}
