using System.Reflection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Mentoring.Testing;

/// <summary>
/// The services as real processes, each with a database of its own, on a vhost of their own and with a folder for the
/// portal's mail. A fixture derives from it and says which services there are.
/// </summary>
/// <param name="name">What its databases and its vhost are called.</param>
/// <param name="services">The services' assemblies by service name; one is the <c>portal</c>.</param>
public abstract class Installation(string name, IReadOnlyDictionary<string, Assembly> services) : IAsyncLifetime
{
    /// <summary>The first administrator, who has an invitation in the mail.</summary>
    public const string AdministratorEmail = "administrator@mentoring.example";

    private readonly Dictionary<string, string> databases = [];
    private readonly Dictionary<string, int> ports = services.Keys.ToDictionary(service => service, _ => TestProcess.FreePort());
    private readonly Dictionary<string, TestProcess> processes = [];
    private Servers servers = null!;
    private Servers broker = null!;

    /// <summary>The names of the services.</summary>
    public IEnumerable<string> Services => services.Keys;

    /// <summary>The folder of the portal's mail.</summary>
    public string MailFolder { get; } = Directory.CreateTempSubdirectory("mentoring-mail-").FullName;

    /// <summary>The addresses of the services.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses => ports.Keys.ToDictionary(service => service, Address);

    /// <summary>The vhost they share.</summary>
    protected Uri Vhost { get; private set; } = null!;

    /// <summary>The address of a service. The portal goes by a name, as browsers know it and as passkeys want it.</summary>
    public Uri Address(string service) => new($"http://{(service == "portal" ? "localhost" : "127.0.0.1")}:{ports[service]}");

    /// <summary>The process of a service.</summary>
    public TestProcess Process(string service) => processes[service];

    /// <summary>Starts a service, anew if it was started before, and waits until it is ready.</summary>
    public async Task Start(string service)
    {
        if (processes.TryGetValue(service, out var before)) await before.DisposeAsync();
        var process = TestProcess.Serve(service, services[service].Location, ports[service], Settings(service));
        lock (processes) processes[service] = process;
        await process.Ready();
    }

    /// <summary>Asks a service's database for one number.</summary>
    public Task<long> Count(string service, string sql) => Ask<long>(service, sql);

    /// <summary>Asks a service's database for one value.</summary>
    public async Task<T> Ask<T>(string service, string sql)
    {
        await using var connection = new NpgsqlConnection(databases[service]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("Nothing there."));
    }

    /// <summary>Has a service's database do something, as its owner.</summary>
    public async Task Run(string service, string sql)
    {
        await using var connection = new NpgsqlConnection(servers.AsOwner(databases[service]));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes the databases and the vhost, brings both up to date, invites the administrator and starts everything.</summary>
    public async ValueTask InitializeAsync()
    {
        servers = await Servers.Get();
        broker = await Broker(servers);
        Vhost = await broker.CreateVhost(name);
        foreach (var service in services.Keys) databases[service] = await servers.CreateDatabase($"{name}_{service}");
        await Prepare();

        // Every queue must be there before anybody tells a fact, so all migrate before any starts.
        await Task.WhenAll(services.Keys.Select(service => Command(service, "migrate")));
        await Command("portal", "invite-administrator", AdministratorEmail);
        await Task.WhenAll(services.Keys.Select(Start));
        await Ready();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values) await process.DisposeAsync();
        foreach (var database in databases.Values) await servers.DropDatabase(database);
        if (Vhost is not null) await CleanUp(broker);
        Directory.Delete(MailFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The broker to make the vhost on; the tests' own unless said otherwise.</summary>
    protected virtual Task<Servers> Broker(Servers shared) => Task.FromResult(shared);

    /// <summary>Before anything is migrated or started.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>When everything runs.</summary>
    protected virtual Task Ready() => Task.CompletedTask;

    /// <summary>When everything has stopped: drops the vhost, unless said otherwise.</summary>
    protected virtual Task CleanUp(Servers withBroker) => withBroker.DropVhost(Vhost);

    /// <summary>The settings of a service.</summary>
    protected virtual Dictionary<string, string> Settings(string service)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Database"] = databases[service],
            ["RabbitMq__Uri"] = Vhost.ToString(),
            ["Auth__Issuer"] = Address("portal").ToString().TrimEnd('/'),
        };
        foreach (var limit in (string[])["GuessesPerMinute", "LettersPerMinute", "StrangersPerMinute", "Referrals", "Enquiries", "PublicConcerns"]) settings[$"RateLimits__{limit}"] = "100000";
        if (service == "session") (settings["Video__Address"], settings["Portal__PublicAddress"]) = ("https://video.example/{room}", Address("portal").ToString().TrimEnd('/'));
        if (service != "portal") return settings;

        foreach (var other in ports.Keys.Where(other => other != "portal")) settings[$"Services__{char.ToUpperInvariant(other[0])}{other[1..]}"] = Address(other).ToString();
        settings["Portal__PublicAddress"] = Address("portal").ToString().TrimEnd('/');
        settings["Mail__Folder"] = MailFolder;
        return settings;
    }

    private async Task Command(string service, params string[] arguments)
    {
        var settings = Settings(service);
        settings["ConnectionStrings__Owner"] = servers.AsOwner(databases[service]);
        var (code, lines) = await TestProcess.Run(services[service].Location, settings, arguments);
        code.ShouldBe(0, string.Join('\n', lines));
    }
}
