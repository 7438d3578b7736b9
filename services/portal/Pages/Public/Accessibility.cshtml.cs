namespace Mentoring.Portal.Pages.Public;

/// <summary>The accessibility statement.</summary>
public sealed class AccessibilityModel : MentoringPage
{
    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Title = "Accessibility";
        ViewData["Description"] = "How the mentoring pages are made for everybody, how that is tested, what is not good yet, and whom to tell.";
    }
}
