using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests.Year;

/// <summary>
/// Not a test but a measurement, run by deploy/bench-year alone: a year of history in the databases of all services, and the portal's own time for the pages
/// that look at much of it. Prints p50, p95 and p99 in milliseconds beside the limit.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class PageTimes(WholeSystem system)
{
    private const int Limit = 60;
    private const int Rate = 20;

    [Fact(Explicit = true)]
    public async Task How_long_pages_take_with_a_year_of_history()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("MENTORING_BENCH_SECONDS") ?? "60", CultureInfo.InvariantCulture);
        var people = system.People;
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(await people.NewCoordinator(), caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        await History.Write(system, caseworker.Id, mentee.Id, mentor.Id, match);
        Console.WriteLine($"{await system.Count("session", "select count(*) from sessions"):N0} sessions of {await system.Count("session", "select count(*) from matches"):N0} matches; {Rate} requests a second for {seconds} s, one in five for the programme; {Environment.ProcessorCount} cores");

        using var messenger = new Messenger(system.Portal);
        (string What, string Path, Member Who)[] pages =
        [
            ("mentee's home", "/me", mentee), ("mentee's goals", "/me/goals", mentee), ("mentor's home", "/mentor", mentor), ("caseworker's home", "/work", caseworker),
            ("programme, everybody", "/programme", caseworker), ("programme, one's own", "/programme?Whose=mine", caseworker), ("programme, administrator", "/programme", people.Administrator),
        ];

        // Figures are looked at now and then, homes all day: three times as often, which is still much for figures.
        int[] turns = [0, 1, 2, 3, 4, 0, 1, 2, 3, 5, 0, 1, 2, 3, 6];
        var times = pages.Select(_ => new List<double>()).ToArray();
        var calls = new int[pages.Length];

        // As often as .NET waits until it compiles a method for good, and then some: compiling is not what a page costs.
        for (var round = 0; round < 40; round++) for (var page = 0; page < pages.Length; page++) await Ask(page);
        foreach (var list in times) list.Clear();

        var (asked, begun) = (new List<Task>(), Stopwatch.GetTimestamp());
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Rate));
        for (var number = 0; Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds && await pace.WaitForNextTickAsync(); number++) asked.Add(Ask(turns[number % turns.Length]));
        await Task.WhenAll(asked);

        Console.WriteLine($"{"milliseconds in the portal",-32}{"p50",8}{"p95",8}{"p99",8}{"calls",7}{"of limit",10}");
        for (var page = 0; page < pages.Length; page++)
        {
            var sorted = times[page].Order().ToArray();
            double At(double part) => sorted[Math.Max((int)Math.Ceiling(sorted.Length * part) - 1, 0)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages[page].What,-32}{At(0.5),8:0.0}{At(0.95),8:0.0}{At(0.99),8:0.0}{calls[page],7}{At(0.95) / Limit,10:0.00}"));
        }

        async Task Ask(int page)
        {
            var reply = await messenger.Ask(HttpMethod.Get, pages[page].Path, pages[page].Who);
            ((int)reply.Status).ShouldBe(200, pages[page].Path);
            reply.Text.ShouldNotContain("cannot show");
            var said = Said().Match(reply.Headers["server-timing"]);
            lock (times[page]) times[page].Add(double.Parse(said.Groups["ms"].Value, CultureInfo.InvariantCulture));
            calls[page] = Math.Max(calls[page], int.Parse(said.Groups["calls"].Value, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex("total;dur=(?<ms>[0-9.]+), calls;desc=\"(?<calls>[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Said();
}
