namespace Mentoring.Matching.Engine;

/// <summary>
/// The possible pairs of one instance, a mentee's row at a time: who can be matched with whom, and how good that would be.
/// Mentees and mentors are numbers from 0; a pair that is not written is not possible. The engine asks for a row again
/// whenever it needs it, so an instance may compute its rows and never hold them all.
/// Rows, columns and places must not change while an instance is being solved.
/// </summary>
public abstract class Pairs
{
    /// <summary>How many mentees there are.</summary>
    public abstract int Mentees { get; }

    /// <summary>How many mentors there are.</summary>
    public abstract int Mentors { get; }

    /// <summary>How many mentees each mentor can take, by mentor; 0 or more.</summary>
    public abstract ReadOnlySpan<int> Places { get; }

    /// <summary>Writes the possible mentors of one mentee, ascending, each once, and their scores.</summary>
    /// <param name="mentee">Whose row.</param>
    /// <param name="mentors">Room for <see cref="Mentors"/> numbers.</param>
    /// <param name="scores">Room for as many scores; any whole number, more is better.</param>
    /// <returns>How many were written.</returns>
    public abstract int Row(int mentee, Span<int> mentors, Span<int> scores);

    /// <summary>No score of any pair is lower. Only speed hangs on it; <see cref="int.MinValue"/>, the default, when that is not known.</summary>
    public virtual int LowestScore => int.MinValue;

    /// <summary>
    /// As <see cref="Row"/>, with something taken off the scores, and then only the pairs that come to <paramref name="floor"/> or more.
    /// Worth overriding where pairs under the floor can be passed over faster than written.
    /// </summary>
    /// <param name="mentee">Whose row.</param>
    /// <param name="floor">What a pair has to come to.</param>
    /// <param name="off">What is taken off the scores with each mentor, 0 or more and never so much that a score leaves the range; or empty when nothing is.</param>
    /// <param name="mentors">Room for <see cref="Mentors"/> numbers.</param>
    /// <param name="scores">Room for as many scores.</param>
    /// <returns>How many were written.</returns>
    public virtual int RowAtLeast(int mentee, int floor, ReadOnlySpan<int> off, Span<int> mentors, Span<int> scores)
        => KeepAtLeast(floor, off, mentors, scores, Row(mentee, mentors, scores));

    /// <summary>
    /// Guesses what about <paramref name="wanted"/> pairs of a row come to, from a sample of it. Only speed hangs on it;
    /// <see cref="int.MinValue"/>, the default, means that there is nothing to go by and the whole row is read.
    /// </summary>
    /// <param name="mentee">Whose row.</param>
    /// <param name="wanted">How many pairs are wanted.</param>
    /// <param name="off">What is taken off, as in <see cref="RowAtLeast"/>.</param>
    public virtual int GuessFloor(int mentee, int wanted, ReadOnlySpan<int> off) => int.MinValue;

    /// <summary>Takes something off the scores of a row that is written, and keeps what comes to the floor.</summary>
    protected static int KeepAtLeast(int floor, ReadOnlySpan<int> off, Span<int> mentors, Span<int> scores, int written)
    {
        if (floor == int.MinValue && off.IsEmpty) return written;
        var kept = 0;
        for (var at = 0; at < written; at++)
        {
            var (mentor, score) = (mentors[at], scores[at]);
            if (!off.IsEmpty) score -= off[mentor];
            mentors[kept] = mentor;
            scores[kept] = score;
            if (score >= floor) kept++;
        }

        return kept;
    }

    /// <summary>
    /// Writes the possible mentees of one mentor, ascending, each once, and their scores: the same pairs read the other way.
    /// The default looks into every row and is slow.
    /// </summary>
    /// <param name="mentor">Whose column.</param>
    /// <param name="mentees">Room for <see cref="Mentees"/> numbers.</param>
    /// <param name="scores">Room for as many scores.</param>
    /// <returns>How many were written.</returns>
    public virtual int Column(int mentor, Span<int> mentees, Span<int> scores)
    {
        int[] row = new int[Mentors], rowScores = new int[Mentors];
        var written = 0;
        for (var mentee = 0; mentee < Mentees; mentee++)
        {
            var count = Row(mentee, row, rowScores);
            var at = row.AsSpan(0, count).BinarySearch(mentor);
            if (at < 0) continue;
            mentees[written] = mentee;
            scores[written++] = rowScores[at];
        }

        return written;
    }

    /// <summary>
    /// Whether <see cref="Column"/> costs about as much as a row. If not, the engine turns rows into columns itself, in memory.
    /// </summary>
    public virtual bool HasColumns => false;

    /// <summary>Whether a row costs much more to write than to copy, so that one that is needed twice is better kept.</summary>
    public virtual bool RowsAreComputed => false;

    /// <summary>The partner a mentor comes from, as a number from 0; -1 when from none. Only limits by partner ask for it.</summary>
    public virtual int PartnerOf(int mentor) => -1;
}
