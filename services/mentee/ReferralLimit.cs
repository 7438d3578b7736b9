using System.Threading.RateLimiting;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>How often one network address may send a referral, because anybody may.</summary>
internal static class ReferralLimit
{
    public const string Policy = "referrals";

    /// <summary>Adds the limit. <c>RateLimits:Referrals</c> is how many a minute; 20 when not set, enough for a school's shared address.</summary>
    public static IServiceCollection AddReferralLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue("RateLimits:Referrals", 20);
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return new(Problems.Of(StatusCodes.Status429TooManyRequests, "We got a lot of messages from you just now. Please wait a minute and try again.").ExecuteAsync(context.HttpContext));
            };
            limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        });
    }
}
