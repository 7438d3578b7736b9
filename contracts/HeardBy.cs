namespace Mentoring.Contracts;

/// <summary>
/// Names the services that must hear a fact. A fact with at least one listener is published as mandatory, so that a
/// missing queue is an error that stays in the outbox and never a silent loss.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HeardByAttribute(params string[] services) : Attribute
{
    /// <summary>The listening services, by folder name: <c>mentor</c>, <c>mentee</c>, <c>matching</c>, <c>session</c>, <c>safeguarding</c>, <c>portal</c>.</summary>
    public IReadOnlyList<string> Services { get; } = services;
}
