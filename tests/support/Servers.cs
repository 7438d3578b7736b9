using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace Mentoring.Testing;

/// <summary>
/// The real servers that tests run against: those named by <c>MENTORING_TEST_POSTGRES</c>, <c>MENTORING_TEST_RABBITMQ</c> and
/// <c>MENTORING_TEST_RABBITMQ_MANAGEMENT</c> (<c>deploy/test</c> sets them), else containers where the build has Testcontainers.
/// Each fixture makes a database and a vhost of its own on them.
/// </summary>
/// <param name="Postgres">A connection string that may create databases.</param>
/// <param name="RabbitMq">amqp://user:password@host:port of a user who may do everything.</param>
/// <param name="Management">The address of RabbitMQ's management API; user and password are those of <paramref name="RabbitMq"/> unless it has its own.</param>
public sealed partial record Servers(string Postgres, Uri RabbitMq, Uri Management)
{
    private const string ServiceRole = "mentoring_test_service";

    private static readonly Lazy<Task<Servers>> TheServers = new(Find);

    /// <summary>The servers, started or found once in the process.</summary>
    public static Task<Servers> Get() => TheServers.Value;

    /// <summary>Makes an empty database and returns its connection string for the role that services work as, which owns nothing; see <see cref="AsOwner"/>.</summary>
    public async Task<string> CreateDatabase(string prefix)
    {
        var name = $"{prefix}_{Guid.CreateVersion7():n}"[..Math.Min(60, prefix.Length + 33)];
        await Admin($"create database \"{name}\"");
        var owner = new NpgsqlConnectionStringBuilder(Postgres);
        await Admin(
            $"""
            do $$ begin
                create role {ServiceRole} login password '{owner.Password?.Replace("'", "''", StringComparison.Ordinal)}';
            exception when duplicate_object or unique_violation then null;
            end $$
            """);
        return new NpgsqlConnectionStringBuilder(Postgres) { Username = ServiceRole, Database = name, MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;
    }

    /// <summary>The connection string of a database made by <see cref="CreateDatabase"/> for its owner, who migrates it and may do everything.</summary>
    public string AsOwner(string connectionString)
    {
        var owner = new NpgsqlConnectionStringBuilder(Postgres);
        return new NpgsqlConnectionStringBuilder(connectionString) { Username = owner.Username, Password = owner.Password }.ConnectionString;
    }

    /// <summary>Drops a database made by <see cref="CreateDatabase"/>, also under the feet of whoever is still connected.</summary>
    public async Task DropDatabase(string connectionString)
    {
        foreach (var role in (string[])[connectionString, AsOwner(connectionString)])
            await using (var pool = new NpgsqlConnection(role)) NpgsqlConnection.ClearPool(pool);
        await Admin($"drop database if exists \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" with (force)");
    }

    /// <summary>Makes a vhost of its own and returns its amqp address.</summary>
    public async Task<Uri> CreateVhost(string prefix)
    {
        var name = $"{prefix}-{Guid.CreateVersion7():n}";
        var user = Credentials(RabbitMq).User;
        await Manage(HttpMethod.Put, $"api/vhosts/{name}");
        await Manage(HttpMethod.Put, $"api/permissions/{name}/{Uri.EscapeDataString(user)}", """{"configure":".*","write":".*","read":".*"}""");
        return new UriBuilder(RabbitMq) { Path = "/" + name }.Uri;
    }

    /// <summary>Drops a vhost made by <see cref="CreateVhost"/>.</summary>
    public Task DropVhost(Uri vhost) => Manage(HttpMethod.Delete, $"api/vhosts/{VhostOf(vhost)}");

    /// <summary>Asks RabbitMQ's management API and returns what it answered as JSON text.</summary>
    public async Task<string> Manage(HttpMethod method, string path, string? json = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Management.GetLeftPart(UriPartial.Authority) + "/"), Timeout = TimeSpan.FromSeconds(30) };
        var (user, password) = Credentials(Management.UserInfo.Length > 0 ? Management : RabbitMq);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json ?? string.Empty, Encoding.UTF8, "application/json") };
        using var response = await http.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.NotFound) return "null";
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"RabbitMQ's management API at {Management.Authority} answered {(int)response.StatusCode} to {method} {path}: {await response.Content.ReadAsStringAsync()}");
    }

    internal static string VhostOf(Uri vhost) => Uri.UnescapeDataString(vhost.AbsolutePath.TrimStart('/'));

    private static (string User, string Password) Credentials(Uri address) => address.UserInfo.Split(':', 2) is [var user, var password]
        ? (Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
        : ("guest", "guest");

    private async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Servers> Find()
    {
        var postgres = Environment.GetEnvironmentVariable("MENTORING_TEST_POSTGRES");
        var rabbit = Environment.GetEnvironmentVariable("MENTORING_TEST_RABBITMQ");
        var management = Environment.GetEnvironmentVariable("MENTORING_TEST_RABBITMQ_MANAGEMENT");
        if (!string.IsNullOrEmpty(postgres) && !string.IsNullOrEmpty(rabbit) && !string.IsNullOrEmpty(management))
            return new(postgres, new Uri(rabbit), new Uri(management));
#if TESTCONTAINERS
        return await StartContainers();
#else
        await Task.CompletedTask;
        throw new InvalidOperationException(
            "These tests need real servers. Run deploy/test, which starts them, or set MENTORING_TEST_POSTGRES, MENTORING_TEST_RABBITMQ and MENTORING_TEST_RABBITMQ_MANAGEMENT to servers of your own.");
#endif
    }
}
