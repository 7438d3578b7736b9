using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mentoring.Sessions.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "check_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    with = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    activity = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    safety = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    quality = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    what_would_help = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_ins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "covers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<DateOnly>(type: "date", nullable: false),
                    arranged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_covers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goals", x => x.id);
                    table.CheckConstraint("ck_goals_place", "place between 1 and 3");
                    table.CheckConstraint("ck_goals_place_while_open", "(state = 'Open') = (place is not null)");
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.account, x.key });
                });

            migrationBuilder.CreateTable(
                name: "lead_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    record = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_readings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    activated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resumed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    caseworker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caseworker_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ready_until = table.Column<DateOnly>(type: "date", nullable: true),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lapsed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    profile_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_until = table.Column<DateOnly>(type: "date", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lapsed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    availability = table.Column<string>(type: "jsonb", nullable: true),
                    availability_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "own_choices",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    remind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    calendar_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    calendar_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    shut_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_choices", x => x.person_id);
                    table.CheckConstraint("ck_own_choices_calendar", "(calendar_hash is null) = (calendar_since is null)");
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    how_to_find = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    outward_postcode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pulses",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    safe = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    change = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pulses", x => new { x.session_id, x.by });
                });

            migrationBuilder.CreateTable(
                name: "quiet_spells",
                columns: table => new
                {
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_contact_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    again_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_to = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiet_spells", x => new { x.match_id, x.last_contact_on });
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => new { x.message_id, x.queue });
                });

            migrationBuilder.CreateTable(
                name: "reflections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    so_what = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    now_what = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    step = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    step_on = table.Column<DateOnly>(type: "date", nullable: true),
                    step_done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    shared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reflections", x => x.id);
                    table.CheckConstraint("ck_reflections_shared_when_finished", "shared_at is null or finished_at is not null");
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminders", x => new { x.session_id, x.kind, x.starts_at });
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    milestone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mentee_words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    mentor_words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    goals_looked_at = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    changes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => new { x.match_id, x.milestone });
                });

            migrationBuilder.CreateTable(
                name: "worries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leads_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goal_ratings",
                columns: table => new
                {
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    goal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal_ratings", x => new { x.goal_id, x.on });
                    table.CheckConstraint("ck_goal_ratings_score", "score between 0 and 10");
                    table.ForeignKey(
                        name: "fk_goal_ratings_goals_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    match_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    video_link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    booked_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    cancelled_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    mentor_says_held = table.Column<bool>(type: "boolean", nullable: true),
                    mentee_says_held = table.Column<bool>(type: "boolean", nullable: true),
                    proposed_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    proposed_starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proposed_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.CheckConstraint("ck_sessions_cancelled_by_somebody", "(state = 'Cancelled') = (cancelled_by is not null)");
                    table.CheckConstraint("ck_sessions_closed_unless_booked", "(state = 'Booked') = (closed_at is null)");
                    table.CheckConstraint("ck_sessions_ends_after_start", "starts_at < ends_at");
                    table.CheckConstraint("ck_sessions_holds_its_time", "held_from <= starts_at and ends_at <= held_until");
                    table.CheckConstraint("ck_sessions_in_person_at_a_place", "(how = 'InPerson') = (place_id is not null)");
                    table.CheckConstraint("ck_sessions_proposal_whole", "(proposed_by is null) = (proposed_starts_at is null) and (proposed_by is null) = (proposed_ends_at is null)");
                    table.ForeignKey(
                        name: "fk_sessions_place",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_check_ins_match",
                table: "check_ins",
                columns: new[] { "match_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_check_ins_mentee",
                table: "check_ins",
                column: "mentee_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_ins_mentor",
                table: "check_ins",
                column: "mentor_id");

            migrationBuilder.CreateIndex(
                name: "ux_goals_place",
                table: "goals",
                columns: new[] { "mentee_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_at",
                table: "idempotency_keys",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_matches_mentee",
                table: "matches",
                column: "mentee_id");

            migrationBuilder.CreateIndex(
                name: "ix_matches_mentor",
                table: "matches",
                column: "mentor_id");

            migrationBuilder.CreateIndex(
                name: "ix_mentees_caseworker",
                table: "mentees",
                column: "caseworker_id");

            migrationBuilder.CreateIndex(
                name: "ix_mentors_partner",
                table: "mentors",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                table: "outbox",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_own_choices_calendar",
                table: "own_choices",
                column: "calendar_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_places_name",
                table: "places",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pulses_match",
                table: "pulses",
                columns: new[] { "match_id", "said_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pulses_mentee",
                table: "pulses",
                column: "mentee_id");

            migrationBuilder.CreateIndex(
                name: "ix_pulses_mentor",
                table: "pulses",
                column: "mentor_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_at",
                table: "receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_reflections_match",
                table: "reflections",
                columns: new[] { "match_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reflections_mentee",
                table: "reflections",
                columns: new[] { "mentee_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reflections_mentor",
                table: "reflections",
                columns: new[] { "mentor_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ux_reflections_one_a_session",
                table: "reflections",
                columns: new[] { "session_id", "author" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_mentee",
                table: "reviews",
                column: "mentee_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_mentor",
                table: "reviews",
                column: "mentor_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_booked_starts",
                table: "sessions",
                column: "starts_at",
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_held_starts",
                table: "sessions",
                column: "starts_at",
                filter: "state = 'Held'");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_match",
                table: "sessions",
                column: "match_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_mentee_starts",
                table: "sessions",
                columns: new[] { "mentee_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_mentor_starts",
                table: "sessions",
                columns: new[] { "mentor_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_place",
                table: "sessions",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_worries_match",
                table: "worries",
                column: "match_id");

            migrationBuilder.CreateIndex(
                name: "ix_worries_untold",
                table: "worries",
                column: "said_at",
                filter: "leads_told_at is null");

            // Nobody is in two places at once, and has time to get from one to the other: of two sessions of one person whose held
            // stretches overlap, the later to be written is refused. Stretches are half open, so that one may begin when another ends.
            migrationBuilder.Sql("create extension if not exists btree_gist");
            migrationBuilder.Sql(
                """
                alter table sessions
                    add constraint ex_sessions_mentor_free exclude using gist (mentor_id with =, tstzrange(held_from, held_until) with &&) where (state <> 'Cancelled'),
                    add constraint ex_sessions_mentee_free exclude using gist (mentee_id with =, tstzrange(held_from, held_until) with &&) where (state <> 'Cancelled')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_ins");

            migrationBuilder.DropTable(
                name: "covers");

            migrationBuilder.DropTable(
                name: "goal_ratings");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "lead_readings");

            migrationBuilder.DropTable(
                name: "matches");

            migrationBuilder.DropTable(
                name: "mentees");

            migrationBuilder.DropTable(
                name: "mentors");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "own_choices");

            migrationBuilder.DropTable(
                name: "pulses");

            migrationBuilder.DropTable(
                name: "quiet_spells");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "reflections");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "worries");

            migrationBuilder.DropTable(
                name: "goals");

            migrationBuilder.DropTable(
                name: "places");
        }
    }
}
