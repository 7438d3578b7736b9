using Mentoring.Contracts;
using Mentoring.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;

namespace Mentoring.Bookings;

/// <summary>The session service as it runs, with matches that facts would have made.</summary>
internal sealed class Service() : ServiceFixture<SessionDb>("session")
{
    private static readonly Availability Always = new()
    {
        Zone = "Etc/UTC",
        Weekly = [.. Enum.GetValues<DayOfWeek>().Select(day => new WeeklyWindow { Day = day, From = new(6, 0), Until = new(22, 0) })],
        Changes = [.. BankHolidays.EnglandAndWales.All.Select(holiday => new AvailabilityChange { First = holiday.Date, Last = holiday.Date, From = new(6, 0), Until = new(22, 0) })],
    };

    /// <summary>A match that has begun.</summary>
    public async Task<MatchCopy> Match(MenteeId mentee, MentorId mentor)
    {
        var (id, now) = (MatchId.New(), Clock.GetUtcNow());
        return await Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var match = await db.HoldMatch(id, mentee, mentor, now, default);
            match.Activate(now);
            var copy = await db.HoldMentor(mentor, default);
            copy.BeCleared(London.DateAt(now).AddYears(1), now);
            copy.BeFree(Always, now);
            (await db.HoldMentee(mentee, default)).GoTo(CaseworkerId.New(), now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return match;
        });
    }
}
