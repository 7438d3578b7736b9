using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class ReminderTests
{
    // The sample begins on Wednesday at six in the evening and was booked on Monday.
    [Theory]
    [InlineData("2026-11-03T17:59:59Z", false, false)]
    [InlineData("2026-11-03T18:00:00Z", true, false)]
    [InlineData("2026-11-04T05:59:59Z", true, false)]
    [InlineData("2026-11-04T06:00:00Z", false, false)]
    [InlineData("2026-11-04T16:59:59Z", false, false)]
    [InlineData("2026-11-04T17:00:00Z", false, true)]
    [InlineData("2026-11-04T17:59:59Z", false, true)]
    [InlineData("2026-11-04T18:00:00Z", false, false)]
    public void A_reminder_is_due_a_day_and_an_hour_before_and_not_when_it_is_too_late_to_be_of_use(string now, bool day, bool hour)
    {
        Reminder.IsDue(ReminderKind.DayBefore, ASession, At(now)).ShouldBe(day);
        Reminder.IsDue(ReminderKind.HourBefore, ASession, At(now)).ShouldBe(hour);
    }

    [Fact]
    public void Who_planned_it_after_the_reminder_was_due_is_not_reminded_the_day_before()
    {
        var (monday, wednesday) = (At("2026-11-02T12:00:00Z"), From("2026-11-03T10:00:00Z", 60));
        var soon = Session.Book(AMatch, wednesday, Sample.By(MeetingWay.Phone), Voice.Mentee, monday);
        Reminder.IsDue(ReminderKind.DayBefore, soon, monday.AddMinutes(1)).ShouldBeFalse();
        Reminder.IsDue(ReminderKind.HourBefore, soon, At("2026-11-03T09:00:00Z")).ShouldBeTrue();
    }

    [Fact]
    public void A_session_that_was_called_off_is_never_reminded_of()
    {
        var off = ASession;
        off.Cancel(Voice.Mentee, null, Now);
        Reminder.IsDue(ReminderKind.DayBefore, off, At("2026-11-03T20:00:00Z")).ShouldBeFalse();
        Reminder.IsDue(ReminderKind.HourBefore, off, At("2026-11-04T17:30:00Z")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(RemindMe.Both, true, true)]
    [InlineData(RemindMe.DayBefore, true, false)]
    [InlineData(RemindMe.HourBefore, false, true)]
    [InlineData(RemindMe.None, false, false)]
    public void People_are_reminded_as_they_chose(RemindMe choice, bool day, bool hour)
    {
        Reminder.IsWanted(ReminderKind.DayBefore, choice).ShouldBe(day);
        Reminder.IsWanted(ReminderKind.HourBefore, choice).ShouldBe(hour);
        Enum.GetValues<ReminderKind>().ShouldAllBe(kind => Contracts.Vocabulary.Reminders.Contains(Reminder.Word(kind)));
    }
}
