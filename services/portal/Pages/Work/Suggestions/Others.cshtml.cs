using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Why not somebody else for a young person, and what would help.</summary>
public sealed class OthersModel : MenteePage
{
    /// <summary>What matching says.</summary>
    public Part<WhoElseSeen> Found { get; private set; } = new();

    /// <summary>Names of mentors.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var found = Ask.Get<WhoElseSeen>(Service.Matching, $"/mentees/{Id}/suggestions/others?take=20");
        var shown = await CanShow("Why not somebody else for {0}?", $"/work/mentees/{Id}/suggestions");
        Found = await found;
        if (!shown) return NotShown();
        if (Found.Value is { } value) Names = await NamesOf([], value.NotPossible.Select(n => n.MentorId));
        return Page();
    }
}
