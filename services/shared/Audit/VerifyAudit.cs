using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Shared.Audit;

/// <summary>
/// Reads the whole audit trail and finds what was edited, removed, put in another order or cut off at the end. Hashes are reckoned here
/// and not in the database. Anchors, which are kept outside, also find what somebody rewrote who may do everything in the database.
/// </summary>
public static class VerifyAudit
{
    /// <summary>What a look at the trail found.</summary>
    /// <param name="Entries">How many entries there are.</param>
    /// <param name="Anchors">How many anchors were compared.</param>
    /// <param name="Wrong">What is wrong, as sentences; empty when all is well.</param>
    public sealed record Finding(long Entries, int Anchors, IReadOnlyList<string> Wrong);

    private const int MostSaid = 50;

    /// <summary>Looks.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="anchors">Heads as they once were, oldest first.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Finding> Look(ServiceDb db, IReadOnlyList<Anchor> anchors, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(anchors);
        var wrong = new List<string>();
        var wanted = anchors.SelectMany(anchor => anchor.Heads.Select(head => (head.Lane, head.Number, head.Hash, anchor.At))).GroupBy(head => (head.Lane, head.Number)).ToDictionary(same => same.Key, same => same.ToArray());
        await db.Database.OpenConnectionAsync(cancel);
        await using var snapshot = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var heads = (await AnchorAudit.Heads(db, cancel)).ToDictionary(head => head.Lane);
        var ends = new Dictionary<int, Head>();
        var entries = 0L;
        await using (var command = new NpgsqlCommand(
            "select lane, number, previous, hash, audit_content(e), why is not null and sha256(convert_to(why, 'UTF8')) is distinct from why_digest from audit_entries e order by lane, number",
            (NpgsqlConnection)db.Database.GetDbConnection()))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                entries++;
                var (lane, number, previous, hash) = (reader.GetInt16(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
                var before = ends.GetValueOrDefault(lane) ?? new Head(lane, 0, []);
                if (number != before.Number + 1) wrong.Add($"Lane {lane}: {Missing(before.Number + 1, number - 1)} missing.");
                else if (!previous.AsSpan().SequenceEqual(before.Hash)) wrong.Add($"Lane {lane}: entry {number} does not follow entry {before.Number}. One of them was changed or put in another place.");
                if (!SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(reader.GetString(4))]).AsSpan().SequenceEqual(hash)) wrong.Add($"Lane {lane}: entry {number} was changed.");
                if (reader.GetBoolean(5)) wrong.Add($"Lane {lane}: the reason in entry {number} was changed.");
                if (wanted.Remove((lane, number), out var held))
                    wrong.AddRange(held.Where(anchor => !anchor.Hash.AsSpan().SequenceEqual(hash)).Select(anchor => $"Lane {lane}: entry {number} is not what it was on {Said(anchor.At)}. Everything up to it may have been written anew."));
                ends[lane] = new(lane, number, hash);
            }
        }

        for (var lane = 0; lane < AuditTables.Lanes; lane++)
        {
            var end = ends.GetValueOrDefault(lane) ?? new Head(lane, 0, []);
            if (heads.GetValueOrDefault(lane) is not { } head) wrong.Add($"Lane {lane}: its head is missing.");
            else if (head.Number != end.Number || !head.Hash.AsSpan().SequenceEqual(end.Hash)) wrong.Add($"Lane {lane} ends with entry {end.Number}, and its head is at entry {head.Number}: the end was cut off or written by other means.");
        }

        wrong.AddRange(wanted.Values.Select(gone => $"Lane {gone[0].Lane}: entry {gone[0].Number} was there on {Said(gone[0].At)} and is missing."));
        return new(entries, anchors.Count, wrong);
    }

    internal static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        var file = arguments is [var named] ? named : services.GetRequiredService<AnchorFile>().Path;
        if (arguments.Length > 1 || (arguments.Length == 1 && !File.Exists(file)))
        {
            await Console.Error.WriteLineAsync("Give one file of anchors, or none to use the one that Audit:Anchors names.");
            return ExitCodes.Usage;
        }

        var anchors = file is not null && File.Exists(file) ? await AnchorFile.Read(file, cancel) : [];
        var found = await Look(services.GetRequiredService<ServiceDb>(), anchors, cancel);
        foreach (var sentence in found.Wrong.Take(MostSaid)) await Console.Error.WriteLineAsync(sentence);
        if (found.Wrong.Count > MostSaid) await Console.Error.WriteLineAsync($"And {found.Wrong.Count - MostSaid} more.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Entries} entries and {found.Anchors} anchors were looked at; {(found.Wrong.Count == 0 ? "all is as it was written." : $"{found.Wrong.Count} things are wrong.")}"));
        return found.Wrong.Count == 0 ? ExitCodes.Fine : ExitCodes.AuditBroken;
    }

    private static string Missing(long first, long last) => first == last ? $"entry {first} is" : $"entries {first} to {last} are";

    private static string Said(DateTimeOffset at) => at.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
