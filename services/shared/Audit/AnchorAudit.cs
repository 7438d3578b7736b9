using System.Globalization;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Audit;

/// <summary>The last entry of a lane.</summary>
/// <param name="Lane">0 to 15.</param>
/// <param name="Number">Its number; 0 when the lane has none.</param>
/// <param name="Hash">Its hash.</param>
public sealed record Head(int Lane, long Number, byte[] Hash);

/// <summary>The heads of lanes as they were at a moment.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Heads">Those that had moved.</param>
public sealed record Anchor(DateTimeOffset At, IReadOnlyList<Head> Heads);

/// <summary>
/// The file of anchors, a line an anchor: <c>2026-11-24T05:00:00.0000000Z 3:41:9f86… 7:12:60303…</c>. It is only added to, and belongs where the
/// database's owner cannot write: another disk, a bucket that nothing is removed from.
/// </summary>
/// <param name="folder">The setting <c>Audit:Anchors</c>; null for none.</param>
/// <param name="service">The service's name, which is the file's.</param>
public sealed class AnchorFile(string? folder, string service)
{
    /// <summary>The file; null when anchors only go to the log.</summary>
    public string? Path { get; } = string.IsNullOrEmpty(folder) ? null : System.IO.Path.Combine(folder, $"{service}.anchors");

    /// <summary>Reads a file.</summary>
    /// <exception cref="SettingException">A line is no anchor.</exception>
    public static async Task<IReadOnlyList<Anchor>> Read(string path, CancellationToken cancel)
    {
        var anchors = new List<Anchor>();
        foreach (var line in await File.ReadAllLinesAsync(path, cancel))
        {
            if (line.Length > 0) anchors.Add(Parse(line) ?? throw new SettingException($"Line {anchors.Count + 1} of {path} is no anchor: the file was changed, or is another."));
        }

        return anchors;
    }

    /// <summary>An anchor as a line.</summary>
    public static string Line(Anchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return $"{anchor.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)} {string.Join(' ', anchor.Heads.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Lane}:{h.Number}:{Convert.ToHexStringLower(h.Hash)}")))}";
    }

    private static Anchor? Parse(string line)
    {
        var words = line.Split(' ');
        if (!DateTimeOffset.TryParse(words[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        var heads = new List<Head>();
        foreach (var word in words.Skip(1))
        {
            if (word.Split(':') is not [var lane, var number, { Length: 64 } hash] || !hash.All(char.IsAsciiHexDigitLower)
                || !int.TryParse(lane, CultureInfo.InvariantCulture, out var l) || !long.TryParse(number, CultureInfo.InvariantCulture, out var n)) return null;
            heads.Add(new(l, n, Convert.FromHexString(hash)));
        }

        return heads.Count > 0 ? new(at, heads) : null;
    }
}

/// <summary>Writes the heads that have moved into the file of anchors and into the log, every minute: what is there cannot be rewritten from inside the database without showing.</summary>
/// <param name="scopes">For a context of its own.</param>
/// <param name="file">The file.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed class AnchorAudit(IServiceScopeFactory scopes, AnchorFile file, TimeProvider clock, ILogger<AnchorAudit> log) : Rounds(clock, log)
{
    private readonly Dictionary<int, long> anchored = [];

    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    public override async Task<int> Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        Head[] moved = [.. (await Heads(scope.ServiceProvider.GetRequiredService<ServiceDb>(), cancel)).Where(head => head.Number > anchored.GetValueOrDefault(head.Lane))];
        if (moved.Length == 0) return 0;
        var line = AnchorFile.Line(new(Clock.GetUtcNow(), moved));
        if (file.Path is { } path) await File.AppendAllTextAsync(path, line + "\n", cancel);
        log.LogInformation("Audit anchor {Anchor}", line);
        foreach (var head in moved) anchored[head.Lane] = head.Number;
        return moved.Length;
    }

    internal static async Task<IReadOnlyList<Head>> Heads(ServiceDb db, CancellationToken cancel) =>
        [.. (await db.Database.SqlQuery<HeadRow>($"select lane, number, hash from audit_heads").ToListAsync(cancel)).Select(row => new Head(row.Lane, row.Number, row.Hash))];

    private sealed record HeadRow(short Lane, long Number, byte[] Hash);
}
