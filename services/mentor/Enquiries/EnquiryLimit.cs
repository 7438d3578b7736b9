using System.Threading.RateLimiting;
using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>How often one network address may write to us, because anybody may.</summary>
internal static class EnquiryLimit
{
    public const string Policy = "enquiries";

    /// <summary>
    /// Adds the limit. <c>RateLimits:Enquiries</c> is how many a minute; 60 when not set, for behind the portal all callers share its
    /// address and the portal keeps each of them to fewer.
    /// </summary>
    public static IServiceCollection AddEnquiryLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue("RateLimits:Enquiries", 60);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return new(Problems.Of(StatusCodes.Status429TooManyRequests, "We got a lot of messages just now. Please wait a minute and try again.").ExecuteAsync(context.HttpContext));
            };
            limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        });
    }
}

/// <summary>The same for everybody who writes to us, so that nobody can find out who is known here.</summary>
public sealed record ThanksAnswer
{
    /// <summary>What happens next.</summary>
    public required string Message { get; init; }
}
