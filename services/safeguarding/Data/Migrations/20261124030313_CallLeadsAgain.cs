using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mentoring.Safeguarding.Data.Migrations
{
    /// <inheritdoc />
    public partial class CallLeadsAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "call_again_at",
                table: "concerns",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<int>(
                name: "times_overdue",
                table: "concerns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "waits_urgently",
                table: "concerns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What waits already is called for when it was due.
            migrationBuilder.Sql("update concerns set call_again_at = due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "call_again_at",
                table: "concerns");

            migrationBuilder.DropColumn(
                name: "times_overdue",
                table: "concerns");

            migrationBuilder.DropColumn(
                name: "waits_urgently",
                table: "concerns");
        }
    }
}
