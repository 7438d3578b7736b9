namespace Mentoring.Matching;

/// <summary>Wakes whoever makes plans, in this process; in other processes they look by themselves.</summary>
public sealed class PlanBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    /// <summary>Says that there is a plan to make.</summary>
    public Task Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }

        return Task.CompletedTask;
    }

    /// <summary>Waits for the bell, and no longer than this.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken cancel) => await rung.WaitAsync(longest, cancel);

    /// <inheritdoc/>
    public void Dispose() => rung.Dispose();
}
