namespace Mentoring.Portal;

/// <summary>Names kinds of browsers, as far as their owner needs it to tell one sign-in from another.</summary>
public static class Browsers
{
    // The first that fits: others call themselves by these names too.
    private static readonly (string Sign, string Name)[] Programs =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "A program")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <summary>Such as <c>Chrome on Android</c>; no versions, which would tell more than is needed.</summary>
    public static string Name(string? userAgent)
    {
        var program = Find(Programs, userAgent) ?? "A browser or program";
        return Find(Systems, userAgent) is { } system ? $"{program} on {system}" : program;
    }

    private static string? Find((string Sign, string Name)[] among, string? userAgent) =>
        Array.Find(among, a => userAgent?.Contains(a.Sign, StringComparison.Ordinal) == true).Name;
}
