using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mentoring.Mentors.Data.Migrations
{
    /// <inheritdoc />
    public partial class ScreeningByRole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "end_told_at",
                table: "mentors",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "lapsed_at",
                table: "mentors",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "letter",
                table: "mentors",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "may_read_until",
                table: "mentors",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "proposed_by",
                table: "mentors",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "mentors",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "OneToOneMentor");

            migrationBuilder.AddColumn<string>(
                name: "answers",
                table: "checks",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "finding",
                table: "checks",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_finding",
                table: "checks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "checks",
                type: "integer",
                nullable: true);

            // Whoever had been cleared and is being screened now has lost a clearance, and waits for a caseworker.
            migrationBuilder.Sql("""
                update mentors set lapsed_at = (select max((step->>'at')::timestamptz) from jsonb_array_elements(story) as step)
                where stage = 'Screening' and story @> '[{"to": "Cleared"}]'
                """);

            migrationBuilder.CreateIndex(
                name: "ix_mentors_lapsed_at",
                table: "mentors",
                column: "lapsed_at",
                filter: "lapsed_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mentors_may_read_until",
                table: "mentors",
                column: "may_read_until",
                filter: "may_read_until is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_mentors_may_read_until",
                table: "mentors",
                sql: "may_read_until is null or stage = 'Declined'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_mentors_proposed_by",
                table: "mentors",
                sql: "proposed_by is null or stage = 'Screening'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mentors_lapsed_at",
                table: "mentors");

            migrationBuilder.DropIndex(
                name: "ix_mentors_may_read_until",
                table: "mentors");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mentors_may_read_until",
                table: "mentors");

            migrationBuilder.DropCheckConstraint(
                name: "ck_mentors_proposed_by",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "end_told_at",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "lapsed_at",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "letter",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "may_read_until",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "proposed_by",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "role",
                table: "mentors");

            migrationBuilder.DropColumn(
                name: "answers",
                table: "checks");

            migrationBuilder.DropColumn(
                name: "finding",
                table: "checks");

            migrationBuilder.DropColumn(
                name: "has_finding",
                table: "checks");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "checks");
        }
    }
}
