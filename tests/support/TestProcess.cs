using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>A service as a process of its own, for tests that kill it, stop it or run several at once.</summary>
public sealed partial class TestProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int LinesKept = 5_000;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Process process;

    private TestProcess(string name, string dll, IEnumerable<KeyValuePair<string, string>> environment, IEnumerable<string> arguments)
    {
        Name = name;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(dll)) };
        start.ArgumentList.Add(Path.GetFullPath(dll));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // What lives for a test need not learn how to be fast.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in environment) start.Environment[key] = value;
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What failures call it.</summary>
    public string Name { get; }

    /// <summary>The process id.</summary>
    public int Id => process.Id;

    /// <summary>Where it listens, if it serves.</summary>
    public Uri? Address { get; private init; }

    /// <summary>What it has written to standard output and standard error so far, oldest first.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Starts a service; use <see cref="Ready"/> to wait until it serves.</summary>
    /// <param name="name">What failures call it.</param>
    /// <param name="dll">The service's dll.</param>
    /// <param name="port">The loopback port to listen on; see <see cref="FreePort"/>.</param>
    /// <param name="environment">Its settings, such as <c>ConnectionStrings__Database</c>.</param>
    public static TestProcess Serve(string name, string dll, int port, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        return new(name, dll, environment.Append(new("ASPNETCORE_URLS", address.ToString())), []) { Address = address };
    }

    /// <summary>Runs a command of a service, such as <c>migrate</c>, to its end and returns its exit code and what it wrote.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> Run(string dll, IEnumerable<KeyValuePair<string, string>> environment, string[] arguments, TimeSpan? within = null)
    {
        await using var command = new TestProcess(string.Join(' ', arguments), dll, environment, arguments);
        var code = await command.Ended(within);
        return (code, command.Lines);
    }

    /// <summary>A loopback port that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until <c>/health/ready</c> answers 200; fails at once when the process ends before.</summary>
    public async Task<TestProcess> Ready(TimeSpan? within = null)
    {
        using var http = new HttpClient { BaseAddress = Address ?? throw new InvalidOperationException($"{Name} does not serve."), Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            await Eventually.Is(
                async () =>
                {
                    if (process.HasExited) throw new ShouldAssertException($"{Name} ended with {process.ExitCode} before it was ready:\n{Tail()}");
                    try
                    {
                        using var response = await http.GetAsync("/health/ready");
                        return response.StatusCode == HttpStatusCode.OK;
                    }
                    catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
                    {
                        return false;
                    }
                },
                $"{Name} is ready",
                within ?? TimeSpan.FromSeconds(180));
        }
        catch (ShouldAssertException late) when (!process.HasExited)
        {
            throw new ShouldAssertException($"{late.Message}\n{Tail()}", late);
        }

        return this;
    }

    /// <summary>SIGKILL: no clean-up, as when the machine loses its power.</summary>
    public async Task Kill()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: a shutdown as an orchestrator does it. Returns the exit code.</summary>
    public async Task<int> Stop(TimeSpan? within = null)
    {
        if (!process.HasExited) _ = SendSignal(process.Id, Terminate);
        return await Ended(within ?? TimeSpan.FromSeconds(40));
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> Ended(TimeSpan? within = null)
    {
        using var deadline = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(120));
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new ShouldAssertException($"{Name} should have ended by now:\n{Tail()}", late);
        }

        return process.ExitCode;
    }

    /// <summary>The last lines it wrote.</summary>
    public string Tail(int count = 30) => string.Join('\n', lines.TakeLast(count));

    /// <summary>Kills it if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (lines.Count > LinesKept) lines.TryDequeue(out _);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}
