using Microsoft.AspNetCore.Diagnostics;

namespace Mentoring.Portal;

/// <summary>
/// What somebody typed into a form that could not be taken because they were signed out meanwhile, or because the page was open for too
/// long. It goes back to their browser, to be sent again with one press; nothing is stored here. Only what the browser says came from a
/// page of ours is given back (Fetch Metadata, W3C), and never anything that lets somebody in.
/// </summary>
/// <param name="Action">Where it was sent, and goes again.</param>
/// <param name="Fields">Names and values, in their order.</param>
public sealed record HeldForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly string[] Secret = ["Password", "Pin", "Code", "Credential", "Repeated"];

    /// <summary>Whether a request is a form of our own pages, with text alone.</summary>
    public static bool MayBeHeld(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && request.Headers["Sec-Fetch-Site"] == "same-origin";

    /// <summary>Whether a field lets somebody in, by its name: <c>Input.NewPin</c> does, <c>Helping</c> and <c>Postcode</c> do not.</summary>
    public static bool IsSecret(string name) => Array.Exists(Secret, word => name.EndsWith(word, StringComparison.Ordinal) || name.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was typed; null when there is nothing that may be given back.</summary>
    /// <param name="http">The request, shown again as the page that says what went wrong.</param>
    public static async Task<HeldForm?> Of(HttpContext http)
    {
        if (!MayBeHeld(http.Request) || http.Features.Get<IStatusCodeReExecuteFeature>() is not { } sent) return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Keys.Any(IsSecret)) return null;
        KeyValuePair<string, string>[] fields = [.. from field in form
                                                    where !field.Key.StartsWith("__", StringComparison.Ordinal) && field.Key != Ask.KeyField
                                                    from value in field.Value
                                                    select KeyValuePair.Create(field.Key, value)];
        return fields.Any(f => !string.IsNullOrWhiteSpace(f.Value)) ? new(sent.OriginalPathBase + sent.OriginalPath + sent.OriginalQueryString, fields) : null;
    }
}
