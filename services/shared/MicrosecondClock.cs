namespace Mentoring.Shared;

/// <summary>
/// The system's clock to the microsecond, which is what Postgres keeps: an instant reads back as it was told, and the time of
/// a fact compares with the time that was remembered of it.
/// </summary>
public sealed class MicrosecondClock : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Whole(base.GetUtcNow());

    /// <summary>Cuts an instant to the microsecond.</summary>
    public static DateTimeOffset Whole(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
