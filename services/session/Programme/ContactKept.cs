namespace Mentoring.Sessions;

/// <summary>A match as its contacts tell it, by dates in London.</summary>
/// <param name="Began">The day it began, on which all three met.</param>
/// <param name="Ended">The day it ended; null while it goes on.</param>
/// <param name="Contacts">The days of sessions held, check-ins and reviews; in any order, and as often as there were several on one.</param>
public sealed record ContactDays(DateOnly Began, DateOnly? Ended, IReadOnlyList<DateOnly> Contacts);

/// <summary>How many matches went on in each month, and how many of them were quiet (<see cref="Contact.QuietAfter"/>) on any day of it.</summary>
public static class ContactKept
{
    /// <summary>Counts, in the order of the months from that of <paramref name="first"/> to that of <paramref name="last"/>.</summary>
    /// <param name="matches">The matches.</param>
    /// <param name="first">The first day looked at.</param>
    /// <param name="last">The last day looked at, which has come.</param>
    public static IReadOnlyList<(int GoingOn, int Quiet)> ByMonth(IReadOnlyList<ContactDays> matches, DateOnly first, DateOnly last)
    {
        if (last < first) return [];
        var counts = new (int GoingOn, int Quiet)[MonthOf(last, first) + 1];
        foreach (var match in matches)
        {
            var until = match.Ended < last ? match.Ended.Value : last;
            var (goesOn, isOver) = Months(match.Began, until);
            for (var month = goesOn; month <= isOver; month++) counts[month].GoingOn++;

            // A match is quiet from so many days after a contact until the day before the next; a month counts once, however often.
            var counted = -1;
            DateOnly[] days = [match.Began, .. match.Contacts.Where(day => day > match.Began && day <= until).Order()];
            for (var i = 0; i < days.Length; i++)
            {
                var (from, to) = Months(days[i].AddDays(Contact.QuietAfter), i + 1 < days.Length ? days[i + 1].AddDays(-1) : until);
                for (var month = Math.Max(from, counted + 1); month <= to; month++) counts[counted = month].Quiet++;
            }
        }

        return counts;

        (int From, int To) Months(DateOnly from, DateOnly to)
        {
            if (from < first) from = first;
            return to < from ? (0, -1) : (MonthOf(from, first), MonthOf(to, first));
        }
    }

    /// <summary>How many months after that of <paramref name="first"/> a day lies.</summary>
    public static int MonthOf(DateOnly day, DateOnly first) => ((day.Year - first.Year) * 12) + day.Month - first.Month;
}
