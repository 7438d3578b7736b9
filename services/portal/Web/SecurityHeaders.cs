using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Portal;

/// <summary>The one-time word that lets this page's own scripts run, and no others.</summary>
public sealed class Nonce
{
    /// <summary>128 random bits, in letters that mean the same in a header and in HTML.</summary>
    public string Value { get; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
}

/// <summary>
/// The headers that pages carry: a strict Content-Security-Policy with a nonce for every answer (W3C CSP Level 3, "strict-dynamic"),
/// no framing, no sniffing, no referrer to other sites, nothing of a signed-in person in any cache, and how long the page took.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Called by the framework for every request.</summary>
    public Task InvokeAsync(HttpContext context, Nonce nonce, Ask ask)
    {
        var started = Stopwatch.GetTimestamp();
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            // Pages, and what people download from them. Assets have said before that they may be kept.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true) return Task.CompletedTask;

            headers.ContentSecurityPolicy = "default-src 'none'; " +
                $"script-src 'nonce-{nonce.Value}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
                "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XFrameOptions = "DENY";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers.CacheControl = "no-store";
            // Only for reading: how long a sign-in takes is nobody's business.
            if (HttpMethods.IsGet(context.Request.Method))
                headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"total;dur={Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0}, calls;desc=\"{ask.Calls}\"");
            return Task.CompletedTask;
        });
        return next(context);
    }
}
