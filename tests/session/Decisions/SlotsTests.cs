using Mentoring.Contracts;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class SlotsTests
{
    private static string[] Starts(Diary diary, string from, int days, int minutes, MeetingWay how = MeetingWay.Video) =>
        [.. Slots.Between(diary, On(from), days, minutes, how).Select(s => s.From.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture))];

    [Fact]
    public void A_free_evening_gives_a_start_every_quarter_of_an_hour_as_long_as_the_session_fits()
    {
        Starts(Plain, "2026-11-02", 7, 60).ShouldBe(
            ["2026-11-04 18:00Z", "2026-11-04 18:15Z", "2026-11-04 18:30Z", "2026-11-04 18:45Z", "2026-11-04 19:00Z"]);
        Starts(Plain, "2026-11-02", 7, 90).ShouldBe(["2026-11-04 18:00Z", "2026-11-04 18:15Z", "2026-11-04 18:30Z"]);
        Slots.Between(Plain, On("2026-11-02"), 7, 45, MeetingWay.Video).ShouldAllBe(s => s.Length == TimeSpan.FromMinutes(45));
    }

    [Fact]
    public void Hours_that_begin_off_the_quarter_are_offered_from_the_next_quarter() =>
        Starts(Plain with { Availability = Free(Every(DayOfWeek.Wednesday, "18:05", "19:10")) }, "2026-11-02", 7, 30)
            .ShouldBe(["2026-11-04 18:15Z", "2026-11-04 18:30Z"]);

    [Fact]
    public void Hours_that_touch_are_one_stretch() =>
        Starts(Plain with { Availability = Free(Every(DayOfWeek.Wednesday, "18:00", "18:45"), Every(DayOfWeek.Wednesday, "18:45", "19:30")) }, "2026-11-02", 7, 90)
            .ShouldBe(["2026-11-04 18:00Z"]);

    [Fact]
    public void What_is_booked_on_either_side_is_taken_out_with_the_buffers_of_both_sessions()
    {
        var evening = Plain with { Availability = Free(Every(DayOfWeek.Wednesday, "16:00", "21:00")) };
        var afterVideo = evening with { Held = [Slots.HeldBy(From("2026-11-04T18:00:00Z", 60), MeetingWay.Video)] };
        var afterMeeting = evening with { Held = [Slots.HeldBy(From("2026-11-04T18:00:00Z", 60), MeetingWay.InPerson)] };

        // Five minutes and five, five and thirty, thirty and thirty: then the next quarter of an hour.
        Starts(afterVideo, "2026-11-02", 7, 60).ShouldBe(["2026-11-04 16:00Z", "2026-11-04 16:15Z", "2026-11-04 16:30Z", "2026-11-04 16:45Z", "2026-11-04 19:15Z", "2026-11-04 19:30Z", "2026-11-04 19:45Z", "2026-11-04 20:00Z"]);
        Starts(afterVideo, "2026-11-02", 7, 60, MeetingWay.InPerson).ShouldBe(["2026-11-04 16:00Z", "2026-11-04 16:15Z", "2026-11-04 19:45Z", "2026-11-04 20:00Z"]);
        Starts(afterMeeting, "2026-11-02", 7, 60, MeetingWay.Phone).ShouldBe(["2026-11-04 16:00Z", "2026-11-04 16:15Z", "2026-11-04 19:45Z", "2026-11-04 20:00Z"]);
        Starts(afterMeeting, "2026-11-02", 7, 60, MeetingWay.InPerson).ShouldBe(["2026-11-04 16:00Z", "2026-11-04 20:00Z"]);
    }

    [Fact]
    public void A_buffer_need_not_lie_in_the_mentors_free_time() =>
        Starts(Plain, "2026-11-02", 7, 90, MeetingWay.InPerson).ShouldBe(Starts(Plain, "2026-11-02", 7, 90));

    [Fact]
    public void On_a_bank_holiday_only_a_change_for_that_day_gives_slots()
    {
        // Easter Monday, the early May holiday and a Monday like any other.
        var mondays = Plain with { Now = At("2027-03-20T12:00:00Z"), Availability = Free(Every(DayOfWeek.Monday, "18:00", "19:30")) };
        Starts(mondays, "2027-03-29", 28, 90).ShouldBe(["2027-04-05 17:00Z", "2027-04-12 17:00Z", "2027-04-19 17:00Z"]);
        Starts(mondays, "2027-05-03", 8, 90).ShouldBe(["2027-05-10 17:00Z"]);
        var wants = mondays with { Availability = mondays.Availability! with { Changes = [Instead("2027-03-29", "2027-03-29", "10:00", "11:30")] } };
        Starts(wants, "2027-03-29", 1, 90).ShouldBe(["2027-03-29 09:00Z"]);
        Slots.WhyNot(mondays, From("2027-03-29T17:00:00Z", 90), MeetingWay.Video).ShouldBe("The mentor is not free then. Pick a time from the list of free times.");
    }

    [Fact]
    public void Past_the_last_day_of_the_bank_holidays_there_is_a_sentence_instead_of_slots()
    {
        const string Sentence = "Sessions cannot be booked that far ahead yet, because the bank holidays are not known. The programme has to add them first.";
        var last = BankHolidays.EnglandAndWales.LastDay;
        var late = Plain with { Now = At("2027-12-20T12:00:00Z"), Availability = Free([.. Enum.GetValues<DayOfWeek>().Select(d => Every(d, "10:00", "11:00"))]) };
        last.ShouldBe(On("2027-12-31"));
        Starts(late, "2027-12-30", 28, 60).ShouldBe(["2027-12-30 10:00Z", "2027-12-31 10:00Z"]);
        Slots.WhyNone(late).ShouldBeNull();
        Slots.WhyNot(late, From("2028-01-04T10:00:00Z", 60), MeetingWay.Video).ShouldBe(Sentence);
        Slots.WhyUnknown(On("2028-01-01")).ShouldBe(Sentence);
        Slots.WhyNone(late with { Now = At("2027-12-31T22:30:00Z") }).ShouldBe(Sentence);
    }

    [Theory]
    [InlineData("2027-06-29", false)]
    [InlineData("2027-06-30", true)]
    [InlineData("2028-06-01", true)]
    public void That_the_bank_holidays_come_to_an_end_is_said_half_a_year_before(string today, bool said) =>
        (BankHolidaysHealth.WhatToDo(On(today))?.Contains("docs/operations.md", StringComparison.Ordinal) ?? false).ShouldBe(said);

    [Fact]
    public void Two_hours_of_notice_are_kept_to_the_minute()
    {
        Starts(Plain with { Now = At("2026-11-04T16:30:00Z") }, "2026-11-04", 1, 60)[0].ShouldBe("2026-11-04 18:30Z");
        Starts(Plain with { Now = At("2026-11-04T16:31:00Z") }, "2026-11-04", 1, 60)[0].ShouldBe("2026-11-04 18:45Z");
    }

    [Fact]
    public void Eight_weeks_ahead_is_the_last_that_is_offered()
    {
        var diary = Plain with { Now = At("2026-11-04T18:30:00Z") };
        Starts(diary, "2026-12-30", 7, 30).ShouldBe(["2026-12-30 18:00Z", "2026-12-30 18:15Z", "2026-12-30 18:30Z"]);
    }

    [Fact]
    public void Only_the_dates_asked_for_are_answered()
    {
        Starts(Plain, "2026-11-05", 6, 60).ShouldBeEmpty();
        Starts(Plain, "2026-11-05", 7, 90).Length.ShouldBe(3);
    }

    [Fact]
    public void A_mentor_who_is_away_has_no_slots_and_is_back_the_day_after()
    {
        var diary = Plain with { Availability = Wednesdays with { Changes = [Away("2026-11-01", "2026-11-10")] } };
        Starts(diary, "2026-11-02", 14, 90).ShouldBe(["2026-11-11 18:00Z", "2026-11-11 18:15Z", "2026-11-11 18:30Z"]);
    }

    [Fact]
    public void Other_hours_replace_the_weekly_ones_on_their_dates_and_add_days_that_had_none()
    {
        var diary = Plain with { Availability = Wednesdays with { Changes = [Instead("2026-11-04", "2026-11-05", "09:00", "10:00")] } };
        Starts(diary, "2026-11-02", 7, 60).ShouldBe(["2026-11-04 09:00Z", "2026-11-05 09:00Z"]);
    }

    [Fact]
    public void Several_other_hours_on_one_date_add_up_but_being_away_outweighs_them()
    {
        AvailabilityChange[] hours = [Instead("2026-11-04", "2026-11-04", "09:00", "09:30"), Instead("2026-11-04", "2026-11-04", "11:00", "11:30")];
        Starts(Plain with { Availability = Wednesdays with { Changes = hours } }, "2026-11-02", 7, 30).ShouldBe(["2026-11-04 09:00Z", "2026-11-04 11:00Z"]);
        Starts(Plain with { Availability = Wednesdays with { Changes = [.. hours, Away("2026-11-04", "2026-11-04")] } }, "2026-11-02", 7, 30).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-10-25", "2026-10-21 17:00Z", "2026-10-28 18:00Z")]
    [InlineData("2027-03-28", "2027-03-24 18:00Z", "2027-03-31 17:00Z")]
    [InlineData("2027-10-31", "2027-10-27 17:00Z", "2027-11-03 18:00Z")]
    public void Six_in_the_evening_stays_six_in_the_evening_when_the_clocks_change(string sunday, string before, string after)
    {
        var diary = Plain with { Now = At($"{sunday}T00:00:00Z").AddDays(-14) };
        Starts(diary, On(sunday).AddDays(-6).ToString("O", null), 14, 90).Where((_, i) => i % 3 == 0).ShouldBe([before, after]);
    }

    [Theory]
    [InlineData("2026-10-25")]
    [InlineData("2027-10-31")]
    public void The_night_the_clocks_go_back_has_an_hour_more(string sunday)
    {
        var diary = Plain with { Now = At($"{sunday}T00:00:00Z").AddDays(-7), Availability = Free(Every(DayOfWeek.Sunday, "00:30", "02:30")) };
        Starts(diary, sunday, 1, 90)[0].ShouldBe(On(sunday).AddDays(-1).ToString("O", null) + " 23:30Z");
        Starts(diary, sunday, 1, 90)[^1].ShouldBe($"{sunday} 01:00Z");
        diary.Availability!.Open(new(diary.Now.AddDays(2), diary.Now.AddDays(10))).ShouldHaveSingleItem().Length.ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public void The_night_the_clocks_go_forward_has_an_hour_less()
    {
        var diary = Plain with { Now = At("2027-03-21T00:00:00Z"), Availability = Free(Every(DayOfWeek.Sunday, "00:30", "02:30")) };
        Starts(diary, "2027-03-28", 1, 30).ShouldBe(["2027-03-28 00:30Z", "2027-03-28 00:45Z", "2027-03-28 01:00Z"]);
        Starts(diary with { Availability = Free(Every(DayOfWeek.Sunday, "01:00", "02:00")) }, "2027-03-28", 1, 30).ShouldBeEmpty();
    }

    [Fact]
    public void An_hour_that_comes_twice_is_free_twice()
    {
        var diary = Plain with { Now = At("2026-10-20T00:00:00Z"), Availability = Free(Every(DayOfWeek.Sunday, "01:30", "02:30")) };
        diary.Availability!.Open(new(At("2026-10-24T12:00:00Z"), At("2026-10-25T12:00:00Z"))).ShouldBe(
            [new(At("2026-10-25T00:30:00Z"), At("2026-10-25T01:00:00Z")), new(At("2026-10-25T01:30:00Z"), At("2026-10-25T02:30:00Z"))]);
        Starts(diary, "2026-10-25", 1, 60).ShouldBe(["2026-10-25 01:30Z"]);
    }

    [Fact]
    public void A_mentor_abroad_is_free_by_their_own_clock_also_in_the_weeks_when_only_one_of_the_two_has_changed()
    {
        var diary = Plain with { Now = At("2027-03-01T00:00:00Z"), Availability = Wednesdays with { Zone = "America/New_York" } };

        // New York changes on 14 March, London on 28 March.
        Starts(diary, "2027-03-08", 28, 90).Where((_, i) => i % 3 == 0).ShouldBe(
            ["2027-03-10 23:00Z", "2027-03-17 22:00Z", "2027-03-24 22:00Z", "2027-03-31 22:00Z"]);
    }

    [Fact]
    public void The_dates_asked_for_are_those_of_London_also_when_the_mentor_is_already_in_tomorrow()
    {
        var diary = Plain with { Availability = Free(Every(DayOfWeek.Thursday, "07:00", "09:00")) with { Zone = "Asia/Tokyo" } };
        Starts(diary, "2026-11-04", 1, 30).ShouldBe(["2026-11-04 22:00Z", "2026-11-04 22:15Z", "2026-11-04 22:30Z", "2026-11-04 22:45Z", "2026-11-04 23:00Z", "2026-11-04 23:15Z", "2026-11-04 23:30Z"]);
        Starts(diary with { Availability = diary.Availability! with { Zone = "Asia/Kathmandu" } }, "2026-11-05", 1, 90).ShouldBe(["2026-11-05 01:15Z", "2026-11-05 01:30Z", "2026-11-05 01:45Z"]);
    }

    [Fact]
    public void Nothing_is_offered_past_the_last_day_of_the_clearance()
    {
        Starts(Plain with { ClearedUntil = On("2026-11-10") }, "2026-11-02", 28, 90).Length.ShouldBe(3);
        Starts(Plain with { ClearedUntil = On("2026-11-11") }, "2026-11-02", 28, 90).Length.ShouldBe(6);
        Starts(Plain with { ClearedUntil = On("2026-11-01") }, "2026-11-02", 28, 90).ShouldBeEmpty();
        Starts(Plain with { ClearedUntil = DateOnly.MaxValue }, "2026-11-02", 7, 90).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(MentorStanding.Paused)]
    [InlineData(MentorStanding.Lapsed)]
    [InlineData(MentorStanding.Left)]
    public void A_mentor_who_is_not_cleared_has_no_slots_and_the_reason_says_nothing_of_checks(MentorStanding? standing)
    {
        var diary = Plain with { Standing = standing, ClearedUntil = null };
        Starts(diary, "2026-11-02", 7, 30).ShouldBeEmpty();
        var why = Slots.WhyNone(diary).ShouldNotBeNull();
        why.ShouldNotContain("check");
        why.ShouldNotContain("clear");
    }

    [Fact]
    public void A_match_that_has_ended_has_no_slots_and_one_that_is_ending_still_has()
    {
        Starts(Plain with { Match = MatchState.Ended }, "2026-11-02", 7, 90).ShouldBeEmpty();
        Starts(Plain with { Match = MatchState.Ending }, "2026-11-02", 7, 90).Length.ShouldBe(3);
    }

    [Fact]
    public void A_mentor_who_never_said_when_they_are_free_has_no_slots()
    {
        Starts(Plain with { Availability = null }, "2026-11-02", 7, 30).ShouldBeEmpty();
        Slots.WhyNone(Plain with { Availability = null }).ShouldBe("The mentor has not said yet when they are free.");
    }

    [Theory]
    [InlineData("2026-11-04T18:10:00Z", "hour")]
    [InlineData("2026-11-04T18:00:01Z", "hour")]
    [InlineData("2026-11-02T13:45:00Z", "too soon")]
    [InlineData("2020-01-01T18:00:00Z", "too soon")]
    [InlineData("2026-12-30T18:00:00Z", "too far")]
    [InlineData("9999-12-31T22:00:00Z", "too far")]
    [InlineData("2026-11-04T19:30:00Z", "not free")]
    [InlineData("2026-11-05T18:00:00Z", "not free")]
    [InlineData("2026-11-11T18:45:00Z", "taken")]
    public void A_time_that_cannot_be_booked_is_refused_with_the_reason(string start, string reason) =>
        Slots.WhyNot(Plain with { Held = [From("2026-11-11T18:00:00Z", 60)] }, From(start, 60), MeetingWay.Video).ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void Nothing_is_offered_past_the_last_day_of_the_young_persons_readiness()
    {
        var ready = Plain with { Mentee = MenteeStanding.Ready };
        Starts(ready with { ReadyUntil = On("2026-11-10") }, "2026-11-02", 28, 90).Length.ShouldBe(3);
        Starts(ready with { ReadyUntil = On("2026-11-11") }, "2026-11-02", 28, 90).Length.ShouldBe(6);
        Starts(ready with { ReadyUntil = On("2026-11-01") }, "2026-11-02", 28, 90).ShouldBeEmpty();
        Slots.WhyNone(ready with { ReadyUntil = On("2026-11-01") }).ShouldBe("You cannot book just now. Your caseworker can help you with that.");
        Slots.WhyNone(ready with { ReadyUntil = On("2026-11-02") }).ShouldBeNull();
        Slots.WhyNot(ready with { ReadyUntil = On("2026-11-10") }, From("2026-11-11T18:00:00Z", 60), MeetingWay.Video).ShouldBe("Sessions cannot be booked that far ahead yet. Pick an earlier time.");
    }

    [Fact]
    public void A_young_person_who_cannot_meet_is_told_kindly_and_the_mentor_is_not_told_why()
    {
        var paused = Plain with { Mentee = MenteeStanding.Paused };
        var lapsed = Plain with { Mentee = MenteeStanding.Lapsed };
        Starts(paused, "2026-11-02", 7, 30).ShouldBeEmpty();
        Starts(lapsed, "2026-11-02", 7, 30).ShouldBeEmpty();
        Slots.WhyNone(paused).ShouldBe("You are taking a break just now. You can book again when you are back.");
        Slots.WhyNone(lapsed).ShouldBe("You cannot book just now. Your caseworker can help you with that.");
        foreach (var diary in new[] { paused, lapsed })
            Slots.WhyNone(diary with { Asking = Voice.Mentor }).ShouldBe("Sessions cannot be booked just now. The caseworker knows more.");
    }

    [Theory]
    [InlineData(MatchState.Active)]
    [InlineData(MatchState.Ending)]
    public void A_match_that_never_began_has_no_slots(MatchState state)
    {
        var diary = Plain with { Match = state, IsActivated = false };
        Starts(diary, "2026-11-02", 7, 30).ShouldBeEmpty();
        Slots.WhyNone(diary).ShouldBe("This match has not begun, so no sessions can be booked in it.");
    }

    [Fact]
    public void Days_that_reach_past_the_known_bank_holidays_say_so_in_words()
    {
        var last = BankHolidays.EnglandAndWales.LastDay;
        Slots.WhyShort(last).ShouldBeNull();
        Slots.WhyShort(last.AddDays(1)).ShouldNotBeNull().ShouldContain($"After {last.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)} nothing can be booked yet");
    }

    [Theory]
    [InlineData(Voice.Mentee, "You do not need to meet just now.")]
    [InlineData(Voice.Mentor, "The caseworker knows more.")]
    public void A_match_that_is_stopped_has_no_slots_and_nobody_learns_who_stopped_it(Voice asking, string words)
    {
        var stopped = Plain with { Asking = asking, IsStopped = true };
        Slots.WhyNone(stopped).ShouldNotBeNull().ShouldContain(words);
        Slots.Between(stopped, On("2026-11-02"), 14, 60, MeetingWay.Phone).ShouldBeEmpty();
        Slots.WhyNot(stopped, From("2026-11-04T18:00:00Z", 60), MeetingWay.Phone).ShouldBe(Slots.WhyNone(stopped));
    }
}
