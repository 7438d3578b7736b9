using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// The authenticator app that goes with somebody's password, and their recovery codes for the day when it is lost. The key is
/// protected, recovery codes are stored hashed, and no code works twice.
/// </summary>
public sealed class Authenticator
{
    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The key that the app and we share, protected by Data Protection.</summary>
    public required byte[] ProtectedKey { get; set; }

    /// <summary>Since when this key, UTC.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>The time step (RFC 6238, T) of the last code that was used; no earlier one is taken.</summary>
    public required long LastStep { get; set; }

    /// <summary>Goes into the hash of each recovery code.</summary>
    public required byte[] RecoverySalt { get; set; }

    /// <summary>The hashes of the recovery codes that were not used.</summary>
    public required List<byte[]> RecoveryHashes { get; set; }
}

/// <summary>
/// Time-based one-time codes as every authenticator app shows them: RFC 6238 with HMAC-SHA-1, 6 digits and steps of 30 seconds.
/// One step to either side is taken, for clocks that are off (RFC 6238 section 5.2).
/// </summary>
public static class TimeCode
{
    /// <summary>Seconds that a code is shown.</summary>
    public const int Seconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key: 160 bits, as RFC 4226 section 4 recommends.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The code of a time step.</summary>
    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What apps compute; SHA-1's collisions do not touch HMAC (RFC 6238 section 1.2).
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The time step of an instant.</summary>
    public static long Step(DateTimeOffset now) => now.ToUnixTimeSeconds() / Seconds;

    /// <summary>The step that a code belongs to, from the one before now to the one after; null when to none of them.</summary>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = Step(now) - 1; step <= Step(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(code))) found ??= step;
        return found;
    }

    /// <summary>A key as people type it into an app: base 32 of RFC 4648.</summary>
    public static string Text(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var b in key)
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            for (; held >= 5; held -= 5) text.Append(Base32[(bits >> (held - 5)) & 31]);
        }

        if (held > 0) text.Append(Base32[(bits << (5 - held)) & 31]);
        return text.ToString();
    }

    /// <summary>The address that a QR code holds, which apps read the key from.</summary>
    public static string Address(ReadOnlySpan<byte> key, string email) =>
        $"otpauth://totp/Mentoring:{Uri.EscapeDataString(email)}?secret={Text(key)}&issuer=Mentoring&algorithm=SHA1&digits=6&period={Seconds}";
}

/// <summary>
/// Codes on paper for the day when the app is lost: ten, each works once. 80 random bits each, stretched before they are stored
/// (NIST SP 800-63B-4 section 3.1.2.2).
/// </summary>
public static class RecoveryCode
{
    /// <summary>How many somebody gets.</summary>
    public const int Many = 10;

    // Together with 80 random bits far more than anybody can search; chosen passwords need PasswordRules.Rounds.
    private const int Rounds = 10_000;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code, such as <c>7K2M-Q9D4-0VBN-5RWE</c>.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>What is kept of a code; capitals, spaces and dashes do not matter.</summary>
    public static byte[] Hash(string code, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(InvitationCode.Normal(code)), salt, Rounds, HashAlgorithmName.SHA512, 32);
}

/// <summary>Looks after authenticators: sets one up, checks its codes and the recovery codes, takes it away.</summary>
/// <param name="db">The database.</param>
/// <param name="protection">Protects keys.</param>
/// <param name="clock">The clock.</param>
public sealed class Authenticators(AccountsDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Mentoring.Authenticators");

    /// <summary>An account's authenticator; null without one.</summary>
    public Task<Authenticator?> Of(Guid account, CancellationToken cancel) => db.Authenticators.SingleOrDefaultAsync(a => a.AccountId == account, cancel);

    /// <summary>Sets an app up whose code was checked, in place of one before; the caller saves. Answers the new recovery codes, which nobody can see again.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="key">The key that the app holds.</param>
    /// <param name="step">The step of the code that was checked; it is used up.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<string>> SetUp(Guid account, byte[] key, long step, CancellationToken cancel)
    {
        var (salt, codes) = NewCodes();
        if (await Of(account, cancel) is { } known)
        {
            (known.ProtectedKey, known.Since, known.LastStep) = (protector.Protect(key), clock.GetUtcNow(), step);
            (known.RecoverySalt, known.RecoveryHashes) = (salt, Hashes(codes, salt));
        }
        else
        {
            db.Authenticators.Add(new() { AccountId = account, ProtectedKey = protector.Protect(key), Since = clock.GetUtcNow(), LastStep = step, RecoverySalt = salt, RecoveryHashes = Hashes(codes, salt) });
        }

        return codes;
    }

    /// <summary>New recovery codes in place of all before; the caller saves.</summary>
    public IReadOnlyList<string> NewRecoveryCodes(Authenticator authenticator)
    {
        var (salt, codes) = NewCodes();
        (authenticator.RecoverySalt, authenticator.RecoveryHashes) = (salt, Hashes(codes, salt));
        return codes;
    }

    /// <summary>
    /// Uses a code from the app, or a recovery code. Postgres decides who was first when the same code comes twice at once.
    /// </summary>
    public async Task<CodeUsed> Use(Authenticator authenticator, string typed, CancellationToken cancel)
    {
        var code = PinRules.Normal(typed);
        if (code.Length == 6 && code.All(char.IsAsciiDigit))
        {
            if (KeyOf(authenticator) is not { } key || TimeCode.Match(key, code, clock.GetUtcNow()) is not { } step) return CodeUsed.No;
            var used = await db.Authenticators.Where(a => a.AccountId == authenticator.AccountId && a.LastStep < step).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), cancel);
            return used == 1 ? CodeUsed.App : CodeUsed.No;
        }

        var hash = RecoveryCode.Hash(code, authenticator.RecoverySalt);
        var gone = await db.Database.ExecuteSqlAsync(
            $"update authenticators set recovery_hashes = array_remove(recovery_hashes, {hash}) where account_id = {authenticator.AccountId} and {hash} = any(recovery_hashes)", cancel);
        return gone == 1 ? CodeUsed.Recovery : CodeUsed.No;
    }

    // Null once the key ring that it was protected with is gone; passkeys and recovery codes still work then.
    private byte[]? KeyOf(Authenticator authenticator)
    {
        try
        {
            return protector.Unprotect(authenticator.ProtectedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static (byte[] Salt, IReadOnlyList<string> Codes) NewCodes() => (RandomNumberGenerator.GetBytes(16), [.. Enumerable.Range(0, RecoveryCode.Many).Select(_ => RecoveryCode.New())]);

    private static List<byte[]> Hashes(IReadOnlyList<string> codes, byte[] salt) => [.. codes.Select(c => RecoveryCode.Hash(c, salt))];
}

/// <summary>What a typed code was.</summary>
public enum CodeUsed
{
    /// <summary>None that works.</summary>
    No,

    /// <summary>One from the app.</summary>
    App,

    /// <summary>A recovery code, which is gone now.</summary>
    Recovery,
}
