using System.ComponentModel.DataAnnotations;
using System.Text;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Invites somebody to make an account.</summary>
public static class Invite
{
    /// <summary>Whom, and as what.</summary>
    public sealed record Request : IValidatableObject
    {
        /// <summary>
        /// The role: administrators invite <c>coordinator</c>, <c>caseworker</c>, <c>safeguarding-lead</c> and <c>administrator</c>; coordinators invite
        /// <c>mentor</c>s of their partner; caseworkers invite <c>mentor</c>s and <c>mentee</c>s.
        /// </summary>
        /// <example>coordinator</example>
        [AllowedValues("coordinator", "mentor", "mentee", "caseworker", "safeguarding-lead", "administrator", ErrorMessage = "A role is one of coordinator, mentor, mentee, caseworker, safeguarding-lead, administrator.")]
        public required string Role { get; init; }

        /// <summary>The mentor's or mentee's id, for these two roles; name and address come from the service that owns the record.</summary>
        public Guid? PersonId { get; init; }

        /// <summary>The partner that a coordinator will act for.</summary>
        /// <example>0199a3c0-5d1e-7c7a-9a53-0c2f6f0f5b11</example>
        public PartnerId? PartnerId { get; init; }

        /// <summary>The address of staff: coordinator, caseworker, safeguarding lead, administrator.</summary>
        /// <example>priya.shah@brightforge.example</example>
        [StringLength(254, ErrorMessage = "An e-mail address has at most 254 characters.")]
        public string? Email { get; init; }

        /// <summary>The name of staff, as colleagues will see it.</summary>
        /// <example>Priya Shah</example>
        [StringLength(100, ErrorMessage = "A name has at most 100 characters.")]
        public string? Name { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Role is Roles.Mentor or Roles.Mentee)
            {
                if (PersonId is null) yield return new($"Say which {Role} by personId.", [nameof(PersonId)]);
                if (Email is not null || Name is not null || PartnerId is not null) yield return new("Name, address and partner of a mentor or mentee come from their record; leave them out.", [nameof(PersonId)]);
                yield break;
            }

            if (PersonId is not null) yield return new("A personId is for mentors and mentees only.", [nameof(PersonId)]);
            if (Role == Roles.Coordinator != PartnerId is not null) yield return new(PartnerId is null ? "Say by partnerId which partner they will act for." : "A partnerId is for coordinators only.", [nameof(PartnerId)]);
            if (!Addresses.CanBeMailed(Email)) yield return new("Give an e-mail address that mail can be sent to, such as name@example.org.", [nameof(Email)]);
            if (string.IsNullOrWhiteSpace(Name) || Name.Any(char.IsControl)) yield return new("Give their name, on one line.", [nameof(Name)]);
        }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/invitations", Handle)
        .WithSummary("Invite somebody to make an account")
        .WithDescription("A mail with a code goes to them; it works once, for two weeks. Inviting the same person to the same role again takes the earlier code back and sends a new one.")
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .For(Roles.Administrator, Roles.Coordinator, Roles.Caseworker);

    internal static async Task<Results<Created<InvitationView>, ProblemHttpResult>> Handle(Request request, Caller caller, OwningServices owners, Inviting inviting, AccountsDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!May(caller, request.Role)) return Problems.Forbidden("Your role does not allow inviting people to this role.");
        var (mentor, mentee) = (request.Role == Roles.Mentor ? new MentorId(request.PersonId!.Value) : (MentorId?)null, request.Role == Roles.Mentee ? new MenteeId(request.PersonId!.Value) : (MenteeId?)null);
        var (email, name, greeting, partner) = (request.Email, request.Name?.Trim(), request.Name?.Trim(), request.PartnerId);
        try
        {
            if (request.PersonId is not null)
            {
                var ownPartner = !caller.Is(Roles.Caseworker) ? caller.Partner : null;
                var person = (mentor, mentee, ownPartner) switch
                {
                    ({ } id, _, { } own) => await owners.OwnMentor(caller, own, id, cancel),
                    ({ } id, _, null) when caller.Is(Roles.Caseworker) => await owners.Mentor(caller, id, cancel),
                    (_, { } id, _) => await owners.Mentee(caller, id, cancel),
                    _ => null,
                };
                if (person is null) return Problems.NotFound();
                if (person.IsGone || await db.HasLeft(request.PersonId, cancel)) return Problems.Conflict("They are not in the programme any more, so there is nothing to sign in to.");
                if (!Addresses.CanBeMailed(person.Email)) return Problems.Conflict("There is no e-mail address in their record that mail can be sent to. Have it put right first.");
                (email, name, greeting, partner) = (person.Email, null, person.FirstName, ownPartner);
            }
            else if (partner is { } wanted && !await owners.HasPartner(caller, wanted, cancel))
            {
                return Problems.NotFound();
            }
        }
        catch (ServiceAwayException away)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, away.Message);
        }

        if (await db.Accounts.AnyAsync(a => (mentor != null && a.MentorId == mentor) || (mentee != null && a.MenteeId == mentee), cancel))
            return Problems.Conflict("They have an account already.");

        var (invitation, _) = await inviting.Send(request.Role, email!.Trim(), name, greeting, caller.Account, mentor, mentee, partner, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created((string?)null, InvitationView.Of(invitation, clock.GetUtcNow()));
    }

    private static bool May(Caller caller, string role) => role switch
    {
        Roles.Mentor => caller.Is(Roles.Caseworker) || (caller.Is(Roles.Coordinator) && caller.Partner is not null),
        Roles.Mentee => caller.Is(Roles.Caseworker),
        _ => caller.Is(Roles.Administrator),
    };
}

/// <summary>Adds invitations.</summary>
public static class InvitationSetup
{
    /// <summary>Adds writing them, and asking the services who somebody is.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        OwningServices.Add(services);
        return services.AddScoped<Inviting>();
    }
}

/// <summary>Which e-mail addresses mail can be sent to.</summary>
public static class Addresses
{
    /// <summary>One address, nothing around it, in ASCII: not every server takes others (RFC 6531).</summary>
    public static bool CanBeMailed(string? email) =>
        email?.Trim() is { Length: > 2 and <= 254 } address
        && Ascii.IsValid(address)
        && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')')
        && address.Split('@') is [{ Length: > 0 and <= 64 }, var domain]
        && domain.Split('.') is { Length: > 1 } labels && labels.All(l => l.Length is > 0 and <= 63)
        && System.Net.Mail.MailAddress.TryCreate(address, out var read) && read.Address == address;
}

/// <summary>Writes invitations and the mail that carries their code.</summary>
/// <param name="db">The database.</param>
/// <param name="post">The mail.</param>
/// <param name="portal">Stands in the mail.</param>
/// <param name="clock">The clock.</param>
public sealed class Inviting(AccountsDb db, Post post, PortalAddress portal, TimeProvider clock)
{
    /// <summary>An invitation that lets the owner of an account in again; the caller saves.</summary>
    public Task SendRenewal(Account account, AccountId by, CancellationToken cancel) =>
        Send(account.IsYoung ? Roles.Mentee : account.Roles[0], account.Email!, account.Name, account.Name, by, account.IsYoung ? null : account.MentorId, account.MenteeId, account.PartnerId, cancel, renews: true);

    /// <summary>A new invitation in place of an open one to the same address and role; the caller saves. The code is known to the mail only, and to whoever runs the command.</summary>
    public async Task<(Invitation Invitation, string Code)> Send(
        string role, string email, string? name, string? greeting, AccountId? by, MentorId? mentor, MenteeId? mentee, PartnerId? partner, CancellationToken cancel, bool renews = false)
    {
        var now = clock.GetUtcNow();
        var code = InvitationCode.New();
        var invitation = new Invitation
        {
            Id = InvitationId.New(),
            Role = role,
            MentorId = mentor,
            MenteeId = mentee,
            PartnerId = partner,
            Renews = renews,
            Email = email,
            NormalizedEmail = Normal(email),
            Name = name,
            CodeHash = InvitationCode.Hash(code),
            InvitedBy = by,
            InvitedAt = now,
            ExpiresAt = now + (renews ? Invitation.RenewalLife : Invitation.Life),
        };
        await db.Invitations
            .Where(i => i.AcceptedAt == null && i.WithdrawnAt == null
                && ((i.Role == role && i.NormalizedEmail == invitation.NormalizedEmail) || (mentor != null && i.MentorId == mentor) || (mentee != null && i.MenteeId == mentee)))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.WithdrawnAt, now), cancel);
        db.Invitations.Add(invitation);
        post.Write(Letters.Invitation(invitation, greeting, code, portal.Text), until: invitation.ExpiresAt);
        return (invitation, code);
    }

    /// <summary>An address as Identity compares it.</summary>
    // U+FFFE is no character; Normalize throws at it.
    public static string Normal(string email) => email.Trim().Replace('\uFFFE', '\uFFFD').Normalize().ToUpperInvariant();
}
