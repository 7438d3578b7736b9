using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Mentoring.Shared.Messaging;

/// <summary>Where RabbitMQ is, and a plain connection to it for what MassTransit has no words for: error queues, their counts, and replay.</summary>
/// <param name="configuration">Holds <c>RabbitMq:Uri</c>.</param>
/// <param name="name">The service.</param>
internal sealed class Broker(IConfiguration configuration, ServiceName name)
{
    /// <summary>What a message that could not be handled ends in.</summary>
    public const string Errors = "_error";

    /// <summary>What a message of an unknown kind ends in.</summary>
    public const string Skipped = "_skipped";

    /// <summary>Quorum queues, as those of the reactions.</summary>
    public static Dictionary<string, object?> QueueArguments => new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };

    /// <summary>Address and credentials, read from <c>RabbitMq:Uri</c>.</summary>
    public ConnectionFactory Settings()
    {
        var written = configuration["RabbitMq:Uri"];
        if (!Uri.TryCreate(written, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
            throw new SettingException("Set RabbitMq:Uri to the broker's address, such as amqp://user:password@127.0.0.1:5672/vhost.");
        return new ConnectionFactory
        {
            Uri = uri,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
            AutomaticRecoveryEnabled = false,
        };
    }

    /// <summary>Opens a connection for a short piece of work.</summary>
    public Task<IConnection> Connect(CancellationToken cancel) => Settings().CreateConnectionAsync($"{name.Value} housekeeping", cancel);

    /// <summary>How many messages wait in a queue; null when there is no such queue.</summary>
    public static async Task<uint?> Count(IConnection connection, string queue, CancellationToken cancel)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancel);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancel)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>Whether an exception means that the broker is away, and not that we asked for something wrong.</summary>
    public static bool IsAway(Exception exception) =>
        exception is BrokerUnreachableException or ConnectFailureException or AlreadyClosedException or OperationInterruptedException
            or MassTransit.ConnectionException or SocketException or IOException or TimeoutException or OperationCanceledException or Polly.Timeout.TimeoutRejectedException;
}

/// <summary>A setting is missing or wrong; the message says which and how to set it.</summary>
/// <param name="sentence">What to set, and to what.</param>
public sealed class SettingException(string sentence) : Exception(sentence);
