using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>What is half done.</summary>
public enum StepPurpose
{
    /// <summary>The password was right; a code from the authenticator is asked for.</summary>
    SecondFactor,

    /// <summary>A code was mailed to a young person; it and the PIN are asked for.</summary>
    MailCode,

    /// <summary>A passkey is asked for.</summary>
    Passkey,

    /// <summary>An invitation is being accepted.</summary>
    Joining,

    /// <summary>A code was mailed to somebody who forgot their password.</summary>
    PasswordReset,

    /// <summary>Somebody who is signed in is adding a passkey or another authenticator.</summary>
    Adding,

    /// <summary>New recovery codes are shown, until their owner says that they are kept.</summary>
    ShowingCodes,

    /// <summary>Staff are at the outside provider.</summary>
    Outside,
}

/// <summary>
/// Something on the way in that is half done. The browser that asked holds a random handle, the server its hash; it serves one
/// purpose, bears five tries, ends soon and is used once. There is one for people whom nobody knows too, and it looks the same.
/// </summary>
public sealed class SignInStep
{
    /// <summary>This many tries, the right one included.</summary>
    public const int MostTries = 5;

    /// <summary>How long a step on the way in takes at most.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>How long one takes that has people install an app or read a mail elsewhere.</summary>
    public static readonly TimeSpan LongLife = TimeSpan.FromMinutes(30);

    /// <summary>SHA-256 of the handle.</summary>
    public required byte[] HandleHash { get; init; }

    /// <summary>What it is for; it does for nothing else.</summary>
    public required StepPurpose Purpose { get; init; }

    /// <summary>Whose; null for nobody, or nobody yet.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What is needed to finish it, as JSON, protected by Data Protection.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Tries so far.</summary>
    public int Tries { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Begins steps, counts their tries, and sees to it that each is used once.</summary>
/// <param name="db">The database.</param>
/// <param name="protection">Protects what is kept.</param>
/// <param name="clock">The clock.</param>
public sealed class SignInSteps(AccountsDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly IDataProtector protector = protection.CreateProtector("Mentoring.SignInSteps");

    /// <summary>Begins one; the caller saves. The handle is known to nobody but the asking browser from here on.</summary>
    public string Begin<T>(StepPurpose purpose, Guid? account, T content, TimeSpan life)
    {
        var handle = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        db.SignInSteps.Add(new() { HandleHash = SignIn.Hash(handle), Purpose = purpose, AccountId = account, Content = Seal(content), ExpiresAt = clock.GetUtcNow() + life });
        return handle;
    }

    /// <summary>The step of a handle, without taking a try; null when it is over.</summary>
    public Task<SignInStep?> Look(string? handle, StepPurpose purpose, CancellationToken cancel)
    {
        var (hash, now) = (SignIn.Hash(handle ?? string.Empty), clock.GetUtcNow());
        return db.SignInSteps.AsNoTracking().SingleOrDefaultAsync(s => s.HandleHash == hash && s.Purpose == purpose && s.ExpiresAt > now && s.Tries < SignInStep.MostTries, cancel);
    }

    /// <summary>Takes a try, before what was typed is looked at, so that of guesses sent at the same moment no more than five count; null when it is over.</summary>
    public async Task<SignInStep?> Try(string? handle, StepPurpose purpose, CancellationToken cancel)
    {
        var taken = await db.SignInSteps.FromSql(
            $"""
            update sign_in_steps set tries = tries + 1
            where handle_hash = {SignIn.Hash(handle ?? string.Empty)} and purpose = {purpose.ToString()} and expires_at > {clock.GetUtcNow()} and tries < {SignInStep.MostTries}
            returning *
            """).AsNoTracking().ToListAsync(cancel);
        return taken.SingleOrDefault();
    }

    /// <summary>Uses it up. False when somebody was quicker.</summary>
    public async Task<bool> Use(SignInStep step, CancellationToken cancel) =>
        await db.SignInSteps.Where(s => s.HandleHash == step.HandleHash).ExecuteDeleteAsync(cancel) == 1;

    /// <summary>Writes down how far it has come, and gives it time from now.</summary>
    public Task GoOn<T>(SignInStep step, T content, TimeSpan life, CancellationToken cancel)
    {
        var (sealedContent, until) = (Seal(content), clock.GetUtcNow() + life);
        return db.SignInSteps.Where(s => s.HandleHash == step.HandleHash).ExecuteUpdateAsync(set => set.SetProperty(s => s.Content, sealedContent).SetProperty(s => s.ExpiresAt, until), cancel);
    }

    /// <summary>What was kept.</summary>
    public T Read<T>(SignInStep step) => JsonSerializer.Deserialize<T>(protector.Unprotect(step.Content), Json)!;

    private byte[] Seal<T>(T content) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content, Json));
}
