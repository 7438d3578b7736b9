namespace Mentoring.Contracts;

/// <summary>
/// Marks a member that came to a fact later. What was told before it came, and may still wait in a queue, lacks it: then it has
/// the value that its declaration gives, which must mean "not known" or "nothing said". A member without this mark is required.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddedAttribute(int version) : Attribute
{
    /// <summary>The version of the fact that first had the member; the first shape of a fact is version 1.</summary>
    public int Version { get; } = version;
}
