using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor.Reflections;

/// <summary>Begins a reflection: gives it its id, so that saving it twice makes one.</summary>
public sealed class NewModel : MentoringPage
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid MatchId { get; set; }

    /// <summary>The session it is about, if any.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? SessionId { get; set; }

    /// <summary>Goes to the page where it is written.</summary>
    public IActionResult OnGet() => MatchId == Guid.Empty ? Done("/mentor/reflections") : Done($"/mentor/reflections/{Guid.CreateVersion7()}/write?matchId={MatchId}{(SessionId is { } session ? $"&sessionId={session}" : string.Empty)}");
}
