using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mentoring.Mentees.Data.Migrations
{
    /// <inheritdoc />
    public partial class ShareSafetyPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sharings",
                table: "risk_assessments",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "wish",
                table: "risk_assessments",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "wished_at",
                table: "risk_assessments",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sharings",
                table: "risk_assessments");

            migrationBuilder.DropColumn(
                name: "wish",
                table: "risk_assessments");

            migrationBuilder.DropColumn(
                name: "wished_at",
                table: "risk_assessments");
        }
    }
}
