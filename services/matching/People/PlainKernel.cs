namespace Mentoring.Matching.People;

/// <summary>The kernel for one mentor, in plain steps: what <see cref="Kernel"/> does for thirty-two at once.</summary>
internal static class PlainKernel
{
    /// <summary>0 when the pair is not possible, else the score over the base.</summary>
    public static byte Fit(PackedMentee mentee, PackedMentors mentors, int number)
    {
        byte At(int plane) => mentors.Bytes[(plane * mentors.Stride) + number];
        bool Has(ushort plane) => At(plane) != 0;
        bool IsNumbered(int low, int high, int wanted) => wanted != 0 && (At(low) | (At(high) << 8)) == wanted;
        int Sum(Points points) => Math.Min(points.Planes.Count(Has) * points.Each, points.Most);

        var profile = mentee.Profile;
        var days = mentee.Starts.Where(start => (mentors.Starts[(start * mentors.StartStride) + (number / 64)] >> (number % 64) & 1) != 0).Select(start => start / FreeWeek.QuartersADay).Distinct().Count();
        var inPerson = profile.InPerson && At(Plane.InPerson) != 0 && IsNumbered(Plane.AreaLow, Plane.AreaHigh, mentors.Area(Meeting.Area(profile.OutwardPostcode)));
        var possible = At(Plane.Open) != 0
            && days > 0
            && (inPerson || (profile.Online && At(Plane.Online) != 0))
            && mentee.Languages.Any(Has)
            && mentee.Musts.All(Has)
            && !mentee.Nevers.Any(Has)
            && !profile.AvoidPartners.Any(p => IsNumbered(Plane.PartnerLow, Plane.PartnerHigh, mentors.Partner(p)))
            && At(Plane.Born) <= mentee.BornUpTo
            && (mentee.Age is not { } age || (At(Plane.WelcomesFrom) <= age && age <= At(Plane.WelcomesUpTo)));
        if (!possible) return 0;

        var near = !inPerson ? 0 : IsNumbered(Plane.DistrictLow, Plane.DistrictHigh, mentors.District(Meeting.District(profile.OutwardPostcode))) ? mentee.SameDistrict : mentee.SameArea;
        var languages = Math.Min((mentee.Languages.Count(Has) - 1) * mentee.FurtherLanguages.Each, mentee.FurtherLanguages.Most);
        return (byte)(mentee.Base + mentee.Gains.Sum(Sum) - Sum(mentee.Clashes) + languages + near + Math.Min(days * mentee.CommonDay, mentee.CommonDaysMost));
    }
}
