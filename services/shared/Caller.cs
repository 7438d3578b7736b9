using System.Security.Claims;

namespace Mentoring.Shared;

/// <summary>The roles an account can hold, as they stand in tokens.</summary>
public static class Roles
{
    /// <summary>Acts for a partner.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>A volunteer.</summary>
    public const string Mentor = "mentor";

    /// <summary>A young person.</summary>
    public const string Mentee = "mentee";

    /// <summary>Works with young people and decides on matches.</summary>
    public const string Caseworker = "caseworker";

    /// <summary>Sees every concern, and any record with a reason given.</summary>
    public const string SafeguardingLead = "safeguarding-lead";

    /// <summary>Accounts and policy; no one's record.</summary>
    public const string Administrator = "administrator";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Coordinator, Mentor, Mentee, Caseworker, SafeguardingLead, Administrator];
}

/// <summary>The claims in an access token, beside the registered ones of RFC 7519.</summary>
public static class Claims
{
    /// <summary>One of <see cref="Roles"/>; may come several times.</summary>
    public const string Role = "role";

    /// <summary>The mentor an account belongs to.</summary>
    public const string MentorId = "mentor_id";

    /// <summary>The young person an account belongs to.</summary>
    public const string MenteeId = "mentee_id";

    /// <summary>The partner a coordinator acts for.</summary>
    public const string PartnerId = "partner_id";
}

/// <summary>Who is asking, as the access token says. Handlers take it as a parameter.</summary>
public sealed record Caller
{
    /// <summary>The account (<c>sub</c>); the empty id for an anonymous caller.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The roles held.</summary>
    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>The mentor the account belongs to, if any.</summary>
    public MentorId? Mentor { get; init; }

    /// <summary>The young person the account belongs to, if any.</summary>
    public MenteeId? Mentee { get; init; }

    /// <summary>The partner a coordinator acts for, if any.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>The caller as a caseworker; only meaningful with that role.</summary>
    public CaseworkerId Caseworker => new(Account.Value);

    /// <summary>Whether the caller holds a role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Whether the caller is this mentor.</summary>
    public bool IsMentor(MentorId id) => Is(Shared.Roles.Mentor) && Mentor == id;

    /// <summary>Whether the caller is this young person.</summary>
    public bool IsMentee(MenteeId id) => Is(Shared.Roles.Mentee) && Mentee == id;

    /// <summary>Whether the caller coordinates for this partner.</summary>
    public bool Coordinates(PartnerId? id) => Is(Shared.Roles.Coordinator) && id is not null && Partner == id;

    /// <summary>Reads the caller from the request's token; called by the framework for handler parameters.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));

    /// <summary>Reads the caller from a verified identity.</summary>
    public static Caller From(ClaimsPrincipal user) => new()
    {
        Account = new(Id(user, "sub") ?? Guid.Empty),
        Roles = user.FindAll(Claims.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
        Mentor = Id(user, Claims.MentorId) is { } mentor ? new MentorId(mentor) : null,
        Mentee = Id(user, Claims.MenteeId) is { } mentee ? new MenteeId(mentee) : null,
        Partner = Id(user, Claims.PartnerId) is { } partner ? new PartnerId(partner) : null,
    };

    private static Guid? Id(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirst(claim)?.Value, out var id) ? id : null;
}
