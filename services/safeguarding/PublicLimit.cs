using System.Threading.RateLimiting;
using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>How often one network address may raise a concern without signing in, because anybody may.</summary>
internal static class PublicLimit
{
    public const string Policy = "public-concerns";

    /// <summary>
    /// Adds the limit. <c>RateLimits:PublicConcerns</c> is how many a minute; 60 when not set, since all that comes by the
    /// portal's page comes from the portal's address, which has a limit of its own for each visitor.
    /// </summary>
    public static IServiceCollection AddPublicLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue("RateLimits:PublicConcerns", 60);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return new(Problems.Of(StatusCodes.Status429TooManyRequests, "We got a lot of messages just now. Please wait a minute and try again. If somebody is in danger, call 999 now.").ExecuteAsync(context.HttpContext));
            };
            limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        });
    }
}
