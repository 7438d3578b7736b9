using Mentoring.Portal.Pages.Partner;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>All mentors, with filter, search and paging.</summary>
/// <param name="invitations">Who was invited.</param>
public sealed class MentorListModel(OwnInvitations invitations) : SearchedPage
{
    /// <summary>One page of them.</summary>
    public Part<MentorsSeen> List { get; private set; } = new();

    /// <summary>The stage that is shown; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>How the invitations of those stand who have not applied yet.</summary>
    public IReadOnlyDictionary<Guid, Invited> Invited { get; private set; } = new Dictionary<Guid, Invited>();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Mentors";
        Recall();
        if (Show is not null && !Stage.OfMentors.Contains(Show)) Show = null;
        List = await Ask.Get<MentorsSeen>(Service.Mentor, $"/mentors?take=25{Query}{(Show is null ? string.Empty : "&stage=" + Show)}{(After is null ? string.Empty : "&after=" + After)}");
        Invited = await invitations.Of((List.Value?.Items ?? []).Where(m => m.Stage == "invited").Select(m => m.MentorId), Gone);
        return Page();
    }
}
