using Mentoring.Contracts.Sessions;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = At("2026-11-04T18:00:00Z");
    private static readonly Stretch Other = From("2026-11-04T19:00:00Z", 60);

    [Fact]
    public void Booking_tells_who_and_when_and_nothing_else()
    {
        var session = ASession;
        var told = session.Told.ShouldHaveSingleItem().ShouldBeOfType<SessionBooked>();
        told.SessionId.ShouldBe(session.Id.Value);
        told.MatchId.ShouldBe(session.MatchId.Value);
        told.MenteeId.ShouldBe(session.MenteeId.Value);
        told.MentorId.ShouldBe(session.MentorId.Value);
        (told.StartsAt, told.EndsAt, told.At).ShouldBe((Start, Start.AddHours(1), Now));
        session.State.ShouldBe(SessionState.Booked);
    }

    [Fact]
    public void A_move_to_a_free_time_is_made_and_told_once()
    {
        var session = ASession;
        session.Move(Plain, Other, Sample.By(MeetingWay.Video)).Changed.ShouldBeTrue();
        session.Time.ShouldBe(Other);
        session.Move(Plain, Other, Sample.By(MeetingWay.Video)).ShouldBe(Shared.Decision.AlreadySo);
        var told = session.Told.OfType<SessionMoved>().ShouldHaveSingleItem();
        (told.StartsAt, told.EndsAt).ShouldBe((Other.From, Other.Until));
    }

    [Fact]
    public void Another_way_of_meeting_at_the_same_time_is_no_move_and_both_are_told_of_it()
    {
        var session = ASession;
        session.Move(Plain with { Availability = null }, session.Time, Sample.By(MeetingWay.Phone)).Changed.ShouldBeTrue();
        session.How.ShouldBe(MeetingWay.Phone);
        session.Told.OfType<SessionMoved>().ShouldBeEmpty();
        session.Told.OfType<SessionPlaceChanged>().ShouldHaveSingleItem().StartsAt.ShouldBe(session.StartsAt);
    }

    [Fact]
    public void A_session_holds_its_time_and_a_buffer_before_and_after_it_that_is_longer_where_somebody_travels()
    {
        var session = ASession;
        (session.HeldFrom, session.HeldUntil).ShouldBe((Start.AddMinutes(-5), Start.AddMinutes(65)));
        session.Move(Plain, session.Time, Sample.By(MeetingWay.InPerson)).Changed.ShouldBeTrue();
        (session.HeldFrom, session.HeldUntil).ShouldBe((Start.AddMinutes(-30), Start.AddMinutes(90)));
    }

    [Fact]
    public void Meeting_in_person_instead_is_refused_where_there_is_no_time_to_travel()
    {
        var session = ASession;
        var next = Plain with { Held = [Slots.HeldBy(From("2026-11-04T19:15:00Z", 30), MeetingWay.Video)] };
        session.Move(next, session.Time, Sample.By(MeetingWay.InPerson)).Refusal.ShouldBe("That time is too close to another session to meet in person. Pick another time, or meet by video or phone.");
        session.Move(next, session.Time, Sample.By(MeetingWay.Phone)).Changed.ShouldBeTrue();
    }

    [Fact]
    public void Every_change_is_numbered_so_that_calendars_know_the_newest()
    {
        var session = ASession;
        session.Sequence.ShouldBe(0);
        session.Move(Plain, Other, Sample.By(MeetingWay.Video));
        session.Move(Plain, Other, Sample.By(MeetingWay.Phone));
        session.Move(Plain, Other, Sample.By(MeetingWay.Phone));
        session.Sequence.ShouldBe(2);
        session.Cancel(Voice.Mentor, null, Now);
        session.Sequence.ShouldBe(3);
    }

    [Fact]
    public void A_move_to_a_time_that_is_not_free_is_refused_and_changes_nothing()
    {
        var session = ASession;
        session.Move(Plain with { Held = [Other] }, Other, Sample.By(MeetingWay.Phone)).Refusal.ShouldBe("That time is taken. Pick another one.");
        (session.Time, session.How).ShouldBe((From("2026-11-04T18:00:00Z", 60), MeetingWay.Video));
        session.Told.OfType<SessionMoved>().ShouldBeEmpty();
    }

    [Fact]
    public void A_session_that_has_begun_can_be_neither_moved_nor_called_off()
    {
        var session = ASession;
        session.Move(Plain with { Now = Start }, From("2026-11-11T18:00:00Z", 60), Sample.By(MeetingWay.Video)).IsRefused.ShouldBeTrue();
        session.Cancel(Voice.Mentee, null, Start).Refusal.ShouldBe("This session has already begun. Say whether it took place instead.");
        session.Cancel(Voice.Mentee, null, Start.AddTicks(-1)).Changed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Voice.Mentee, "mentee")]
    [InlineData(Voice.Mentor, "mentor")]
    [InlineData(Voice.Caseworker, "caseworker")]
    [InlineData(Voice.Programme, "programme")]
    public void Calling_off_tells_whose_word_it_was_but_never_why(Voice by, string word)
    {
        var session = ASession;
        session.Cancel(by, "I have a cold", Now).Changed.ShouldBeTrue();
        session.Cancel(Voice.Mentor, "again", Now).ShouldBe(Shared.Decision.AlreadySo);
        (session.CancelledBy, session.CancelledWhy, session.ClosedAt).ShouldBe((by, "I have a cold", Now));
        session.Told.OfType<SessionCancelled>().ShouldHaveSingleItem().By.ShouldBe(word);
        Contracts.Vocabulary.Voices.ShouldContain(word);
    }

    [Fact]
    public void Whether_it_took_place_is_written_down_once_it_has_begun()
    {
        var session = ASession;
        session.Record(held: true, Voice.Mentor, Start.AddTicks(-1)).Refusal.ShouldBe("This session has not begun yet. Say how it went once it has.");
        session.Record(held: true, Voice.Mentor, Start).Changed.ShouldBeTrue();
        session.Record(held: true, Voice.Mentor, Start.AddDays(1)).ShouldBe(Shared.Decision.AlreadySo);
        session.Record(held: false, Voice.Mentor, Start.AddDays(1)).Refusal.ShouldBe("You have already said something else about this session. Ask the caseworker if that was a slip.");
        session.Told.OfType<SessionHeld>().ShouldHaveSingleItem().At.ShouldBe(Start);
        session.Told.OfType<SessionMissed>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Voice.Mentee, Voice.Mentor)]
    [InlineData(Voice.Mentor, Voice.Mentee)]
    public void Whoever_speaks_first_decides_and_the_others_word_is_kept_beside_it(Voice first, Voice second)
    {
        var session = ASession;
        session.Record(held: true, first, Start).Changed.ShouldBeTrue();
        session.Record(held: false, second, Start.AddHours(1)).Changed.ShouldBeTrue();
        (session.State, session.ClosedAt).ShouldBe((SessionState.Held, Start));
        (session.WordOf(first), session.WordOf(second)).ShouldBe((true, false));
        session.Told.OfType<SessionHeld>().ShouldHaveSingleItem();
        session.Told.OfType<SessionMissed>().ShouldBeEmpty();
    }

    [Fact]
    public void A_missed_session_is_told_as_missed()
    {
        var session = ASession;
        session.Record(held: false, Voice.Mentor, Start.AddHours(1)).Changed.ShouldBeTrue();
        session.State.ShouldBe(SessionState.Missed);
        session.Told.OfType<SessionMissed>().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_closed_stays_closed()
    {
        var cancelled = ASession;
        cancelled.Cancel(Voice.Mentor, null, Now);
        cancelled.Move(Plain, Other, Sample.By(MeetingWay.Video)).Refusal.ShouldBe("This session has been called off. Book a new one instead.");
        cancelled.Record(held: true, Voice.Mentor, Start).IsRefused.ShouldBeTrue();

        var missed = ASession;
        missed.Record(held: false, Voice.Mentor, Start);
        missed.Cancel(Voice.Mentor, null, Start).Refusal.ShouldBe("This session has already been written down as missed.");
        missed.CancelFrom(Now, Start).ShouldBe(Shared.Decision.AlreadySo);
        missed.State.ShouldBe(SessionState.Missed);
    }

    [Fact]
    public void The_programme_calls_off_what_is_still_to_come_and_leaves_what_began_before()
    {
        var before = ASession;
        before.CancelFrom(Start.AddTicks(1), Start.AddDays(1)).ShouldBe(Shared.Decision.AlreadySo);
        before.State.ShouldBe(SessionState.Booked);

        var after = ASession;
        after.CancelFrom(Start, Start.AddDays(1)).Changed.ShouldBeTrue();
        after.CancelledBy.ShouldBe(Voice.Programme);
    }
}
