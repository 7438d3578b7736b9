using System.Runtime.Intrinsics;

namespace Mentoring.Matching.People;

/// <summary>
/// Scores one young person against all mentors: <see cref="Eligibility"/> and <see cref="Score"/> said again in bytes. For every mentor one byte: 0 when
/// the pair is not possible, else the score over a base that keeps it above 0 (<see cref="PackedMentee.ScoreOf"/>). Waiting is the same for all mentors
/// and pairs apart (bans, an earlier no) are few: both come in later. There are two ways, thirty-two mentors a step and one by one, and tests hold them and
/// the explained score to the same result.
/// </summary>
public static class Kernel
{
    private const int Lanes = 32;
    private const int Steps = PackedMentors.Block / Lanes;
    private const int Days = 7;

    /// <summary>Scores some blocks of mentors in the way that is faster on this machine.</summary>
    /// <param name="mentee">The young person.</param>
    /// <param name="mentors">The mentors.</param>
    /// <param name="firstBlock">The first block of <see cref="PackedMentors.Block"/> mentors.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="fit">Room for a byte for each mentor of these blocks.</param>
    public static void Fit(PackedMentee mentee, PackedMentors mentors, int firstBlock, int blocks, Span<byte> fit)
    {
        if (Vector256.IsHardwareAccelerated) FitByVectors(mentee, mentors, firstBlock, blocks, fit);
        else FitOneByOne(mentee, mentors, firstBlock, blocks, fit);
    }

    /// <summary>Thirty-two mentors a step. Runs anywhere; fast where vectors of 256 bits are built in.</summary>
    public static void FitByVectors(PackedMentee mentee, PackedMentors mentors, int firstBlock, int blocks, Span<byte> fit)
    {
        var look = new Look(mentee, mentors);
        Span<uint> free = stackalloc uint[(Days + 1) * Steps];
        for (var block = 0; block < blocks; block++)
        {
            var into = fit.Slice(block * PackedMentors.Block, PackedMentors.Block);
            if (!CommonDays(mentee, mentors, firstBlock + block, free))
            {
                into.Clear();
                continue;
            }

            for (var step = 0; step < Steps; step++)
                look.At(((firstBlock + block) * PackedMentors.Block) + (step * Lanes), free[step..]).CopyTo(into[(step * Lanes)..]);
        }
    }

    /// <summary>One mentor after the other: the plain twin.</summary>
    public static void FitOneByOne(PackedMentee mentee, PackedMentors mentors, int firstBlock, int blocks, Span<byte> fit)
    {
        for (var at = 0; at < blocks * PackedMentors.Block; at++) fit[at] = PlainKernel.Fit(mentee, mentors, (firstBlock * PackedMentors.Block) + at);
    }

    // For a block of mentors, bit by bit: whether they are free with the young person on each day, and on any. False when nobody is.
    private static bool CommonDays(PackedMentee mentee, PackedMentors mentors, int block, Span<uint> free)
    {
        var any = Vector256<ulong>.Zero;
        ReadOnlySpan<ulong> starts = mentors.Starts;
        var next = 0;
        for (var day = 0; day < Days; day++)
        {
            var common = Vector256<ulong>.Zero;
            for (; next < mentee.Starts.Length && mentee.Starts[next] < (day + 1) * FreeWeek.QuartersADay; next++)
                common |= Vector256.Create(starts.Slice((mentee.Starts[next] * mentors.StartStride) + (block * Vector256<ulong>.Count), Vector256<ulong>.Count));
            common.AsUInt32().CopyTo(free[((day + 1) * Steps)..]);
            any |= common;
        }

        any.AsUInt32().CopyTo(free);
        return any != Vector256<ulong>.Zero;
    }

    // What stays the same from step to step.
    private readonly ref struct Look(PackedMentee mentee, PackedMentors mentors)
    {
        private readonly ReadOnlySpan<byte> bytes = mentors.Bytes;
        private readonly int stride = mentors.Stride;
        private readonly ushort area = mentors.Area(Meeting.Area(mentee.Profile.OutwardPostcode));
        private readonly ushort district = mentors.District(Meeting.District(mentee.Profile.OutwardPostcode));
        private readonly ushort[] partners = [.. mentee.Profile.AvoidPartners.Select(mentors.Partner).Where(p => p != 0)];

        public Vector256<byte> At(int first, ReadOnlySpan<uint> free)
        {
            var possible = Load(Plane.Open, first) & Spread(free[0]);
            if (possible == Vector256<byte>.Zero) return possible;

            var inPerson = mentee.Profile.InPerson && area != 0 ? Load(Plane.InPerson, first) & AreNumbered(Plane.AreaLow, Plane.AreaHigh, area, first) : Vector256<byte>.Zero;
            possible &= mentee.Profile.Online ? inPerson | Load(Plane.Online, first) : inPerson;
            possible &= SharedLanguage(first, out var furtherLanguages);
            foreach (var plane in mentee.Musts) possible &= Load(plane, first);
            foreach (var plane in mentee.Nevers) possible = Vector256.AndNot(possible, Load(plane, first));
            foreach (var partner in partners) possible = Vector256.AndNot(possible, AreNumbered(Plane.PartnerLow, Plane.PartnerHigh, partner, first));
            possible &= Vector256.LessThanOrEqual(Load(Plane.Born, first), Vector256.Create(mentee.BornUpTo));
            if (mentee.Age is { } age)
                possible &= Vector256.LessThanOrEqual(Load(Plane.WelcomesFrom, first), Vector256.Create(age)) & Vector256.GreaterThanOrEqual(Load(Plane.WelcomesUpTo, first), Vector256.Create(age));

            var fit = Vector256.Create(mentee.Base);
            foreach (var gain in mentee.Gains) fit += Sum(gain, first);
            fit -= Sum(mentee.Clashes, first);
            fit += furtherLanguages;
            fit += Near(inPerson, first);
            fit += Time(free);
            return fit & possible;
        }

        private Vector256<byte> Load(int plane, int first) => Vector256.Create(bytes.Slice((plane * stride) + first, Lanes));

        private Vector256<byte> AreNumbered(int low, int high, ushort number, int first) =>
            Vector256.Equals(Load(low, first), Vector256.Create((byte)number)) & Vector256.Equals(Load(high, first), Vector256.Create((byte)(number >> 8)));

        // Who has one of the languages, and the points for each after the first that they have.
        private Vector256<byte> SharedLanguage(int first, out Vector256<byte> further)
        {
            var (shared, sum, each) = (Vector256<byte>.Zero, Vector256<byte>.Zero, Vector256.Create(mentee.FurtherLanguages.Each));
            foreach (var plane in mentee.Languages)
            {
                var speaks = Load(plane, first);
                sum = Vector256.AddSaturate(sum, speaks & shared & each);
                shared |= speaks;
            }

            further = Vector256.Min(sum, Vector256.Create(mentee.FurtherLanguages.Most));
            return shared;
        }

        // Masks of 255 and the points leave the points; they are added up without running over, and cut at the most.
        private Vector256<byte> Sum(Points points, int first)
        {
            var (sum, each) = (Vector256<byte>.Zero, Vector256.Create(points.Each));
            foreach (var plane in points.Planes) sum = Vector256.AddSaturate(sum, Load(plane, first) & each);
            return Vector256.Min(sum, Vector256.Create(points.Most));
        }

        private Vector256<byte> Near(Vector256<byte> inPerson, int first)
        {
            if (mentee.SameDistrict == 0 && mentee.SameArea == 0) return Vector256<byte>.Zero;
            var sameDistrict = district == 0 ? Vector256<byte>.Zero : AreNumbered(Plane.DistrictLow, Plane.DistrictHigh, district, first);
            return inPerson & Vector256.ConditionalSelect(sameDistrict, Vector256.Create(mentee.SameDistrict), Vector256.Create(mentee.SameArea));
        }

        private Vector256<byte> Time(ReadOnlySpan<uint> free)
        {
            var days = Vector256<byte>.Zero;
            var each = Vector256.Create(mentee.CommonDay);
            for (var day = 1; day <= Days; day++) days = Vector256.AddSaturate(days, Spread(free[day * Steps]) & each);
            return Vector256.Min(days, Vector256.Create(mentee.CommonDaysMost));
        }

        // Thirty-two bits become thirty-two bytes of 255 or 0: every byte is given the eight bits it lies in, and keeps its own.
        private static Vector256<byte> Spread(uint bits)
        {
            var own = Vector256.Create(0x8040201008040201UL).AsByte();
            var all = Vector256.Shuffle(Vector256.Create(bits).AsByte(), Vector256.Create(
                (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19));
            return Vector256.Equals(all & own, own);
        }
    }
}
