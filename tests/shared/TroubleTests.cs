using System.Text;
using System.Text.Json;

namespace Mentoring.Shared.Tests;

/// <summary>Messages that cannot be handled; a service of its own, because health looks at all its queues.</summary>
public sealed class TroubleTests(TroubleTests.Own service) : IClassFixture<TroubleTests.Own>
{
    private const string Queue = "mentee.remember-approval";

    public sealed class Own : SampleService;

    [Fact]
    public async Task A_poisonous_fact_ends_in_the_error_queue_the_queue_goes_on_health_says_so_and_replay_brings_it_back()
    {
        await Eventually.Is(async () => await Ready() == "Healthy", "the service is healthy before");
        var match = Guid.CreateVersion7();
        service.Trouble.Matches[match] = 1000;
        var id = await service.Tell(Some.Approved(match));
        await Eventually.Is(async () => await service.Waiting(Queue + "_error") == 1, "it is in the error queue");
        service.Trouble.Contexts[match].Count.ShouldBe(4);
        (await service.Hearings(match)).ShouldBe(0);
        await service.HeardNo<MenteeReferred>(f => f.MenteeId == match);

        await service.TellAndWait(Some.Approved(Guid.CreateVersion7()));

        await Eventually.Passes(async () =>
        {
            using var answer = await service.AsNobody().Get("/health/ready");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var health = await answer.Content.ReadAsStringAsync();
            health.ShouldContain("Degraded");
            health.ShouldContain($"1 that could not be handled in {Queue}_error. When the cause is mended: replay {Queue}.");
        });

        // Still poisonous: replay moves it once, and it comes back.
        (await Replay(Queue)).ShouldBe(1);
        await Eventually.Is(() => service.Trouble.Contexts[match].Count == 8, "it was tried again");
        await Eventually.Is(async () => await service.Waiting(Queue + "_error") == 1, "it is back in the error queue");

        // Mended.
        service.Trouble.Matches.Clear();
        (await Replay(Queue)).ShouldBe(1);
        await Eventually.Is(async () => await service.Hearings(match) == 1, "it was handled");
        (await service.Db(db => db.Set<Receipt>().CountAsync(r => r.MessageId == id && r.Queue == Queue))).ShouldBe(1);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == match);
        await Eventually.Is(async () => await Ready() == "Healthy", "the service is healthy again");
        (await Replay(Queue)).ShouldBe(0);
    }

    [Theory]
    [InlineData("this is not json", "application/vnd.masstransit+json")]
    [InlineData("""{"messageType":["urn:message:Mentoring.Contracts.Matching:MatchEnded"],"message":{"matchId":"nobody"}}""", "application/vnd.masstransit+json")]
    [InlineData("""{"messageType":["urn:message:Mentoring.Contracts.Matching:MatchEnded"],"message":{}}""", "application/vnd.masstransit+json")]
    [InlineData("", "application/vnd.masstransit+json")]
    [InlineData("\0\0\0", "application/x-unheard-of")]
    public async Task A_malformed_message_ends_in_the_error_queue_and_the_queue_goes_on(string body, string contentType)
    {
        const string queue = "mentee.remember-end";
        var id = Guid.CreateVersion7();
        await service.Wire.Tell(FactWire.Exchange(typeof(MatchEnded)), Encoding.UTF8.GetBytes(body), id, contentType: contentType);
        await service.TellAndWait(Some.Ended(Guid.CreateVersion7()));
        await Eventually.Is(async () => await service.Take(queue + "_error") == id.ToString(), "it is in the error queue");
    }

    [Fact]
    public async Task A_message_without_an_id_cannot_be_told_from_its_repeat_and_ends_in_the_error_queue()
    {
        const string queue = "mentee.remember-end";
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            messageType = new[] { "urn:message:Mentoring.Contracts.Matching:MatchEnded" },
            message = JsonSerializer.SerializeToElement(Some.Ended(Guid.CreateVersion7()), JsonRules.Facts),
        });
        await service.Wire.Tell(FactWire.Exchange(typeof(MatchEnded)), body);
        await Eventually.Is(async () => await service.Take(queue + "_error") is "", "it is in the error queue");
    }

    [Fact]
    public async Task A_message_of_an_unknown_kind_waits_among_the_skipped_and_can_be_replayed()
    {
        const string queue = "mentee.remember-end";
        var body = Encoding.UTF8.GetBytes("""{"messageType":["urn:message:Mentoring.Contracts.Matching:MatchOfTomorrow"],"message":{}}""");
        await service.Wire.Tell(string.Empty, body, Guid.CreateVersion7(), queue: queue);
        await Eventually.Is(async () => await service.Waiting(queue + "_skipped") == 1, "it is among the skipped");
        await using var connection = await service.Services.GetRequiredService<Broker>().Connect(CancellationToken.None);
        (await Messaging.Replay.Move(connection, queue + "_skipped", queue, CancellationToken.None)).ShouldBe(1);
        await Eventually.Is(async () => await service.Waiting(queue + "_skipped") == 1, "it is there again");
        await service.Purge(queue + "_skipped");
    }

    [Fact]
    public async Task Replay_keeps_the_id_and_the_body_and_drops_what_the_failure_left_in_the_headers()
    {
        await using var connection = await service.Services.GetRequiredService<Broker>().Connect(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("a", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueDeclareAsync("a_error", durable: true, exclusive: false, autoDelete: false);
        var id = Guid.CreateVersion7().ToString();
        for (var i = 0; i < 3; i++)
        {
            await channel.BasicPublishAsync(string.Empty, "a_error", mandatory: true, new RabbitMQ.Client.BasicProperties
            {
                MessageId = id,
                ContentType = "application/vnd.masstransit+json",
                Headers = new Dictionary<string, object?> { ["MT-Fault-Message"] = "no", ["MT-Reason"] = "fault", ["MT-Host-MachineName"] = "x", ["traceparent"] = "kept" },
            }, new byte[] { (byte)i });
        }

        (await Messaging.Replay.Move(connection, "a_error", "a", CancellationToken.None)).ShouldBe(3);
        for (var i = 0; i < 3; i++)
        {
            var moved = (await channel.BasicGetAsync("a", autoAck: true)).ShouldNotBeNull();
            moved.Body.ToArray().ShouldBe([(byte)i]);
            moved.BasicProperties.MessageId.ShouldBe(id);
            moved.BasicProperties.Headers!.Keys.Where(h => h != "x-dotnet-pub-seq-no").Order().ShouldBe(["Mentoring-Replay", "traceparent"]);
        }

        (await channel.BasicGetAsync("a_error", autoAck: true)).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_queue_does_not_take_stays_in_the_error_queue()
    {
        await using var connection = await service.Services.GetRequiredService<Broker>().Connect(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("b_error", durable: true, exclusive: false, autoDelete: false);
        await channel.BasicPublishAsync(string.Empty, "b_error", mandatory: true, new RabbitMQ.Client.BasicProperties(), new byte[] { 1 });
        await Should.ThrowAsync<IOException>(() => Messaging.Replay.Move(connection, "b_error", "there-is-no-such-queue", CancellationToken.None));
        await Eventually.Is(async () => await Broker.Count(connection, "b_error", CancellationToken.None) == 1, "it is still there");
    }

    private async Task<string> Ready() => (await (await service.AsNobody().Get("/health/ready")).Json()).GetProperty("status").GetString()!;

    private async Task<int> Replay(string queue)
    {
        await using var connection = await service.Services.GetRequiredService<Broker>().Connect(CancellationToken.None);
        return await Messaging.Replay.Move(connection, queue + "_error", queue, CancellationToken.None);
    }
}
