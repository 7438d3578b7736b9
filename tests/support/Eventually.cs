using System.Diagnostics;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>Waits for a condition with a deadline; the one way to wait in tests.</summary>
public static class Eventually
{
    /// <summary>The deadline where none is given.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Waits until the condition holds.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="because">What is waited for, as the end of "It should have come true that …".</param>
    /// <param name="within">The deadline; 20 seconds when left out.</param>
    public static async Task Is(Func<Task<bool>> condition, string because, TimeSpan? within = null) =>
        _ = await Get(async () => await condition() ? (object)true : null, because, within);

    /// <summary>Waits until the condition holds.</summary>
    public static Task Is(Func<bool> condition, string because, TimeSpan? within = null) => Is(() => Task.FromResult(condition()), because, within);

    /// <summary>Waits until there is something, and returns it.</summary>
    public static async Task<T> Get<T>(Func<Task<T?>> look, string because, TimeSpan? within = null)
        where T : class
    {
        var since = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(5);
        while (true)
        {
            if (await look() is { } found) return found;
            if (since.Elapsed > (within ?? Deadline)) throw new ShouldAssertException($"Within {(within ?? Deadline).TotalSeconds:0.#} s it should have come true that {because}.");
            await Task.Delay(pause);
            pause = TimeSpan.FromMilliseconds(Math.Min(100, pause.TotalMilliseconds * 1.5));
        }
    }

    /// <summary>Waits until the assertions pass; at the deadline the last failure is thrown.</summary>
    public static async Task Passes(Func<Task> assertions, TimeSpan? within = null)
    {
        Exception? last = null;
        var since = Stopwatch.StartNew();
        await Get<object>(
            async () =>
            {
                try
                {
                    await assertions();
                    return true;
                }
                catch (Exception failed) when (failed is ShouldAssertException && since.Elapsed < (within ?? Deadline))
                {
                    last = failed;
                    return null;
                }
            },
            last?.Message ?? "the assertions pass",
            (within ?? Deadline) + TimeSpan.FromSeconds(5));
    }
}
