using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Partner;

/// <summary>A page of a list that was filtered, and how many there are in all.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record Found<T>(IReadOnlyList<T> Items, Guid? Next, int Total);

/// <summary>One of the partner's people, as the mentor service tells a coordinator.</summary>
public sealed record OwnPerson
{
    /// <summary>The mentor's id.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string LastName { get; init; }

    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Their work.</summary>
    public string? JobTitle { get; init; }

    /// <summary>When they were registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Where they stand.</summary>
    public required string Stage { get; init; }

    /// <summary>The last day of clearance.</summary>
    public DateOnly? ClearedUntil { get; init; }

    /// <summary>Which checks are made.</summary>
    public IReadOnlyList<OwnCheck> Checks { get; init; } = [];

    /// <summary>Whose turn it is.</summary>
    public string WaitsOn { get; init; } = "nobody";

    /// <summary>What comes next.</summary>
    public string WaitsFor { get; init; } = "nothing";

    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>Whether the registration has ended.</summary>
    public bool HasEnded => Stage == "ended";

    /// <summary>What comes next, in a sentence for the coordinator.</summary>
    public string NextStep => (Stage, WaitsFor) switch
    {
        ("invited", _) => "Has not finished the application yet.",
        (_, "training") => "Still has to do the training.",
        (_, "checks") => "The programme is making the checks.",
        (_, "decision") => "Every check is made. The programme decides next.",
        ("cleared", _) => "Every check is made. Young people can choose them.",
        ("paused", _) => "Taking a break.",
        _ => "Not in the programme any more.",
    };
}

/// <summary>A check that is made or still waits.</summary>
/// <param name="Kind">Which check.</param>
/// <param name="State">waiting or done.</param>
public sealed record OwnCheck(string Kind, string State);

/// <summary>Stages and steps in the words of a coordinator's pages.</summary>
public static class OwnWords
{
    /// <summary>The stages in order, with what they are called and the colour of their tag.</summary>
    public static IReadOnlyList<(string Stage, string Words, string Colour)> Stages { get; } =
    [
        ("invited", "Registered", "grey"), ("applied", "Applied", "blue"), ("screening", "Being checked", "yellow"),
        ("cleared", "Ready to mentor", "green"), ("paused", "On a break", "orange"), ("ended", "Ended", "grey"),
    ];

    /// <summary>What a stage is called.</summary>
    public static string Stage(string stage) => Stages.FirstOrDefault(s => s.Stage == stage).Words ?? Say.Word(stage);

    /// <summary>The colour of a stage's tag.</summary>
    public static string Colour(string stage) => Stages.FirstOrDefault(s => s.Stage == stage).Colour ?? "grey";

    /// <summary>Why somebody waits, counted: <c>3 still have to finish their application</c>.</summary>
    public static string Waiting(string what, int count) => what switch
    {
        "application" => $"{Say.Count(count, "person has", "people have")} not finished the application yet",
        "training" => $"{Say.Count(count, "person still has", "people still have")} to do the training",
        "checks" => $"{Say.Count(count, "person is", "people are")} being checked",
        _ => $"{Say.Count(count, "person waits", "people wait")} for a decision, every check is made",
    };
}

/// <summary>How an invitation of one of the partner's people stands.</summary>
/// <param name="HasAccount">Whether they have joined.</param>
/// <param name="InvitedAt">When the newest invitation went out, UTC; null when none did.</param>
/// <param name="Works">Whether its code still works.</param>
public sealed record Invited(bool HasAccount, DateTimeOffset? InvitedAt, bool Works)
{
    /// <summary>Nobody has invited them.</summary>
    public static Invited Never { get; } = new(false, null, false);

    /// <summary>Whether somebody has to invite them before they can do anything.</summary>
    public bool IsOwed => this is { HasAccount: false, Works: false };

    /// <summary>In words.</summary>
    public string Words => this switch
    {
        { HasAccount: true } => "Has joined",
        { InvitedAt: { } at, Works: true } => $"Invited on {Say.ShortDay(London.DateAt(at))}",
        { InvitedAt: not null } => "The invitation has run out",
        _ => "Not invited yet",
    };
}

/// <summary>Invites a partner's people, and knows who was.</summary>
/// <param name="db">Accounts and invitations.</param>
/// <param name="inviting">Writes them.</param>
/// <param name="clock">The clock.</param>
public sealed class OwnInvitations(AccountsDb db, Inviting inviting, TimeProvider clock)
{
    /// <summary>How the invitations of these people stand; two queries for all of them.</summary>
    public Task<IReadOnlyDictionary<Guid, Invited>> Of(IEnumerable<OwnPerson> people, CancellationToken cancel) => Of(people.Select(p => p.MentorId), cancel);

    /// <summary>How the invitations of these mentors stand; two queries for all of them.</summary>
    public async Task<IReadOnlyDictionary<Guid, Invited>> Of(IEnumerable<Guid> mentors, CancellationToken cancel)
    {
        MentorId?[] ids = [.. mentors.Select(id => (MentorId?)new MentorId(id))];
        if (ids.Length == 0) return new Dictionary<Guid, Invited>();
        var now = clock.GetUtcNow();
        var joined = await db.Accounts.Where(a => ids.Contains(a.MentorId)).Select(a => a.MentorId).ToListAsync(cancel);
        var sent = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.MentorId)).OrderBy(i => i.InvitedAt).ToListAsync(cancel);
        var newest = sent.GroupBy(i => i.MentorId!.Value.Value).ToDictionary(g => g.Key, g => g.Last());
        return ids.ToDictionary(id => id!.Value.Value, id => new Invited(
            joined.Contains(id), newest.GetValueOrDefault(id!.Value.Value)?.InvitedAt, newest.GetValueOrDefault(id.Value.Value)?.StateAt(now) == InvitationState.Open));
    }

    /// <summary>
    /// Invites everybody of these who can be and has no account; those with a code that works are left alone unless <paramref name="again"/>.
    /// </summary>
    /// <returns>How many mails were written, and a sentence about who could not be invited; null when everybody could.</returns>
    public async Task<(int Sent, string? Trouble)> Send(IReadOnlyList<OwnPerson> people, Caller caller, bool again, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var standing = await Of(people, cancel);
        var (sent, trouble) = (0, (string?)null);
        foreach (var person in people)
        {
            if (standing[person.MentorId] is { HasAccount: true } || (standing[person.MentorId].Works && !again)) continue;
            if (person.HasEnded || await db.HasLeft(person.MentorId, cancel)) trouble = $"{person.Name} is not in the programme any more, so there is nothing to sign in to.";
            else if (!Addresses.CanBeMailed(person.Email)) trouble = $"{person.Name} has no e-mail address that mail can be sent to. A caseworker can put it right.";
            else
            {
                await inviting.Send(Roles.Mentor, person.Email, null, person.FirstName, caller.Account, new MentorId(person.MentorId), null, caller.Partner, cancel);
                sent++;
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (sent, trouble);
    }
}
