using System.Text.RegularExpressions;
using Mentoring.Shared;

namespace Mentoring.Portal;

/// <summary>
/// The address that somebody's calendar subscribes to. Calendars cannot sign in: the address itself is the secret, and its owner
/// can change it at any time. What is behind it names nobody.
/// </summary>
public static partial class ServeCalendar
{
    /// <summary>The address for a secret.</summary>
    public static string Address(string portal, string secret) => $"{portal}/calendar/{secret}.ics";

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{file}", Handle).ForAnybody().ExcludeFromDescription();

    private static async Task Handle(string file, HttpContext http, Ask ask)
    {
        var named = FileName().Match(file);
        var calendar = named.Success ? await ask.GetBytes(Service.Session, $"/calendars/{named.Groups["secret"].Value}") : new() { IsMissing = true };
        if (!calendar.IsThere)
        {
            // A calendar keeps what it has when told to come again; when told that there is nothing, it may throw all away.
            http.Response.StatusCode = calendar.IsAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound;
            return;
        }

        http.Response.Headers.CacheControl = "private, max-age=300";
        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.ContentLength = calendar.Value.Length;
        await http.Response.Body.WriteAsync(calendar.Value, http.RequestAborted);
    }

    [GeneratedRegex(@"\A(?<secret>[A-Za-z0-9_-]{43})\.ics\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileName();
}
