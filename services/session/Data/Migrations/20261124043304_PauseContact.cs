using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mentoring.Sessions.Data.Migrations
{
    /// <inheritdoc />
    public partial class PauseContact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "stopped_by_lead",
                table: "matches",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "stopped_by_lead",
                table: "matches");
        }
    }
}
