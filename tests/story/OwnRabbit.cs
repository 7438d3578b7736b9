using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Mentoring.Testing;
using Shouldly;

namespace Mentoring.Story.Tests;

/// <summary>A RabbitMQ that belongs to these tests alone and may therefore be stopped and started: <c>deploy/servers</c> runs it where it is installed.</summary>
public sealed class OwnRabbit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string script = Path.Combine(Repository(), "deploy", "servers");
    private string? directory;

    /// <summary>Whether there is one; elsewhere the processes share the tests' RabbitMQ, which nobody may restart.</summary>
    public bool IsOwn => directory is not null;

    /// <summary>The folder of the repository.</summary>
    public static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    /// <summary>Starts it; null where RabbitMQ is not installed on this machine.</summary>
    public async Task<Servers?> Start()
    {
        if (!Directory.Exists("/usr/lib/rabbitmq")) return null;
        directory = Path.Combine(Path.GetTempPath(), $"mentoring-rabbit-{Guid.CreateVersion7():n}");
        await Script("start", directory, $"rabbitmq={FourFreePorts()}", "--fast");
        var env = (await File.ReadAllLinesAsync(Path.Combine(directory, "servers.env"))).Select(line => line.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1].Trim('"', '\''));
        var shared = await Servers.Get();
        return new Servers(shared.Postgres, new Uri(env["MENTORING_RABBITMQ"]), new Uri(env["MENTORING_RABBITMQ_MANAGEMENT"]));
    }

    /// <summary>Stops it as an administrator would and starts it again.</summary>
    public Task Restart() => Script("restart", directory!, "rabbitmq");

    /// <summary>Kills it as a crash would and starts it again.</summary>
    public async Task CrashAndStart()
    {
        await Script("kill", directory!, "rabbitmq");
        await Script("start", directory!, "rabbitmq");
    }

    public async ValueTask DisposeAsync()
    {
        if (directory is not null) await Script("wipe", directory);
    }

    private async Task Script(params string[] arguments)
    {
        var (code, said) = await Programme.Run(script, arguments, new Dictionary<string, string>(), Patience);
        code.ShouldBe(0, said);
    }

    // It takes the port and the three after it.
    private static int FourFreePorts()
    {
        for (var port = 57000 + (Environment.ProcessId % 1000 * 4); ; port += 4)
            if (Enumerable.Range(port, 4).All(IsFree)) return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
