using Mentoring.Shared;

namespace Mentoring.Testing;

/// <summary>Somebody who calls a service, as their access token describes them.</summary>
public sealed record Persona
{
    /// <summary>What failures call them.</summary>
    public required string Name { get; init; }

    /// <summary>The roles held; empty for somebody who is not signed in.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The account.</summary>
    public AccountId Account { get; init; } = AccountId.New();

    /// <summary>The mentor the account belongs to.</summary>
    public MentorId? Mentor { get; init; }

    /// <summary>The young person the account belongs to.</summary>
    public MenteeId? Mentee { get; init; }

    /// <summary>The partner acted for.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>What goes into the <c>Access-Reason</c> header.</summary>
    public string? Reason { get; init; }

    /// <summary>Not signed in.</summary>
    public static Persona Nobody { get; } = new() { Name = "nobody" };

    /// <summary>A caseworker; their id is their account's.</summary>
    public static Persona Caseworker(CaseworkerId? id = null) => new() { Name = "a caseworker", Roles = [Shared.Roles.Caseworker], Account = id is { } own ? new(own.Value) : AccountId.New() };

    /// <summary>A mentor.</summary>
    public static Persona AMentor(MentorId? id = null) => new() { Name = "a mentor", Roles = [Shared.Roles.Mentor], Mentor = id ?? MentorId.New() };

    /// <summary>A young person.</summary>
    public static Persona AMentee(MenteeId? id = null) => new() { Name = "a mentee", Roles = [Shared.Roles.Mentee], Mentee = id ?? MenteeId.New() };

    /// <summary>A partner's coordinator.</summary>
    public static Persona Coordinator(PartnerId? id = null) => new() { Name = "a coordinator", Roles = [Shared.Roles.Coordinator], Partner = id ?? PartnerId.New() };

    /// <summary>A safeguarding lead who says why; null for one who does not.</summary>
    public static Persona Lead(string? reason = "A concern was raised today and I follow it up") =>
        new() { Name = reason is null ? "a safeguarding lead without a reason" : "a safeguarding lead", Roles = [Shared.Roles.SafeguardingLead], Reason = reason };

    /// <summary>An administrator.</summary>
    public static Persona Administrator() => new() { Name = "an administrator", Roles = [Shared.Roles.Administrator] };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
