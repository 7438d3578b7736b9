using RabbitMQ.Client;

[assembly: Xunit.AssemblyFixture(typeof(Mentoring.Shared.Tests.SampleService))]

namespace Mentoring.Shared.Tests;

/// <summary>The sample service on a database and a broker of its own.</summary>
public class SampleService() : ServiceFixture<SampleDb>("mentee")
{
    /// <summary>What goes wrong on purpose.</summary>
    internal Trouble Trouble => Services.GetRequiredService<Trouble>();

    /// <summary>The times a fact of a match was heard.</summary>
    internal Task<int> Hearings(Guid match) => Db(db => db.Hearings.CountAsync(h => h.MatchId == match && h.Fact != TallyApprovals.Tally));

    /// <summary>The times that approvals of matches were tallied.</summary>
    internal Task<int> Tallies(params Guid[] matches) => Db(db => db.Hearings.CountAsync(h => matches.Contains(h.MatchId) && h.Fact == TallyApprovals.Tally));

    /// <summary>Empties a queue.</summary>
    internal Task Purge(string queue) => OnChannel(channel => channel.QueuePurgeAsync(queue));

    /// <summary>Lets a queue hear an exchange.</summary>
    internal Task Bind(string exchange, string queue) => OnChannel(channel => channel.QueueBindAsync(queue, exchange, string.Empty));

    /// <summary>Lets a queue no longer hear an exchange.</summary>
    internal Task Unbind(string exchange, string queue) => OnChannel(channel => channel.QueueUnbindAsync(queue, exchange, string.Empty));

    /// <summary>Takes a message out of a queue and returns its id, empty when it has none; null when the queue is empty.</summary>
    internal async Task<string?> Take(string queue)
    {
        string? id = null;
        await OnChannel(async channel => id = await channel.BasicGetAsync(queue, autoAck: true) is { } message ? message.BasicProperties.MessageId ?? string.Empty : null);
        return id;
    }

    private async Task OnChannel(Func<IChannel, Task> work)
    {
        await using var connection = await Services.GetRequiredService<Broker>().Connect(CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        await work(channel);
    }
}
