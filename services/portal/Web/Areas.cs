using Mentoring.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Mentoring.Portal;

/// <summary>A link in the navigation.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Query">What goes behind it, such as that a journey begins anew.</param>
public sealed record NavigationLink(string Text, string Href, string Query = "");

/// <summary>
/// A part of the site for one audience: a folder of Pages. The folder says who may open what is in it, so that no page can be
/// forgotten: a page outside these folders stops the start.
/// </summary>
/// <param name="Folder">The folder in Pages.</param>
/// <param name="Home">The address of its first page.</param>
/// <param name="Roles">Who may open its pages; nobody in the list means anybody.</param>
/// <param name="Links">Its navigation.</param>
public sealed record Area(string Folder, string Home, IReadOnlyList<string> Roles, IReadOnlyList<NavigationLink> Links)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        new("Public", "/", [], [new("For young people", "/for-young-people"), new("For mentors", "/for-mentors"), new("For businesses", "/for-businesses")]),
        new("SignIn", "/sign-in", [], []),
        new("Concern", "/concern", [], []),
        new("MyConcerns", "/concern/mine", Shared.Roles.All, []),
        new("Account", "/account", Shared.Roles.All, []),
        new("Steering", "/steering", Shared.Roles.All, []),
        new("Me", "/me", [Shared.Roles.Mentee],
            [new("Home", "/me"), new("About me", "/me/about"), new("My mentor", "/me/mentor"), new("Sessions", "/me/sessions"), new("Goals", "/me/goals"), new("Thoughts", "/me/reflections"), new("My choices", "/me/choices")]),
        new("Mentor", "/mentor", [Shared.Roles.Mentor],
            [new("Home", "/mentor"), new("Application", "/mentor/application"), new("Matches", "/mentor/matches"), new("Sessions", "/mentor/sessions"), new("My times", "/mentor/availability"), new("Reflections", "/mentor/reflections")]),
        new("Partner", "/partner", [Shared.Roles.Coordinator],
            [new("Our programme", "/partner"), new("Our people", "/partner/people"), new("Add a mentor", "/partner/people/add", "?fresh=true"), new("Import a spreadsheet", "/partner/import")]),
        new("Work", "/work", [Shared.Roles.Caseworker],
            [new("Today", "/work"), new("Young people", "/work/mentees"), new("Mentors", "/work/mentors"), new("Matches", "/work/matches"), new("Concerns", "/work/concerns"), new("Who waits", "/work/who-waits"), new("Places", "/work/places"), new("Cover", "/work/cover"), new("Programme", "/programme")]),
        new("Safeguarding", "/safeguarding", [Shared.Roles.SafeguardingLead], [new("Concerns", "/safeguarding"), new("Open a record", "/safeguarding/records")]),
        new("Admin", "/admin", [Shared.Roles.Administrator],
            [new("Overview", "/admin"), new("Accounts", "/admin/accounts"), new("Invitations", "/admin/invitations"), new("Partners", "/admin/partners"), new("Cover", "/admin/cover"), new("Matching policy", "/admin/policy"), new("Keys", "/admin/keys"), new("Programme", "/programme")]),
        new("Programme", "/programme", [Shared.Roles.Caseworker, Shared.Roles.Administrator], []),
    ];

    /// <summary>Where somebody goes after signing in: the first of their areas.</summary>
    public static string HomeOf(Caller caller) => Of(caller).FirstOrDefault()?.Home ?? "/account";

    /// <summary>The areas that are somebody's own.</summary>
    public static IEnumerable<Area> Of(Caller caller) => All.Where(a => a.Roles.Count == 1 && caller.Is(a.Roles[0]));

    /// <summary>Gives every page the rule of its folder.</summary>
    internal sealed class Convention : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            var area = All.FirstOrDefault(a => model.ViewEnginePath.StartsWith("/" + a.Folder + "/", StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"The page {model.ViewEnginePath} is in no folder of Web/Areas.cs, so nobody has said who may open it.");
            model.EndpointMetadata.Add(new Access(area.Roles));
            // Pages that change accounts commit what they do themselves; the others change nothing here.
            model.EndpointMetadata.Add(OwnTransaction.Mark);
            if (area.Roles.Count == 0) model.EndpointMetadata.Add(new AllowAnonymousAttribute());
            else model.EndpointMetadata.Add(new AuthorizeAttribute { Roles = string.Join(',', area.Roles) });
        }
    }
}
