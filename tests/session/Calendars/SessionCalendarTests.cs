using System.Text;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Calendars;

public sealed class SessionCalendarTests
{
    private static readonly CalendarSender Sender = new("https://mentoring.example", "hello@mentoring.example");

    private static readonly Dictionary<PlaceId, Place> Places = new() { [Library.Id] = Library };

    private static Session InTheLibrary => Session.Book(AMatch, From("2026-11-04T18:00:00Z", 60), By(MeetingWay.InPerson), Voice.Mentee, Now);

    public static TheoryData<string> Libraries => [RealCalendars.Python, RealCalendars.JavaScript];

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task A_moved_session_replaces_the_old_one_in_a_real_calendar_and_one_called_off_is_cancelled_there(string library)
    {
        var session = ASession;
        var booked = SessionCalendar.OfOne(session, Places, Voice.Mentee, Sender);
        session.Move(Plain, From("2026-11-11T18:30:00Z", 90), By(MeetingWay.Phone)).Changed.ShouldBeTrue();
        var moved = SessionCalendar.OfOne(session, Places, Voice.Mentee, Sender);
        session.Cancel(Voice.Mentor, "A secret", Now);
        var off = SessionCalendar.OfOne(session, Places, Voice.Mentee, Sender);

        var first = (await RealCalendars.Read(library, booked)).Events.ShouldHaveSingleItem();
        (first.Uid, first.Sequence, first.Status, first.Method).ShouldBe(($"{session.Id}@sessions.mentoring", 0, "CONFIRMED", "PUBLISH"));
        (first.Start, first.End, first.Summary, first.Location).ShouldBe((At("2026-11-04T18:00:00Z"), At("2026-11-04T19:00:00Z"), "Meet your mentor", "By video"));
        first.Description.ShouldBe($"The link is on its page.\nSee or change it: https://mentoring.example/me/sessions/{session.Id}");

        var then = (await RealCalendars.Read(library, booked, moved)).Events.ShouldHaveSingleItem();
        (then.Uid, then.Sequence, then.Start, then.End, then.Location).ShouldBe((first.Uid, 1, At("2026-11-11T18:30:00Z"), At("2026-11-11T20:00:00Z"), "By phone"));

        // Also when the files arrive in another order.
        (await RealCalendars.Read(library, moved, booked)).Events.ShouldHaveSingleItem().ShouldBe(then);

        var last = (await RealCalendars.Read(library, booked, moved, off)).Events.ShouldHaveSingleItem();
        (last.Uid, last.Sequence, last.Status, last.Method).ShouldBe((first.Uid, 2, "CANCELLED", "CANCEL"));
        off.ShouldNotContain("secret");
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task Times_are_right_around_all_three_changes_of_the_clocks(string library)
    {
        // The hours before, in and after each change; the repeated hour comes twice.
        string[] starts =
        [
            "2026-10-24T17:00:00Z", "2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z", "2026-10-25T18:00:00Z", "2027-03-27T18:00:00Z", "2027-03-28T00:30:00Z", "2027-03-28T01:15:00Z",
            "2027-03-28T17:00:00Z", "2027-10-30T17:00:00Z", "2027-10-31T00:45:00Z", "2027-10-31T01:45:00Z", "2027-10-31T18:00:00Z",
        ];
        var sessions = starts.Select(s => Session.Book(AMatch, From(s, 30), By(MeetingWay.Video), Voice.Mentor, Now)).ToList();
        var seen = await RealCalendars.Read(library, SessionCalendar.OfMany(sessions, Places, Voice.Mentor, Sender));
        seen.Events.Select(e => (e.Start, e.End)).ShouldBe(sessions.Select(s => (s.StartsAt, s.EndsAt)));
        seen.Zones.ShouldHaveSingleItem().ShouldBe(["1:00:00", "0:00:00", "0:00:00", "1:00:00", "1:00:00", "0:00:00"]);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task Where_the_two_meet_is_read_as_it_is_written_and_the_room_of_a_video_call_is_not_in_it(string library)
    {
        var file = SessionCalendar.OfOne(InTheLibrary, Places, Voice.Mentor, Sender);
        var seen = (await RealCalendars.Read(library, file)).Events.ShouldHaveSingleItem();
        seen.Location.ShouldBe("Central Library café, LE1");
        seen.Description.ShouldStartWith("Bishop Street; by the window, next to “Games”.\nSee or change it: ");
        SessionCalendar.OfOne(ASession, Places, Voice.Mentee, Sender).ShouldNotContain("a-room");
    }

    [Fact]
    public void Every_line_ends_in_CRLF_and_is_at_most_75_octets_long()
    {
        var text = SessionCalendar.OfMany([ASession, InTheLibrary], Places, Voice.Mentee, Sender);
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Replace("\r\n", string.Empty, StringComparison.Ordinal).ShouldNotContain('\n');
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.ShouldContain("BEGIN:VTIMEZONE");
        text.ShouldContain("DTSTART;TZID=Europe/London:20261104T180000\r\n");
    }

    [Fact]
    public void A_long_line_is_folded_between_letters_and_never_within_one()
    {
        var line = "SUMMARY:" + string.Concat(Enumerable.Repeat("Zoë 🦊 ", 30));
        var folded = new CalendarText().Line(line).ToString();
        folded.Split("\r\n").ShouldAllBe(part => Encoding.UTF8.GetByteCount(part) <= 75);
        folded.Split("\r\n").ShouldAllBe(part => !part.Contains('\uFFFD'));
        folded.Replace("\r\n ", string.Empty, StringComparison.Ordinal).ShouldBe(line + "\r\n");
    }

    [Theory]
    [InlineData("Café, Unit 2; back\\door", @"Café\, Unit 2\; back\\door")]
    [InlineData("One\r\nDTSTART:19990101T000000Z", @"One\nDTSTART:19990101T000000Z")]
    [InlineData("Bell\a", "Bell")]
    public void What_people_wrote_cannot_end_its_line(string text, string escaped) => CalendarText.Escaped(text).ShouldBe(escaped);

    [Fact]
    public void A_calendar_names_nobody()
    {
        var session = ASession;
        var text = SessionCalendar.OfOne(session, Places, Voice.Mentor, Sender);
        text.ShouldNotContain(session.MenteeId.ToString());
        text.ShouldNotContain(session.MentorId.ToString());
        text.ShouldNotContain("ATTENDEE");
    }
}
