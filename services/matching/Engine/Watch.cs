namespace Mentoring.Matching.Engine;

/// <summary>What the engine is busy with.</summary>
public enum SolveStep
{
    /// <summary>Finding out how many can be matched at all.</summary>
    Counting,

    /// <summary>Seating nearly everybody by bids.</summary>
    Bidding,

    /// <summary>Seating the rest by searches.</summary>
    Searching,
}

/// <summary>How far a solve has come.</summary>
/// <param name="Step">What it is busy with; <see cref="SolveStep.Bidding"/> and <see cref="SolveStep.Searching"/> can come several times.</param>
/// <param name="Done">How much of the step is done.</param>
/// <param name="Of">How much there is to do in it.</param>
public readonly record struct SolveProgress(SolveStep Step, int Done, int Of);

/// <summary>Tells how far the work has come, and stops it when asked to.</summary>
internal sealed class Watch(IProgress<SolveProgress>? progress, CancellationToken cancel)
{
    private const int Every = 256;

    private SolveStep _step;
    private int _of;

    public void Step(SolveStep step, int of)
    {
        cancel.ThrowIfCancellationRequested();
        (_step, _of) = (step, of);
        progress?.Report(new(step, 0, of));
    }

    public void Tick(int done)
    {
        if (done % Every != 0) return;
        cancel.ThrowIfCancellationRequested();
        progress?.Report(new(_step, done, _of));
    }
}
