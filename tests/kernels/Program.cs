using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Mentoring.Matching.Engine;
using Mentoring.Matching.People;
using Mentoring.Matching.Tests;

// Measures the kernels over invented people: kernels [mentors] [mentees]. CPU seconds of one core, the median of nine rounds; a shortlist by the clock.
var (mentorCount, menteeCount) = (args.Length > 0 ? Number(args[0]) : 10_000, args.Length > 1 ? Number(args[1]) : 1_000);
var random = new RandomPeople(1);
var people = new PackedPeople(MatchingPolicy.First, RandomPeople.Noon);
var started = Cpu();
for (var i = 0; i < mentorCount; i++) people.Mentors.Put(random.Mentor(odd: false), 0);
for (var i = 0; i < menteeCount; i++)
{
    var mentee = random.Mentee(odd: false);
    people.Put(mentee.Id, mentee.Profile!, null);
}

Console.WriteLine($"{mentorCount:N0} mentors, {menteeCount:N0} young people, made and packed in {Cpu() - started:F2} s; vectors of 256 bits {(Vector256.IsHardwareAccelerated ? "built in" : "not built in")}");
var pairs = (double)menteeCount * mentorCount;
var fit = new byte[people.Mentors.Blocks * PackedMentors.Block];
var mentees = people.Mentees.ToArray();
Rate("score by vectors", pairs, () =>
{
    foreach (var mentee in mentees) Kernel.Fit(mentee, people.Mentors, 0, people.Mentors.Blocks, fit);
});
var few = mentees.Take(Math.Max(1, menteeCount / 50)).ToArray();
Rate("score one by one", (double)few.Length * mentorCount, () =>
{
    foreach (var mentee in few) Kernel.FitOneByOne(mentee, people.Mentors, 0, people.Mentors.Blocks, fit);
});
Pairs rows = new PeoplePairs(people);
int[] mentors = new int[rows.Mentors], scores = new int[rows.Mentors];
var written = 0L;
Rate("rows for the engine", pairs, () =>
{
    written = 0;
    for (var row = 0; row < rows.Mentees; row++) written += rows.Row(row, mentors, scores);
});
Console.WriteLine($"  {written / pairs:P1} of the pairs are possible");
Rate("rows, the best hundred by a guess", pairs, () =>
{
    for (var row = 0; row < rows.Mentees; row++) rows.RowAtLeast(row, rows.GuessFloor(row, 100, []), [], mentors, scores);
});

var times = new List<double>();
var ownTime = 0.0;
for (var round = 0; round < 4; round++)
{
    times.Clear();
    ownTime = Cpu();
    foreach (var mentee in mentees)
    {
        var before = Stopwatch.GetTimestamp();
        people.Shortlist(mentee, 20);
        times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
    }

    ownTime = Cpu() - ownTime;
}

times.Sort();
Console.WriteLine($"shortlist of 20 with reasons     median {times[times.Count / 2]:F0} µs, p99 {times[times.Count * 99 / 100]:F0} µs, worst {times[^1]:F0} µs by the clock; {ownTime / mentees.Length * 1e6:F0} µs of CPU each");

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static double Cpu() => Environment.CpuUsage.TotalTime.TotalSeconds;

static void Rate(string what, double pairs, Action work)
{
    for (var warm = 0; warm < 3; warm++) work();
    var rounds = new double[9];
    for (var round = 0; round < rounds.Length; round++)
    {
        var (before, times) = (Cpu(), 0);
        do
        {
            work();
            times++;
        }
        while (Cpu() - before < 0.05);
        rounds[round] = (Cpu() - before) / times;
    }

    Array.Sort(rounds);
    Console.WriteLine($"{what,-32} {pairs / rounds[rounds.Length / 2] / 1e9,7:F3} Gpairs/s, {rounds[rounds.Length / 2] * 1e3:F2} ms (best round {pairs / rounds[0] / 1e9:F3})");
}
