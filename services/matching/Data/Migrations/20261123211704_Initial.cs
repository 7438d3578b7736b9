using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mentoring.Matching.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cohort_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    night = table.Column<DateOnly>(type: "date", nullable: true),
                    options = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    step = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_to_stop = table.Column<bool>(type: "boolean", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cohort_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "covers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    covered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_covers", x => x.id);
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
                name: "matching_policies",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    weights = table.Column<string>(type: "jsonb", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    not_used = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matching_policies", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "mentee_copies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    profile = table.Column<string>(type: "jsonb", nullable: true),
                    profile_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: true),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ready_until = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    caseworker = table.Column<Guid>(type: "uuid", nullable: true),
                    caseworker_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentee_copies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mentor_copies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    profile = table.Column<string>(type: "jsonb", nullable: true),
                    profile_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    availability = table.Column<string>(type: "jsonb", nullable: true),
                    availability_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cleared_until = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentor_copies", x => x.id);
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
                name: "steering_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steering_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "planned_people",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    points = table.Column<int>(type: "integer", nullable: true),
                    is_pinned = table.Column<bool>(type: "boolean", nullable: false),
                    possible = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_people", x => new { x.plan_id, x.mentee_id });
                    table.ForeignKey(
                        name: "fk_planned_people_plan",
                        column: x => x.plan_id,
                        principalTable: "cohort_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "policy_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    based_on = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    weights = table.Column<string>(type: "jsonb", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: true),
                    over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    count = table.Column<string>(type: "jsonb", nullable: true),
                    adopted_as = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_drafts", x => x.id);
                    table.CheckConstraint("ck_policy_drafts_adopted", "(state = 'Adopted') = (adopted_as is not null)");
                    table.CheckConstraint("ck_policy_drafts_counted", "(state in ('Adopted', 'NotAdopted')) = (count is not null)");
                    table.ForeignKey(
                        name: "fk_policy_drafts_based_on",
                        column: x => x.based_on,
                        principalTable: "matching_policies",
                        principalColumn: "version",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "matches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    place = table.Column<short>(type: "smallint", nullable: false),
                    suggestion = table.Column<string>(type: "jsonb", nullable: false),
                    offered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    questions = table.Column<string>(type: "jsonb", nullable: false),
                    agreed_by_mentee_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    agreed_by_mentor_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    first_meeting = table.Column<string>(type: "jsonb", nullable: true),
                    active_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ending_cause = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    closing_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    over_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    over_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    also_said = table.Column<string>(type: "jsonb", nullable: false),
                    closing_owed = table.Column<bool>(type: "boolean", nullable: false),
                    closing = table.Column<string>(type: "jsonb", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matches", x => x.id);
                    table.CheckConstraint("ck_matches_closing", "state <> 'Ended' or active_at is null or closing is not null or closing_owed");
                    table.CheckConstraint("ck_matches_closing_due", "(state <> 'Ending' and not closing_owed) or closing_due_on is not null");
                    table.CheckConstraint("ck_matches_closing_owed", "not closing_owed or state = 'Ended'");
                    table.CheckConstraint("ck_matches_place", "place between 1 and 3");
                    table.ForeignKey(
                        name: "fk_matches_mentee",
                        column: x => x.mentee_id,
                        principalTable: "mentee_copies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_matches_mentor",
                        column: x => x.mentor_id,
                        principalTable: "mentor_copies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pair_marks",
                columns: table => new
                {
                    mentee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mentor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ban_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_marks", x => new { x.mentee_id, x.mentor_id });
                    table.CheckConstraint("ck_pair_marks_ban_kind", "(kind = 'Ban') = (ban_kind is not null)");
                    table.ForeignKey(
                        name: "fk_pair_marks_mentee",
                        column: x => x.mentee_id,
                        principalTable: "mentee_copies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pair_marks_mentor",
                        column: x => x.mentor_id,
                        principalTable: "mentor_copies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "policy_effects",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    people_at = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    effect = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_effects", x => new { x.draft_id, x.revision, x.people_at });
                    table.ForeignKey(
                        name: "fk_policy_effects_draft",
                        column: x => x.draft_id,
                        principalTable: "policy_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "policy_votes",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_votes", x => new { x.draft_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_policy_votes_draft",
                        column: x => x.draft_id,
                        principalTable: "policy_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_votes_member",
                        column: x => x.member_id,
                        principalTable: "steering_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "matching_policies",
                columns: new[] { "version", "adopted_on", "not_used", "note", "retired_on", "rules", "weights" },
                values: new object[] { 1, new DateOnly(2026, 1, 1), new[] { "Names, photos and how somebody writes.", "Gender, ethnicity, faith, health, sexuality and care history, unless the young person asked for it or ruled it out and the mentor chose to say it.", "The day of birth. The year is used for the rules about age, and for no points.", "Addresses: only the first half of the postcode.", "Notes, risk assessments and concerns.", "The employer, unless the young person ruled it out.", "How earlier matches of either went." }, "The first policy. What the young person wants to work on counts most, then what they ask of a mentor, then what both like and dislike. Who has waited long gets up to 10 points more.", null, "{\"commonMinutes\":60,\"mostOffers\":3,\"earlierNoHoldsDays\":180,\"bufferDays\":14,\"yearsOlder\":3}", "{\"goals\":[20,10,5],\"preference\":8,\"preferencesMost\":16,\"interest\":3,\"interestsMost\":9,\"sharedDislike\":3,\"sharedDislikesMost\":9,\"clash\":2,\"clashesMost\":6,\"talkStyle\":3,\"talkStylesMost\":6,\"hope\":5,\"sameDistrict\":4,\"sameArea\":2,\"commonDay\":1,\"commonDaysMost\":4,\"language\":2,\"languagesMost\":2,\"waitingDays\":14,\"waitingMost\":10}" });

            migrationBuilder.CreateIndex(
                name: "ix_cohort_plans_asked_at",
                table: "cohort_plans",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_cohort_plans_to_make",
                table: "cohort_plans",
                column: "state",
                filter: "state in ('Waiting', 'Running')");

            migrationBuilder.CreateIndex(
                name: "ux_cohort_plans_night",
                table: "cohort_plans",
                column: "night",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_covers_covered_by",
                table: "covers",
                column: "covered_by");

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
                name: "ux_matches_one_open_match",
                table: "matches",
                column: "mentee_id",
                unique: true,
                filter: "state in ('AgreedByMentee', 'AgreedByMentor', 'Approved', 'Active', 'Ending')");

            migrationBuilder.CreateIndex(
                name: "ux_matches_open_pair",
                table: "matches",
                columns: new[] { "mentee_id", "mentor_id" },
                unique: true,
                filter: "state in ('Offered', 'AgreedByMentee', 'AgreedByMentor', 'Approved', 'Active', 'Ending')");

            migrationBuilder.CreateIndex(
                name: "ux_matches_place",
                table: "matches",
                columns: new[] { "mentor_id", "place" },
                unique: true,
                filter: "state in ('Offered', 'AgreedByMentee', 'AgreedByMentor', 'Approved', 'Active', 'Ending')");

            migrationBuilder.CreateIndex(
                name: "ux_matching_policies_one_in_force",
                table: "matching_policies",
                column: "retired_on",
                unique: true,
                filter: "retired_on is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_mentee_copies_caseworker",
                table: "mentee_copies",
                column: "caseworker");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                table: "outbox",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pair_marks_mentor",
                table: "pair_marks",
                column: "mentor_id");

            migrationBuilder.CreateIndex(
                name: "ux_pair_marks_one_pin",
                table: "pair_marks",
                column: "mentee_id",
                unique: true,
                filter: "kind = 'Pin'");

            migrationBuilder.CreateIndex(
                name: "ix_planned_people_mentee",
                table: "planned_people",
                column: "mentee_id");

            migrationBuilder.CreateIndex(
                name: "ix_policy_drafts_based_on",
                table: "policy_drafts",
                column: "based_on");

            migrationBuilder.CreateIndex(
                name: "ux_policy_drafts_adopted_as",
                table: "policy_drafts",
                column: "adopted_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_policy_votes_member",
                table: "policy_votes",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_at",
                table: "receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ux_steering_members_once_at_a_time",
                table: "steering_members",
                column: "account",
                unique: true,
                filter: "until is null");

            migrationBuilder.Sql(ChangeStamps.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "covers");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "lead_readings");

            migrationBuilder.DropTable(
                name: "matches");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "pair_marks");

            migrationBuilder.DropTable(
                name: "planned_people");

            migrationBuilder.DropTable(
                name: "policy_effects");

            migrationBuilder.DropTable(
                name: "policy_votes");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "mentee_copies");

            migrationBuilder.DropTable(
                name: "mentor_copies");

            migrationBuilder.DropTable(
                name: "cohort_plans");

            migrationBuilder.DropTable(
                name: "policy_drafts");

            migrationBuilder.DropTable(
                name: "steering_members");

            migrationBuilder.DropTable(
                name: "matching_policies");
        }
    }
}
