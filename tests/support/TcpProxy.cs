using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Mentoring.Testing;

/// <summary>
/// A loopback wire between a client and a server that tests can cut, or hold in one direction: to lose an answer after the work
/// was done, to stand for a slow network or for a server that went away.
/// </summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Pair, byte> pairs = new();
    private readonly CancellationTokenSource end = new();
    private readonly Gate toServer = new();
    private readonly Gate toClient = new();
    private readonly string host;
    private readonly int port;
    private readonly Task accepting;
    private volatile bool refuse;

    /// <summary>A wire to a server.</summary>
    public TcpProxy(string host, int port)
    {
        this.host = host;
        this.port = port;
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where clients connect, on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections stand.</summary>
    public int Connections => pairs.Count;

    /// <summary>How many bytes clients have sent so far, whether held or not.</summary>
    public long BytesFromClients { get; private set; }

    /// <summary>How many bytes the server has sent so far, whether held or not.</summary>
    public long BytesFromServer { get; private set; }

    /// <summary>Cuts every connection and refuses new ones until <see cref="Resume"/>.</summary>
    public void Cut()
    {
        refuse = true;
        CutOnce();
    }

    /// <summary>Cuts every connection that stands; new ones are let through.</summary>
    public void CutOnce()
    {
        foreach (var pair in pairs.Keys) pair.Dispose();
    }

    /// <summary>Holds what clients send from now on.</summary>
    public void HoldToServer() => toServer.Close();

    /// <summary>Holds what the server answers from now on.</summary>
    public void HoldToClient() => toClient.Close();

    /// <summary>Lets everything through again; what was held goes first.</summary>
    public void Resume()
    {
        refuse = false;
        toServer.Open();
        toClient.Open();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        CutOnce();
        await accepting;
        end.Dispose();
    }

    private async Task Accept()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                if (refuse) Reset(client);
                else _ = Join(client);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The listener was closed, or a client went away in the moment of joining.
            }
        }
    }

    private async Task Join(TcpClient client)
    {
        var server = new TcpClient();
        using var pair = new Pair(client, server);
        pairs[pair] = 0;
        try
        {
            await server.ConnectAsync(host, port, end.Token);
            client.NoDelay = server.NoDelay = true;
            await Task.WhenAny(
                Copy(client, server, toServer, read => BytesFromClients += read),
                Copy(server, client, toClient, read => BytesFromServer += read));
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Either side hung up, which ends the pair.
        }
        finally
        {
            pairs.TryRemove(pair, out _);
        }
    }

    private async Task Copy(TcpClient from, TcpClient to, Gate gate, Action<int> count)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer, end.Token)) > 0)
            {
                count(read);
                await gate.Pass(end.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), end.Token);
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // As above.
        }
    }

    private static bool IsGone(Exception exception) => exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    // A reset and not a farewell, as when a cable is pulled.
    private static void Reset(TcpClient client)
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();
    }

    private sealed class Pair(TcpClient client, TcpClient server) : IDisposable
    {
        public void Dispose()
        {
            foreach (var side in (TcpClient[])[client, server])
            {
                try
                {
                    Reset(side);
                }
                catch (Exception over) when (over is ObjectDisposedException or SocketException or NullReferenceException)
                {
                    // It was over already.
                }
            }
        }
    }

    private sealed class Gate
    {
        private volatile TaskCompletionSource open = Opened();

        public Task Pass(CancellationToken cancel) => open.Task.WaitAsync(cancel);

        public void Close()
        {
            if (open.Task.IsCompleted) open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        public void Open() => open.TrySetResult();

        private static TaskCompletionSource Opened()
        {
            var opened = new TaskCompletionSource();
            opened.SetResult();
            return opened;
        }
    }
}
