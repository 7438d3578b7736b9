using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;

namespace Mentoring.Browser.Tests;

/// <summary>Everything by keyboard alone: what cannot be reached with Tab, or does not show that it has the focus, fails.</summary>
public sealed partial class Visitor
{
    private const string Focused = """
        () => {
            const n = document.activeElement;
            if (!n || n === document.body) return JSON.stringify({ name: '', kind: 'body', shown: true, inView: true });
            const labels = n.labels ? [...n.labels].map(l => l.textContent).join(' ') : '';
            const by = (n.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ');
            const name = (n.getAttribute('aria-label') || by.trim() || labels.trim() || (n.matches('input[type=submit],input[type=button]') ? n.value : n.textContent) || n.title || '').trim().replace(/\s+/g, ' ');
            const marked = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
            const label = n.labels?.[0], box = n.matches('input[type=radio],input[type=checkbox]') && label ? label.getBoundingClientRect() : n.getBoundingClientRect();
            const before = label ? getComputedStyle(label, '::before') : null;
            const shown = marked(n) || !!label && marked(label) || !!before && (before.boxShadow !== 'none' || before.outlineStyle !== 'none') || !!n.parentElement && n.matches('input') && marked(n.parentElement);
            const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
            return JSON.stringify({ name, kind: n.matches('input') ? n.type : n.tagName.toLowerCase(), shown, inView });
        }
        """;

    /// <summary>Goes with Tab to the next link, button, field or summary of this name.</summary>
    public Task TabTo(string name, int most = 150) => Stay($"going by Tab to '{name}'", async () =>
    {
        var way = new List<string>();
        if (await Focus() is { } now && now.Name == name) return;
        for (var i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focus = await Focus();
            way.Add(focus.Name);
            if (focus.Kind != "body")
            {
                focus.Shown.ShouldBeTrue($"'{focus.Name}' ({focus.Kind}) does not show that it has the focus");
                focus.InView.ShouldBeTrue($"'{focus.Name}' ({focus.Kind}) has the focus and is out of sight");
            }

            if (focus.Name == name) return;
        }

        throw new ShouldAssertException($"'{name}' is not reached by Tab. On the way: {string.Join(", ", way.Distinct().Take(60))}");
    });

    /// <summary>Follows a link by keyboard.</summary>
    public async Task KeyFollow(string link)
    {
        await TabTo(link);
        await Land($"Enter on '{link}'", () => Page.Keyboard.PressAsync("Enter"), null);
    }

    /// <summary>Presses a button, or a link that looks like one, by keyboard.</summary>
    public async Task KeyPress(string button)
    {
        await TabTo(button);
        await Land($"Enter on '{button}'", () => Page.Keyboard.PressAsync("Enter"), null);
    }

    /// <summary>Types into a field by keyboard.</summary>
    public async Task KeyFill(string label, string text)
    {
        await TabTo(label);
        await Stay($"typing into '{label}'", async () =>
        {
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.TypeAsync(text);
        });
    }

    /// <summary>Ticks a box, or opens what folds, by keyboard.</summary>
    public async Task KeyToggle(string name)
    {
        await TabTo(name);
        await Stay($"Space on '{name}'", () => Page.Keyboard.PressAsync("Space"));
    }

    /// <summary>Chooses a radio button by keyboard: Tab to its group, arrows to it.</summary>
    public Task KeyChoose(string label) => Stay($"choosing '{label}' by keyboard", async () =>
    {
        var radio = Page.GetByRole(AriaRole.Radio, new() { Name = label, Exact = true });
        var group = await radio.GetAttributeAsync("name");
        for (var i = 0; i < 150; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (!await Page.EvaluateAsync<bool>("name => document.activeElement?.type === 'radio' && document.activeElement.name === name", group)) continue;
            for (var step = 0; step < 30; step++)
            {
                if ((await Focus()).Name == label)
                {
                    await Page.Keyboard.PressAsync("Space");
                    (await radio.IsCheckedAsync()).ShouldBeTrue();
                    return;
                }

                await Page.Keyboard.PressAsync("ArrowDown");
            }
        }

        throw new ShouldAssertException($"'{label}' is not reached by Tab and arrows");
    });

    /// <summary>Goes through the page with Tab: every link, button and field gets its turn, from top to bottom, is seen to have it, and nothing holds it.</summary>
    public Task ReachesEverythingByTab() => Stay("going through the page by Tab", async () =>
    {
        // Of the radio buttons of a question one takes the focus; the arrows lead to the others.
        const string Controls = """
            () => globalThis.controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(n => !n.disabled && n.tabIndex >= 0 && n.checkVisibility({ visibilityProperty: true }))
            """;
        const string Name = "n => n.type === 'radio' ? 'question ' + n.name : (n.tagName + ' ' + (n.id || n.name || n.getAttribute('aria-label') || n.textContent.trim().replace(/\\s+/g, ' ')) + ' ' + (n.getAttribute('href') ?? ''))";
        var all = await Page.EvaluateAsync<string[]>($"() => ({Controls})().map({Name})");
        await Page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); getSelection()?.removeAllRanges(); }");
        var reached = new List<string>();
        for (var i = 0; i < all.Length + 3; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focus = await Focus();
            if (focus.Kind == "body") break;
            focus.Shown.ShouldBeTrue($"'{focus.Name}' ({focus.Kind}) does not show that it has the focus");
            focus.InView.ShouldBeTrue($"'{focus.Name}' ({focus.Kind}) has the focus and is out of sight");
            reached.Add(await Page.EvaluateAsync<string>($"() => ({Name})(document.activeElement)"));
        }

        all.Distinct().Except(reached).ShouldBeEmpty("what Tab does not reach");
        reached.Distinct().Where(all.Contains).ShouldBe(all.Distinct(), "Tab goes from top to bottom");
    });

    /// <summary>The first Tab on a page comes to the link that skips to the content, and it does.</summary>
    public Task SkipsToContent() => Stay("skipping to the content", async () =>
    {
        await Page.Keyboard.PressAsync("Tab");
        (await Focus()).Name.ShouldBe("Skip to main content");
        await Page.Keyboard.PressAsync("Enter");
        (await Page.EvaluateAsync<bool>("() => location.hash.length > 1 && document.getElementById(location.hash.slice(1))?.closest('main') !== null")).ShouldBeTrue("the link leads to main");
    });

    private async Task<FocusedThing> Focus() => JsonSerializer.Deserialize<FocusedThing>(await Page.EvaluateAsync<string>(Focused), JsonSerializerOptions.Web)!;

    private sealed record FocusedThing(string Name, string Kind, bool Shown, bool InView);
}
