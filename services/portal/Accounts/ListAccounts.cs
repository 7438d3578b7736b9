using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>An account, for administrators. They look after accounts and do not learn who the young people are.</summary>
public sealed record AccountView
{
    /// <summary>The account.</summary>
    public required AccountId Id { get; init; }

    /// <summary>The e-mail address; null for an account that is or was a young person's.</summary>
    /// <example>sam.okafor@programme.example</example>
    public required string? Email { get; init; }

    /// <summary>The name of staff; null for others, and where the address is.</summary>
    /// <example>Sam Okafor</example>
    public required string? Name { get; init; }

    /// <summary>The roles held.</summary>
    /// <example>["caseworker"]</example>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The mentor it belongs to.</summary>
    public required MentorId? MentorId { get; init; }

    /// <summary>The young person it belongs to.</summary>
    public required MenteeId? MenteeId { get; init; }

    /// <summary>The partner its coordinator acts for.</summary>
    public required PartnerId? PartnerId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is shut, UTC; null when it is open.</summary>
    public required DateTimeOffset? DisabledAt { get; init; }

    internal static AccountView Of(Account a) => new()
    {
        Id = new(a.Id),
        Email = a.WasMentee ? null : a.Email,
        Name = a.WasMentee ? null : a.Name,
        Roles = a.Roles,
        MentorId = a.MentorId,
        MenteeId = a.MenteeId,
        PartnerId = a.PartnerId,
        CreatedAt = a.CreatedAt,
        DisabledAt = a.DisabledAt,
    };
}

/// <summary>Lists accounts.</summary>
public static class ListAccounts
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/accounts", Handle)
        .WithSummary("List accounts").WithDescription("Oldest first. Those that are or were a young person's come without name and address.").For(Roles.Administrator);

    private static async Task<Ok<Page<AccountView>>> Handle([AsParameters] PageQuery page, AccountsDb db, CancellationToken cancel)
    {
        var after = page.After ?? Guid.Empty;
        var rows = await db.Accounts.AsNoTracking().Where(a => a.Id > after).OrderBy(a => a.Id).Take(page.Limit).ToListAsync(cancel);
        var cut = page.Cut(rows, a => a.Id);
        return TypedResults.Ok(new Page<AccountView> { Items = [.. cut.Items.Select(AccountView.Of)], Next = cut.Next });
    }
}
