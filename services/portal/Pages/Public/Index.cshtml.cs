namespace Mentoring.Portal.Pages.Public;

/// <summary>The first page: what the programme is and for whom.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Title = "Somebody on your side";
        ViewData["Description"] = "One-to-one mentoring for young people in care and care leavers, designed together with them and with local businesses. You choose what you work on, and your yes decides.";
    }
}
