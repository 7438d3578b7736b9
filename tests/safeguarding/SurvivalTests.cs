using System.Net;
using Mentoring.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests;

/// <summary>A concern that was answered is there, whatever happens next: the service as a process of its own, killed without warning, and without a broker.</summary>
public sealed class SurvivalTests(SurvivalTests.Own service) : IClassFixture<SurvivalTests.Own>
{
    private const int Rounds = 5;

    public sealed class Own() : ServiceFixture<SafeguardingDb>("safeguarding");

    [Fact]
    public async Task A_concern_outlives_a_service_that_is_killed_right_after_its_answer_and_a_broker_that_is_away()
    {
        var nobody = new UriBuilder(service.Vhost) { Host = "127.0.0.1", Port = TestProcess.FreePort() }.Uri;
        for (var round = 0; round < Rounds; round++)
        {
            var words = $"Round {round} {Guid.CreateVersion7()}";
            await using var process = TestProcess.Serve("safeguarding", typeof(SafeguardingDb).Assembly.Location, TestProcess.FreePort(), new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ConnectionStrings__Database"] = service.Database,
                ["RabbitMq__Uri"] = nobody.ToString(),
                ["Auth__Issuer"] = "http://127.0.0.1:1",
            });
            await process.Ready();
            using var stranger = new HttpClient { BaseAddress = process.Address };
            var answer = await stranger.Post("/public-concerns", World.PublicWords(words));
            await process.Kill();
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            (await Count(words)).ShouldBe(1, $"round {round}");
        }
    }

    private async Task<long> Count(string words)
    {
        await using var connection = new NpgsqlConnection(service.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from concerns where what_happened = $1 and state = 'New'", connection) { Parameters = { new() { Value = words } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
