using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Audit;

/// <summary>
/// The tables of the audit trail, which <c>migrate</c> makes in every service's database beside the service's own. An entry holds the hash of the one before it in
/// its lane, so that whatever is changed, taken out or put elsewhere shows. There are sixteen lanes, so that writers seldom wait for each other.
/// The service's role can only append: by a function that works as the owner and makes number, time and hash itself.
/// </summary>
internal static class AuditTables
{
    /// <summary>How many chains run side by side; a connection always writes to the same one.</summary>
    public const int Lanes = 16;

    // Why somebody read a record is in words that may name somebody. The chain holds only their digest, so they can be forgotten without breaking it.
    private static readonly string Tables =
        $"""
        create table if not exists audit_entries (
            lane smallint not null,
            number bigint not null,
            at timestamptz not null,
            account uuid,
            roles text,
            did text not null,
            what text not null,
            mentee uuid,
            sign_in text,
            trace text,
            why text,
            why_digest bytea,
            previous bytea not null,
            hash bytea not null,
            constraint pk_audit_entries primary key (lane, number));
        create index if not exists ix_audit_entries_mentee on audit_entries (mentee, at) where mentee is not null;
        create table if not exists audit_heads (lane smallint constraint pk_audit_heads primary key, number bigint not null, hash bytea not null) with (fillfactor = 20);
        insert into audit_heads select lane, 0, '' from generate_series(0, {Lanes - 1}) as lane on conflict do nothing;

        create or replace function audit_content(entry audit_entries) returns text language sql immutable set search_path = pg_catalog, pg_temp as
            $content$ select jsonb_build_array(entry.lane, entry.number, (extract(epoch from entry.at) * 1000000)::bigint, entry.account, entry.roles, entry.did, entry.what, entry.mentee,
                entry.sign_in, entry.trace, encode(entry.why_digest, 'hex'))::text $content$;

        create or replace function append_audit(account uuid, roles text, did text, what text, mentee uuid, sign_in text, trace text, why text)
            returns void language plpgsql security definer set search_path = public, pg_temp as
            $append$
            declare
                head audit_heads;
                entry audit_entries;
            begin
                select * into strict head from audit_heads h where h.lane = pg_backend_pid() % {Lanes} for update;
                entry := row(head.lane, head.number + 1, clock_timestamp(), account, roles, did, what, mentee, sign_in, trace, why, sha256(convert_to(why, 'UTF8')), head.hash, '');
                entry.hash := sha256(head.hash || convert_to(audit_content(entry), 'UTF8'));
                insert into audit_entries select entry.*;
                update audit_heads h set number = entry.number, hash = entry.hash where h.lane = entry.lane;
            end
            $append$;
        revoke all on function append_audit from public;
        """;

    /// <summary>Makes what is missing. Again is fine.</summary>
    public static Task Make(ServiceDb asOwner, CancellationToken cancel) => asOwner.Database.ExecuteSqlRawAsync(Tables, cancel);

    /// <summary>What the service's role may do with them, as SQL.</summary>
    public static IEnumerable<string> Grants(string role) =>
    [
        $"revoke insert, update, delete on audit_entries, audit_heads from {role}",
        $"grant execute on function append_audit to {role}",
    ];
}
