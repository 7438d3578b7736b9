using System.Reflection;

namespace Mentoring.Contracts.Tests;

/// <summary>A fact as the documents describe it.</summary>
internal sealed record Fact(Type Type)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The services there are, with the namespace of the facts each tells.</summary>
    public static IReadOnlyDictionary<string, string> Services { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mentor"] = "Mentoring.Contracts.Mentors",
        ["mentee"] = "Mentoring.Contracts.Mentees",
        ["matching"] = "Mentoring.Contracts.Matching",
        ["session"] = "Mentoring.Contracts.Sessions",
        ["safeguarding"] = "Mentoring.Contracts.Safeguarding",
        ["portal"] = "Mentoring.Contracts.Portal",
    };

    /// <summary>Every fact, by service and then in the order of its file.</summary>
    public static IReadOnlyList<Fact> All { get; } =
    [
        .. typeof(HeardByAttribute).Assembly.GetExportedTypes().Where(t => t.GetCustomAttribute<HeardByAttribute>() is not null)
            .OrderBy(t => Services.Values.ToList().IndexOf(t.Namespace!)).ThenBy(t => t.MetadataToken).Select(t => new Fact(t)),
    ];

    /// <summary>The shapes that facts are made of beside plain values.</summary>
    public static IReadOnlyList<Type> Shapes { get; } = [.. All.SelectMany(f => f.Members).Select(m => ItemType(m.PropertyType)).Where(IsShape).Distinct().OrderBy(t => t.MetadataToken)];

    public string Name => Type.Name;

    /// <summary>MassTransit's name for it, which is the exchange it goes to.</summary>
    public string Exchange => $"{Type.Namespace}:{Type.Name}";

    /// <summary>Who tells it.</summary>
    public string Owner => Services.SingleOrDefault(s => s.Value == Type.Namespace).Key ?? $"nobody (its namespace is {Type.Namespace})";

    public IReadOnlyList<string> HeardBy => Type.GetCustomAttribute<HeardByAttribute>()!.Services;

    public IReadOnlyList<PropertyInfo> Members => MembersOf(Type);

    public static IReadOnlyList<PropertyInfo> MembersOf(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.MetadataToken)];

    public static bool IsNullable(PropertyInfo member)
    {
        lock (Nullability) return Nullability.Create(member).ReadState == NullabilityState.Nullable;
    }

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>The type itself, of its items for a list, and without null.</summary>
    public static Type ItemType(Type type)
    {
        var item = IsList(type) ? type.GetGenericArguments()[0] : type;
        return Nullable.GetUnderlyingType(item) ?? item;
    }

    public static bool IsShape(Type type) => type.IsClass && type != typeof(string) && type.Assembly == typeof(HeardByAttribute).Assembly;

    /// <summary>The version that first had a member; 1 unless it says otherwise.</summary>
    public static int VersionOf(PropertyInfo member) => member.GetCustomAttribute<AddedAttribute>()?.Version ?? 1;

    /// <summary>The version of today's shape.</summary>
    public int Version => Members.Max(VersionOf);

    public override string ToString() => Name;
}
