using System.Text.RegularExpressions;

namespace Mentoring.Shared.Messaging;

/// <summary>The reactions of a service: each is a MassTransit consumer with a queue of its own.</summary>
public sealed partial class Reactions
{
    private readonly List<Type> all = [];

    /// <summary>Every reaction added.</summary>
    internal IReadOnlyList<Type> All => all;

    /// <summary>Adds a reaction.</summary>
    public Reactions Add<T>()
        where T : class, MassTransit.IConsumer
    {
        all.Add(typeof(T));
        return this;
    }

    /// <summary>The queue of a reaction: <c>matching.end-matches-when-mentor-left</c>.</summary>
    internal static string Queue(string service, Type reaction) => $"{service}.{Words().Replace(reaction.Name, "-$0").TrimStart('-').ToLowerInvariant()}";

    /// <summary>Every queue of a service.</summary>
    internal IEnumerable<string> Queues(string service) => all.Select(reaction => Queue(service, reaction));

    [GeneratedRegex("(?<!^)([A-Z][a-z0-9]|(?<=[a-z0-9])[A-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
