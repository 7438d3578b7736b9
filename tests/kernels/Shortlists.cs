using System.Diagnostics;
using System.Globalization;

namespace Mentoring.Kernels;

/// <summary>How long one shortlist with reasons takes, by the clock.</summary>
internal static class Shortlists
{
    private const int Mentees = 1_000, Rounds = 5;

    public static void Time(int mentors, int take)
    {
        var people = Invented.People(mentors, Mentees);
        var mentees = people.Mentees.ToArray();
        var times = new double[Mentees];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Mentees; i++)
            {
                var since = Stopwatch.GetTimestamp();
                people.Shortlist(mentees[i], take);
                times[i] = Stopwatch.GetElapsedTime(since).TotalMicroseconds;
            }
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"shortlist of {take} of {mentors:N0} mentors, with reasons: median {times[Mentees / 2]:F0} µs, p99 {times[Mentees * 99 / 100]:F0} µs, longest {times[^1]:F0} µs; at most 150 µs for p99 is the goal"));
    }
}
