using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mentoring.Matching.People;

/// <summary>A byte for each of 128 mentors, in four vectors of thirty-two: as much as stays in registers while points are added up.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct Lanes(Vector256<byte> a, Vector256<byte> b, Vector256<byte> c, Vector256<byte> d)
{
    /// <summary>How many mentors.</summary>
    public const int Count = 128;

    private readonly Vector256<byte> a = a, b = b, c = c, d = d;

    /// <summary>The same byte for everybody.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Of(byte value)
    {
        var all = Vector256.Create(value);
        return new(all, all, all, all);
    }

    /// <summary>A byte where a bit is set, and 0 where it is not.</summary>
    /// <param name="bits">128 bits.</param>
    /// <param name="value">The byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Where(ReadOnlySpan<uint> bits, byte value)
    {
        var all = Vector256.Create(value);
        return new(Spread(bits[0]) & all, Spread(bits[1]) & all, Spread(bits[2]) & all, Spread(bits[3]) & all);
    }

    /// <summary>The sum. Bytes run round, so that 255 more is one less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes one, Lanes other) => new(one.a + other.a, one.b + other.b, one.c + other.c, one.d + other.d);

    /// <summary>Bits that both have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator &(Lanes one, Lanes other) => new(one.a & other.a, one.b & other.b, one.c & other.c, one.d & other.d);

    /// <summary>Writes 128 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<byte> into)
    {
        ref var first = ref MemoryMarshal.GetReference(into[..Count]);
        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, 32);
        c.StoreUnsafe(ref first, 64);
        d.StoreUnsafe(ref first, 96);
    }

    // Thirty-two bits become thirty-two bytes of 255 or 0: every byte is given the eight bits it lies in, and keeps its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Spread(uint bits)
    {
        var own = Vector256.Create(0x8040201008040201UL).AsByte();
        var all = Vector256.Shuffle(Vector256.Create(bits).AsByte(), Vector256.Create(
            (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19));
        return Vector256.Equals(all & own, own);
    }
}
