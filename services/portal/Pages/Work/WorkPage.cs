using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What caseworkers' pages share: names behind ids, colleagues, invitations.</summary>
public abstract class WorkPage : MentoringPage
{
    /// <summary>The portal's own accounts.</summary>
    protected AccountsDb Accounts => HttpContext.RequestServices.GetRequiredService<AccountsDb>();

    /// <summary>The names of young people and mentors, asked for at the same time; none of a kind means no call.</summary>
    protected async Task<Names> NamesOf(IEnumerable<Guid> mentees, IEnumerable<Guid> mentors)
    {
        var (young, old) = (NamesAt(Service.Mentee, "/mentees/names", mentees), NamesAt(Service.Mentor, "/mentors/names", mentors));
        return new(await young, await old);
    }

    /// <summary>The names of staff behind account ids. Mentors' and young people's accounts have none here.</summary>
    protected async Task<IReadOnlyDictionary<Guid, string>> StaffNames(IEnumerable<Guid?> accounts)
    {
        var ids = accounts.OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await Accounts.Accounts.Where(a => ids.Contains(a.Id) && a.Name != null).ToDictionaryAsync(a => a.Id, a => a.Name!, Gone);
    }

    /// <summary>The other caseworkers who can come in.</summary>
    protected async Task<IReadOnlyList<Tags.Choice>> Colleagues()
    {
        var me = Caller.Account.Value;
        var colleagues = await Accounts.Accounts.Where(a => a.Roles.Contains(Roles.Caseworker) && a.DisabledAt == null && a.Id != me).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(Gone);
        return [.. colleagues.Select(c => new Tags.Choice(c.Id.ToString(), c.Name ?? "A colleague without a name"))];
    }

    /// <summary>Sends a mentor or a young person the mail with which they make their account. Null when it is on its way, else why not.</summary>
    protected async Task<string?> InvitePerson(string role, Guid person)
    {
        var services = HttpContext.RequestServices;
        await using var transaction = await Accounts.Database.BeginTransactionAsync(Gone);
        var answer = await Invite.Handle(
            new() { Role = role, PersonId = person }, Caller, services.GetRequiredService<OwningServices>(), services.GetRequiredService<Inviting>(), Accounts, services.GetRequiredService<TimeProvider>(), Gone);
        if (answer.Result is ProblemHttpResult problem) return problem.ProblemDetails.Detail ?? "The invitation could not be sent.";
        await transaction.CommitAsync(CancellationToken.None);
        return null;
    }

    /// <summary>The page again when what it is about cannot be read just now: what was typed stays, and is sent once more in a moment.</summary>
    protected IActionResult TypedStays()
    {
        if (ModelState.IsValid) ModelState.AddModelError(string.Empty, "We could not reach a part of the system just now. Nothing is lost: what you typed is still here. Wait a moment and try again.");
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    private async Task<IReadOnlyDictionary<Guid, string>?> NamesAt(string service, string path, IEnumerable<Guid> people)
    {
        var ids = people.Distinct().Take(100).ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        var names = await Ask.Get<List<NameSeen>>(service, $"{path}?ids={string.Join("&ids=", ids)}");
        return names.Value?.ToDictionary(n => n.Id, n => $"{n.FirstName} {n.LastName}");
    }

    private sealed record NameSeen(Guid Id, string FirstName, string LastName);
}

/// <summary>Names behind ids. Where a service is away or does not give a name, words stand in its place and the page goes on.</summary>
/// <param name="Mentees">Of young people; null when they could not be asked for.</param>
/// <param name="Mentors">Of mentors; null when they could not be asked for.</param>
public sealed record Names(IReadOnlyDictionary<Guid, string>? Mentees, IReadOnlyDictionary<Guid, string>? Mentors)
{
    /// <summary>Whether one of the services was away.</summary>
    public bool IsAway => Mentees is null || Mentors is null;

    /// <summary>A young person's name.</summary>
    public string Mentee(Guid id) => Mentees?.GetValueOrDefault(id) ?? "A young person";

    /// <summary>A mentor's name.</summary>
    public string Mentor(Guid id) => Mentors?.GetValueOrDefault(id) ?? "A mentor";

    /// <summary>Both of a match.</summary>
    public string Pair(Guid mentee, Guid mentor) => $"{Mentee(mentee)} and {Mentor(mentor)}";
}
