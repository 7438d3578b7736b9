using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mentoring.Browser.Tests;

/// <summary>
/// What must be true of every page, whoever looks at it: looked at each time somebody lands on one. Accessibility (axe, WCAG
/// 2.2 AA) is looked at once for each page, width and shape of the page, so that a list with three rows costs nothing after
/// one with two.
/// </summary>
internal sealed partial class PageChecks : IDisposable
{
    private const string Axe = """
        async () => {
            const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
                rules: { 'target-size': { enabled: true } },
                resultTypes: ['violations'],
            });
            return JSON.stringify(found.violations.map(v => `${v.id} (${v.help}): ` + v.nodes.slice(0, 3).map(n => `${n.target.join(' ')} ${n.html.slice(0, 160)} ${n.any.concat(n.all, n.none).map(c => c.message).join('; ').slice(0, 200)}`).join(' | ')));
        }
        """;

    // The shape of an element is its tag, its attributes that matter and the shapes inside; alike neighbours count once.
    private const string Look = """
        () => {
            const e = document.documentElement, all = [...document.querySelectorAll('*')];
            const hash = s => { let h = 2166136261, g = 5381; for (let i = 0; i < s.length; i++) { h = Math.imul(h ^ s.charCodeAt(i), 16777619); g = Math.imul(g, 33) + s.charCodeAt(i) | 0; } return (h >>> 0).toString(36) + (g >>> 0).toString(36); };
            const shape = n => {
                const own = n.tagName + [...n.attributes].map(a => /^(class|role|type|style|tabindex|autocomplete|hidden|disabled|open|lang)$|^aria-(hidden|expanded|current|invalid|live|checked)/.test(a.name) ? `${a.name}=${a.value}` : a.name).sort().join(',');
                const inside = [...n.childNodes].map(c => c.nodeType === 1 ? shape(c) : c.nodeType === 3 && c.data.trim() ? 't' : '').filter(s => s);
                return hash(own + '(' + inside.filter((s, i) => s !== inside[i - 1]).join() + ')');
            };
            const ids = all.map(n => n.id).filter(i => i);
            return JSON.stringify({
                lang: e.lang, title: document.title.trim(), headings: [...document.querySelectorAll('h1')].map(h => h.textContent.trim().replace(/\s+/g, ' ')),
                tooWide: e.scrollWidth - e.clientWidth,
                sticksOut: all.filter(n => n.getBoundingClientRect().right > e.clientWidth + 1 && getComputedStyle(n).position !== 'fixed' && !n.closest('svg')).slice(0, 4).map(n => n.outerHTML.slice(0, 120)),
                twice: ids.filter((id, i) => ids.indexOf(id) !== i),
                bare: [...document.querySelectorAll('form')].filter(f => f.method === 'post' && !f.querySelector('input[name=_form], input[name=__RequestVerificationToken]')).map(f => f.getAttribute('action') ?? ''),
                viewport: document.querySelector('meta[name=viewport]')?.content ?? '',
                main: document.querySelectorAll('main').length,
                shape: shape(e),
            });
        }
        """;

    private static readonly string AxeSource = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentDictionary<string, string> titles = new();
    private readonly ConcurrentDictionary<string, Task<string[]>> accessible = new();
    private readonly SemaphoreSlim oneAtATime = new(2);

    /// <summary>How many pages were looked at, and how many of them by axe.</summary>
    public (int Landings, int ByAxe) Seen => (landings, accessible.Count);

    private int landings;

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Everything that is wrong with the page that somebody is on.</summary>
    public async Task<IReadOnlyList<string>> Wrong(IPage page, IResponse? response, int width, bool script, bool signedIn, IReadOnlyCollection<string> personal, Func<Task<IAsyncDisposable>> withScript)
    {
        Interlocked.Increment(ref landings);
        var wrong = new List<string>();
        var look = JsonSerializer.Deserialize<Looks>(await page.EvaluateAsync<string>(Look), JsonSerializerOptions.Web)!;
        var address = new Uri(page.Url);
        var pattern = PathPattern(address.AbsolutePath);

        if (look.Lang is not ("en" or "en-GB")) wrong.Add($"its language is '{look.Lang}'");
        if (look.Headings is not [{ Length: > 0 }]) wrong.Add($"it has {look.Headings.Length} h1: {string.Join(" | ", look.Headings)}");
        if (look.Title.Length == 0) wrong.Add("it has no title");
        if (look.Main != 1) wrong.Add($"it has {look.Main} main elements");
        if (look.Title.Length > 0 && response?.Status == 200 && titles.GetOrAdd(Plain(look.Title), pattern) is var other && other != pattern) wrong.Add($"its title '{look.Title}' is also that of {other}");
        if (look.TooWide > 0) wrong.Add($"it scrolls sideways by {look.TooWide} px at {width} px: {string.Join(" | ", look.SticksOut)}");
        if (look.Twice.Length > 0) wrong.Add($"ids are there twice: {string.Join(", ", look.Twice)}");
        if (look.Bare.Length > 0) wrong.Add($"forms without an antiforgery token: {string.Join(", ", look.Bare)}");
        if (!look.Viewport.Contains("width=device-width", StringComparison.Ordinal) || look.Viewport.Contains("user-scalable", StringComparison.Ordinal) || look.Viewport.Contains("maximum-scale", StringComparison.Ordinal)) wrong.Add($"its viewport is '{look.Viewport}'");
        wrong.AddRange(personal.Where(p => Uri.UnescapeDataString(address.PathAndQuery.Replace('+', ' ')).Contains(p, StringComparison.OrdinalIgnoreCase)).Select(p => $"there is personal data in the address: '{p}'"));
        if (response is not null) wrong.AddRange(WrongHeaders(await response.AllHeadersAsync(), signedIn));

        foreach (var violation in await Accessible($"{pattern} {width} {look.Shape}", page, withScript)) wrong.Add("accessibility: " + violation);
        return wrong;
    }

    /// <summary>A path with its ids left out.</summary>
    public static string PathPattern(string path) => Number().Replace(Id().Replace(path.TrimEnd('/').ToLowerInvariant(), "{id}"), "{n}") is { Length: > 0 } pattern ? pattern : "/";

    /// <summary>What the headers of a page must say.</summary>
    public static IEnumerable<string> WrongHeaders(IReadOnlyDictionary<string, string> headers, bool signedIn)
    {
        string Header(string name) => headers.TryGetValue(name, out var value) ? value : string.Empty;
        var policy = Header("content-security-policy");
        if (policy.Length == 0) yield return "it has no Content-Security-Policy";
        foreach (var loose in new[] { "unsafe-inline", "unsafe-eval", "unsafe-hashes", "http:", "*" }.Where(l => policy.Contains(l, StringComparison.Ordinal))) yield return $"its Content-Security-Policy allows {loose}";
        foreach (var needed in new[] { "default-src", "base-uri", "form-action", "frame-ancestors 'none'" }.Where(n => !policy.Contains(n, StringComparison.Ordinal))) yield return $"its Content-Security-Policy does not say {needed}";
        if (Header("x-content-type-options") != "nosniff") yield return "X-Content-Type-Options is not nosniff";
        if (Header("referrer-policy") is not ("no-referrer" or "same-origin" or "strict-origin")) yield return $"Referrer-Policy is '{Header("referrer-policy")}'";
        if (Header("permissions-policy").Length == 0) yield return "it has no Permissions-Policy";
        if (Header("cross-origin-opener-policy") != "same-origin") yield return "Cross-Origin-Opener-Policy is not same-origin";
        if (signedIn && !Header("cache-control").Contains("no-store", StringComparison.Ordinal)) yield return $"its Cache-Control is '{Header("cache-control")}' although somebody is signed in";
        foreach (var telling in new[] { "server", "x-powered-by", "x-aspnet-version" }.Where(headers.ContainsKey)) yield return $"it has the header {telling}";
    }

    private async Task<string[]> Accessible(string key, IPage page, Func<Task<IAsyncDisposable>> withScript)
    {
        var mine = new TaskCompletionSource<string[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var look = accessible.GetOrAdd(key, mine.Task);
        if (look != mine.Task) return await look;
        try
        {
            await oneAtATime.WaitAsync();
            try
            {
                await using (await withScript())
                {
                    await page.EvaluateAsync(AxeSource);
                    mine.SetResult(JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Axe))!);
                }
            }
            finally
            {
                oneAtATime.Release();
            }
        }
        catch (Exception failed)
        {
            accessible.TryRemove(key, out _);
            mine.SetException(failed);
        }

        return await mine.Task;
    }

    // The same page with errors on it, or about another of its records, is still the same page.
    private static string Plain(string title) => title.StartsWith("Error: ", StringComparison.Ordinal) ? title[7..] : title;

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex("(?<=/)[0-9]+(?=/|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    private sealed record Looks(string Lang, string Title, string[] Headings, int TooWide, string[] SticksOut, string[] Twice, string[] Bare, string Viewport, int Main, string Shape);
}
