namespace Mentoring.Matching.Engine;

/// <summary>
/// The scarce part seen from the other side: a row for each scarce mentor, in it the mentees who compete. Every scarce place must be
/// filled and there are mentees to spare, so here the places seek and the mentees are the hosts, each with one place.
/// </summary>
internal static class Mirror
{
    /// <summary>Turns the scarce part round.</summary>
    /// <param name="pairs">The whole instance.</param>
    /// <param name="mentees">The mentees of the scarce part, ascending: the mirror's mentors are numbers into this list.</param>
    /// <param name="mentors">The mentors of the scarce part, ascending: the mirror's mentees are numbers into this list.</param>
    public static Pairs Of(Pairs pairs, int[] mentees, int[] mentors)
        => pairs.HasColumns ? new ReadBySide(pairs, mentees, mentors) : new Turned(pairs, mentees, mentors);

    private static int[] Numbers(int of, int[] list)
    {
        var numbers = new int[of];
        numbers.AsSpan().Fill(-1);
        for (var at = 0; at < list.Length; at++) numbers[list[at]] = at;
        return numbers;
    }

    private static int[] OneEach(int count)
    {
        var places = new int[count];
        places.AsSpan().Fill(1);
        return places;
    }

    /// <summary>Reads columns as they are asked for, where that is cheap.</summary>
    private sealed class ReadBySide(Pairs pairs, int[] mentees, int[] mentors) : Pairs
    {
        private readonly int[] _numbers = Numbers(pairs.Mentees, mentees);
        private readonly int[] _places = OneEach(mentees.Length);
        private readonly int[] _column = new int[pairs.Mentees];
        private readonly int[] _columnScores = new int[pairs.Mentees];

        public override int Mentees => mentors.Length;

        public override int Mentors => mentees.Length;

        public override ReadOnlySpan<int> Places => _places;

        public override int LowestScore => pairs.LowestScore;

        public override int Row(int mentee, Span<int> others, Span<int> scores)
        {
            var count = pairs.Column(mentors[mentee], _column, _columnScores);
            var kept = 0;
            for (var at = 0; at < count; at++)
            {
                if (_numbers[_column[at]] < 0) continue; // has other mentors, and needs no scarce one
                others[kept] = _numbers[_column[at]];
                scores[kept++] = _columnScores[at];
            }

            return kept;
        }
    }

    /// <summary>The scarce part copied into memory, column by column.</summary>
    private sealed class Turned : Pairs
    {
        private readonly int[] _places;
        private readonly int[] _starts;
        private readonly ulong[] _choices;

        public Turned(Pairs pairs, int[] mentees, int[] mentors)
        {
            if (pairs.RowsAreComputed) pairs = SparsePairs.Held(pairs, mentees); // rows are read twice below
            _places = OneEach(mentees.Length);
            LowestScore = pairs.LowestScore;
            var columnOf = Numbers(pairs.Mentors, mentors);
            int[] row = new int[pairs.Mentors], scores = new int[pairs.Mentors];
            _starts = new int[mentors.Length + 1];
            foreach (var mentee in mentees)
            {
                var count = pairs.Row(mentee, row, scores);
                foreach (var mentor in row.AsSpan(0, count)) _starts[columnOf[mentor] + 1]++;
            }

            for (var column = 0; column < mentors.Length; column++) _starts[column + 1] = checked(_starts[column + 1] + _starts[column]);
            _choices = GC.AllocateUninitializedArray<ulong>(_starts[^1]);
            var next = _starts[..^1];
            for (var number = 0; number < mentees.Length; number++)
            {
                var count = pairs.Row(mentees[number], row, scores);
                for (var at = 0; at < count; at++) _choices[next[columnOf[row[at]]]++] = Choice.Of(scores[at], number);
            }
        }

        public override int Mentees => _starts.Length - 1;

        public override int Mentors => _places.Length;

        public override ReadOnlySpan<int> Places => _places;

        public override int LowestScore { get; }

        public override int Row(int mentee, Span<int> mentors, Span<int> scores)
        {
            var choices = _choices.AsSpan(_starts[mentee], _starts[mentee + 1] - _starts[mentee]);
            for (var at = 0; at < choices.Length; at++)
            {
                mentors[at] = Choice.Other(choices[at]);
                scores[at] = Choice.Score(choices[at]);
            }

            return choices.Length;
        }
    }
}
