namespace Mentoring.Portal.Pages.Public;

/// <summary>How to reach the programme. The settings <c>Programme:Email</c> and <c>Programme:Phone</c> are shown; nothing stands there without them.</summary>
/// <param name="settings">The settings.</param>
public sealed class ContactModel(IConfiguration settings) : MentoringPage
{
    /// <summary>The programme's address.</summary>
    public string? Email { get; private set; }

    /// <summary>The programme's telephone number, as people write it.</summary>
    public string? Phone { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Title = "Contact";
        Email = Set("Programme:Email");
        Phone = Set("Programme:Phone");
        ViewData["Description"] = "How to reach the mentoring programme, and whom to call when somebody is in danger.";
    }

    private string? Set(string name) => settings[name] is { Length: > 0 } value ? value : null;
}
