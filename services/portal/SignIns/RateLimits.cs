using System.Threading.RateLimiting;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>
/// How often one network address may try what can be guessed (passwords, invitation codes), and send what anybody may write. Settings
/// <c>RateLimits:GuessesPerMinute</c>, 60 when left out, and <c>RateLimits:LettersPerMinute</c>, 20 when left out, enough for a school's shared address. Behind a proxy set <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED=true</c>, else all share one address.
/// </summary>
public static class RateLimits
{
    /// <summary>The policy's name.</summary>
    public const string Guessing = "guessing";

    /// <summary>The policy of public forms: only sending counts, reading does not.</summary>
    public const string Writing = "writing";

    /// <summary>Adds the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var guesses = configuration.GetValue("RateLimits:GuessesPerMinute", 60);
        var letters = configuration.GetValue("RateLimits:LettersPerMinute", 20);
        return services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Writing, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = letters, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reading"));
            limits.AddPolicy(Guessing, context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter(string.Empty)
                : RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = guesses, Window = TimeSpan.FromMinutes(1) }));
            limits.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                if (!WebPages.IsApi(rejected.HttpContext)) return;
                await Problems.Of(StatusCodes.Status429TooManyRequests, "That was too often. Wait a minute and try again.").ExecuteAsync(rejected.HttpContext);
            };
        });
    }
}
