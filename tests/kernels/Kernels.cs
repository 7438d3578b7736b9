using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Mentoring.Matching.People;
using Mentoring.Matching.Tests;

namespace Mentoring.Kernels;

/// <summary>
/// What it costs to hold a young person against a mentor, by each way: nanoseconds a pair, on one core. 1.25 ns is 0.8 thousand million pairs a
/// second, which is what was set as a goal; 0.48 ns would be the limit of a core at 3 GHz.
/// </summary>
[Config(typeof(InThisProcess))]
public class Kernels
{
    private const int Mentors = 10_000, Mentees = 200, Few = 4;

    private readonly PackedPeople people = Invented.People(Mentors, Mentees);
    private PackedMentee[] mentees = [];
    private byte[] fit = [];
    private PeoplePairs rows = null!;
    private int[] numbers = [];
    private int[] scores = [];

    /// <summary>Makes room.</summary>
    [GlobalSetup]
    public void MakeRoom()
    {
        mentees = [.. people.Mentees];
        fit = new byte[people.Mentors.Blocks * PackedMentors.Block];
        rows = new(people);
        numbers = new int[rows.Mentors];
        scores = new int[rows.Mentors];
    }

    /// <summary>32 bits at a time.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Mentors * Mentees)]
    public void By_vectors()
    {
        foreach (var mentee in mentees) Kernel.Fit(mentee, people.Mentors, 0, people.Mentors.Blocks, fit);
    }

    /// <summary>The plain twin.</summary>
    [Benchmark(OperationsPerInvoke = Mentors * Few)]
    public void One_by_one()
    {
        foreach (var mentee in mentees.AsSpan(0, Few)) Kernel.FitOneByOne(mentee, people.Mentors, 0, people.Mentors.Blocks, fit);
    }

    /// <summary>With the possible pairs written down for the engine.</summary>
    [Benchmark(OperationsPerInvoke = Mentors * Mentees)]
    public int Rows_for_the_engine()
    {
        var written = 0;
        for (var row = 0; row < Mentees; row++) written += rows.Row(row, numbers, scores);
        return written;
    }

    /// <summary>With only about the best hundred written down.</summary>
    [Benchmark(OperationsPerInvoke = Mentors * Mentees)]
    public int Best_hundred_for_the_engine()
    {
        var written = 0;
        for (var row = 0; row < Mentees; row++) written += rows.RowAtLeast(row, rows.GuessFloor(row, 100, []), [], numbers, scores);
        return written;
    }

    // In this process, because there is no project to be generated and built where only stored packages can be had.
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(12));
            ArtifactsPath = Path.Combine(".local", "kernels");
        }
    }
}

/// <summary>The same invented people as in the tests.</summary>
internal static class Invented
{
    public static PackedPeople People(int mentors, int mentees)
    {
        var random = new RandomPeople(1);
        var people = new PackedPeople(MatchingPolicy.First, RandomPeople.Noon);
        for (var i = 0; i < mentors; i++) people.Mentors.Put(random.Mentor(odd: false), 0);
        for (var i = 0; i < mentees; i++)
        {
            var mentee = random.Mentee(odd: false);
            people.Put(mentee.Id, mentee.Profile!, null);
        }

        return people;
    }
}
