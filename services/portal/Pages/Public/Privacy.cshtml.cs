namespace Mentoring.Portal.Pages.Public;

/// <summary>What is kept, who sees it and what one can do about it, in plain words.</summary>
public sealed class PrivacyModel : MentoringPage
{
    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Title = "Privacy in plain words";
        ViewData["Description"] = "What the mentoring programme keeps about young people and mentors, who sees it, and what you can do.";
    }
}
