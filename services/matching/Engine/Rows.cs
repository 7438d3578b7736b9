namespace Mentoring.Matching.Engine;

/// <summary>
/// Rows sorted best first, only as far as anybody has looked. Nearly every mentee is placed with one of the best few dozen, so the
/// rest of a row is neither sorted nor kept. Whoever comes to the end of what is there asks for <see cref="More"/>.
/// </summary>
internal sealed class Rows
{
    /// <summary>How many are sorted at first.</summary>
    public const int First = 48;

    private const int Wider = 4;

    private readonly Pairs _pairs;
    private readonly Row[] _rows;
    private readonly Shelf _shelf = new();
    private readonly int[] _others;
    private readonly int[] _scores;
    private readonly ulong[] _choices;

    public Rows(Pairs pairs)
    {
        _pairs = pairs;
        _rows = new Row[pairs.Mentees];
        _others = new int[pairs.Mentors];
        _scores = new int[pairs.Mentors];
        _choices = new ulong[pairs.Mentors];
    }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The best of a row as far as it has been sorted. Read its first choices with <see cref="More"/>.</summary>
    public ReadOnlySpan<ulong> Of(int row) => _shelf.At(_rows[row].Slab, _rows[row].Start, _rows[row].Count);

    /// <summary>Sorts more of a row.</summary>
    /// <param name="row">Which.</param>
    /// <param name="choices">The best of the row: what was there, and more behind it.</param>
    /// <returns>False when there is no more.</returns>
    public bool More(int row, ref ReadOnlySpan<ulong> choices)
    {
        ref var known = ref _rows[row];
        if (known.IsWhole) return false;
        var before = known.Count;
        var wanted = before == 0 ? First : Math.Max(before * Wider, First);

        var floor = _pairs.GuessFloor(row, wanted + wanted / 2);
        var read = _pairs.RowAtLeast(row, floor, _others, _scores);
        if (floor > int.MinValue && read < wanted)
        {
            floor = int.MinValue;
            read = _pairs.Row(row, _others, _scores);
        }

        for (var at = 0; at < read; at++) _choices[at] = Choice.Of(_scores[at], _others[at]);
        var found = _choices.AsSpan(0, read);
        if (read > wanted + wanted / 2)
        {
            Selection.BestFirst(found, wanted);
            found = found[..wanted];
        }

        found.Sort();
        known.IsWhole = floor == int.MinValue && found.Length == read;
        known.Count = found.Length;
        (known.Slab, known.Start) = _shelf.Put(found);
        choices = Of(row);
        return choices.Length > before;
    }

    private struct Row
    {
        public int Slab;
        public int Start;
        public int Count;
        public bool IsWhole;
    }

    /// <summary>Room for very many short lists without an object for each.</summary>
    private sealed class Shelf
    {
        private const int Least = 1 << 16;
        private const int Most = 1 << 22;

        private readonly List<ulong[]> _slabs = [];
        private int _used;

        public ReadOnlySpan<ulong> At(int slab, int start, int count) => count == 0 ? [] : _slabs[slab].AsSpan(start, count);

        public (int Slab, int Start) Put(ReadOnlySpan<ulong> list)
        {
            if (_slabs.Count == 0 || _slabs[^1].Length - _used < list.Length)
            {
                var size = _slabs.Count == 0 ? Least : Math.Min(Most, _slabs[^1].Length * 2);
                _slabs.Add(GC.AllocateUninitializedArray<ulong>(Math.Max(size, list.Length)));
                _used = 0;
            }

            list.CopyTo(_slabs[^1].AsSpan(_used));
            var start = _used;
            _used += list.Length;
            return (_slabs.Count - 1, start);
        }
    }
}
