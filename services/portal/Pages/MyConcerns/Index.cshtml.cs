using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.MyConcerns;

/// <summary>The concerns somebody raised, each with whether it was read, and when.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Whether they are a young person, who is spoken to in plainer words.</summary>
    public bool IsYoung => Caller.Is(Roles.Mentee);

    /// <summary>The list.</summary>
    public Part<Page<Row>> Concerns { get; private set; } = new();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = IsYoung ? "Worries you told us" : "Concerns you raised";
        ViewData["Exit"] = true;
        Concerns = await Ask.Get<Page<Row>>(Service.Safeguarding, $"/concerns/mine?take=20{(After is { } after ? $"&after={after}" : string.Empty)}");
        return Page();
    }

    /// <summary>One of them.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="RaisedAt">When.</param>
    /// <param name="Beginning">Its first words.</param>
    /// <param name="Progress">How far it has come.</param>
    /// <param name="ReadAt">When it was read.</param>
    /// <param name="TakenCareOfAt">When it was taken care of.</param>
    public sealed record Row(Guid Id, DateTimeOffset RaisedAt, string Beginning, string Progress, DateTimeOffset? ReadAt, DateTimeOffset? TakenCareOfAt);
}
