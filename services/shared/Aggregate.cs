namespace Mentoring.Shared;

/// <summary>
/// Something that changes as one and tells facts about it. What it told is written to the outbox by the same
/// <c>SaveChanges</c> that stores the change.
/// </summary>
public abstract class Aggregate
{
    private readonly List<object> told = [];

    /// <summary>The facts told since the aggregate was last stored, oldest first.</summary>
    public IReadOnlyList<object> Told => told;

    /// <summary>Postgres' <c>xmin</c>: two edits that met are refused instead of the later one winning.</summary>
    public uint Version { get; private set; }

    /// <summary>Tells a fact from <c>Mentoring.Contracts</c>.</summary>
    protected void Tell(object fact) => told.Add(fact);

    internal IReadOnlyList<object> TakeTold()
    {
        object[] taken = [.. told];
        told.Clear();
        return taken;
    }
}
