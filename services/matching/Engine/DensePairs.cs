using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mentoring.Matching.Engine;

/// <summary>A whole table of scores, a row for each mentee: for instances in which most pairs are possible.</summary>
public sealed class DensePairs : Pairs
{
    /// <summary>Stands in the table where a pair is not possible.</summary>
    public const int NotPossible = int.MinValue;

    private const int Sample = 256;

    private readonly int[] _scores;
    private readonly int[] _places;
    private int? _lowest;

    /// <summary>Takes the arrays as they are, without a copy.</summary>
    /// <param name="mentees">How many rows the table has.</param>
    /// <param name="scores">The table, row after row; <see cref="NotPossible"/> where a pair is not possible.</param>
    /// <param name="places">How many mentees each mentor can take; as many as a row is long.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public DensePairs(int mentees, int[] scores, int[] places)
    {
        if ((long)mentees * places.Length != scores.Length) throw new ArgumentException("The table must have a score for each mentee and mentor.", nameof(scores));
        if (places.AsSpan().ContainsAnyInRange(int.MinValue, -1)) throw new ArgumentException("A mentor cannot have less than no place.", nameof(places));
        Mentees = mentees;
        _scores = scores;
        _places = places;
    }

    /// <inheritdoc/>
    public override int Mentees { get; }

    /// <inheritdoc/>
    public override int Mentors => _places.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Places => _places;

    /// <inheritdoc/>
    public override int LowestScore => _lowest ??= Lowest(_scores);

    /// <inheritdoc/>
    public override int Row(int mentee, Span<int> mentors, Span<int> scores) => RowAtLeast(mentee, int.MinValue, [], mentors, scores);

    /// <inheritdoc/>
    public override int RowAtLeast(int mentee, int floor, ReadOnlySpan<int> off, Span<int> mentors, Span<int> scores)
    {
        var row = _scores.AsSpan(mentee * Mentors, Mentors);
        return off.IsEmpty ? AtLeast(row, floor, mentors, scores) : AtLeast(row, floor, off, mentors, scores);
    }

    private static int AtLeast(ReadOnlySpan<int> row, int floor, Span<int> mentors, Span<int> scores)
    {
        floor = Math.Max(floor, NotPossible + 1);
        var kept = 0;
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var floors = Vector256.Create(floor);
            for (; at + Vector256<int>.Count <= row.Length; at += Vector256<int>.Count)
            {
                var reached = Vector256.GreaterThanOrEqual(Vector256.Create(row.Slice(at, Vector256<int>.Count)), floors).ExtractMostSignificantBits();
                for (; reached != 0; reached &= reached - 1)
                {
                    var mentor = at + BitOperations.TrailingZeroCount(reached);
                    mentors[kept] = mentor;
                    scores[kept++] = row[mentor];
                }
            }
        }

        for (; at < row.Length; at++)
        {
            if (row[at] < floor) continue;
            mentors[kept] = at;
            scores[kept++] = row[at];
        }

        return kept;
    }

    private static int AtLeast(ReadOnlySpan<int> row, int floor, ReadOnlySpan<int> off, Span<int> mentors, Span<int> scores)
    {
        var kept = 0;
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<int> floors = Vector256.Create(floor), nothing = Vector256.Create(NotPossible);
            for (; at + Vector256<int>.Count <= row.Length; at += Vector256<int>.Count)
            {
                var score = Vector256.Create(row.Slice(at, Vector256<int>.Count));
                var left = score - Vector256.Create(off.Slice(at, Vector256<int>.Count));
                var reached = Vector256.AndNot(Vector256.GreaterThanOrEqual(left, floors), Vector256.Equals(score, nothing)).ExtractMostSignificantBits();
                for (; reached != 0; reached &= reached - 1)
                {
                    var mentor = at + BitOperations.TrailingZeroCount(reached);
                    mentors[kept] = mentor;
                    scores[kept++] = row[mentor] - off[mentor];
                }
            }
        }

        for (; at < row.Length; at++)
        {
            if (row[at] == NotPossible || row[at] - off[at] < floor) continue;
            mentors[kept] = at;
            scores[kept++] = row[at] - off[at];
        }

        return kept;
    }

    private static int Lowest(ReadOnlySpan<int> scores)
    {
        // One less than "not possible" is the greatest number there is, so that what is not possible does not count.
        var lowest = uint.MaxValue;
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var least = Vector256<uint>.AllBitsSet;
            for (; at + Vector256<int>.Count <= scores.Length; at += Vector256<int>.Count)
                least = Vector256.Min(least, (Vector256.Create(scores.Slice(at, Vector256<int>.Count)) - Vector256.Create(NotPossible + 1)).AsUInt32());
            for (var lane = 0; lane < Vector256<uint>.Count; lane++) lowest = Math.Min(lowest, least[lane]);
        }

        for (; at < scores.Length; at++) lowest = Math.Min(lowest, unchecked((uint)(scores[at] - (NotPossible + 1))));
        return unchecked((int)lowest + NotPossible + 1);
    }

    /// <inheritdoc/>
    public override int GuessFloor(int mentee, int wanted, ReadOnlySpan<int> off)
    {
        if (Mentors < Sample || (long)wanted * 4 > Mentors) return int.MinValue;
        var row = _scores.AsSpan(mentee * Mentors, Mentors);
        // A little more than the share that is wanted, so that the guess seldom has to be made good by reading the whole row.
        var sample = Math.Min(Sample, Mentors / 4);
        var share = (int)((long)wanted * sample / Mentors) + 3;
        Span<int> best = stackalloc int[share]; // of the sample, ascending
        best.Fill(int.MinValue);
        for (int at = 0, step = Mentors / sample; at < sample; at++)
        {
            var score = row[at * step];
            if (score == NotPossible) continue;
            if (!off.IsEmpty) score -= off[at * step];
            if (score <= best[0]) continue;
            var to = 0;
            for (; to + 1 < share && best[to + 1] < score; to++) best[to] = best[to + 1];
            best[to] = score;
        }

        return best[0];
    }

    /// <inheritdoc/>
    public override bool HasColumns => true;

    /// <inheritdoc/>
    public override int Column(int mentor, Span<int> mentees, Span<int> scores)
    {
        var written = 0;
        for (int mentee = 0, at = mentor; mentee < Mentees; mentee++, at += Mentors)
        {
            if (_scores[at] == NotPossible) continue;
            mentees[written] = mentee;
            scores[written++] = _scores[at];
        }

        return written;
    }
}
