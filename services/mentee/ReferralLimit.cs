using System.Threading.RateLimiting;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>How often one network address may send a referral, because anybody may.</summary>
internal static class ReferralLimit
{
    public const string Policy = "referrals";

    /// <summary>Adds the limit. <c>RateLimits:Referrals</c> is how many a minute; 60 when not set, for behind the portal, which limits each visitor, all callers share its address.</summary>
    public static IServiceCollection AddReferralLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var most = configuration.GetValue("RateLimits:Referrals", 60);
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
