using System.Numerics;

namespace Mentoring.Matching.Engine;

/// <summary>
/// A queue of whole numbers that never gives out a smaller key than the last. Keys wait in buckets by the highest bit in which
/// they differ from the last key given out; when the near buckets are empty, the next one is spread over them. Each entry only
/// ever moves to a nearer bucket, so it moves few times.
/// </summary>
internal sealed class RadixHeap
{
    private readonly (long Key, int Item)[][] _buckets = new (long, int)[65][];
    private readonly int[] _counts = new int[65];
    private long _last;
    private ulong _filled;

    public RadixHeap()
    {
        for (var bucket = 0; bucket < _buckets.Length; bucket++) _buckets[bucket] = new (long, int)[16];
    }

    /// <summary>The last key given out, or 0.</summary>
    public long Last => _last;

    /// <summary>Empties the queue; keys may start from 0 again.</summary>
    public void Clear()
    {
        for (; _filled != 0; _filled &= _filled - 1) _counts[BitOperations.TrailingZeroCount(_filled)] = 0;
        _last = 0;
    }

    /// <summary>Puts an item in.</summary>
    /// <param name="key">Where it stands; not less than the last key given out.</param>
    /// <param name="item">The item.</param>
    public void Push(long key, int item)
    {
        var bucket = 64 - BitOperations.LeadingZeroCount((ulong)(key ^ _last));
        ref var list = ref _buckets[bucket];
        ref var count = ref _counts[bucket];
        if (count == list.Length) Array.Resize(ref list, count * 2);
        list[count++] = (key, item);
        _filled |= 1UL << bucket;
    }

    /// <summary>Takes an item with the smallest key out.</summary>
    public bool TryPop(out long key, out int item)
    {
        if (_filled == 0)
        {
            (key, item) = (0, -1);
            return false;
        }

        if ((_filled & 1) == 0) Spread(BitOperations.TrailingZeroCount(_filled));
        (key, item) = _buckets[0][--_counts[0]];
        if (_counts[0] == 0) _filled &= ~1UL;
        return true;
    }

    private void Spread(int from)
    {
        var list = _buckets[from].AsSpan(0, _counts[from]);
        _last = list[0].Key;
        foreach (var (key, _) in list) _last = Math.Min(_last, key);
        _counts[from] = 0;
        _filled &= ~(1UL << from);
        foreach (var (key, item) in list) Push(key, item);
    }
}
