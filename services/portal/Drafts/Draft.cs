using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// What somebody has typed so far in a journey of pages, so that nothing is lost between its questions or when they come back
/// later. It is protected, because it may say anything, and goes by itself after a week without a word.
/// </summary>
public sealed class Draft
{
    /// <summary>How long one is kept after the last change.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>The most that one may hold, in bytes of JSON.</summary>
    public const int Most = 64 * 1024;

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The journey, and where there are several of a kind, which: at most 60 characters, such as <c>refer</c> or <c>risk:0199…</c>.</summary>
    public required string Journey { get; init; }

    /// <summary>JSON, protected by Data Protection for this account and journey alone.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When it goes, UTC.</summary>
    public required DateTimeOffset KeptUntil { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Keeps what is typed between the pages of a journey. Every write counts at once, also from two windows: the later one stays.</summary>
/// <param name="db">The database.</param>
/// <param name="protection">Protects what is kept.</param>
/// <param name="clock">The clock.</param>
public sealed class Drafts(AccountsDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new IdJson(), new JsonStringEnumConverter() } };

    /// <summary>What was typed so far; null when there is nothing, its week is over, or it was written in a shape that is not known any more.</summary>
    public async Task<T?> Read<T>(AccountId account, string journey, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var content = await db.Drafts.Where(d => d.AccountId == account.Value && d.Journey == journey && d.KeptUntil > now).Select(d => d.Content).SingleOrDefaultAsync(cancel);
        if (content is null) return default;
        try
        {
            return JsonSerializer.Deserialize<T>(Protector(account, journey).Unprotect(content), Json);
        }
        catch (Exception unreadable) when (unreadable is JsonException or CryptographicException)
        {
            return default;
        }
    }

    /// <summary>Whether something was typed and is kept still.</summary>
    public Task<bool> Has(AccountId account, string journey, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return db.Drafts.AnyAsync(d => d.AccountId == account.Value && d.Journey == journey && d.KeptUntil > now, cancel);
    }

    /// <summary>Keeps what was typed, for a week from now; refused when it is more than <see cref="Draft.Most"/>.</summary>
    public async Task<Decision> Write<T>(AccountId account, string journey, T typed, CancellationToken cancel = default)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(typed, Json);
        if (plain.Length > Draft.Most) return Decision.Refused("That is more than can be kept here. Please make it shorter.");
        var content = Protector(account, journey).Protect(plain);
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into drafts (account_id, journey, content, kept_until, updated_at) values ({account.Value}, {journey}, {content}, {now + Draft.Life}, {now})
            on conflict (account_id, journey) do update set content = excluded.content, kept_until = excluded.kept_until, updated_at = excluded.updated_at
            """,
            cancel);
        return Decision.Done;
    }

    /// <summary>Throws away what was typed, once the journey is done or given up.</summary>
    public Task Delete(AccountId account, string journey, CancellationToken cancel = default) =>
        db.Drafts.Where(d => d.AccountId == account.Value && d.Journey == journey).ExecuteDeleteAsync(cancel);

    private IDataProtector Protector(AccountId account, string journey) => protection.CreateProtector($"draft:{account}:{journey}");
}
