using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mentoring.Demo;

/// <summary>
/// Plays the phones of invented staff: remembers in a file which key each one's authenticator app holds, a line a person, and shows their codes
/// (RFC 6238). Real people's keys never stand in a file.
/// </summary>
/// <param name="file">The file; null to remember for this run alone.</param>
public sealed class Authenticators(string? file = null)
{
    private readonly Dictionary<string, string> keys = file is not null && File.Exists(file)
        ? File.ReadAllLines(file).Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase)
        : new(StringComparer.OrdinalIgnoreCase);

    private readonly Lock one = new();

    /// <summary>Whether somebody has an app.</summary>
    public bool Has(string email)
    {
        lock (one) return keys.ContainsKey(email);
    }

    /// <summary>Puts a key into somebody's app.</summary>
    public void Hold(string email, string key)
    {
        lock (one)
        {
            keys[email] = key;
            if (file is null) return;
            File.WriteAllLines(file + ".new", keys.Select(k => $"{k.Key} {k.Value}"));
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    /// <summary>What somebody's app shows now, or so many steps of 30 seconds later.</summary>
    public string Code(string email, int later = 0)
    {
        string text;
        lock (one) text = keys[email];
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + later);
#pragma warning disable CA5350 // What authenticator apps compute (RFC 6238 section 1.2).
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFF_FFFF) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
