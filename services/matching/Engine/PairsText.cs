using System.Globalization;
using System.Text;

namespace Mentoring.Matching.Engine;

/// <summary>
/// Instances as text, so that other programs can solve the same. Whole numbers with one space between and one list to a line:
/// <code>
/// mentoring-pairs 1 sparse
/// MENTEES MENTORS
/// PLACES of each mentor
/// MENTOR SCORE MENTOR SCORE …      one line for each mentee, mentors ascending; the line is empty when nobody is possible
/// </code>
/// With <c>dense</c> instead of <c>sparse</c> each mentee's line has the scores of all mentors, and -2147483648 where a pair is not possible.
/// Mentees and mentors are numbered from 0. Lines end with a line feed.
/// </summary>
public static class PairsText
{
    private const string Name = "mentoring-pairs 1 ";

    /// <summary>Writes an instance: dense when it is a <see cref="DensePairs"/>, else sparse.</summary>
    public static void Write(Pairs pairs, TextWriter to)
    {
        var isDense = pairs is DensePairs;
        to.Write(Name + (isDense ? "dense\n" : "sparse\n"));
        to.Write(string.Create(CultureInfo.InvariantCulture, $"{pairs.Mentees} {pairs.Mentors}\n"));
        var line = new StringBuilder();
        foreach (var places in pairs.Places) Append(line, places);
        WriteLine(line, to);
        int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors];
        for (var mentee = 0; mentee < pairs.Mentees; mentee++)
        {
            var count = pairs.Row(mentee, mentors, scores);
            for (int at = 0, mentor = 0; isDense && mentor < pairs.Mentors; mentor++)
                Append(line, at < count && mentors[at] == mentor ? scores[at++] : DensePairs.NotPossible);
            for (var at = 0; !isDense && at < count; at++)
            {
                Append(line, mentors[at]);
                Append(line, scores[at]);
            }

            WriteLine(line, to);
        }
    }

    /// <summary>Reads an instance.</summary>
    /// <exception cref="FormatException">The text is not an instance; the message names the line.</exception>
    public static Pairs Read(TextReader from)
    {
        var lines = new Lines(from);
        var isDense = lines.Next() switch
        {
            Name + "sparse" => false,
            Name + "dense" => true,
            _ => throw lines.Wrong($"It must start with \"{Name}sparse\" or \"{Name}dense\"."),
        };
        if (lines.Numbers() is not [var mentees and >= 0, var mentors and >= 0]) throw lines.Wrong("Here must be how many mentees and mentors there are.");
        var places = lines.Numbers();
        if (places.Length != mentors || Array.Exists(places, number => number < 0)) throw lines.Wrong("Here must be the places of each mentor.");
        return isDense ? ReadDense(lines, mentees, places) : ReadSparse(lines, mentees, places);
    }

    private static DensePairs ReadDense(Lines lines, int mentees, int[] places)
    {
        var table = new int[checked(mentees * places.Length)];
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            var row = lines.Numbers();
            if (row.Length != places.Length) throw lines.Wrong("Here must be a score for each mentor.");
            row.CopyTo(table, mentee * places.Length);
        }

        return new(mentees, table, places);
    }

    private static SparsePairs ReadSparse(Lines lines, int mentees, int[] places)
    {
        var starts = new int[mentees + 1];
        List<int> mentors = [], scores = [];
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            var row = lines.Numbers();
            if (row.Length % 2 != 0) throw lines.Wrong("Here must be mentors, each with a score.");
            for (var at = 0; at < row.Length; at += 2)
            {
                if ((uint)row[at] >= (uint)places.Length || (at > 0 && row[at] <= row[at - 2])) throw lines.Wrong("Mentors must be ascending numbers of mentors.");
                mentors.Add(row[at]);
                scores.Add(row[at + 1]);
            }

            starts[mentee + 1] = mentors.Count;
        }

        return new(starts, [.. mentors], [.. scores], places);
    }

    private static void Append(StringBuilder line, int number)
    {
        if (line.Length > 0) line.Append(' ');
        line.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    private static void WriteLine(StringBuilder line, TextWriter to)
    {
        to.Write(line.Append('\n'));
        line.Clear();
    }

    private sealed class Lines(TextReader from)
    {
        private int _number;

        public string Next()
        {
            _number++;
            return from.ReadLine() ?? throw Wrong("The text ends too early.");
        }

        public int[] Numbers()
        {
            var line = Next().AsSpan();
            var numbers = new List<int>();
            foreach (var range in line.Split(' '))
            {
                if (line[range].IsEmpty) continue;
                if (!int.TryParse(line[range], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) throw Wrong("Here must be whole numbers.");
                numbers.Add(number);
            }

            return [.. numbers];
        }

        public FormatException Wrong(string why) => new($"Line {_number}: {why}");
    }
}
