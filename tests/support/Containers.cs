#if TESTCONTAINERS
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Mentoring.Testing;

/// <summary>Servers in containers, for machines with a Docker engine. Testcontainers removes them when the process ends.</summary>
public sealed partial record Servers
{
    private const int ManagementPort = 15672;

    private static async Task<Servers> StartContainers()
    {
        var postgres = new PostgreSqlBuilder("postgres:15").Build();
        var rabbit = new RabbitMqBuilder("rabbitmq:3.13-management").WithPortBinding(ManagementPort, assignRandomHostPort: true).Build();
        await Task.WhenAll(postgres.StartAsync(), rabbit.StartAsync());
        var servers = new Servers(
            postgres.GetConnectionString(),
            new Uri(rabbit.GetConnectionString()),
            new UriBuilder("http", rabbit.Hostname, rabbit.GetMappedPublicPort(ManagementPort)).Uri);
        await Eventually.Is(() => servers.ManagementAnswers(), "RabbitMQ's management API answers", TimeSpan.FromMinutes(2));
        return servers;
    }

    private async Task<bool> ManagementAnswers()
    {
        try
        {
            await Manage(HttpMethod.Get, "api/overview");
            return true;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            return false;
        }
    }
}
#endif
