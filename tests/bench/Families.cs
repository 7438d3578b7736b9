using System.Globalization;
using System.Numerics;

namespace Mentoring.Bench;

/// <summary>
/// Seeded instances of six kinds. A name is the kind and the number of mentees: <c>p2000</c>, <c>l100k</c>.
/// <list type="bullet">
/// <item><c>p</c>: everybody is possible for everybody, and scores look like those of people (few goals, some interests, how far away).</item>
/// <item><c>u</c>: everybody is possible, and every score is drawn by itself.</item>
/// <item><c>g</c>: everybody is possible, and scores fall with the distance of points in a square: hard, because all want the same.</item>
/// <item><c>s</c>: 50 to 100 possible mentors a mentee, drawn by themselves; half as many mentors with 1 to 3 places, a tenth more than needed.</item>
/// <item><c>t</c>: the same, but tight: about as many places as mentees, so that the last chains of moves go through everybody.</item>
/// <item><c>l</c>: as people are spread over towns, 50 to 100 possible mentors a mentee, most of them in the town, some mentors far more
/// wanted than others, and not enough places for everybody.</item>
/// </list>
/// In <c>p</c>, <c>u</c> and <c>g</c> there are as many mentors as mentees, with a place each.
/// </summary>
public static class Families
{
    /// <summary>Makes an instance.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Another number makes another instance of the kind.</param>
    public static Pairs Make(string name, int seed = 1)
    {
        var size = name.EndsWith('k') ? 1000 * int.Parse(name[1..^1], CultureInfo.InvariantCulture) : int.Parse(name[1..], CultureInfo.InvariantCulture);
        var random = new Random(HashCode(name, seed));
        return name[0] switch
        {
            'p' => People(size, random),
            'u' => Uniform(size, random),
            'g' => Geometric(size, random),
            's' => Sparse(size, random, [1, 1, 2, 2, 2, 2, 3, 3, 3, 3]),
            't' => Sparse(size, random, [1, 2, 3]),
            'l' => Lifelike(size, random),
            _ => throw new ArgumentException($"There is no kind of instance called {name[0]}.", nameof(name)),
        };
    }

    private static int HashCode(string name, int seed) => name.Aggregate(seed, (hash, letter) => unchecked(hash * 31 + letter)) & int.MaxValue;

    private static DensePairs Dense(int size, Func<int, int, int> score)
    {
        var scores = new int[size * size];
        for (var mentee = 0; mentee < size; mentee++)
        {
            for (var mentor = 0; mentor < size; mentor++) scores[mentee * size + mentor] = score(mentee, mentor);
        }

        return new(size, scores, [.. Enumerable.Repeat(1, size)]);
    }

    private static DensePairs People(int size, Random random)
    {
        const int Goals = 12, Interests = 30, Styles = 4;
        var mentees = Enumerable.Range(0, size).Select(_ => (Wishes: Draw(Goals, 3), Interests: Mask(Interests, 2, 7), Style: random.Next(Styles), X: random.Next(1000), Y: random.Next(1000))).ToArray();
        var mentors = Enumerable.Range(0, size).Select(_ => (Helps: Mask(Goals, 2, 6), Interests: Mask(Interests, 2, 9), Style: random.Next(Styles), X: random.Next(1000), Y: random.Next(1000))).ToArray();
        int[] points = [240, 120, 60];
        return Dense(size, (a, b) =>
        {
            ref var mentee = ref mentees[a];
            ref var mentor = ref mentors[b];
            var score = 0;
            for (var rank = 0; rank < 3; rank++) score += ((mentor.Helps >> mentee.Wishes[rank]) & 1) * points[rank];
            score += Math.Min(5, BitOperations.PopCount((uint)(mentee.Interests & mentor.Interests))) * 40;
            score += mentee.Style == mentor.Style ? 100 : 0;
            return score + Math.Max(0, 150 - (Math.Abs(mentee.X - mentor.X) + Math.Abs(mentee.Y - mentor.Y)) / 8);
        });

        int Mask(int of, int least, int most) => Draw(of, random.Next(least, most)).Aggregate(0, (mask, bit) => mask | (1 << bit));

        int[] Draw(int of, int count)
        {
            var all = Enumerable.Range(0, of).ToArray();
            random.Shuffle(all);
            return all[..count];
        }
    }

    private static DensePairs Uniform(int size, Random random) => Dense(size, (_, _) => random.Next(1_000_000));

    private static DensePairs Geometric(int size, Random random)
    {
        var points = Enumerable.Range(0, 2 * size).Select(_ => (X: random.NextDouble(), Y: random.NextDouble())).ToArray();
        return Dense(size, (a, b) =>
        {
            var (x, y) = (points[a].X - points[size + b].X, points[a].Y - points[size + b].Y);
            return 1_500_000 - (int)(1_000_000 * Math.Sqrt(x * x + y * y));
        });
    }

    private static SparsePairs Sparse(int size, Random random, int[] placesEach)
    {
        var mentors = size / 2;
        var places = Enumerable.Range(0, mentors).Select(_ => placesEach[random.Next(placesEach.Length)]).ToArray();
        return FromRows(size, places, (_, row) =>
        {
            var degree = random.Next(50, 101);
            while (row.Count < degree) row.TryAdd(random.Next(mentors), random.Next(1, 1001));
        });
    }

    private static SparsePairs Lifelike(int size, Random random)
    {
        var mentors = size / 2;
        var towns = Math.Max(1, size / 400);
        // Towns differ in how many mentors they have for their young people.
        var townOfMentor = Enumerable.Range(0, mentors).Select(_ => (int)(towns * Math.Pow(random.NextDouble(), 1.3))).ToArray();
        var townsMentors = Enumerable.Range(0, towns).Select(_ => new List<int>()).ToArray();
        for (var mentor = 0; mentor < mentors; mentor++) townsMentors[townOfMentor[mentor]].Add(mentor);
        var places = Enumerable.Range(0, mentors).Select(_ => random.Next(10) switch { < 5 => 1, < 8 => 2, _ => 3 }).ToArray();
        var quality = Enumerable.Range(0, mentors).Select(_ => random.Next(200)).ToArray();
        return FromRows(size, places, (_, row) =>
        {
            var near = townsMentors[random.Next(towns)];
            var degree = random.Next(50, 101);
            for (var tries = 0; row.Count < degree && tries < 3 * degree; tries++)
            {
                var isNear = near.Count > 0 && random.Next(10) < 8;
                // The first of a town are possible for more young people than the last.
                var mentor = isNear ? near[(int)(near.Count * Math.Pow(random.NextDouble(), 1.5))] : random.Next(mentors);
                row.TryAdd(mentor, 10 * random.Next(60) + quality[mentor] + (isNear ? 150 : 0) + random.Next(20));
            }
        });
    }

    private static SparsePairs FromRows(int mentees, int[] places, Action<int, SortedList<int, int>> fill)
    {
        var starts = new int[mentees + 1];
        List<int> mentors = [], scores = [];
        var row = new SortedList<int, int>(128);
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            row.Clear();
            fill(mentee, row);
            mentors.AddRange(row.Keys);
            scores.AddRange(row.Values);
            starts[mentee + 1] = mentors.Count;
        }

        return new(starts, [.. mentors], [.. scores], places);
    }
}
