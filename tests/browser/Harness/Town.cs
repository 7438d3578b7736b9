using System.Net;
using Mentoring.Shared;

namespace Mentoring.Browser.Tests;

/// <summary>
/// One of everything that a page can be about, and a stranger to all of it for each role: so that every page can be opened by
/// whom it belongs to, and tried by whom it does not.
/// </summary>
internal sealed class Town
{
    // What an id in an address is, by the beginning of the route; the first that fits counts. Shared: every colleague may see it.
    private readonly List<(string Route, string Name, string Value, bool IsShared)> things = [];
    private readonly Dictionary<string, (Member Own, Member Stranger)> members = [];

    private Town()
    {
    }

    /// <summary>Whose the things are, and a stranger of the same role.</summary>
    public (Member Own, Member Stranger) Of(string role) => members[role];

    /// <summary>Moves in.</summary>
    public static async Task<Town> Build(WholeSystem system)
    {
        var people = system.People;
        var town = new Town();
        var caseworker = await people.NewCaseworker();
        var coordinator = await people.NewCoordinator();
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var waiting = await people.AppliedMentor(coordinator, "Merrin");
        var mentee = await people.ReadyMentee(caseworker);
        var unmatched = await people.ReadyMentee(caseworker, "Rowan");
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        var session = await People.Book(mentee, match);
        var lead = await people.NewLead();

        var import = (await coordinator.Api.PostCsv("mentor", $"/partners/{coordinator.Id}/imports", $"First name;Surname;E-mail;Date of birth;In person?;Online?\r\nIna;Zelcsvwick;ina.{Guid.CreateVersion7():n}@people.example;01/02/1990;Yes;Yes\r\n", Cancel)).GetProperty("importId").GetGuid();
        var concern = (await mentee.Api.Post("safeguarding", "/concerns", new { whatHappened = "Somebody waits outside the college gate.", inDangerNow = false, about = "myself" }, null, Cancel)).GetProperty("id").GetGuid();
        await lead.Api.Post("safeguarding", $"/concerns/{concern}/seen", new { }, null, Cancel);
        var goal = (await mentee.Api.Post("session", "/goals", new { area = "work", words = "Get a Saturday job.", score = 3 }, null, Cancel)).GetProperty("id").GetGuid();
        var reflections = new Dictionary<Member, Guid>();
        foreach (var writer in new[] { mentor, mentee })
        {
            reflections[writer] = Guid.CreateVersion7();
            await writer.Api.Put("session", $"/reflections/{reflections[writer]}", new { matchId = match, what = "We walked by the canal.", soWhat = "It was easy to talk.", nowWhat = "Ask about the job.", finished = true }, Cancel);
        }

        var invitation = (await people.Administrator.Api.Post("portal", "/api/invitations", new { role = "caseworker", email = people.Somebody("Ida").Email, name = "Ida Waiting" }, null, Cancel)).GetProperty("id").GetGuid();
        var asks = $"Asking {Guid.CreateVersion7():n}";
        using (await caseworker.Api.Try("mentor", HttpMethod.Post, "/partner-requests", JsonContent.Create(new { businessName = asks, contactName = "Bea", email = "bea@business.example" }), null, Cancel))
        {
            // The answer is the same for everybody.
        }

        var request = (await people.Administrator.Api.Get("mentor", "/partner-requests?state=open&take=100", Cancel)).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("businessName").GetString() == asks).GetProperty("id").GetGuid();

        var draft = (await people.Administrator.Api.Post("matching", "/policies/drafts", new { note = "Shared interests count more." }, null, Cancel)).GetProperty("draftId").GetGuid();
        var member = (await people.Administrator.Api.Post("matching", "/policies/members", new { account = lead.Id, kind = "council" }, null, Cancel)).GetProperty("memberId").GetGuid();

        town.Add("/work/mentors/{id:guid}/clear", "id", waiting.Id, shared: true);
        town.Add("/work/mentors/{id:guid}/role", "id", waiting.Id, shared: true);
        town.Add("/work/mentors/{id:guid}/decline", "id", waiting.Id, shared: true);
        town.Add("/work/mentors/{id:guid}/checks", "kind", "identity");
        town.Add("/work/mentors/{id", "id", mentor.Id, shared: true);
        town.Add("/work/mentees/{id:guid}/suggestions", "id", unmatched.Id);
        town.Add("/work/mentees/{id:guid}/offer", "id", unmatched.Id);
        town.Add("/work/mentees/", "mentorId", mentor.Id);
        town.Add("/work/mentees/{id", "id", mentee.Id);
        town.Add("/work/refer/done/", "id", mentee.Id);
        town.Add("/work/matches/{id", "id", match);
        town.Add("/work/concerns/", "id", concern);
        town.Add("/work/places/", "id", people.Place, shared: true);
        town.Add("/admin/places/", "id", people.Place, shared: true);
        town.Add("/me/mentor/", "id", match);
        town.Add("/me/look-back/", "id", match);
        town.Add("/me/sessions/", "id", session);
        town.Add("/me/goals/", "id", goal);
        town.Add("/me/reflections/", "id", reflections[mentee]);
        town.Add("/mentor/matches/", "id", match);
        town.Add("/mentor/sessions/", "id", session);
        town.Add("/mentor/reflections/", "id", reflections[mentor]);
        town.Add("/partner/people/{id", "id", mentor.Id);
        town.Add("/partner/import/{id", "id", import);
        town.Add("/concern/mine/", "id", concern);
        town.Add("/concern/sent/", "id", concern);
        town.Add("/safeguarding/concerns/", "id", concern, shared: true);
        town.Add("/safeguarding/records/mentee/", "id", mentee.Id, shared: true);
        town.Add("/safeguarding/records/mentor/", "id", mentor.Id, shared: true);
        town.Add("/safeguarding/records/match/", "id", match, shared: true);
        town.Add("/safeguarding/records/", "kind", "mentee");
        town.Add("/safeguarding/records/", "id", mentee.Id, shared: true);
        town.Add("/admin/accounts/", "id", lead.Id, shared: true);
        town.Add("/admin/accounts/", "step", "shut");
        town.Add("/admin/invitations/", "id", invitation, shared: true);
        town.Add("/admin/partners/requests/", "id", request, shared: true);
        town.Add("/admin/policy/drafts/", "id", draft, shared: true);
        town.Add("/admin/policy/members/", "id", member, shared: true);
        town.Add("/admin/policy/versions/", "version", "1");
        town.Add("/steering/", "id", draft);
        town.Add("/account/passkeys/", "id", "AAAA");
        town.Add("/problem/", "code", "404");
        town.Add("/", "number", "1");

        var stranger = await people.NewCoordinator();
        var otherCaseworker = await people.NewCaseworker();
        town.members[Roles.Caseworker] = (caseworker, otherCaseworker);
        town.members[Roles.Coordinator] = (coordinator, stranger);
        town.members[Roles.Mentor] = (mentor, await people.InvitedMentor(stranger));
        town.members[Roles.Mentee] = (mentee, await people.InvitedMentee(otherCaseworker));
        town.members[Roles.SafeguardingLead] = (lead, await people.NewLead());
        town.members[Roles.Administrator] = (people.Administrator, await people.NewAdministrator());
        return town;
    }

    /// <summary>The address of a page about something here; null where nobody has said what an id of it is.</summary>
    public string? Address(SitePage page)
    {
        var unknown = false;
        var address = page.Address(name =>
        {
            var thing = Thing(page, name);
            unknown |= thing.Value is null;
            return thing.Value ?? string.Empty;
        });
        return unknown ? null : address;
    }

    /// <summary>Whether a page is about something that is somebody's own.</summary>
    public bool IsOnesOwn(SitePage page) => page.Parameters.Any(name => name == "id" && Thing(page, name) is { Value: not null, IsShared: false });

    private static CancellationToken Cancel => CancellationToken.None;

    private (string Route, string Name, string Value, bool IsShared) Thing(SitePage page, string name) =>
        things.FirstOrDefault(t => t.Name == name && page.Route.StartsWith(t.Route, StringComparison.Ordinal));

    private void Add(string route, string name, object value, bool shared = false) => things.Add((route, name, value.ToString()!, shared));
}

/// <summary>A browser without eyes: asks for a page and shows what was answered.</summary>
internal sealed class Messenger : IDisposable
{
    private readonly HttpClient http;

    public Messenger(Uri portal) => http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 8 }) { BaseAddress = portal, Timeout = TimeSpan.FromSeconds(100) };

    public async Task<Reply> Ask(HttpMethod method, string path, Member? who, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept", "text/html");
        if (who is not null) request.Headers.Add("Cookie", $"{People.Cookie}={who.Api.Session}");
        using var response = await http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(", ", h.Value));
        return new(response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What was answered.</summary>
internal sealed record Reply(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public string Location => Headers.GetValueOrDefault("location", string.Empty);

    public bool IsHtml => Headers.GetValueOrDefault("content-type", string.Empty).StartsWith("text/html", StringComparison.Ordinal);

    public bool Redirects => (int)Status is >= 300 and < 400;
}
