using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A list that can be searched by name. Names do not go into addresses, so what is looked for is kept beside them until it is cleared.</summary>
public abstract class SearchedPage : WorkPage
{
    private const int Longest = 100;

    /// <summary>A part of the name to look for.</summary>
    [BindProperty]
    public string? Search { get; set; }

    /// <summary>Looks for a name; an empty one shows all again.</summary>
    /// <param name="show">The filter that is on.</param>
    public IActionResult OnPostSearch(string? show)
    {
        var name = Search?.Trim() ?? string.Empty;
        if (name.Length == 0) TempData.Remove(Key);
        else TempData[Key] = name.Length > Longest ? name[..Longest] : name;
        return LocalRedirect(Request.Path + (string.IsNullOrEmpty(show) ? string.Empty : "?show=" + Uri.EscapeDataString(show)));
    }

    /// <summary>Shows all again.</summary>
    /// <param name="show">The filter that is on.</param>
    public IActionResult OnPostClear(string? show)
    {
        Search = null;
        return OnPostSearch(show);
    }

    /// <summary>What is looked for, kept for the next page too.</summary>
    protected void Recall() => Search = TempData.Peek(Key) as string;

    /// <summary>The search as a part of a query.</summary>
    protected string Query => string.IsNullOrEmpty(Search) ? string.Empty : "&search=" + Uri.EscapeDataString(Search);

    private string Key => "search " + Request.Path;
}
