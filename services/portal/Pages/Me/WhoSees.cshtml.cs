namespace Mentoring.Portal.Pages.Me;

/// <summary>Who can read what about them.</summary>
public sealed class WhoSeesModel : MyPage
{
    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
        Title = "Who can read what";
        Back = "/me/choices";
    }
}
