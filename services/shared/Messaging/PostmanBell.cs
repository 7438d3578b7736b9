namespace Mentoring.Shared.Messaging;

/// <summary>Rings after a commit so that the postman looks at the outbox at once instead of at its next round.</summary>
public sealed class PostmanBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>There may be something in the outbox.</summary>
    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => bell.Dispose();

    /// <summary>Waits for a ring, at most <paramref name="atMost"/>.</summary>
    public Task Listen(TimeSpan atMost, CancellationToken cancel) => bell.WaitAsync(atMost, cancel);
}
