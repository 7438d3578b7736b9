using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Concern;

/// <summary>Says that a concern was saved, to somebody who is not signed in.</summary>
public sealed class SentModel : MentoringPage
{
    /// <summary>Whether they said that somebody is in danger.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Now { get; set; }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Title = "Thank you, it is saved";
        ViewData["Exit"] = true;
    }
}
