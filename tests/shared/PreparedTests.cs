using Npgsql;

namespace Mentoring.Shared.Tests;

/// <summary>Postgres thinks once about a question that comes again.</summary>
public sealed class PreparedTests(SampleService service)
{
    [Fact]
    public Task A_question_that_comes_again_is_prepared_and_when_its_table_got_a_column_meanwhile_it_is_to_be_tried_again() => service.Db(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        async Task<int> Ask(string question)
        {
            await using var command = new NpgsqlCommand(question, connection);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = 0;
            while (await reader.ReadAsync()) rows++;
            return rows;
        }

        await Ask("create temp table seen (one int)");
        for (var i = 0; i < 8; i++) await Ask("select * from seen");
        (await Ask("select 1 from pg_prepared_statements where statement = 'select * from seen'")).ShouldBe(1);

        await Ask("alter table seen add column two int");
        var lost = await Should.ThrowAsync<PostgresException>(() => Ask("select * from seen"));
        var problem = Problems.From(lost, new(new Dictionary<string, string>())).ShouldNotBeNull();
        (problem.Status, problem.Detail).ShouldBe((503, "The database has just been brought up to date. Nothing was changed; try again in a moment."));
        (await Ask("select * from seen")).ShouldBe(0);
        await Ask("drop table seen");
    });

    [Fact]
    public void A_connection_that_is_out_of_step_is_the_database_being_away()
    {
#pragma warning disable CA2201 // Npgsql throws no more specific one.
        var outOfStep = new DbUpdateException("An error occurred while saving the entity changes.", new Exception("Received unexpected backend message DataRow. Please file a bug."));
#pragma warning restore CA2201
        Problems.From(outOfStep, new(new Dictionary<string, string>()))!.Status.ShouldBe(503);
        Problems.From(new InvalidOperationException("A bug."), new(new Dictionary<string, string>())).ShouldBeNull();
    }
}
