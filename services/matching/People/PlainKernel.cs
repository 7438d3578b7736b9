namespace Mentoring.Matching.People;

/// <summary>The kernel for one mentor, in plain steps: what <see cref="Kernel"/> does for 256 at once.</summary>
internal static class PlainKernel
{
    /// <summary>0 when the pair is not possible, else the score over the base.</summary>
    public static byte Fit(PackedMentee mentee, PackedMentors mentors, int number)
    {
        bool Is(int plane) => mentors.Has(number, plane);
        bool Has(ushort plane) => Is(plane);
        bool IsNumbered(int first, int wanted) => wanted != 0 && mentors.Number(number, first, Plane.NumberDigits) == wanted;
        int Sum(Points points) => Steps(points, points.Planes.Count(Has));
        int Steps(Points points, int had) => points.Steps.Take(had).Sum(step => (sbyte)step);

        var profile = mentee.Profile;
        var days = mentee.Starts.Where(start => (mentors.Starts[(start * mentors.Stride) + (number / 64)] >> (number % 64) & 1) != 0).Select(start => start / FreeWeek.QuartersADay).Distinct().Count();
        var inPerson = profile.InPerson && Is(Plane.InPerson) && IsNumbered(Plane.Area, mentors.Area(Meeting.Area(profile.OutwardPostcode)));
        var possible = Is(Plane.Open)
            && days > 0
            && (inPerson || (profile.Online && Is(Plane.Online)))
            && mentee.Languages.Any(Has)
            && mentee.Musts.All(Has)
            && !mentee.Nevers.Any(Has)
            && !profile.AvoidPartners.Any(p => IsNumbered(Plane.Partner, mentors.Partner(p)))
            && mentors.Number(number, Plane.Born, Plane.YearDigits) <= mentee.BornUpTo
            && (mentee.Age is not { } age || (mentors.Number(number, Plane.WelcomesFrom, Plane.AgeDigits) <= age && age <= mentors.Number(number, Plane.WelcomesUpTo, Plane.AgeDigits)));
        if (!possible) return 0;

        var near = !inPerson ? 0 : IsNumbered(Plane.District, mentors.District(Meeting.District(profile.OutwardPostcode))) ? mentee.SameDistrict : mentee.SameArea;
        return (byte)(mentee.Base + mentee.Gains.Sum(Sum) + Steps(mentee.FurtherLanguages, mentee.Languages.Count(Has) - 1) + Steps(mentee.CommonDays, days) + near);
    }
}
