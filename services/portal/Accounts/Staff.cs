using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Somebody who works here, for pages that say who did or may do something.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Name">Their name.</param>
/// <param name="Roles">Their roles.</param>
public sealed record StaffMember(Guid Id, string Name, IReadOnlyList<string> Roles);

/// <summary>Somebody who works here, for those they work with.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their work e-mail, if the account has one.</param>
public sealed record StaffContact(string Name, string? Email);

/// <summary>Who works here, from the portal's own accounts.</summary>
public static class Staff
{
    /// <summary>What somebody is called whose account has no name.</summary>
    public const string Nameless = "Somebody";

    /// <summary>Those who hold one of these roles now and may come in, by name.</summary>
    public static Task<List<StaffMember>> StaffWith(this AccountsDb db, CancellationToken cancel, params string[] roles) => db.Accounts.AsNoTracking()
        .Where(a => a.DisabledAt == null && a.Roles.Any(r => roles.Contains(r)))
        .OrderBy(a => a.Name)
        .Select(a => new StaffMember(a.Id, a.Name ?? Nameless, a.Roles))
        .ToListAsync(cancel);

    /// <summary>How to reach somebody who works here; null for an account that is shut, has no name or is not staff's.</summary>
    public static Task<StaffContact?> ContactOf(this AccountsDb db, Guid account, CancellationToken cancel) => db.Accounts.AsNoTracking()
        .Where(a => a.Id == account && a.DisabledAt == null && a.Name != null && a.Roles.Contains(Mentoring.Shared.Roles.Caseworker))
        .Select(a => new StaffContact(a.Name!, a.Email))
        .SingleOrDefaultAsync(cancel);

    /// <summary>Where to write to those of some accounts who are caseworkers now and may come in.</summary>
    public static Task<List<string>> EmailsOfCaseworkers(this AccountsDb db, IReadOnlyList<Guid> accounts, CancellationToken cancel) => db.Accounts.AsNoTracking()
        .Where(a => accounts.Contains(a.Id) && a.DisabledAt == null && a.Email != null && a.Roles.Contains(Mentoring.Shared.Roles.Caseworker))
        .OrderBy(a => a.Id)
        .Select(a => a.Email!)
        .ToListAsync(cancel);

    /// <summary>As <see cref="EmailsOfCaseworkers"/>; where none of them may come in any more, the safeguarding leads, so that it is told to somebody.</summary>
    public static async Task<(List<string> Emails, bool AreLeads)> EmailsOfCaseworkersOrLeads(this AccountsDb db, IReadOnlyList<Guid> accounts, CancellationToken cancel) =>
        await db.EmailsOfCaseworkers(accounts, cancel) is [_, ..] found ? (found, false) : (await db.EmailsOfLeads(cancel), true);

    /// <summary>Where to write to the safeguarding leads who may come in.</summary>
    public static Task<List<string>> EmailsOfLeads(this AccountsDb db, CancellationToken cancel) => db.EmailsOf(Mentoring.Shared.Roles.SafeguardingLead, [], cancel);

    /// <summary>Where to write to those with a role who may come in, but for some.</summary>
    public static Task<List<string>> EmailsOf(this AccountsDb db, string role, IReadOnlyList<Guid> except, CancellationToken cancel) => db.Accounts.AsNoTracking()
        .Where(a => a.DisabledAt == null && a.Email != null && a.Roles.Contains(role) && !except.Contains(a.Id))
        .OrderBy(a => a.Id)
        .Select(a => a.Email!)
        .ToListAsync(cancel);

    /// <summary>The names behind accounts, also of those who have left; in one query.</summary>
    public static async Task<StaffNames> NamesOf(this AccountsDb db, IEnumerable<AccountId?> accounts, CancellationToken cancel)
    {
        var ids = accounts.OfType<AccountId>().Select(a => a.Value).Distinct().ToList();
        return new(ids.Count == 0 ? [] : await db.Accounts.AsNoTracking()
            .Where(a => ids.Contains(a.Id) && a.Name != null && !a.WasMentee)
            .ToDictionaryAsync(a => a.Id, a => a.Name!, cancel));
    }
}

/// <summary>Names by account.</summary>
/// <param name="names">What was found.</param>
public sealed class StaffNames(Dictionary<Guid, string> names)
{
    /// <summary>A name, or a word for somebody without one.</summary>
    public string this[AccountId? account] => account is { } id && names.TryGetValue(id.Value, out var name) ? name : Staff.Nameless;
}
