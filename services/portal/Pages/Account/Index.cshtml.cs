using Mentoring.Portal.Pages.Steering;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>What an account is, and how its owner signs in.</summary>
/// <param name="ways">The ways in.</param>
/// <param name="signIns">The open sign-ins.</param>
/// <param name="db">The accounts.</param>
public sealed class IndexModel(OwnWaysIn ways, OwnSignIns signIns, AccountsDb db) : AccountPage
{
    /// <summary>The ways in.</summary>
    public WaysIn Ways { get; private set; } = null!;

    /// <summary>The name of staff.</summary>
    public string? Name { get; private set; }

    /// <summary>The roles, in words.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>How many browsers are signed in.</summary>
    public int SignIns { get; private set; }

    /// <summary>Whether they are in the steering group; false as well while that cannot be asked.</summary>
    public bool IsMember { get; private set; }

    /// <summary>How many drafts wait for their vote.</summary>
    public int WaitForVote { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Title = "Your account";
        var membership = Ask.Get<MembershipSeen>(Service.Matching, "/policies/members/me");
        Ways = await ways.Look(Caller.Account, Gone);
        SignIns = (await signIns.List(Caller.Account, Gone)).Count;
        Name = await db.Accounts.Where(a => a.Id == Caller.Account.Value).Select(a => a.Name).SingleAsync(Gone);
        if ((await membership).Value is { IsMember: true } me) (IsMember, WaitForVote) = (true, me.WaitForVote.Count);
        Roles = [.. Caller.Roles.Order(StringComparer.Ordinal).Select(Words)];
    }

    private static string Words(string role) => role switch
    {
        Mentoring.Shared.Roles.Mentee => "a young person in the programme",
        Mentoring.Shared.Roles.Mentor => "a mentor",
        Mentoring.Shared.Roles.Coordinator => "a partner’s coordinator",
        Mentoring.Shared.Roles.Caseworker => "a caseworker",
        Mentoring.Shared.Roles.SafeguardingLead => "a safeguarding lead",
        _ => "an administrator",
    };
}
