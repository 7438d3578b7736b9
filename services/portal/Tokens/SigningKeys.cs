using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// The signing keys in the database. Nothing is kept in memory: whatever one instance publishes, every instance publishes at
/// that moment, and none signs with a key that another does not show.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="protection">Protects the private halves.</param>
/// <param name="clock">The clock.</param>
public sealed class SigningKeys(AccountsDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    // Only one instance changes keys at a time; the number is ours alone.
    private const long Lock = 0x6D656E746B657973;

    private readonly IDataProtector protector = protection.CreateProtector("Mentoring.SigningKeys");

    /// <summary>The keys to check tokens with: the one that signs, the spare, and those whose last tokens may be alive.</summary>
    public async Task<IReadOnlyList<SigningKey>> Published(CancellationToken cancel)
    {
        var keys = await db.SigningKeys.AsNoTracking().ToListAsync(cancel);
        if (!keys.Exists(k => k.Signs) || !keys.Exists(k => k.IsSpare))
        {
            await Keep(cancel);
            keys = await db.SigningKeys.AsNoTracking().ToListAsync(cancel);
        }

        return [.. keys.Where(k => !k.IsDead(clock.GetUtcNow())).OrderBy(k => k.PublishedAt)];
    }

    /// <summary>The key that signs and its private half, which the caller disposes.</summary>
    public async Task<(SigningKey Key, System.Security.Cryptography.ECDsa Private)> Current(CancellationToken cancel)
    {
        var key = (await Published(cancel)).Single(k => k.Signs);
        return (key, key.Private(protector));
    }

    /// <summary>Makes what is missing, changes over what is due, removes what is dead.</summary>
    public Task Keep(CancellationToken cancel) => Change(
        (keys, now) =>
        {
            if (keys.Find(k => k.Signs) is { } current && keys.Find(k => k.IsSpare) is { } spare && current.IsDue(spare, now)) ChangeOver(current, spare, now);
        },
        cancel);

    /// <summary>
    /// Changes over now. With <paramref name="leaked"/> every key that was ever published goes at once, the spare too, and with
    /// them every token they signed, as soon as the services see the new key.
    /// </summary>
    public Task Rotate(bool leaked, CancellationToken cancel) => Change(
        (keys, now) =>
        {
            if (leaked)
            {
                db.SigningKeys.RemoveRange(keys);
                keys.Clear();
            }
            else if (keys.Find(k => k.Signs) is { } current && keys.Find(k => k.IsSpare) is { } spare)
            {
                ChangeOver(current, spare, now);
            }
        },
        cancel);

    private static void ChangeOver(SigningKey current, SigningKey spare, DateTimeOffset now)
    {
        current.Stop(now);
        spare.Start(now);
    }

    private async Task Change(Action<List<SigningKey>, DateTimeOffset> change, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancel);
        var now = clock.GetUtcNow();
        var keys = await db.SigningKeys.ToListAsync(cancel);
        foreach (var dead in keys.FindAll(k => k.IsDead(now))) db.SigningKeys.Remove(dead);
        change(keys, now);
        if (!keys.Exists(k => k.Signs)) (keys.Find(k => k.IsSpare) ?? Add(keys, now)).Start(now);
        if (!keys.Exists(k => k.IsSpare)) Add(keys, now);
        await db.SaveChangesAsync(cancel);
        if (own is not null) await own.CommitAsync(cancel);
    }

    private SigningKey Add(List<SigningKey> keys, DateTimeOffset now)
    {
        var key = SigningKey.New(protector, now);
        keys.Add(key);
        db.SigningKeys.Add(key);
        return key;
    }
}
