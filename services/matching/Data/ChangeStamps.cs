namespace Mentoring.Matching;

/// <summary>
/// Rows that are kept in memory say which transaction wrote them last, so that a reader can ask for all that is new (see
/// <see cref="People.PeopleInMemory"/>). A clock could not say it: what is written first may be committed last. The migration runs this.
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
        alter table mentee_copies add column changed xid8 not null default pg_current_xact_id();
        alter table matches add column changed xid8 not null default pg_current_xact_id();
        alter table covers add column changed xid8 not null default pg_current_xact_id();
        create trigger stamp_change before update on mentor_copies for each row execute function stamp_change();
        create trigger stamp_change before update on mentee_copies for each row execute function stamp_change();
        create trigger stamp_change before update on matches for each row execute function stamp_change();
        create trigger stamp_change before update on covers for each row execute function stamp_change();
        create index ix_mentor_copies_changed on mentor_copies (changed);
        create index ix_mentee_copies_changed on mentee_copies (changed);
        create index ix_matches_changed on matches (changed);
        create index ix_covers_changed on covers (changed);

        -- A pin or a ban is news about the young person, also when it is taken away and no row is left to carry a stamp.
        create function stamp_marked() returns trigger language plpgsql as $$
        begin
            update mentee_copies set changed = pg_current_xact_id() where id in (old.mentee_id, new.mentee_id);
            return null;
        end $$;
        create trigger stamp_marked after insert or update or delete on pair_marks for each row execute function stamp_marked();
        """;
}
