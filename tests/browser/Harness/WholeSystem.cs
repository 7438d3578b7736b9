using System.Reflection;
using Mentoring.Matching;
using Mentoring.Mentees;
using Mentoring.Mentors;
using Mentoring.Portal;
using Mentoring.Safeguarding;
using Mentoring.Sessions;
using Mentoring.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Mentoring.Browser.Tests.WholeSystem))]
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace Mentoring.Browser.Tests;

/// <summary>Everything, as real processes, and one Chromium to look at it with. A person is a browser context of their own.</summary>
public sealed class WholeSystem() : Installation("browser", Parts)
{
    private static readonly Dictionary<string, Assembly> Parts = new()
    {
        ["portal"] = typeof(AccountsDb).Assembly,
        ["mentor"] = typeof(MentorDb).Assembly,
        ["mentee"] = typeof(MenteeDb).Assembly,
        ["matching"] = typeof(MatchingDb).Assembly,
        ["session"] = typeof(SessionDb).Assembly,
        ["safeguarding"] = typeof(SafeguardingDb).Assembly,
    };

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
    ];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Demo.Platform platform = null!;

    /// <summary>The portal's address, as the browser knows it.</summary>
    public Uri Portal => Address("portal");

    /// <summary>Makes the people of a story.</summary>
    public People People { get; private set; } = null!;

    /// <summary>The mail that the portal sent.</summary>
    public Letters Letters { get; private set; } = null!;

    /// <summary>The last error that the portal wrote down; for whoever looks for a reason.</summary>
    public string LastError => Process("portal").Lines.LastOrDefault(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal)) is { } error ? error.Replace("\\n", "\n", StringComparison.Ordinal) : string.Empty;

    /// <summary>What was seen on the pages so far.</summary>
    internal PageChecks Checks { get; } = new();

    /// <summary>Opens a browser for somebody: signed in where a member is given, else a stranger.</summary>
    public async Task<Visitor> Visit(int width, bool script, Member? member = null)
    {
        var visitor = await Visitor.Arrive(browser, this, width, script);
        if (member is not null) await People.SignIn(visitor, member);
        return visitor;
    }

    protected override async Task Ready()
    {
        platform = new() { Services = Addresses, Mail = new Demo.Mailbox(MailFolder), Http = new() { Timeout = TimeSpan.FromSeconds(100) } };
        Letters = new(MailFolder);
        People = await People.Begin(platform);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
    }

    protected override async Task CleanUp(Mentoring.Testing.Servers withBroker)
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Checks.Dispose();
        platform?.Dispose();
        await base.CleanUp(withBroker);
    }

    private static string Chromium() =>
        new[] { Environment.GetEnvironmentVariable("MENTORING_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests look at the pages with Chromium, and it is not here. As root: apt-get install --no-install-recommends chromium. Or name a program with MENTORING_CHROMIUM.");
}
