using System.Reflection;
using System.Text.RegularExpressions;
using Mentoring.Portal;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Mentoring.Browser.Tests;

/// <summary>A page as it was compiled into the portal.</summary>
/// <param name="Route">Its address as declared.</param>
/// <param name="Area">The folder it is in, which says who may open it.</param>
/// <param name="Posts">Its handlers of POST, by name; the unnamed one is empty.</param>
internal sealed partial record SitePage(string Route, Area Area, IReadOnlyList<string> Posts)
{
    /// <summary>Every page there is.</summary>
    public static IReadOnlyList<SitePage> All { get; } =
    [
        .. new RazorCompiledItemLoader().LoadItems(typeof(AccountsDb).Assembly)
            .Where(item => item.Kind == "mvc.1.0.razor-page")
            .Select(item => Read(item))
            .OrderBy(page => page.Route, StringComparer.Ordinal),
    ];

    /// <summary>Whether anybody may open it.</summary>
    public bool IsForAnybody => Area.Roles.Count == 0;

    /// <summary>What stands in braces in the route, without its rule.</summary>
    public IEnumerable<string> Parameters => Parameter().Matches(Route).Select(p => p.Groups["name"].Value);

    /// <summary>The address with its parameters filled in.</summary>
    public string Address(Func<string, string> value) => Parameter().Replace(Route, p => value(p.Groups["name"].Value));

    public override string ToString() => Route;

    private static SitePage Read(RazorCompiledItem item)
    {
        var route = item.Metadata.OfType<RazorCompiledItemMetadataAttribute>().Single(m => m.Key == "RouteTemplate").Value;
        var area = Area.All.Single(a => item.Identifier.StartsWith($"/Pages/{a.Folder}/", StringComparison.Ordinal));
        var model = item.Type.GetProperty("Model")!.PropertyType;
        var posts = model.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal) && m.GetCustomAttribute<NonHandlerAttribute>() is null)
            .Select(m => AsyncEnd().Replace(m.Name["OnPost".Length..], string.Empty)).Distinct(StringComparer.Ordinal).ToArray();
        return new(route.StartsWith('/') ? route : "/" + route, area, posts);
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(?:[^{}]|\{[^{}]*\})*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("Async$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsyncEnd();
}
