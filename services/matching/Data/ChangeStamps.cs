namespace Mentoring.Matching;

/// <summary>
/// Rows that are kept in memory say which transaction wrote them last, so that a reader can ask for all that is new (see
/// <see cref="People.MentorsInMemory"/>). A clock could not say it: what is written first may be committed last. The migration runs this.
/// </summary>
internal static class ChangeStamps
{
    public const string Sql = """
        create function stamp_change() returns trigger language plpgsql as $$
        begin
            new.changed := pg_current_xact_id();
            return new;
        end $$;
        alter table mentor_copies add column changed xid8 not null default pg_current_xact_id();
        alter table matches add column changed xid8 not null default pg_current_xact_id();
        create trigger stamp_change before update on mentor_copies for each row execute function stamp_change();
        create trigger stamp_change before update on matches for each row execute function stamp_change();
        create index ix_mentor_copies_changed on mentor_copies (changed);
        create index ix_matches_changed on matches (changed);
        """;
}
