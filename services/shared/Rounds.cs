namespace Mentoring.Shared;

/// <summary>Looks at something at start and then again and again, in every instance: each round sees to it itself that a thing is told once.</summary>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public abstract class Rounds(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>How long it is from one round to the next.</summary>
    protected virtual TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <summary>Makes one round, and returns of how many something was told.</summary>
    public abstract Task<int> Look(CancellationToken cancel);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever went wrong in one round, the next one must come.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogWarning(exception, "{Round} could not be made; it is made again in {Every}.", GetType().Name, Every);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }
}
