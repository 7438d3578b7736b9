using Mentoring.Shared;

namespace Mentoring.Testing;

/// <summary>
/// The real clock plus an offset that tests can move. Timers keep running in real time, and those that fall due by a move fire at once.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<MovableTimer> timers = [];
    private TimeSpan offset;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return MicrosecondClock.Whole(System.GetUtcNow() + offset);
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (gate) return System.GetTimestamp() + (long)(offset.TotalSeconds * TimestampFrequency);
    }

    /// <summary>Moves the clock forward, or back when negative.</summary>
    public void Advance(TimeSpan by)
    {
        MovableTimer[] all;
        lock (gate)
        {
            offset += by;
            all = [.. timers];
        }

        foreach (var timer in all) timer.Moved();
    }

    /// <summary>Moves the clock to an instant.</summary>
    public void MoveTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    /// <summary>Back to the real time.</summary>
    public void Reset() => Advance(-offset);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new MovableTimer(this, callback, state, dueTime, period);

    private sealed class MovableTimer : ITimer
    {
        private readonly MovableClock clock;
        private readonly ITimer real;
        private DateTimeOffset due;
        private TimeSpan period;

        public MovableTimer(MovableClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            this.clock = clock;
            real = System.CreateTimer(
                _ =>
                {
                    due = this.period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + this.period;
                    callback(state);
                },
                state: null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
            lock (clock.gate) clock.timers.Add(this);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            return real.Change(dueTime, period);
        }

        public void Moved()
        {
            if (due == DateTimeOffset.MaxValue) return;
            var left = due - clock.GetUtcNow();
            try
            {
                real.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, period);
            }
            catch (ObjectDisposedException)
            {
                // Its owner was quicker.
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
            real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
