using Shouldly;

namespace Mentoring.Browser.Tests;

/// <summary>The page at 400 % zoom: a window of 1280 by 1024 is then 320 by 256 CSS pixels (WCAG 2.2, 1.4.10).</summary>
public sealed partial class Visitor
{
    private const string Clipped = """
        () => [...document.querySelectorAll('body *')].filter(n => {
            const s = getComputedStyle(n), text = [...n.childNodes].some(c => c.nodeType === 3 && c.data.trim());
            if (!text || s.visibility === 'hidden' || n.closest('.govuk-visually-hidden, .govuk-skip-link, [hidden], svg, select, details:not([open]) > :not(summary)')) return false;
            return s.overflowX !== 'visible' && s.overflowX !== 'auto' && s.overflowX !== 'scroll' && n.scrollWidth > n.clientWidth + 1 && n.clientWidth > 0;
        }).slice(0, 4).map(n => n.outerHTML.slice(0, 120))
        """;

    private const string Sticky = """
        () => [...document.querySelectorAll('body *')].filter(n => /fixed|sticky/.test(getComputedStyle(n).position)).map(n => n.getBoundingClientRect()).filter(b => b.width > 1 && b.height > innerHeight / 3).length
        """;

    /// <summary>Nothing is lost at 400 %: every word and every control is there, nothing scrolls sideways, is cut off or covers the page.</summary>
    public Task LosesNothingAt400Percent() => Stay("looking at 400 %", async () =>
    {
        await Page.SetViewportSizeAsync(Desk, 1024);
        var words = await Words();
        var controls = await Controls();
        await Page.SetViewportSizeAsync(Desk / 4, 1024 / 4);
        try
        {
            // Scripts fold the menu when they hear of the new width.
            if (Script) await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
            foreach (var menu in await Page.Locator("header button[aria-expanded=false]:visible, nav button[aria-expanded=false]:visible").AllAsync()) await menu.ClickAsync();
            await Page.EvaluateAsync("() => document.querySelectorAll('header details, nav details').forEach(d => d.open = true)");
            var over = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            over.ShouldBe(0, $"{Path} scrolls sideways by {over} px at 400 %");
            words.Except(await Words()).Take(10).ShouldBeEmpty($"words of {Path} are lost at 400 %");
            controls.Except(await Controls()).ShouldBeEmpty($"controls of {Path} are lost at 400 %");
            (await Page.EvaluateAsync<string[]>(Clipped)).ShouldBeEmpty($"text of {Path} is cut off at 400 %");
            (await Page.EvaluateAsync<int>(Sticky)).ShouldBe(0, $"something covers a third of {Path} at 400 %");
        }
        finally
        {
            await Page.SetViewportSizeAsync(Width, Width < 700 ? 740 : 900);
        }
    });

    private async Task<HashSet<string>> Words() => (await Text()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim().ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);

    private async Task<HashSet<string>> Controls() => (await Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
            .filter(n => n.checkVisibility({ visibilityProperty: true }) && n.getAttribute('aria-expanded') === null).map(n => `${n.tagName} ${n.id || n.name || n.textContent.trim().replace(/\s+/g, ' ')}`)
        """)).ToHashSet(StringComparer.Ordinal);
}
