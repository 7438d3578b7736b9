using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mentoring.Matching.People;

/// <summary>
/// One young person's look at mentors, 256 a step. Rules come first, a bit for each mentor: a rule is one AND. Then every count that gives points is
/// brought to bits that say "has at least one", "has at least two" and so on, each a term with points of its own. At the end the terms are added up, a byte for
/// each mentor.
/// </summary>
internal ref struct Look
{
    private const int Days = 7;
    private readonly PackedMentee mentee;
    private readonly ReadOnlySpan<ulong> planes;
    private readonly ReadOnlySpan<ulong> starts;
    private readonly int stride;
    private readonly int digits;
    private readonly ushort area;
    private readonly ushort district;
    private readonly ushort[] partners;
    private readonly Span<Vector256<ulong>> terms;
    private readonly Span<byte> points;
    private int count;

    public Look(PackedMentee mentee, PackedMentors mentors, Span<Vector256<ulong>> terms, Span<byte> points)
    {
        var profile = mentee.Profile;
        this.mentee = mentee;
        this.terms = terms;
        this.points = points;
        (stride, digits) = (mentors.Stride, mentors.DigitsInUse);
        planes = mentors.Planes;
        starts = mentors.Starts;
        area = profile.InPerson ? mentors.Area(Meeting.Area(profile.OutwardPostcode)) : (ushort)0;
        district = mentors.District(Meeting.District(profile.OutwardPostcode));
        partners = profile.AvoidPartners.Count == 0 ? [] : [.. profile.AvoidPartners.Select(mentors.Partner).Where(p => p != 0)];
    }

    /// <summary>Room for the terms of a young person.</summary>
    public static int MostTerms(PackedMentee mentee) => 2 + mentee.Gains.Sum(g => g.Steps.Length) + mentee.FurtherLanguages.Steps.Length + Days;

    /// <summary>Scores a block of mentors.</summary>
    public void At(int block, Span<byte> fit)
    {
        count = 0;
        var first = block * Vector256<ulong>.Count;
        var inPerson = area == 0 ? Vector256<ulong>.Zero : Plane(People.Plane.InPerson, first) & AreNumbered(People.Plane.Area, area, first);
        var possible = Plane(People.Plane.Open, first) & (mentee.Profile.Online ? inPerson | Plane(People.Plane.Online, first) : inPerson);
        foreach (var plane in mentee.Musts) possible &= Plane(plane, first);
        foreach (var plane in mentee.Nevers) possible = Vector256.AndNot(possible, Plane(plane, first));
        foreach (var partner in partners) possible = Vector256.AndNot(possible, AreNumbered(People.Plane.Partner, partner, first));
        possible &= AreAtMost(People.Plane.Born, People.Plane.YearDigits, mentee.BornUpTo, first);
        if (mentee.Age is { } age)
            possible &= AreAtMost(People.Plane.WelcomesFrom, People.Plane.AgeDigits, age, first) & ~AreAtMost(People.Plane.WelcomesUpTo, People.Plane.AgeDigits, age - 1, first);
        if (possible != Vector256<ulong>.Zero) possible &= Languages(first);
        if (possible != Vector256<ulong>.Zero) possible &= CommonDays(first);
        if (possible == Vector256<ulong>.Zero)
        {
            fit.Clear();
            return;
        }

        foreach (var gain in mentee.Gains) Count(gain, first);
        Near(inPerson, first);
        AddUp(possible, fit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<ulong> Plane(int plane, int first) => Vector256.Create(planes.Slice((plane * stride) + first, Vector256<ulong>.Count));

    // Whose number this is: every digit is the same.
    private readonly Vector256<ulong> AreNumbered(int plane, ushort number, int first)
    {
        var same = Vector256<ulong>.AllBitsSet;
        for (var digit = 0; digit < digits; digit++)
            same = (number >> digit & 1) != 0 ? same & Plane(plane + digit, first) : Vector256.AndNot(same, Plane(plane + digit, first));
        return same;
    }

    // Whose number is no larger: from the lowest digit to the highest, where the larger digit decides anew.
    private readonly Vector256<ulong> AreAtMost(int plane, int digits, int number, int first)
    {
        if (number < 0) return Vector256<ulong>.Zero;
        var atMost = Vector256<ulong>.AllBitsSet;
        for (var digit = 0; digit < digits; digit++)
        {
            var zero = ~Plane(plane + digit, first);
            atMost = (number >> digit & 1) != 0 ? zero | atMost : zero & atMost;
        }

        return atMost;
    }

    // Who shares a language; and the further ones as terms.
    private Vector256<ulong> Languages(int first)
    {
        var levels = Levels(mentee.FurtherLanguages);
        var shared = Vector256<ulong>.Zero;
        foreach (var plane in mentee.Languages)
        {
            var speaks = Plane(plane, first);
            OneMore(levels, speaks & shared);
            shared |= speaks;
        }

        return shared;
    }

    // Who shares a day; and the days as terms.
    private Vector256<ulong> CommonDays(int first)
    {
        var levels = Levels(mentee.CommonDays);
        var shared = Vector256<ulong>.Zero;
        ReadOnlySpan<ushort> wanted = mentee.Starts;
        for (int day = 1, next = 0; next < wanted.Length; day++)
        {
            var free = Vector256<ulong>.Zero;
            for (; next < wanted.Length && wanted[next] < day * FreeWeek.QuartersADay; next++)
                free |= Vector256.Create(starts.Slice((wanted[next] * stride) + first, Vector256<ulong>.Count));
            OneMore(levels, free);
            shared |= free;
        }

        return shared;
    }

    // What gives points, as terms.
    private void Count(Points gain, int first)
    {
        if (gain.Steps.Length == 0) return;
        var levels = Levels(gain);
        foreach (var plane in gain.Planes) OneMore(levels, Plane(plane, first));
    }

    // A term for each step, empty as yet.
    private Span<Vector256<ulong>> Levels(Points gain)
    {
        var levels = terms.Slice(count, gain.Steps.Length);
        levels.Clear();
        gain.Steps.CopyTo(points[count..]);
        count += levels.Length;
        return levels;
    }

    // Counts one more where the bit is set: who had two and has this too has three.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneMore(Span<Vector256<ulong>> levels, Vector256<ulong> has)
    {
        for (var level = levels.Length - 1; level > 0; level--) levels[level] |= levels[level - 1] & has;
        if (levels.Length > 0) levels[0] |= has;
    }

    private void Near(Vector256<ulong> inPerson, int first)
    {
        if (area == 0) return;
        var sameDistrict = inPerson & AreNumbered(People.Plane.District, district, first);
        Term(sameDistrict, mentee.SameDistrict);
        Term(Vector256.AndNot(inPerson, sameDistrict), mentee.SameArea);
    }

    private void Term(Vector256<ulong> bits, byte worth)
    {
        if (worth == 0) return;
        (terms[count], points[count]) = (bits, worth);
        count++;
    }

    private readonly void AddUp(Vector256<ulong> possible, Span<byte> fit)
    {
        var all = MemoryMarshal.Cast<Vector256<ulong>, uint>(terms[..count]);
        var may = MemoryMarshal.Cast<Vector256<ulong>, uint>(new ReadOnlySpan<Vector256<ulong>>(in possible));
        for (int step = 0, word = 0; step < PackedMentors.Block; step += Lanes.Count, word += Lanes.Count / 32)
        {
            var sum = Lanes.Of(mentee.Base);
            for (var term = 0; term < count; term++) sum += Lanes.Where(all.Slice((term * Vector256<uint>.Count) + word, 4), points[term]);
            (sum & Lanes.Where(may.Slice(word, 4), byte.MaxValue)).Store(fit[step..]);
        }
    }
}
