using Npgsql;

namespace Mentoring.Shared.Tests;

/// <summary>Whoever speaks to the database as the service changes no table and nothing that is kept for good.</summary>
public sealed class RoleTests(SampleService service)
{
    [Theory]
    [InlineData("update lead_readings set reason = 'nothing to see'")]
    [InlineData("delete from lead_readings")]
    [InlineData("truncate lead_readings")]
    [InlineData("truncate notes")]
    [InlineData("alter table notes add column two int")]
    [InlineData("alter table lead_readings disable trigger all")]
    [InlineData("drop table notes")]
    [InlineData("create table mine (one int)")]
    [InlineData("create or replace function now() returns timestamptz language sql as 'select timestamptz ''2020-01-01'''")]
    [InlineData("""delete from "__EFMigrationsHistory" """)]
    [InlineData("set role postgres")]
    public async Task The_services_role_is_refused(string sql)
    {
        var refused = await Should.ThrowAsync<PostgresException>(() => service.Db(db => db.Database.ExecuteSqlRawAsync(sql)));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
