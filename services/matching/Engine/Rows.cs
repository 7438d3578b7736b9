namespace Mentoring.Matching.Engine;

/// <summary>
/// Rows sorted best first, only as far as anybody has looked. Nearly every mentee is placed with one of the best few dozen, so the
/// rest of a row is neither sorted nor kept. Whoever comes to the end of what is there asks for <see cref="More"/>.
/// </summary>
internal sealed class Rows
{
    /// <summary>How many are sorted at first of a row that is read anyhow, and of a long one that is only read as far as a guess reaches.</summary>
    public const int First = 16, FirstOfLong = 32;

    private const int Wider = 3;

    // About what it costs to begin with a row, next to reading one entry of it.
    private const int Begin = 100;

    private readonly Pairs _pairs;
    private readonly Row[] _rows;
    private readonly Shelf _shelf = new();
    private readonly int[] _off;
    private readonly int[] _others;
    private readonly int[] _scores;
    private readonly ulong[] _choices;
    private int _most = -1; // that can be taken off; not asked for yet

    public Rows(Pairs pairs)
    {
        _pairs = pairs;
        _rows = new Row[pairs.Mentees];
        _off = new int[pairs.Mentors];
        _others = new int[pairs.Mentors];
        _scores = new int[pairs.Mentors];
        _choices = new ulong[pairs.Mentors];
    }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>What it cost to sort the rows that are sorted, as a number of entries looked at.</summary>
    public long Cost { get; private set; }

    /// <summary>What has been taken off the scores with a host; see <see cref="TakeOff"/>.</summary>
    public int OffOf(int host) => _off[host];

    /// <summary>Takes something off all scores with a host from now on, as far as numbers reach. Rows that are sorted have to be forgotten then.</summary>
    /// <returns>How much was taken off.</returns>
    public int TakeOff(int host, long amount)
    {
        if (_most < 0) _most = (int)Math.Min((long)_pairs.LowestScore - int.MinValue, int.MaxValue);
        var taken = (int)Math.Min(amount, _most - _off[host]);
        _off[host] += taken;
        return taken;
    }

    /// <summary>Forgets all rows; they are sorted anew as they are asked for.</summary>
    public void Forget()
    {
        _rows.AsSpan().Clear();
        _shelf.Clear();
        Cost = 0;
    }

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
        var read = Read(row, before, out var wanted, out var isWhole);
        Cost += Begin + read;

        // What is there already is better than all that comes, so only what is new is sorted.
        var last = before == 0 ? 0 : Of(row)[^1];
        var fresh = 0;
        for (var at = 0; at < read; at++)
        {
            var choice = Choice.Of(_scores[at], _others[at]);
            _choices[fresh] = choice;
            if (choice > last || before == 0) fresh++;
        }

        if (fresh > wanted - before + wanted / 2)
        {
            Selection.BestFirst(_choices.AsSpan(0, fresh), wanted - before);
            (fresh, isWhole) = (wanted - before, false);
        }

        _choices.AsSpan(0, fresh).Sort();
        (known.Slab, known.Start) = _shelf.Put(Of(row), _choices.AsSpan(0, fresh));
        known.Count = before + fresh;
        known.IsWhole = isWhole;
        choices = Of(row);
        return fresh > 0;
    }

    private int Read(int row, int before, out int wanted, out bool isWhole)
    {
        ReadOnlySpan<int> off = _most > 0 ? _off : [];
        wanted = before == 0 ? FirstOfLong : before * Wider;
        var floor = _pairs.GuessFloor(row, wanted + wanted / 4, off);
        if (floor == int.MinValue && before == 0) wanted = First;
        var read = _pairs.RowAtLeast(row, floor, off, _others, _scores);
        isWhole = floor == int.MinValue;
        if (isWhole || read >= wanted) return read;
        isWhole = true;
        return _pairs.RowAtLeast(row, int.MinValue, off, _others, _scores);
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

        /// <summary>Makes all room free again, and keeps the largest piece of it.</summary>
        public void Clear()
        {
            if (_slabs.Count > 1) _slabs.RemoveRange(0, _slabs.Count - 1);
            _used = 0;
        }

        public ReadOnlySpan<ulong> At(int slab, int start, int count) => count == 0 ? [] : _slabs[slab].AsSpan(start, count);

        /// <summary>Puts two lists down, one behind the other.</summary>
        public (int Slab, int Start) Put(ReadOnlySpan<ulong> list, ReadOnlySpan<ulong> more)
        {
            var length = list.Length + more.Length;
            if (_slabs.Count == 0 || _slabs[^1].Length - _used < length)
            {
                var size = _slabs.Count == 0 ? Least : Math.Min(Most, _slabs[^1].Length * 2);
                _slabs.Add(GC.AllocateUninitializedArray<ulong>(Math.Max(size, length)));
                _used = 0;
            }

            var start = _used;
            list.CopyTo(_slabs[^1].AsSpan(start));
            more.CopyTo(_slabs[^1].AsSpan(start + list.Length));
            _used += length;
            return (_slabs.Count - 1, start);
        }
    }
}
