namespace Mentoring.Matching.People;

/// <summary>Reads everybody into memory when the service starts, so that the first caseworker does not wait for it.</summary>
/// <param name="memory">The memory.</param>
/// <param name="log">The log.</param>
public sealed class FillMemory(PeopleInMemory memory, ILogger<FillMemory> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await memory.CatchUp(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogWarning(exception, "Could not read everybody into memory yet; whoever asks first will");
        }
    }
}
