namespace Mentoring.Portal.Pages.Public;

/// <summary>How to reach the programme. The setting <c>Programme:Email</c> is the address shown; none is shown without it.</summary>
/// <param name="settings">The settings.</param>
public sealed class ContactModel(IConfiguration settings) : MentoringPage
{
    /// <summary>The programme's address.</summary>
    public string? Email { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Title = "Contact";
        Email = settings["Programme:Email"];
        ViewData["Description"] = "How to reach the mentoring programme, and whom to call when somebody is in danger.";
    }
}
