using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;

namespace Mentoring.Browser.Tests;

/// <summary>
/// How things are done: with the mouse, or by keyboard alone, where what cannot be reached with Tab, or does not show that it
/// has the focus, fails.
/// </summary>
public sealed partial class Visitor
{
    // What has the focus, whether it shows it, and which way from it the target is: 0 when it is there, 1 further on, -1 behind.
    private const string Focused = """
        target => {
            const n = document.activeElement;
            const way = !target || n === target || n?.matches('a, button, summary') && n.contains(target) ? 0 : !n || n === document.body || n.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
            if (!n || n === document.body) return JSON.stringify({ name: '', kind: 'body', group: '', shown: true, inView: true, way });
            const labels = n.labels ? [...n.labels].map(l => l.textContent).join(' ') : '';
            const by = (n.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ');
            const name = (n.getAttribute('aria-label') || by.trim() || labels.trim() || (n.matches('input[type=submit],input[type=button]') ? n.value : n.textContent) || n.title || '').trim().replace(/\s+/g, ' ');
            const marked = e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
            const label = n.labels?.[0], box = n.matches('input[type=radio],input[type=checkbox]') && label ? label.getBoundingClientRect() : n.getBoundingClientRect();
            const before = label ? getComputedStyle(label, '::before') : null;
            const shown = marked(n) || !!label && marked(label) || !!before && (before.boxShadow !== 'none' || before.outlineStyle !== 'none') || !!n.parentElement && n.matches('input') && marked(n.parentElement);
            const inView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
            return JSON.stringify({ name, kind: n.matches('input') ? n.type : n.tagName.toLowerCase(), group: n.form && n.type === 'radio' ? n.name : '', shown, inView, way });
        }
        """;

    /// <summary>Goes to a thing with Tab, or Shift and Tab where it lies behind.</summary>
    private async Task Reach(ILocator target)
    {
        var thing = await target.ElementHandleAsync();
        var group = await thing.EvaluateAsync<string>("n => n.type === 'radio' ? n.name : ''");
        var passed = new List<string>();
        var focus = await Focus(thing);
        for (var i = 0; i < 400 && focus.Way != 0; i++)
        {
            // Of the radio buttons of a question one takes the focus; the arrows lead to the others, and choose.
            await Page.Keyboard.PressAsync(group.Length > 0 && focus.Group == group ? focus.Way > 0 ? "ArrowDown" : "ArrowUp" : focus.Way > 0 ? "Tab" : "Shift+Tab");
            focus = await Focus(thing);
            passed.Add(focus.Name);
            MustShow(focus);
            if (focus.Kind == "body" && passed.Count(name => name.Length == 0) > 2) break;
        }

        focus.Way.ShouldBe(0, $"it is not reached by Tab. On the way: {string.Join(", ", passed.Distinct().Take(60))}");
    }

    /// <summary>Follows or presses a thing that has no name of its own to be found by.</summary>
    public async Task Click(ILocator target)
    {
        if (!Keyboard)
        {
            await target.ClickAsync();
            return;
        }

        await Reach(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task Fill(ILocator field, string text)
    {
        if (!Keyboard)
        {
            await field.FillAsync(text);
            return;
        }

        await Reach(field);
        await Page.Keyboard.PressAsync("Control+A");
        if (text.Length == 0) await Page.Keyboard.PressAsync("Delete");
        else await Page.Keyboard.InsertTextAsync(text);
        (await field.InputValueAsync()).ReplaceLineEndings("\n").ShouldBe(text.ReplaceLineEndings("\n"));
    }

    private async Task Set(ILocator box, bool to)
    {
        if (!Keyboard)
        {
            await box.SetCheckedAsync(to);
            return;
        }

        await Reach(box);
        if (await box.IsCheckedAsync() != to) await Page.Keyboard.PressAsync("Space");
        (await box.IsCheckedAsync()).ShouldBe(to);
    }

    private async Task Pick(ILocator list, string option)
    {
        if (!Keyboard)
        {
            await list.SelectOptionAsync(new SelectOptionValue { Label = option });
            return;
        }

        // In a closed list the arrows choose.
        await Reach(list);
        const string Chosen = "list => list.selectedOptions[0]?.label ?? ''";
        await Page.Keyboard.PressAsync("Home");
        for (var last = (string?)null; await list.EvaluateAsync<string>(Chosen) is var chosen && chosen != option; last = chosen)
        {
            chosen.ShouldNotBe(last, $"there is no '{option}' in the list");
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    private async Task Give(ILocator field, FilePayload file)
    {
        if (!Keyboard)
        {
            await field.SetInputFilesAsync(file);
            return;
        }

        await Reach(field);

        // The browser may still be about to draw the page, and then drops the press: the key is pressed again until the chooser opens.
        var opened = new TaskCompletionSource<IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Open(object? _, IFileChooser chooser) => opened.TrySetResult(chooser);
        Page.FileChooser += Open;
        try
        {
            for (var press = 0; press < 5 && !opened.Task.IsCompleted; press++)
            {
                await Page.Keyboard.PressAsync("Space");
                await Task.WhenAny(opened.Task, Task.Delay(1_000));
            }

            opened.Task.IsCompleted.ShouldBeTrue("the space bar does not open the file chooser");
            await (await opened.Task).SetFilesAsync(file);
        }
        finally
        {
            Page.FileChooser -= Open;
        }
    }

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
            MustShow(focus);
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

    private static void MustShow(FocusedThing focus)
    {
        focus.Shown.ShouldBeTrue($"'{focus.Name}' ({focus.Kind}) does not show that it has the focus");
        focus.InView.ShouldBeTrue($"'{focus.Name}' ({focus.Kind}) has the focus and is out of sight");
    }

    private async Task<FocusedThing> Focus(IElementHandle? target = null) => JsonSerializer.Deserialize<FocusedThing>(await Page.EvaluateAsync<string>(Focused, target), JsonSerializerOptions.Web)!;

    private sealed record FocusedThing(string Name, string Kind, string Group, bool Shown, bool InView, int Way);
}
