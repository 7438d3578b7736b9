using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Mentoring.Bench;

/// <summary>What <c>bench</c> can be asked for; <c>tests/bench/README.md</c> tells it.</summary>
public static class Commands
{
    private const string Usage = """
        bench make NAME FILE [SEED]   writes an instance as text
        bench solve FILE              solves an instance from a file for every line that it is sent, checks the certificate, and prints a line of JSON
        bench changes NAME            makes an instance, changes one mentee after the other in a standing plan, and prints how long that takes
        bench table NAME…             makes and solves instances without writing them, and prints a table
        """;

    /// <summary>Runs a command.</summary>
    /// <returns>0 when all went well, 1 when a certificate did not hold, 2 when the command is not known.</returns>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["make", var name, var file, .. var seed]:
                Make(name, file, seed is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1);
                return 0;
            case ["solve", var file]:
                return Solve(file);
            case ["changes", var name]:
                return Changes(name);
            case ["table", .. var names]:
                return Table(names);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static void Make(string name, string file, int seed)
    {
        using var text = new StreamWriter(file);
        PairsText.Write(Families.Make(name, seed), text);
    }

    private static int Solve(string file)
    {
        using var text = new StreamReader(file);
        var pairs = PairsText.Read(text);
        WarmUp();
        while (Console.ReadLine() is not null)
        {
            var measured = Measure(pairs);
            Console.WriteLine(JsonSerializer.Serialize(measured, JsonSerializerOptions.Web));
            if (measured.Faults > 0) return 1;
        }

        return 0;
    }

    /// <summary>A thousand mentees leave and join again, one by one, in a standing plan.</summary>
    private static int Changes(string name)
    {
        WarmUp();
        var pairs = Families.Make(name);
        var standing = new StandingPlan(pairs);
        var expected = (standing.Count, standing.Total);
        int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        var random = new Random(1);
        List<double> leaving = [], joining = [];
        for (var change = 0; change < 1200; change++)
        {
            var mentee = random.Next(pairs.Mentees);
            var count = pairs.Row(mentee, mentors, scores);
            var row = mentors.Take(count).Zip(scores).ToList();
            var start = Stopwatch.GetTimestamp();
            standing.RemoveMentee(mentee);
            var middle = Stopwatch.GetTimestamp();
            standing.ChangeMentee(mentee, row);
            var end = Stopwatch.GetTimestamp();
            if (change < 200) continue; // until the program is compiled
            leaving.Add(Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds);
            joining.Add(Stopwatch.GetElapsedTime(middle, end).TotalMilliseconds);
        }

        Print("leaving", leaving);
        Print("joining", joining);
        var isBest = (standing.Count, standing.Total) == expected;
        var faults = CertificateChecker.Check(pairs, null, standing.ToPlan(), standing.ToCertificate()).Count;
        Console.WriteLine(isBest && faults == 0 ? "The plan is the best again and its certificate holds." : "THE PLAN IS NOT THE BEST.");
        return isBest && faults == 0 ? 0 : 1;

        static void Print(string what, List<double> times)
        {
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:F3} ms, p99 {times[times.Count * 99 / 100]:F3} ms, longest {times[^1]:F3} ms"));
        }
    }

    private static int Table(string[] names)
    {
        WarmUp();
        Console.WriteLine($"{"instance",-10} {"CPU s",9} {"MB",7} {"matched",9} {"total",14}  certificate");
        var faults = 0;
        foreach (var name in names)
        {
            var pairs = Families.Make(name);
            var rounds = Enumerable.Range(0, 5).Select(_ => Measure(pairs)).OrderBy(round => round.Seconds).ToArray();
            var median = rounds[rounds.Length / 2];
            faults += median.Faults;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {median.Seconds,9:F4} {median.Megabytes,7} {median.Count,9} {median.Total,14}  {(median.Faults == 0 ? "holds" : "DOES NOT HOLD")}"));
        }

        return faults == 0 ? 0 : 1;
    }

    /// <summary>So that what is measured is the program and not its compiler.</summary>
    private static void WarmUp()
    {
        for (var round = 1; round <= 8; round++)
        {
            foreach (var name in (string[])["p400", "l2k", "s1k", "t1k", "g200", "u400"]) Assignment.Solve(Families.Make(name, round));
        }
    }

    private static Measured Measure(Pairs pairs)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var solution = Assignment.Solve(pairs);
        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        var faults = CertificateChecker.Check(pairs, null, solution.Plan!, solution.Certificate!).Count;
        return new("engine", seconds, process.PeakWorkingSet64 >> 20, solution.Plan!.Count, solution.Plan.Total, faults);
    }

    private sealed record Measured(string Solver, double Seconds, long Megabytes, int Count, long Total, int Faults);
}
