namespace Mentoring.Engine.Tests;

/// <summary>Small random instances of many shapes, the same for the same seed.</summary>
internal sealed class Instances(int seed)
{
    public Random Random { get; } = new(seed);

    /// <summary>An instance small enough for a brute force, and every fourth time a larger one is asked for, a larger one.</summary>
    public SparsePairs Next(int mostMentees, int mostMentors)
    {
        var mentees = Random.Next(mostMentees + 1);
        var mentors = Random.Next(mostMentors + 1);
        var share = Random.NextDouble();
        var (low, high) = Range();
        var places = Enumerable.Range(0, mentors).Select(_ => Random.Next(10) == 0 ? 0 : 1 + Random.Next(Random.Next(1, 4))).ToArray();
        var pairs =
            from mentee in Enumerable.Range(0, mentees)
            from mentor in Enumerable.Range(0, mentors)
            where Random.NextDouble() < share
            select (mentee, mentor, Random.Next(low, high));
        return SparsePairs.Of(mentees, places, pairs);
    }

    /// <summary>Pins that fit each other, and bans that are not pins.</summary>
    public Wishes Wishes(SparsePairs pairs)
    {
        var left = pairs.Places.ToArray();
        var pins = new List<Pin>();
        var bans = new List<Pin>();
        for (var mentee = 0; mentee < pairs.Mentees; mentee++)
        {
            foreach (var (mentor, _) in pairs.RowOf(mentee))
            {
                var dice = Random.Next(8);
                if (dice == 0 && left[mentor] > 0 && pins.TrueForAll(pin => pin.Mentee != mentee))
                {
                    pins.Add(new(mentee, mentor));
                    left[mentor]--;
                }
                else if (dice == 1)
                {
                    bans.Add(new(mentee, mentor));
                }
            }
        }

        return new() { Pins = pins, Bans = bans };
    }

    private (int Low, int High) Range() => Random.Next(6) switch
    {
        0 => (0, 3),
        1 => (-5, 6),
        2 => (0, 101),
        3 => (-1000, 1),
        4 => (int.MinValue + 1, int.MaxValue),
        _ => (7, 8),
    };
}

/// <summary>Reading instances in tests.</summary>
internal static class PairsReading
{
    public static List<(int Mentor, int Score)> RowOf(this Pairs pairs, int mentee)
    {
        int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        var count = pairs.Row(mentee, mentors, scores);
        return [.. mentors.Take(count).Zip(scores)];
    }

    public static List<(int Mentee, int Mentor, int Score)> All(this Pairs pairs)
        => [.. from mentee in Enumerable.Range(0, pairs.Mentees) from pair in pairs.RowOf(mentee) select (mentee, pair.Mentor, pair.Score)];
}
