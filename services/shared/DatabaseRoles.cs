using Mentoring.Shared.Audit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Shared;

/// <summary>
/// A database has two roles. Its owner makes the tables, and only <c>migrate</c> works as it (<c>ConnectionStrings:Owner</c>). The
/// service works as the other (<c>ConnectionStrings:Database</c>), which reads and writes rows and changes no table, no rule and nothing
/// that is only to be added to: whoever takes over a service cannot take its past with them.
/// </summary>
internal static class DatabaseRoles
{
    /// <summary>What the service only reads and adds to.</summary>
    private static readonly string[] OnlyToAdd = ["lead_readings"];

    /// <summary>Lets the service's role do what it needs and no more. Again is fine.</summary>
    public static async Task Grant(ServiceDb asOwner, string service, CancellationToken cancel)
    {
        using var quote = new NpgsqlCommandBuilder();
        var role = quote.QuoteIdentifier(service);
        string[] grants =
        [
            $"grant usage on schema public to {role}",
            $"grant select, insert, update, delete on all tables in schema public to {role}",
            $"grant usage on all sequences in schema public to {role}",
            $"""revoke insert, update, delete on "__EFMigrationsHistory" from {role}""",
            .. AuditTables.Grants(role),
            .. OnlyToAdd.Select(table => $"revoke update, delete on {table} from {role}"),
        ];
        await asOwner.Database.ExecuteSqlRawAsync(string.Join(";\n", grants), cancel);
    }

    /// <summary>Says why the service must not work as its role; null when it may.</summary>
    public static async Task<string?> WhyTooStrong(ServiceDb db, CancellationToken cancel)
    {
        var owners = await db.Database.SqlQuery<string>(
            $"""
            select current_user::text as "Value" where exists
                (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_has_role(current_user, relowner, 'member'))
            """).ToListAsync(cancel);
        return owners is [var role]
            ? $"The role {role} of ConnectionStrings:Database owns the tables or may become their owner, so it could change what is only to be added to. Give the service the role that deploy/databases makes for it; the owner's is for migrate alone."
            : null;
    }
}
