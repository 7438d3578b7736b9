using System.Diagnostics;
using Mentoring.Matching;
using Mentoring.Mentees;
using Mentoring.Mentors;
using Mentoring.Portal;
using Mentoring.Safeguarding;
using Mentoring.Sessions;
using Mentoring.Testing;
using Npgsql;
using Shouldly;
using Xunit;
using Person = Mentoring.Demo.Person;

[assembly: AssemblyFixture(typeof(Mentoring.Story.Tests.Programme))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Mentoring.Story.Tests;

/// <summary>
/// The whole programme: six real processes with a database each, a RabbitMQ of their own that may be restarted, a wire from
/// each process to the broker that may be cut or held, a mail folder, and somewhere for their traces to go.
/// </summary>
public sealed class Programme : IAsyncLifetime
{
    public const string AdministratorEmail = "administrator@mentoring.example";
    public const string Password = "paper boats on the canal";

    private static readonly (string Name, Type Db)[] Parts =
        [("portal", typeof(AccountsDb)), ("mentor", typeof(MentorDb)), ("mentee", typeof(MenteeDb)), ("matching", typeof(MatchingDb)), ("session", typeof(SessionDb)), ("safeguarding", typeof(SafeguardingDb))];

    private readonly Dictionary<string, string> databases = [];
    private readonly Dictionary<string, int> ports = [];
    private readonly Dictionary<string, TcpProxy> wires = [];
    private readonly Dictionary<string, TestProcess> processes = [];
    private Servers servers = null!;
    private Uri vhost = null!;

    /// <summary>The broker these processes share.</summary>
    public OwnRabbit Rabbit { get; } = new();

    /// <summary>What the processes sent as traces.</summary>
    public TraceSink Traces { get; } = new();

    /// <summary>The folder of the portal's mail.</summary>
    public string MailFolder { get; } = Directory.CreateTempSubdirectory("mentoring-mail-").FullName;

    /// <summary>Where everything is, as a client sees it.</summary>
    public Demo.Platform Platform { get; private set; } = null!;

    /// <summary>The administrator, signed in.</summary>
    public Person Administrator { get; private set; } = null!;

    /// <summary>The wire from a process to the broker.</summary>
    public TcpProxy Wire(string service) => wires[service];

    /// <summary>A process.</summary>
    public TestProcess Process(string service) => processes[service];

    /// <summary>The address of a process.</summary>
    public Uri Address(string service) => new($"http://127.0.0.1:{ports[service]}");

    public async ValueTask InitializeAsync()
    {
        servers = await Servers.Get();
        await Traces.Start();
        var broker = await Rabbit.Start() ?? servers;
        vhost = await broker.CreateVhost("story");
        foreach (var (name, _) in Parts)
        {
            databases[name] = await servers.CreateDatabase($"story_{name}");
            ports[name] = TestProcess.FreePort();
            wires[name] = new TcpProxy(vhost.Host, vhost.Port);
        }

        foreach (var (name, db) in Parts)
        {
            var (code, lines) = await TestProcess.Run(db.Assembly.Location, Settings(name), ["migrate"]);
            code.ShouldBe(0, string.Join('\n', lines));
        }

        var (invited, said) = await TestProcess.Run(typeof(AccountsDb).Assembly.Location, Settings("portal"), ["invite-administrator", AdministratorEmail]);
        invited.ShouldBe(0, string.Join('\n', said));
        await Task.WhenAll(Parts.Select(part => Start(part.Name)));
        Platform = new() { Services = ports.ToDictionary(p => p.Key, p => Address(p.Key)), Mail = new Demo.Mailbox(MailFolder) };
        Administrator = await Person.Join(Platform, AdministratorEmail, Password, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values) await process.DisposeAsync();
        foreach (var wire in wires.Values) await wire.DisposeAsync();
        foreach (var database in databases.Values) await servers.DropDatabase(database);
        if (!Rabbit.IsOwn) await servers.DropVhost(vhost);
        await Rabbit.DisposeAsync();
        await Traces.DisposeAsync();
        Platform?.Dispose();
        Directory.Delete(MailFolder, recursive: true);
    }

    /// <summary>Starts a process and waits until it is ready.</summary>
    public async Task Start(string service)
    {
        if (processes.TryGetValue(service, out var before)) await before.DisposeAsync();
        processes[service] = TestProcess.Serve(service, Parts.Single(p => p.Name == service).Db.Assembly.Location, ports[service], Settings(service));
        await processes[service].Ready();
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

    /// <summary>The settings of a process.</summary>
    public Dictionary<string, string> Settings(string service) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Database"] = databases[service],
        ["RabbitMq__Uri"] = new UriBuilder(vhost) { Host = "127.0.0.1", Port = wires[service].Port }.Uri.ToString(),
        ["Auth__Issuer"] = Address("portal").ToString().TrimEnd('/'),
        ["Services__Mentor"] = Address("mentor").ToString(),
        ["Services__Mentee"] = Address("mentee").ToString(),
        ["Services__Matching"] = Address("matching").ToString(),
        ["Services__Session"] = Address("session").ToString(),
        ["Mail__Folder"] = MailFolder,
        ["RateLimits__GuessesPerMinute"] = "100000",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Traces.Address.ToString(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
    };

    /// <summary>A partner and its coordinator, signed in.</summary>
    public async Task<(Person Coordinator, Guid Partner)> NewPartner()
    {
        var name = Guid.CreateVersion7().ToString("n");
        var partner = (await Administrator.Post("mentor", "/partners", new { name = $"Partner {name}" }, null, CancellationToken.None)).GetProperty("partnerId").GetGuid();
        var email = $"c.{name}@partner.example";
        await Administrator.Post("portal", "/api/invitations", new { role = "coordinator", partnerId = partner, email, name = "Cora Dinah" }, null, CancellationToken.None);
        return (await Person.Join(Platform, email, Password, CancellationToken.None), partner);
    }

    /// <summary>Somebody to register as a mentor; no two alike.</summary>
    public static JsonContent SomeMentor(string email) => JsonContent.Create(new
    {
        firstName = "Zebedee",
        lastName = "Quickfall",
        email,
        dateOfBirth = "1990-02-03",
        goalAreas = new[] { "money" },
        inPerson = true,
        online = true,
        capacity = 1,
    });

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Said)> Run(string program, string[] arguments, IReadOnlyDictionary<string, string> environment, TimeSpan within)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await said + await complained);
    }
}
