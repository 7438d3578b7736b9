using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Mentoring.Contracts;
using Mentoring.Shared;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>A fact that was heard on the wire.</summary>
/// <param name="MessageId">The message's id, which is its outbox row's.</param>
/// <param name="Type">The fact's type.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Headers">The headers it came with.</param>
public sealed record HeardFact(Guid? MessageId, Type Type, object Fact, IReadOnlyDictionary<string, string> Headers);

/// <summary>The other services, as one service sees them: tells facts into a vhost and hears every fact told in it.</summary>
public sealed class FactWire : IAsyncDisposable
{
    /// <summary>The queue that hears everything.</summary>
    public const string ProbeQueue = "the-tests-probe";

    private const string FromTheTest = "told-by-the-test";

    private readonly ConcurrentQueue<HeardFact> heard = new();
    private readonly ConcurrentQueue<string> unreadable = new();
    private readonly ConcurrentDictionary<Guid, byte> markers = new();
    private readonly SemaphoreSlim oneByOne = new(1, 1);
    private IConnection connection = null!;
    private IChannel channel = null!;

    private FactWire()
    {
    }

    /// <summary>Every fact there is, by the name of its exchange, which is MassTransit's: namespace, colon, type.</summary>
    public static IReadOnlyDictionary<string, Type> Exchanges { get; } = typeof(HeardByAttribute).Assembly.GetExportedTypes()
        .Where(t => t.GetCustomAttribute<HeardByAttribute>() is not null)
        .ToDictionary(Exchange, StringComparer.Ordinal);

    /// <summary>What has been heard so far, oldest first; without what the test told itself.</summary>
    public IReadOnlyList<HeardFact> Heard => [.. heard];

    /// <summary>What the service told that nobody can read: must be empty.</summary>
    public IReadOnlyList<string> Unreadable => [.. unreadable];

    /// <summary>Joins a vhost: declares every fact's exchange and binds the probe to all of them.</summary>
    public static async Task<FactWire> Join(Uri vhost)
    {
        var wire = new FactWire { connection = await new ConnectionFactory { Uri = vhost, ClientProvidedName = "tests" }.CreateConnectionAsync() };
        wire.channel = await wire.connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await wire.channel.QueueDeclareAsync(ProbeQueue, durable: true, exclusive: false, autoDelete: false);
        foreach (var exchange in Exchanges.Keys)
        {
            await wire.channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false);
            await wire.channel.QueueBindAsync(ProbeQueue, exchange, string.Empty);
        }

        var consumer = new AsyncEventingBasicConsumer(wire.channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            wire.Take(message);
            return Task.CompletedTask;
        };
        await wire.channel.BasicConsumeAsync(ProbeQueue, autoAck: true, consumer);
        return wire;
    }

    /// <summary>The exchange a fact goes to.</summary>
    public static string Exchange(Type fact) => $"{fact.Namespace}:{fact.Name}";

    /// <summary>Tells a fact as another service would and returns its message id.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="messageId">The id to use, for repeats; a new one when left out.</param>
    public async Task<Guid> Tell(object fact, Guid? messageId = null)
    {
        var id = messageId ?? Guid.CreateVersion7();
        var type = fact.GetType();
        var envelope = JsonSerializer.SerializeToUtf8Bytes(new
        {
            messageId = id,
            messageType = new[] { $"urn:message:{type.Namespace}:{type.Name}" },
            message = JsonSerializer.SerializeToElement(fact, type, JsonRules.Facts),
            sentTime = TimeProvider.System.GetUtcNow(),
        });
        await Tell(Exchange(type), envelope, id);
        return id;
    }

    /// <summary>Tells bytes of any kind, for messages that are broken.</summary>
    /// <param name="exchange">The exchange, see <see cref="Exchange"/>; empty to reach a queue by its name.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="messageId">The id in the message's properties.</param>
    /// <param name="queue">The queue, with an empty exchange.</param>
    /// <param name="contentType">What the bytes claim to be.</param>
    public async Task Tell(string exchange, ReadOnlyMemory<byte> body, Guid? messageId = null, string queue = "", string contentType = "application/vnd.masstransit+json")
    {
        var properties = new BasicProperties
        {
            ContentType = contentType,
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = messageId?.ToString(),
            Headers = new Dictionary<string, object?> { [FromTheTest] = "yes" },
        };
        await oneByOne.WaitAsync();
        try
        {
            await channel.BasicPublishAsync(exchange, queue, mandatory: true, properties, body);
        }
        catch (PublishException returned) when (returned.IsReturn)
        {
            throw new ShouldAssertException($"Nothing in the vhost is bound to '{exchange}{queue}'.", returned);
        }
        finally
        {
            oneByOne.Release();
        }
    }

    /// <summary>Waits until everything that had been routed to the probe before this call has been heard.</summary>
    public async Task CatchUp()
    {
        var marker = Guid.CreateVersion7();
        await Tell(string.Empty, "{}"u8.ToArray(), marker, ProbeQueue, "application/json");
        await Eventually.Is(() => markers.ContainsKey(marker), "the probe hears what is in its queue");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await connection.CloseAsync();
        await connection.DisposeAsync();
        oneByOne.Dispose();
    }

    private void Take(BasicDeliverEventArgs message)
    {
        var id = Guid.TryParse(message.BasicProperties.MessageId, out var sent) ? sent : (Guid?)null;
        if (message.Exchange.Length == 0)
        {
            if (id is { } marker) markers[marker] = 0;
            return;
        }

        if (message.BasicProperties.Headers?.ContainsKey(FromTheTest) == true || !Exchanges.TryGetValue(message.Exchange, out var type)) return;
        try
        {
            using var json = JsonDocument.Parse(message.Body);
            var enveloped = json.RootElement.TryGetProperty("messageType", out _);
            if (enveloped && id is null && json.RootElement.GetProperty("messageId").TryGetGuid(out var inside)) id = inside;
            var body = enveloped ? json.RootElement.GetProperty("message") : json.RootElement;
            heard.Enqueue(new(id, type, body.Deserialize(type, JsonRules.Facts)!, Headers(message)));
        }
        catch (JsonException wrong)
        {
            unreadable.Enqueue($"{message.Exchange}: {wrong.Message} {System.Text.Encoding.UTF8.GetString(message.Body.Span)}");
        }
    }

    private static Dictionary<string, string> Headers(BasicDeliverEventArgs message) =>
        (message.BasicProperties.Headers ?? new Dictionary<string, object?>()).ToDictionary(
            h => h.Key,
            h => h.Value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : h.Value?.ToString() ?? string.Empty,
            StringComparer.Ordinal);
}
