using System.Runtime.Intrinsics;

namespace Mentoring.Matching.People;

/// <summary>
/// Scores one young person against all mentors: <see cref="Eligibility"/> and <see cref="Score"/> said again in bytes. For every mentor one byte: 0 when
/// the pair is not possible, else the score over a base that keeps it above 0 (<see cref="PackedMentee.ScoreOf"/>). Waiting is the same for all mentors
/// and pairs apart (bans, an earlier no) are few: both come in later. There are two ways, by vectors and one by one, and tests hold them and the explained
/// score to the same result.
/// </summary>
public static class Kernel
{
    /// <summary>Scores some blocks of mentors, by vectors. Runs anywhere; ten times faster where vectors of 256 bits are built in.</summary>
    /// <param name="mentee">The young person.</param>
    /// <param name="mentors">The mentors.</param>
    /// <param name="firstBlock">The first block of <see cref="PackedMentors.Block"/> mentors.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="fit">Room for a byte for each mentor of these blocks.</param>
    public static void Fit(PackedMentee mentee, PackedMentors mentors, int firstBlock, int blocks, Span<byte> fit)
    {
        var look = new Look(mentee, mentors, stackalloc Vector256<ulong>[Look.MostTerms(mentee)], stackalloc byte[Look.MostTerms(mentee)]);
        for (var block = 0; block < blocks; block++) look.At(firstBlock + block, fit.Slice(block * PackedMentors.Block, PackedMentors.Block));
    }

    /// <summary>The same, one mentor after the other: the plain twin, some two hundred times slower, for the tests.</summary>
    public static void FitOneByOne(PackedMentee mentee, PackedMentors mentors, int firstBlock, int blocks, Span<byte> fit)
    {
        for (var at = 0; at < blocks * PackedMentors.Block; at++) fit[at] = PlainKernel.Fit(mentee, mentors, (firstBlock * PackedMentors.Block) + at);
    }
}
