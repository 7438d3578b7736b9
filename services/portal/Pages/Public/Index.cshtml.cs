namespace Mentoring.Portal.Pages.Public;

/// <summary>The first page: what the programme is and for whom.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>Shows it.</summary>
    public void OnGet() => Title = "Somebody on your side";
}
