namespace Mentoring.Sessions;

/// <summary>Looks at something at start and every quarter of an hour, in every instance: each round sees to it itself that a thing is told once.</summary>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public abstract class Rounds(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>Makes one round, and returns of how many something was told.</summary>
    public abstract Task<int> Look(CancellationToken cancel);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var quarters = new PeriodicTimer(TimeSpan.FromMinutes(15), clock);
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
                log.LogWarning(exception, "{Round} could not be made; it is made again in a quarter of an hour.", GetType().Name);
            }
        }
        while (await quarters.WaitForNextTickAsync(stoppingToken));
    }
}
