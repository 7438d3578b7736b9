using System.Reflection;
using Mentoring.Contracts;

namespace Mentoring.Shared.Messaging;

/// <summary>Every fact there is, by the full name of its type, which is what stands on the wire and in the outbox.</summary>
internal static class Facts
{
    private static readonly Dictionary<string, Type> ByName = typeof(HeardByAttribute).Assembly.GetExportedTypes()
        .Where(t => t.GetCustomAttribute<HeardByAttribute>() is not null)
        .ToDictionary(t => t.FullName!, StringComparer.Ordinal);

    // A service tells the facts of its own part of the contracts only.
    private static readonly Dictionary<string, string> Spaces = new(StringComparer.Ordinal)
    {
        ["mentor"] = "Mentoring.Contracts.Mentors",
        ["mentee"] = "Mentoring.Contracts.Mentees",
        ["matching"] = "Mentoring.Contracts.Matching",
        ["session"] = "Mentoring.Contracts.Sessions",
        ["safeguarding"] = "Mentoring.Contracts.Safeguarding",
        ["portal"] = "Mentoring.Contracts.Portal",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Type> All => ByName.Values;

    /// <summary>The fact of that name; null when this program does not know it.</summary>
    public static Type? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether the type is a fact.</summary>
    public static bool Has(Type type) => type.FullName is { } name && ByName.ContainsKey(name);

    /// <summary>Who must hear it.</summary>
    public static IReadOnlyList<string> Listeners(Type fact) => fact.GetCustomAttribute<HeardByAttribute>()!.Services;

    /// <summary>The facts a service may tell.</summary>
    public static IEnumerable<Type> ToldBy(string service) => All.Where(fact => MayTell(service, fact));

    /// <summary>Whether a service may tell a fact.</summary>
    public static bool MayTell(string service, Type fact) => Spaces.TryGetValue(service, out var space) && fact.Namespace == space;
}

/// <summary>Who may and must hear what.</summary>
public static class FactRules
{
    /// <summary>
    /// What is wrong with a service's reactions, as sentences; empty when each hears only facts that name this service in
    /// <see cref="HeardByAttribute"/>, and every fact that names it is heard.
    /// </summary>
    /// <param name="service">The service's name, such as <c>matching</c>.</param>
    /// <param name="reactions">Its reaction classes.</param>
    public static IReadOnlyList<string> Check(string service, params IReadOnlyCollection<Type> reactions)
    {
        var heard = reactions.SelectMany(reaction => HeardBy(reaction).Select(fact => (reaction, fact))).ToArray();
        return
        [
            .. reactions.Where(r => !HeardBy(r).Any()).Select(r => $"{r.Name} hears nothing: let it implement IConsumer of a fact."),
            .. heard.Where(h => !Facts.Has(h.fact)).Select(h => $"{h.reaction.Name} hears {h.fact.Name}, which is not a fact of Mentoring.Contracts."),
            .. heard.Where(h => Facts.Has(h.fact) && !Facts.Listeners(h.fact).Contains(service))
                .Select(h => $"{h.reaction.Name} hears {h.fact.Name}, but HeardBy of that fact does not name {service}. Name it there, or stop listening."),
            .. Facts.All.Where(f => Facts.Listeners(f).Contains(service) && heard.All(h => h.fact != f))
                .Select(f => $"{service} must hear {f.Name}, because HeardBy names it, but no reaction does. Add one with AddMessaging.").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The facts a reaction hears.</summary>
    internal static IEnumerable<Type> HeardBy(Type reaction) => reaction.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(MassTransit.IConsumer<>))
        .Select(i => i.GetGenericArguments()[0]);
}
