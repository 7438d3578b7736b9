using System.Net.Sockets;

namespace Mentoring.Shared.Tests;

/// <summary>A TCP port in front of a server that can be shut, which cuts what is open, and opened again.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly (string Host, int Port) server;
    private readonly Lock gate = new();
    private readonly HashSet<TcpClient> open = [];
    private readonly List<Task> work = [];
    private TcpListener? listener;

    public Gate(string host, int port)
    {
        server = (host, port);
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        work.Add(Accept(listener));
    }

    public int Port { get; }

    public void Shut()
    {
        lock (gate)
        {
            listener?.Stop();
            listener = null;
            foreach (var client in open) client.Close();
            open.Clear();
        }
    }

    public void Open()
    {
        lock (gate)
        {
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            work.Add(Accept(listener));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Shut();
        await Task.WhenAll(work);
    }

    private async Task Accept(TcpListener at)
    {
        try
        {
            while (true)
            {
                var caller = await at.AcceptTcpClientAsync();
                var called = new TcpClient { NoDelay = true };
                caller.NoDelay = true;
                lock (gate)
                {
                    open.Add(caller);
                    open.Add(called);
                }

                await called.ConnectAsync(server.Host, server.Port);
                _ = Pass(caller, called);
                _ = Pass(called, caller);
            }
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The gate is shut.
        }
    }

    private static async Task Pass(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
        finally
        {
            from.Close();
            to.Close();
        }
    }
}
