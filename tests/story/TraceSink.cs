using System.Collections.Concurrent;
using System.Text;
using Mentoring.Testing;

namespace Mentoring.Story.Tests;

/// <summary>Takes traces over OTLP (HTTP, protobuf) and remembers the raw bodies: enough to see which service sent a span of which trace.</summary>
public sealed class TraceSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> bodies = new();
    private WebApplication? app;

    /// <summary>Where to send them.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{TestProcess.FreePort()}/");

    /// <summary>Starts listening.</summary>
    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        app = builder.Build();
        app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            bodies.Enqueue(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
        app.MapPost("/v1/metrics", () => Results.Bytes([], "application/x-protobuf"));
        await app.StartAsync();
    }

    /// <summary>Whether a service sent a span of a trace from one of its sources.</summary>
    public bool Saw(string service, string traceId, string source) => bodies.Any(body =>
        body.AsSpan().IndexOf(Convert.FromHexString(traceId)) >= 0
        && body.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"mentoring-{service}")) >= 0
        && body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(source)) >= 0);

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }
}
