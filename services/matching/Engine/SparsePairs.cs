namespace Mentoring.Matching.Engine;

/// <summary>Pairs written one after the other, row by row: for instances in which most pairs are not possible.</summary>
public sealed class SparsePairs : Pairs
{
    private readonly int[] _starts;
    private readonly int[] _mentors;
    private readonly int[] _scores;
    private readonly int[] _places;

    /// <summary>Takes the arrays as they are, without a copy.</summary>
    /// <param name="starts">Where each mentee's row starts in the other two; one more at the end, which is their length.</param>
    /// <param name="mentors">The mentors of all rows, ascending in each row, each once.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="places">How many mentees each mentor can take.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public SparsePairs(int[] starts, int[] mentors, int[] scores, int[] places)
    {
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != mentors.Length || mentors.Length != scores.Length)
            throw new ArgumentException("The starts of the rows must go from 0 to the number of mentors and of scores.", nameof(starts));
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            if (starts[row + 1] < starts[row]) throw new ArgumentException($"Row {row} ends before it starts.", nameof(starts));
            for (var at = starts[row]; at < starts[row + 1]; at++)
            {
                if ((uint)mentors[at] >= (uint)places.Length || (at > starts[row] && mentors[at] <= mentors[at - 1]))
                    throw new ArgumentException($"The mentors of row {row} must be from 0 to {places.Length - 1}, ascending, each once.", nameof(mentors));
            }
        }

        if (places.AsSpan().ContainsAnyInRange(int.MinValue, -1)) throw new ArgumentException("A mentor cannot have less than no place.", nameof(places));
        _starts = starts;
        _mentors = mentors;
        _scores = scores;
        _places = places;
        LowestScore = scores.Length == 0 ? 0 : scores.Min();
    }

    /// <inheritdoc/>
    public override int Mentees => _starts.Length - 1;

    /// <inheritdoc/>
    public override int Mentors => _places.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Places => _places;

    /// <inheritdoc/>
    public override int LowestScore { get; }

    /// <summary>How many pairs are possible.</summary>
    public int Count => _mentors.Length;

    /// <summary>Builds an instance from pairs in any order.</summary>
    /// <param name="mentees">How many mentees there are.</param>
    /// <param name="places">How many mentees each mentor can take.</param>
    /// <param name="pairs">The possible pairs, each once.</param>
    public static SparsePairs Of(int mentees, int[] places, IEnumerable<(int Mentee, int Mentor, int Score)> pairs)
    {
        var sorted = pairs.Order().ToArray();
        var starts = new int[mentees + 1];
        foreach (var pair in sorted) starts[pair.Mentee + 1]++;
        for (var mentee = 0; mentee < mentees; mentee++) starts[mentee + 1] += starts[mentee];
        return new(starts, Array.ConvertAll(sorted, pair => pair.Mentor), Array.ConvertAll(sorted, pair => pair.Score), places);
    }

    /// <summary>The rows of some mentees as they are now, each read once; everybody else's is empty.</summary>
    /// <param name="pairs">The instance.</param>
    /// <param name="mentees">Whose rows, ascending.</param>
    public static SparsePairs Held(Pairs pairs, ReadOnlySpan<int> mentees)
    {
        var starts = new int[pairs.Mentees + 1];
        int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        var (written, next) = (0, 0);
        foreach (var mentee in mentees)
        {
            if (mentors.Length - written < pairs.Mentors)
            {
                var room = (int)Math.Min(Array.MaxLength, 2L * mentors.Length + pairs.Mentors);
                Array.Resize(ref mentors, room);
                Array.Resize(ref scores, room);
            }

            starts.AsSpan(next, mentee + 1 - next).Fill(written);
            next = mentee + 1;
            written += pairs.Row(mentee, mentors.AsSpan(written), scores.AsSpan(written));
        }

        starts.AsSpan(next).Fill(written);
        return new(starts, mentors[..written], scores[..written], pairs.Places.ToArray());
    }

    /// <inheritdoc/>
    public override int Row(int mentee, Span<int> mentors, Span<int> scores)
    {
        int start = _starts[mentee], count = _starts[mentee + 1] - start;
        _mentors.AsSpan(start, count).CopyTo(mentors);
        _scores.AsSpan(start, count).CopyTo(scores);
        return count;
    }
}
