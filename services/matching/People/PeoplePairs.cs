using System.Buffers;
using System.Runtime.Intrinsics;
using Mentoring.Matching.Engine;
using Mentoring.Shared;

namespace Mentoring.Matching.People;

/// <summary>The possible pairs of packed people, as the engine reads them: rows are computed when asked for and never held. The people must not change meanwhile.</summary>
/// <param name="people">The people.</param>
public sealed class PeoplePairs(PackedPeople people) : Pairs
{
    private const int SampledBlocks = 8;
    private readonly PackedMentee[] mentees = [.. people.Mentees];

    /// <inheritdoc/>
    public override int Mentees => mentees.Length;

    /// <inheritdoc/>
    public override int Mentors => people.Mentors.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Places => people.Mentors.FreePlaces;

    /// <inheritdoc/>
    public override int LowestScore => mentees.Length == 0 ? 0 : mentees.Min(mentee => mentee.ScoreOf(0));

    /// <inheritdoc/>
    public override bool RowsAreComputed => true;

    /// <summary>The young person with a number.</summary>
    public MenteeId MenteeAt(int mentee) => mentees[mentee].Id;

    /// <summary>The mentor with a number; null when nobody has it any more.</summary>
    public MentorId? MentorAt(int mentor) => people.Mentors.At(mentor)?.Id;

    /// <inheritdoc/>
    public override int PartnerOf(int mentor) => people.Mentors.PartnerAt(mentor);

    /// <inheritdoc/>
    public override int Row(int mentee, Span<int> mentors, Span<int> scores) => RowAtLeast(mentee, int.MinValue, [], mentors, scores);

    /// <inheritdoc/>
    public override int RowAtLeast(int mentee, int floor, ReadOnlySpan<int> off, Span<int> mentors, Span<int> scores)
    {
        // Whoever is under the floor with nothing taken off is under it all the more with something.
        var packed = mentees[mentee];
        var nothing = packed.ScoreOf(0);
        var least = floor <= nothing ? 1 : (long)floor - nothing;
        if (least > byte.MaxValue) return 0;
        var size = people.Mentors.Blocks * PackedMentors.Block;
        var room = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var fit = room.AsSpan(0, size);
            people.Fit(packed, 0, people.Mentors.Blocks, fit);
            return KeepAtLeast(floor, off, mentors, scores, Collect(fit, (byte)least, nothing, mentors, scores));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <inheritdoc/>
    public override int GuessFloor(int mentee, int wanted, ReadOnlySpan<int> off)
    {
        var blocks = people.Mentors.Blocks;
        if (!off.IsEmpty || blocks <= 2 * SampledBlocks) return int.MinValue;
        Span<int> having = stackalloc int[256];
        having.Clear();
        Span<byte> fit = stackalloc byte[PackedMentors.Block];
        for (var sample = 0; sample < SampledBlocks; sample++)
        {
            people.Fit(mentees[mentee], (int)((long)sample * blocks / SampledBlocks), 1, fit);
            foreach (var one in fit) having[one]++;
        }

        var (least, found) = (byte.MaxValue, 0L);
        while (least > 1 && (found += having[least]) * blocks < (long)wanted * SampledBlocks) least--;
        return least <= 1 ? int.MinValue : mentees[mentee].ScoreOf(least);
    }

    private static int Collect(ReadOnlySpan<byte> fit, byte least, int nothing, Span<int> mentors, Span<int> scores)
    {
        var (written, enough) = (0, Vector256.Create(least));
        for (var first = 0; first < fit.Length; first += Vector256<byte>.Count)
        {
            var found = Vector256.GreaterThanOrEqual(Vector256.Create(fit.Slice(first, Vector256<byte>.Count)), enough).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                var mentor = first + System.Numerics.BitOperations.TrailingZeroCount(found);
                mentors[written] = mentor;
                scores[written++] = fit[mentor] + nothing;
            }
        }

        return written;
    }
}
