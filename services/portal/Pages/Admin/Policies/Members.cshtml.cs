using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Who is in the steering group.</summary>
public sealed class SteeringMembersModel : AdminPage
{
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();

    /// <summary>The kinds of members.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [new("young-person", "A young person"), new("business", "From a business"), new("council", "From the council")];

    /// <summary>The address they sign in with.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the e-mail address they sign in with."), StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
    public string? Email { get; set; }

    /// <summary>The kind of member.</summary>
    [BindProperty]
    public string? Is { get; set; }

    /// <summary>Everybody who is or was in the group.</summary>
    public Part<Page<MemberSeen>> List { get; private set; } = new();

    /// <summary>Who is in it.</summary>
    public IReadOnlyList<MemberSeen> Present => [.. (List.Value?.Items ?? []).Where(m => m.Until is null)];

    /// <summary>Who was.</summary>
    public IReadOnlyList<MemberSeen> Former => [.. (List.Value?.Items ?? []).Where(m => m.Until is not null)];

    /// <summary>A kind in words.</summary>
    public static string Kind(string kind) => kind switch { "young-person" => "young member", "business" => "from a business", _ => "from the council" };

    /// <summary>What somebody is called.</summary>
    public string NameOf(MemberSeen member) => names.GetValueOrDefault(member.Account) ?? "Somebody whose account is gone";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        ModelState.Clear();
        return Page();
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Kinds.All(k => k.Value != Is)) ModelState.AddModelError(nameof(Is), "Say who they are.");
        if (ModelState.IsValid)
        {
            var normal = Inviting.Normal(Email!);
            var account = await Db.Accounts.Where(a => a.NormalizedUserName == normal).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(Gone);
            if (account is null)
            {
                ModelState.AddModelError(nameof(Email), "Nobody signs in with this address.");
            }
            else
            {
                var outcome = await Ask.Post<MemberSeen>(Service.Matching, "/policies/members", new { account, kind = Is });
                if (outcome.IsDone) return Done("/admin/policy/members", "They are in the steering group now.");
                await Load();
                return Refused(outcome);
            }
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        (Title, Back) = ("Steering group members", "/admin/policy");
        List = await Ask.Get<Page<MemberSeen>>(Service.Matching, "/policies/members?take=100");
        var ids = (List.Value?.Items ?? []).Select(m => m.Account).Distinct().ToList();
        names = (await Db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(Gone)).ToDictionary(a => a.Id, a => AdminWords.Name(AccountView.Of(a)));
    }
}

/// <summary>A member.</summary>
/// <param name="MemberId">This time in the group.</param>
/// <param name="Account">The account.</param>
/// <param name="Kind">young-person, business or council.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when.</param>
public sealed record MemberSeen(Guid MemberId, Guid Account, string Kind, DateOnly Since, DateOnly? Until);
