using System.Threading.RateLimiting;

namespace Mentoring.Portal;

/// <summary>
/// How often one network address may send something without signing in. It is asked by the page and not by the pipeline, so that
/// who sent too much keeps what they typed. Setting <c>RateLimits:StrangersPerMinute</c>, 10 when left out.
/// </summary>
/// <param name="configuration">The setting.</param>
public sealed class StrangersLimit(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new() { PermitLimit = configuration.GetValue("RateLimits:StrangersPerMinute", 10), Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Whether this visitor may send something more now.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? string.Empty);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
