using System.Security.Claims;
using Mentoring.Shared;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Portal;

/// <summary>
/// Somebody who can sign in. Password, passkeys and e-mail address are ASP.NET Core Identity's; PIN, roles and whose account it
/// is are ours. The user name is the e-mail address. What is read from here acts on the next request.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name of staff, for colleagues; null for mentors and mentees, whose names stay in the services that own them.</summary>
    public string? Name { get; set; }

    /// <summary>Words from <see cref="Shared.Roles"/>; an account without any cannot sign in.</summary>
    public List<string> Roles { get; private set; } = [];

    /// <summary>The mentor it belongs to.</summary>
    public MentorId? MentorId { get; private set; }

    /// <summary>The young person it belongs to.</summary>
    public MenteeId? MenteeId { get; private set; }

    /// <summary>Whether it is or ever was a young person's. It stays when they leave: nobody learns from the account who was helped.</summary>
    public bool WasMentee { get; private set; }

    /// <summary>The partner its coordinator acts for.</summary>
    public PartnerId? PartnerId { get; private set; }

    /// <summary>What is kept of a young person's PIN; null for staff, who have passwords.</summary>
    public string? PinHash { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when it is shut, UTC; null when it is not.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Whether it is a young person's now: they come in with a PIN and a code from their mail, where staff have a password and an authenticator.</summary>
    public bool IsYoung => Roles.Contains(Shared.Roles.Mentee);

    /// <summary>Whether its owner may come in.</summary>
    public bool IsOpen => DisabledAt is null && Roles.Count > 0;

    /// <summary>A new account for the person an invitation was sent to, still without roles.</summary>
    public static Account For(Invitation invitation, DateTimeOffset now) => new()
    {
        Id = AccountId.New().Value,
        UserName = invitation.Email,
        Email = invitation.Email,
        EmailConfirmed = true,
        Name = invitation.Name,
        CreatedAt = now,
    };

    /// <summary>
    /// Takes on the role an invitation gives. An account is one mentor, one young person and one partner's coordinator at most, and
    /// never holds two roles of which one is there to keep the other in check.
    /// </summary>
    public Decision TakeOn(Invitation invitation)
    {
        if (DisabledAt is not null) return Decision.Refused("This account is shut. Ask an administrator to open it.");
        if ((invitation.MentorId is { } mentor && MentorId is { } mine && mine != mentor)
            || (invitation.MenteeId is { } mentee && MenteeId is { } me && me != mentee)
            || (invitation.Role == Shared.Roles.Coordinator && PartnerId is { } partner && partner != invitation.PartnerId))
            return Decision.Refused("There is an account with this e-mail address that belongs to somebody else in that role. Ask for an invitation to another address.");

        if (Roles.Find(held => Clash(held, invitation.Role)) is { } other)
            return Decision.Refused($"The account with this e-mail address holds the role {other}, which does not go together with {invitation.Role}. Use another e-mail address for that role.");

        MentorId = invitation.MentorId ?? MentorId;
        MenteeId = invitation.MenteeId ?? MenteeId;
        WasMentee |= invitation.Role == Shared.Roles.Mentee;
        if (invitation.Role == Shared.Roles.Coordinator) PartnerId = invitation.PartnerId;
        Name ??= invitation.Name;
        if (Roles.Contains(invitation.Role)) return Decision.AlreadySo;
        Roles = [.. Roles, invitation.Role];
        Changed();
        return Decision.Done;
    }

    /// <summary>Takes the role of a mentor or mentee who left the programme, and the tie to their record.</summary>
    public Decision Drop(string role)
    {
        if (!Roles.Contains(role)) return Decision.AlreadySo;
        Roles = [.. Roles.Where(r => r != role)];
        if (role == Shared.Roles.Mentor) MentorId = null;
        if (role == Shared.Roles.Mentee) MenteeId = null;
        Changed();
        return Decision.Done;
    }

    /// <summary>Changes the password or PIN to one whose hash this is.</summary>
    public void Lock(string? passwordHash = null, string? pinHash = null)
    {
        PasswordHash = passwordHash ?? PasswordHash;
        PinHash = pinHash ?? PinHash;
        Changed();
    }

    /// <summary>Shuts the account: its owner is out on the next request.</summary>
    public Decision Disable(DateTimeOffset now)
    {
        if (DisabledAt is not null) return Decision.AlreadySo;
        DisabledAt = now;
        Changed();
        return Decision.Done;
    }

    /// <summary>Opens the account again; its owner signs in anew.</summary>
    public Decision Enable()
    {
        if (DisabledAt is null) return Decision.AlreadySo;
        DisabledAt = null;
        Changed();
        return Decision.Done;
    }

    /// <summary>What the account says of itself: the claims of its tokens and of its requests here.</summary>
    public IEnumerable<Claim> Says()
    {
        yield return new("sub", Id.ToString());
        foreach (var role in Roles) yield return new(Claims.Role, role);
        if (MentorId is { } mentor) yield return new(Claims.MentorId, mentor.ToString());
        if (MenteeId is { } mentee) yield return new(Claims.MenteeId, mentee.ToString());
        if (PartnerId is { } partner) yield return new(Claims.PartnerId, partner.ToString());
    }

    // A young person's account is that alone. A mentor decides nothing about mentors, and who gives out roles sees no records.
    private static bool Clash(string one, string other) => one != other && (Excludes(one, other) || Excludes(other, one));

    private static bool Excludes(string role, string other) => role switch
    {
        Shared.Roles.Mentee => true,
        Shared.Roles.Mentor => other is Shared.Roles.Caseworker or Shared.Roles.SafeguardingLead or Shared.Roles.Administrator,
        Shared.Roles.Administrator => other is Shared.Roles.Caseworker or Shared.Roles.SafeguardingLead,
        _ => false,
    };

    // Identity's own token against two edits that meet.
    private void Changed() => ConcurrencyStamp = Guid.CreateVersion7().ToString();
}
