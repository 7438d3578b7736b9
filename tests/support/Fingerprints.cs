using Npgsql;

namespace Mentoring.Testing;

/// <summary>Fingerprints of everything a database holds.</summary>
public static class Fingerprints
{
    // Kept about messages and repeated requests, not about people.
    private static readonly string[] LeftOut = ["idempotency_keys", "receipts", "outbox", "audit_entries", "audit_heads", "__EFMigrationsHistory"];

    /// <summary>A hash over all rows of all tables; what is kept about messages and repeats is left out.</summary>
    public static async Task<string> Of(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                if (!LeftOut.Contains(reader.GetString(0), StringComparer.Ordinal)) tables.Add(reader.GetString(0));
        }

        if (tables.Count == 0) return string.Empty;
        var each = tables.Select(t => $"""select '{t} ' || count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as line from "{t}" t""");
        await using var all = new NpgsqlCommand($"select string_agg(line, chr(10)) from ({string.Join(" union all ", each)}) every_table", connection);
        return (string)(await all.ExecuteScalarAsync())!;
    }
}
