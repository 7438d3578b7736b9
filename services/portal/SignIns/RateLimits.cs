using System.Threading.RateLimiting;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>
/// How often one network address may try what can be guessed: passwords and invitation codes. Setting
/// <c>RateLimits:GuessesPerMinute</c>, 60 when left out. Behind a proxy set <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED=true</c>, else all share one address.
/// </summary>
public static class RateLimits
{
    /// <summary>The policy's name.</summary>
    public const string Guessing = "guessing";

    /// <summary>Adds the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var guesses = configuration.GetValue("RateLimits:GuessesPerMinute", 60);
        return services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Guessing, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = guesses, Window = TimeSpan.FromMinutes(1) }));
            limits.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await Problems.Of(StatusCodes.Status429TooManyRequests, "That was too often. Wait a minute and try again.").ExecuteAsync(rejected.HttpContext);
            };
        });
    }
}
