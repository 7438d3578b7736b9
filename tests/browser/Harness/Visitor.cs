using System.Collections.Concurrent;
using System.Globalization;
using Mentoring.Testing;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>
/// Somebody with a browser. Every move that leads to a page waits for it and looks at it (<see cref="PageChecks"/>): what is
/// wrong with any page fails the story that came by it. Things are found as people find them: by their label or name.
/// </summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>The width of a phone, in CSS pixels.</summary>
    public const int Phone = 360;

    /// <summary>The width of a desk, in CSS pixels.</summary>
    public const int Desk = 1280;

    private const float Patience = 30_000;
    private readonly WholeSystem system;
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();
    private TaskCompletionSource<IResponse>? landing;
    private IResponse? arrived;
    private IResponse? response;

    private Visitor(WholeSystem system, IBrowserContext context, IPage page, int width, bool script)
    {
        (this.system, this.context, Page, Width, Script) = (system, context, page, width, script);
    }

    /// <summary>The page, for what is not here.</summary>
    public IPage Page { get; }

    /// <summary>How wide the page is, in CSS pixels.</summary>
    public int Width { get; }

    /// <summary>Whether the browser runs scripts.</summary>
    public bool Script { get; }

    /// <summary>Whether they use the keyboard alone: at a desk, where <c>MENTORING_KEYBOARD</c> is set.</summary>
    public bool Keyboard => Width >= Desk && Environment.GetEnvironmentVariable("MENTORING_KEYBOARD") is { Length: > 0 };

    /// <summary>Who is signed in.</summary>
    public Member? Member { get; internal set; }

    /// <summary>The path and the query of the page.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>The cookies and the rest of the browser.</summary>
    internal IBrowserContext Context => context;

    internal WholeSystem System => system;

    internal static async Task<Visitor> Arrive(IBrowser browser, WholeSystem system, int width, bool script)
    {
        var opened = await browser.NewContextAsync(new()
        {
            BaseURL = system.Portal.ToString(),
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = width < 700 ? 740 : 900 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        opened.SetDefaultTimeout(Patience);
        var visitor = new Visitor(system, opened, await opened.NewPageAsync(), width, script);
        visitor.Listen();
        return visitor;
    }

    // ---- moves that lead to a page

    /// <summary>Types an address.</summary>
    public Task Go(string path, int? status = null) => Land($"going to {path}", () => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit }), status);

    /// <summary>Follows a link by its whole name; <paramref name="inside"/> is text of the row, card or section it is in.</summary>
    public Task Follow(string link, string? inside = null, int? status = null) => Land($"following '{link}'", async () => await Click(await One(AriaRole.Link, link, inside)), status);

    /// <summary>Follows a link of the menu, which a script folds up on a phone.</summary>
    public async Task FollowInMenu(string link)
    {
        if (Script && Width < 700) await PressHere("Menu");
        await Follow(link);
    }

    /// <summary>Presses a button by its whole name, which sends a form. It may come back with errors (422), which the story then sees.</summary>
    public Task Press(string button, string? inside = null, int? status = null) => Land($"pressing '{button}'", async () => await Click(await One(AriaRole.Button, button, inside)), status);

    /// <summary>Presses Enter in a field, which sends its form.</summary>
    public Task Enter(string label) => Land($"Enter in '{label}'", () => Field(label).PressAsync("Enter"), null);

    /// <summary>The browser's Back.</summary>
    public Task Back() => Land("going back", () => Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit }), 200);

    /// <summary>The browser's Forward.</summary>
    public Task Forward() => Land("going forward", () => Page.GoForwardAsync(new() { WaitUntil = WaitUntilState.Commit }), 200);

    /// <summary>The browser's Reload. The page must have come by GET, else a form would be sent twice.</summary>
    public async Task Reload()
    {
        (response?.Request.Method ?? "GET").ShouldBe("GET", $"{Path} came by a form that was sent, so a reload sends it again; redirect after it");
        await Land("reloading", () => Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }), 200);
    }

    /// <summary>Whatever else leads to a page.</summary>
    public Task Lands(string what, Func<Task> act, int? status = null) => Land(what, act, status);

    // ---- moves that stay on the page

    /// <summary>Presses a button that changes the page it is on, by script.</summary>
    public Task PressHere(string button, string? inside = null) => Stay($"pressing '{button}'", async () => await Click(await One(AriaRole.Button, button, inside)));

    /// <summary>Opens what folds (<c>details</c>) by its summary.</summary>
    public Task Open(string summary) => Stay($"opening '{summary}'", async () =>
    {
        var fold = Page.Locator("details").Filter(new() { Has = Page.Locator("summary").Filter(new() { HasText = summary }) }).Last;
        if (await fold.GetAttributeAsync("open") is null) await Click(fold.Locator("summary").First);
    });

    /// <summary>Types into a field.</summary>
    public Task Fill(string label, string text, string? inside = null) => Stay($"filling '{label}'", () => Fill(Field(label, inside), text));

    /// <summary>Types a date into the day, month and year under a legend.</summary>
    public Task FillDate(string legend, DateOnly date) => Stay($"filling '{legend}'", async () =>
    {
        var group = Group(legend);
        await Fill(group.GetByLabel("Day", new() { Exact = true }), date.Day.ToString(CultureInfo.InvariantCulture));
        await Fill(group.GetByLabel("Month", new() { Exact = true }), date.Month.ToString(CultureInfo.InvariantCulture));
        await Fill(group.GetByLabel("Year", new() { Exact = true }), date.Year.ToString(CultureInfo.InvariantCulture));
    });

    /// <summary>Chooses a radio button; <paramref name="question"/> is the legend it is under.</summary>
    public Task Choose(string label, string? question = null) => Stay($"choosing '{label}'", () => Set(Within(question).GetByRole(AriaRole.Radio, new() { Name = label, Exact = true }), to: true));

    /// <summary>Ticks a box; <paramref name="question"/> is the legend it is under.</summary>
    public Task Tick(string label, string? question = null) => Stay($"ticking '{label}'", () => Set(Within(question).GetByRole(AriaRole.Checkbox, new() { Name = label, Exact = true }), to: true));

    /// <summary>Takes the tick away.</summary>
    public Task Untick(string label, string? question = null) => Stay($"unticking '{label}'", () => Set(Within(question).GetByRole(AriaRole.Checkbox, new() { Name = label, Exact = true }), to: false));

    /// <summary>Chooses from a list.</summary>
    public Task Select(string label, string option, string? inside = null) => Stay($"choosing '{option}' for '{label}'", () => Pick(Field(label, inside), option));

    /// <summary>Chooses a file.</summary>
    public Task Upload(string label, string fileName, string content, string type = "text/csv") =>
        Stay($"choosing the file {fileName}", () => Give(Field(label), new() { Name = fileName, MimeType = type, Buffer = global::System.Text.Encoding.UTF8.GetBytes(content) }));

    /// <summary>Takes the file behind a link or a button and returns its text.</summary>
    public async Task<string> Download(string name)
    {
        var text = string.Empty;
        await Stay($"downloading '{name}'", async () =>
        {
            var thing = Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).Or(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
            var download = await Page.RunAndWaitForDownloadAsync(() => Click(thing));
            (await download.FailureAsync()).ShouldBeNull();
            text = await File.ReadAllTextAsync(await download.PathAsync());
            await download.DeleteAsync();
        });
        return text;
    }

    // ---- what is to be seen

    /// <summary>The page's heading says this.</summary>
    public Task SeeHeading(string text) => Stay($"looking for the heading '{text}'", () => Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync(text, new() { Timeout = Patience }));

    /// <summary>These words stand on the page, to be seen.</summary>
    public Task See(params string[] words) => Stay($"looking for '{string.Join("', '", words)}'", async () =>
    {
        foreach (var text in words) await Assertions.Expect(Page.Locator("body").GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync(new() { Timeout = Patience });
    });

    /// <summary>These words are nowhere on the page, also not hidden.</summary>
    public Task SeeNo(params string[] words) => Stay($"looking for no '{string.Join("', '", words)}'", async () =>
    {
        var html = await Page.ContentAsync();
        foreach (var text in words) html.ShouldNotContain(text, Case.Insensitive, $"on {Path}");
    });

    /// <summary>These words come to stand on the page when it is loaded again and again: what another service is yet to hear of.</summary>
    public Task SeeInTheEnd(params string[] words) => Eventually.Passes(async () =>
    {
        await Reload();
        var text = await Text();
        foreach (var word in words) text.ShouldContain(word);
    });

    /// <summary>How many things that should stand apart lie over each other.</summary>
    public async Task<int> Overlaps(string selector)
    {
        var boxes = new List<LocatorBoundingBoxResult>();
        foreach (var one in await Page.Locator(selector).AllAsync()) if (await one.BoundingBoxAsync() is { } box) boxes.Add(box);
        return boxes.SelectMany((one, at) => boxes.Skip(at + 1).Where(other =>
            one.X < other.X + other.Width - 1 && other.X < one.X + one.Width - 1 && one.Y < other.Y + other.Height - 1 && other.Y < one.Y + one.Height - 1)).Count();
    }

    /// <summary>What stands on the page, to be seen.</summary>
    public Task<string> Text() => Page.Locator("body").InnerTextAsync();

    /// <summary>What is in a field.</summary>
    public Task<string> Typed(string label, string? inside = null) => Field(label, inside).InputValueAsync();

    /// <summary>Whether there is a link or a button of this name.</summary>
    public async Task<bool> Has(string name) => await Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).Or(Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })).CountAsync() > 0;

    /// <summary>
    /// The page is shown again with exactly these errors: the summary comes first and has the focus (with script), each error
    /// leads to its field, the field says it too, and the title begins with "Error: ".
    /// </summary>
    public Task SeeErrors(params string[] errors) => Stay("looking at the errors", async () =>
    {
        var summary = Page.GetByRole(AriaRole.Alert).Filter(new() { Has = Page.Locator("a, li") }).First;
        (await summary.CountAsync()).ShouldBe(1, $"an error summary on {Path}: {await Text()}");
        var said = (await summary.Locator("li").AllInnerTextsAsync()).Select(t => t.Trim()).ToArray();
        said.ShouldBe(errors, ignoreOrder: true);
        (await Page.TitleAsync()).ShouldStartWith("Error: ");
        (await Page.EvaluateAsync<bool>("() => { const s = document.querySelector('[role=alert]'), h = document.querySelector('h1'); return !!(s.compareDocumentPosition(h) & Node.DOCUMENT_POSITION_FOLLOWING) && !!s.closest('main'); }")).ShouldBeTrue("the error summary comes first in main, before the heading");
        if (Script) await Eventually.Is(() => Page.EvaluateAsync<bool>("() => document.activeElement?.matches('.govuk-error-summary, [role=alert]') || !!document.activeElement?.querySelector(':scope > [role=alert]') || !!document.activeElement?.closest('[role=alert]')"), "the error summary has the focus");
        var broken = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[role=alert] a')].map(a => {
                const field = document.getElementById(a.hash.slice(1));
                if (!field) return `'${a.textContent.trim()}' leads to ${a.hash}, which is not there`;
                if (!field.matches('input, select, textarea, button, fieldset, [tabindex]')) return `'${a.textContent.trim()}' leads to a ${field.tagName}, which takes no focus`;
                const told = [field, field.closest('fieldset')].filter(f => f).flatMap(f => (f.getAttribute('aria-describedby') ?? '').split(' ')).map(id => document.getElementById(id)?.textContent ?? '');
                return told.some(t => t.includes(a.textContent.trim())) ? '' : `the field of '${a.textContent.trim()}' does not say so itself (aria-describedby)`;
            }).filter(t => t)
            """);
        broken.ShouldBeEmpty();
    });

    /// <summary>Waits until something is true of the page, without leaving it.</summary>
    public Task Until(Func<Task<bool>> condition, string because) => Stay(because, () => Eventually.Is(condition, because));

    /// <summary>A passkey device in the browser: it holds keys and always says that it is its owner who asks.</summary>
    public async Task<ICDPSession> HoldPasskeyDevice()
    {
        var session = await context.NewCDPSessionAsync(Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        return session;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // ---- how

    internal ILocator Field(string label, string? inside = null) => Near(inside).GetByLabel(label, new() { Exact = true }).Filter(new() { Visible = true });

    internal ILocator Group(string legend) => Page.Locator("fieldset").Filter(new() { Has = Page.Locator("legend").Filter(new() { HasText = legend }) }).Last;

    private ILocator Within(string? question) => question is null ? Page.Locator("body") : Group(question);

    private ILocator Near(string? inside) => inside is null
        ? Page.Locator("body")
        : Page.Locator("tr, li, article, section, fieldset, form, dl > div, details, .govuk-summary-card, [role=region], [role=group]").Filter(new() { HasText = inside }).Last;

    private async Task<ILocator> One(AriaRole role, string name, string? inside)
    {
        // The innermost that holds both the words and the thing.
        ILocator Named(ILocator or) => or.GetByRole(role, new() { Name = name, Exact = true });
        var all = Page.Locator("body");
        var place = inside is null ? all : Page.Locator("tr, li, article, section, fieldset, form, dl > div, details, .govuk-summary-card, [role=region], [role=group]")
            .Filter(new() { HasText = inside }).Filter(new() { Has = Page.GetByRole(role, new() { Name = name, Exact = true }) }).Last;
        var found = Named(place).Filter(new() { Visible = true });
        if (await found.CountAsync() == 0 && !Script)
            throw new ShouldAssertException($"there is no {role} '{name}'{(inside is null ? string.Empty : $" near '{inside}'")}. There are: {await Names(role)}{await Errors()}");
        try
        {
            await found.First.WaitForAsync(new() { Timeout = 5_000 });
        }
        catch (TimeoutException late)
        {
            throw new ShouldAssertException($"there is no {role} '{name}'{(inside is null ? string.Empty : $" near '{inside}'")}. There are: {await Names(role)}{await Errors()}", late);
        }

        var count = await found.CountAsync();
        return count == 1 ? found : throw new ShouldAssertException($"there are {count} of {role} '{name}'{(inside is null ? "; give each a name of its own" : $" near '{inside}'")}");
    }

    private async Task<string> Names(AriaRole role) => string.Join(", ", (await Page.GetByRole(role).Filter(new() { Visible = true }).AllInnerTextsAsync()).Select(t => $"'{t.Trim().ReplaceLineEndings(" ")}'").Take(40));

    private async Task<string> Errors() => await Page.Locator(".govuk-error-summary").AllInnerTextsAsync() is [var errors, ..] ? $". The page says: {errors.ReplaceLineEndings(" ")}" : string.Empty;

    private async Task Land(string what, Func<Task> act, int? status)
    {
        await Stay(what, async () =>
        {
            await Quiet();
            arrived = null;
            landing = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await act();
            try
            {
                response = await landing.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
            }
            catch (TimeoutException late)
            {
                throw new ShouldAssertException("no page came", late);
            }

            response.Status.ShouldBeOneOf(status is { } one ? [one] : [200, 422], $"{response.Request.Method} {new Uri(response.Url).PathAndQuery}: {await Text()}{(response.Status == 500 ? "\n" + system.LastError : string.Empty)}");
            await Check();
        });
    }

    /// <summary>Looks at the page as it is now; moves that land do it by themselves. For pages that a script has changed.</summary>
    public async Task Check()
    {
        var signedIn = (await context.CookiesAsync()).Any(c => c.Name == People.Cookie && c.Value.Length > 0);
        var wrong = await system.Checks.Wrong(Page, response, Width, Script, signedIn, system.People.Personal, WithScript);
        while (complaints.TryDequeue(out var complaint)) wrong = [.. wrong, complaint];
        if (wrong.Count > 0) throw new ShouldAssertException($"{Path} is not as every page must be:\n  - {string.Join("\n  - ", wrong)}");
    }

    // What is said between two pages belongs to the page before.
    private async Task Quiet()
    {
        await Task.CompletedTask;
        if (complaints.IsEmpty) return;
        var said = string.Join("\n  - ", complaints);
        complaints.Clear();
        throw new ShouldAssertException($"{Path} complained after it was loaded:\n  - {said}");
    }

    private async Task Stay(string what, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception failed) when (failed is ShouldAssertException or PlaywrightException or TimeoutException)
        {
            var who = Member is null ? "a visitor" : Member.Name;
            throw new ShouldAssertException($"{who} ({Width} px, {(Script ? "with" : "without")} script), {what} on {Page.Url}:\n{failed.Message}\n{await Picture()}", failed);
        }
    }

    // Beside the test results, for whoever looks for the reason.
    private async Task<string> Picture()
    {
        try
        {
            var folder = Environment.GetEnvironmentVariable("MENTORING_BROWSER_PICTURES") ?? global::System.IO.Path.Combine(global::System.IO.Path.GetTempPath(), "mentoring-browser");
            Directory.CreateDirectory(folder);
            var file = global::System.IO.Path.Combine(folder, $"{TestContext.Current.TestMethod?.MethodName ?? "test"}-{Guid.CreateVersion7():n}");
            await File.WriteAllTextAsync(file + ".html", await Page.ContentAsync());
            await Page.ScreenshotAsync(new() { Path = file + ".png", FullPage = true, Timeout = 5_000 });
            return $"({file}.png)";
        }
        catch (Exception none) when (none is PlaywrightException or TimeoutException or IOException)
        {
            return "(no picture)";
        }
    }

    private async Task<IAsyncDisposable> WithScript()
    {
        if (Script) return new Then(() => Task.CompletedTask);
        // Only for the looking: what was switched off by another session goes on by switching off and on.
        var session = await context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        await session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = false });
        return new Then(async () =>
        {
            await session.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
            await session.DetachAsync();
        });
    }

    private void Listen()
    {
        Page.Response += (_, r) =>
        {
            var own = r.Request.IsNavigationRequest && r.Request.Frame == Page.MainFrame;
            if (own && r.Status is < 300 or >= 400) arrived = r;
            else if (!own && r.Status >= 400) complaints.Enqueue($"{r.Request.Method} {r.Url} answered {r.Status}");
        };
        Page.Load += (_, _) =>
        {
            if (arrived is { } page) landing?.TrySetResult(page);
        };
        Page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(system.Portal.ToString(), StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) complaints.Enqueue($"something came from elsewhere: {r.Url}");
        };
        Page.RequestFailed += (_, r) =>
        {
            if (r.Failure != "net::ERR_ABORTED") complaints.Enqueue($"{r.Method} {r.Url} failed: {r.Failure}");
        };
        Page.PageError += (_, error) => complaints.Enqueue($"a script broke: {error}");
        Page.Console += (_, said) =>
        {
            // What failed to load is told above; a page itself may be an answer with an error, where that is expected.
            if (said.Type is "error" or "warning" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Enqueue($"the console says: {said.Text}");
        };
    }

    private sealed class Then(Func<Task> last) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await last();
    }
}
