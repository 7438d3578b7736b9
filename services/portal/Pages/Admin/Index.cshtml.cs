using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>What an administrator should know today: what is missing, who asks to join, how many accounts there are.</summary>
public sealed class IndexModel : AdminPage
{
    private static readonly string[] Counted = [Roles.Coordinator, Roles.Mentor, Roles.Mentee, Roles.Caseworker, Roles.SafeguardingLead, Roles.Administrator];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>Businesses that asked to join.</summary>
    public Part<Requests> Requests { get; private set; } = new();

    /// <summary>Accounts by role.</summary>
    public IReadOnlyList<(string Role, int Count)> Counts { get; private set; } = [];

    /// <summary>Invitations of staff that nobody has accepted yet.</summary>
    public int OpenInvitations { get; private set; }

    /// <summary>Accounts that are shut.</summary>
    public int Shut { get; private set; }

    /// <summary>Several who hold a role.</summary>
    public string Many(string role) => role switch { Roles.Mentee => "young people", Roles.Coordinator => "coordinators", _ => Say.Word(role).ToLower(Say.British) + "s" };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Overview";
        var requests = Ask.Get<Requests>(Service.Mentor, "/partner-requests?state=open&take=5");
        var now = Clock.GetUtcNow();
        var accounts = await Db.Database.SqlQuery<RoleCount>($"select role, count(*)::int as count from accounts, unnest(roles) as role where disabled_at is null group by role").ToListAsync(Gone);
        Counts = [.. Counted.Select(role => (role, accounts.Find(a => a.Role == role)?.Count ?? 0))];
        Shut = await Db.Accounts.CountAsync(a => a.DisabledAt != null, Gone);
        OpenInvitations = await Db.Invitations.SeenBy(Caller).CountAsync(i => i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now, Gone);
        Warnings = [.. Missing(Counts.ToDictionary(c => c.Role, c => c.Count, StringComparer.Ordinal))];
        Requests = await requests;
        return Page();
    }

    private static IEnumerable<Warning> Missing(Dictionary<string, int> counts)
    {
        if (counts[Roles.SafeguardingLead] < 2)
            yield return new(counts[Roles.SafeguardingLead] == 0 ? "There is no safeguarding lead" : "There is only one safeguarding lead",
                counts[Roles.SafeguardingLead] == 0 ? "Nobody reads the concerns that people raise." : "A concern about them could be read by nobody, and nobody reads concerns while they are away.", "Invite a safeguarding lead", "/admin/invite?role=safeguarding-lead");
        if (counts[Roles.Administrator] < 2)
            yield return new("You are the only administrator", "If you lose your passkey and your recovery codes, nobody can let you in again.", "Invite another administrator", "/admin/invite?role=administrator");
        if (counts[Roles.Caseworker] == 0)
            yield return new("There is no caseworker", "Nobody can be matched without one.", "Invite a caseworker", "/admin/invite?role=caseworker");
    }

    private sealed record RoleCount(string Role, int Count);

    /// <summary>Something that is missing.</summary>
    /// <param name="Title">What.</param>
    /// <param name="Why">Why it matters.</param>
    /// <param name="Do">What to do.</param>
    /// <param name="Href">Where.</param>
    public sealed record Warning(string Title, string Why, string Do, string Href);
}

/// <summary>Businesses that asked to join.</summary>
/// <param name="Items">The first of them.</param>
/// <param name="Next">The cursor of the next page.</param>
/// <param name="Total">How many.</param>
public sealed record Requests(IReadOnlyList<Request> Items, Guid? Next, int Total);

/// <summary>A business that asked to join.</summary>
/// <param name="Id">The request.</param>
/// <param name="BusinessName">The business.</param>
/// <param name="ContactName">Who asked.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Phone">Their phone.</param>
/// <param name="Words">What they said.</param>
/// <param name="AskedAt">When.</param>
/// <param name="State">open, accepted or refused.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="DecidedBy">By whom.</param>
/// <param name="Why">Why it was refused.</param>
/// <param name="PartnerId">The partner it became.</param>
public sealed record Request(Guid Id, string BusinessName, string ContactName, string Email, string? Phone, string? Words, DateTimeOffset AskedAt, string State, DateTimeOffset? DecidedAt, AccountId? DecidedBy, string? Why, PartnerId? PartnerId);
