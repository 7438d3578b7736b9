using System.Diagnostics;
using System.Reflection;
using Mentoring.Matching;
using Mentoring.Mentees;
using Mentoring.Mentors;
using Mentoring.Portal;
using Mentoring.Safeguarding;
using Mentoring.Sessions;
using Mentoring.Testing;
using Xunit;
using Person = Mentoring.Demo.Person;

[assembly: AssemblyFixture(typeof(Mentoring.Story.Tests.Programme))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Mentoring.Story.Tests;

/// <summary>
/// The whole programme: real processes with a database each, a RabbitMQ of their own that may be restarted, a wire from
/// each process to the broker that may be cut or held, a mail folder, and somewhere for their traces to go.
/// </summary>
public sealed class Programme() : Installation("story", Parts)
{
    public const string Password = "paper boats on the canal";

    private static readonly Dictionary<string, Assembly> Parts = new()
    {
        ["portal"] = typeof(AccountsDb).Assembly,
        ["mentor"] = typeof(MentorDb).Assembly,
        ["mentee"] = typeof(MenteeDb).Assembly,
        ["matching"] = typeof(MatchingDb).Assembly,
        ["session"] = typeof(SessionDb).Assembly,
        ["safeguarding"] = typeof(SafeguardingDb).Assembly,
    };

    private readonly Dictionary<string, TcpProxy> wires = [];

    /// <summary>The broker these processes share.</summary>
    public OwnRabbit Rabbit { get; } = new();

    /// <summary>What the processes sent as traces.</summary>
    public TraceSink Traces { get; } = new();

    /// <summary>The file of the keys in the authenticator apps of staff.</summary>
    public string AuthenticatorsFile => Path.Combine(MailFolder, "authenticators");

    /// <summary>Where everything is, as a client sees it.</summary>
    public Demo.Platform Platform { get; private set; } = null!;

    /// <summary>The administrator, signed in.</summary>
    public Person Administrator { get; private set; } = null!;

    /// <summary>The wire from a process to the broker.</summary>
    public TcpProxy Wire(string service) => wires[service];

    protected override async Task<Servers> Broker(Servers shared) => await Rabbit.Start() ?? shared;

    protected override async Task Prepare()
    {
        await Traces.Start();
        foreach (var service in Services) wires[service] = new TcpProxy(Vhost.Host, Vhost.Port);
    }

    protected override async Task Ready()
    {
        Platform = new() { Services = Addresses, Mail = new Demo.Mailbox(MailFolder), Authenticators = new(AuthenticatorsFile) };
        Administrator = await Person.Join(Platform, AdministratorEmail, Password, CancellationToken.None);
    }

    protected override async Task CleanUp(Servers withBroker)
    {
        foreach (var wire in wires.Values) await wire.DisposeAsync();
        if (!Rabbit.IsOwn) await base.CleanUp(withBroker);
        await Rabbit.DisposeAsync();
        await Traces.DisposeAsync();
        Platform?.Dispose();
    }

    protected override Dictionary<string, string> Settings(string service) => new(base.Settings(service), StringComparer.Ordinal)
    {
        ["RabbitMq__Uri"] = new UriBuilder(Vhost) { Host = "127.0.0.1", Port = wires[service].Port }.Uri.ToString(),
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
