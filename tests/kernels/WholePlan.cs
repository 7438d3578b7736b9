using System.Diagnostics;
using System.Globalization;
using Mentoring.Matching.Engine;
using Mentoring.Matching.People;

namespace Mentoring.Kernels;

/// <summary>A plan straight from people: scoring, sorting, solving and the certificate, with no pair held that nobody looks at.</summary>
internal static class WholePlan
{
    private const int Rounds = 3;

    public static int Time(int mentees, int mentors)
    {
        var people = Invented.People(mentors, mentees);
        var faults = 0;
        for (var round = 0; round < (mentees > 20_000 ? 1 : Rounds); round++)
        {
            var pairs = new PeoplePairs(people);
            var before = Environment.CpuUsage.TotalTime;
            var since = Stopwatch.GetTimestamp();
            var solution = Assignment.Solve(pairs);
            var (cpu, wall) = ((Environment.CpuUsage.TotalTime - before).TotalSeconds, Stopwatch.GetElapsedTime(since).TotalSeconds);
            faults += CertificateChecker.Check(pairs, null, solution.Plan!, solution.Certificate!).Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{mentees:N0} young people and {mentors:N0} mentors: {solution.Plan!.Count:N0} matched, total {solution.Plan.Total:N0}, {cpu:F2} s of CPU, {wall:F2} s by the clock, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB; certificate {(faults == 0 ? "holds" : "DOES NOT HOLD")}"));
        }

        return faults;
    }
}
