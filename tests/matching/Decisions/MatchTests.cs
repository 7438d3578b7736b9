namespace Mentoring.Matching.Tests;

public sealed class MatchTests
{
    private static readonly Dictionary<string, Func<Match, Decision>> Moves = new()
    {
        ["mentee yes"] = m => m.AgreeAsMentee(Some.Noon),
        ["mentee no"] = m => m.DeclineAsMentee("Not now.", Some.Noon),
        ["mentor yes"] = m => m.AgreeAsMentor(Some.Noon),
        ["mentor no"] = m => m.DeclineAsMentor("Not now.", Some.Noon),
        ["approve"] = m => m.Approve(Some.Mentor(), 0, Some.Mentee(), Some.Caseworker, Some.Noon),
        ["reject"] = m => m.Reject(Voice.Caseworker, "They know each other.", Some.Noon),
        ["meet"] = m => m.Meet(Some.Meeting, Some.Mentor(), Some.Mentee(), Some.Noon),
        ["end"] = m => m.AskToEnd(EndingKind.Early, Voice.Mentee, null, Some.Noon),
        ["close"] = m => m.Close(Some.Closing, Some.Noon),
        ["left"] = m => m.OneSideLeft("The mentor left.", Some.Noon),
    };

    /// <summary>The whole life cycle: for each state and move the state after it, "same" for a repeat, "no" for a refusal.</summary>
    public static TheoryData<MatchState, string> Table => new()
    {
        { MatchState.Offered, "AgreedByMentee Declined no no no Rejected no no no Rejected" },
        { MatchState.AgreedByMentee, "same Declined AgreedByMentor Declined no Rejected no no no Rejected" },
        { MatchState.AgreedByMentor, "same Declined same Declined Approved Rejected no no no Rejected" },
        { MatchState.Approved, "same Ended same no same no Active Ended no Ended" },
        { MatchState.Active, "same no same no same no same Ending no Ended" },
        { MatchState.Ending, "same no same no same no same same Ended Ended" },
        { MatchState.Ended, "no no no same no no no same same same" }, // the mentor asked to end it
        { MatchState.Declined, "no same no no no no no no no same" }, // by the young person
        { MatchState.Rejected, "no no no no no same no no no same" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_move_from_every_state_is_made_repeated_or_refused(MatchState from, string expected)
    {
        var outcomes = Moves.Select(move =>
        {
            var match = Some.MatchIn(from);
            match.State.ShouldBe(from);
            var told = match.Told.Count;
            var decision = move.Value(match);
            if (!decision.Changed)
            {
                match.State.ShouldBe(from, move.Key);
                match.Told.Count.ShouldBe(told, $"{move.Key} tells nothing when nothing changed");
            }
            else
            {
                match.Told.Count.ShouldBe(told + 1, $"{move.Key} tells one fact");
            }

            return decision.IsRefused ? "no" : decision.Changed ? match.State.ToString() : "same";
        });
        string.Join(' ', outcomes).ShouldBe(expected, string.Join(", ", Moves.Keys));
    }

    [Fact]
    public void Each_step_tells_its_fact_with_the_ids()
    {
        var match = Some.MatchIn(MatchState.Ended);
        match.Told.Select(f => f.GetType().Name).ShouldBe(
            ["MatchOffered", "MatchAgreedByMentee", "MatchAgreedByMentor", "MatchApproved", "MatchActivated", "MatchEnding", "MatchEnded"]);
        var ending = match.Told.OfType<MatchEnding>().Single();
        (ending.Kind, ending.By, ending.MatchId, ending.MenteeId, ending.MentorId).ShouldBe(("planned", "mentor", match.Id.Value, match.MenteeId.Value, match.MentorId.Value));
        match.Told.OfType<MatchEnded>().Single().Kind.ShouldBe("planned");
    }

    [Fact]
    public void A_no_says_whose_it_was()
    {
        var byMentee = Some.MatchIn(MatchState.Declined);
        byMentee.Told.OfType<MatchDeclined>().Single().By.ShouldBe("mentee");
        var byMentor = Some.MatchIn(MatchState.AgreedByMentee);
        byMentor.DeclineAsMentor(null, Some.Noon);
        byMentor.Told.OfType<MatchDeclined>().Single().By.ShouldBe("mentor");
    }

    [Fact]
    public void Nothing_is_approved_while_clearance_or_readiness_is_not_in_force()
    {
        var match = Some.MatchIn(MatchState.AgreedByMentor);
        match.Approve(Some.Mentor(clearedUntil: Some.Day.AddDays(-1)), 0, Some.Mentee(), Some.Caseworker, Some.Noon).Refusal.ShouldBe("This mentor's clearance ran out on 1 March 2026.");
        match.Approve(Some.Mentor(), 0, Some.Mentee(readyUntil: Some.Day.AddDays(-1)), Some.Caseworker, Some.Noon).IsRefused.ShouldBeTrue();
        match.Approve(Some.Mentor(clearedUntil: Some.Day), 0, Some.Mentee(readyUntil: Some.Day), Some.Caseworker, Some.Noon).ShouldBe(Decision.Done);
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(1, 2, false)]
    public void A_mentor_who_takes_fewer_than_at_the_offer_is_approved_only_while_there_is_room(int capacity, int others, bool approved) =>
        Some.MatchIn(MatchState.AgreedByMentor).Approve(Some.Mentor(p => p with { Capacity = capacity }), others, Some.Mentee(), Some.Caseworker, Some.Noon).Changed.ShouldBe(approved);

    [Fact]
    public void Who_stops_an_approved_match_before_the_first_meeting_ends_it_and_nothing_is_to_close()
    {
        var match = Some.MatchIn(MatchState.Approved);
        match.AskToEnd(EndingKind.Early, Voice.Mentor, "I move house.", Some.Noon, EndingCause.LifeChanged).ShouldBe(Decision.Done);
        (match.State, match.EndingKind, match.OverBy, match.OverBecause, match.OverAt).ShouldBe((MatchState.Ended, EndingKind.Early, Voice.Mentor, "I move house.", Some.Noon));
        match.Told.OfType<MatchEnding>().ShouldBeEmpty();
        match.Told.OfType<MatchEnded>().Single().Kind.ShouldBe("early");
        match.ClosingOwed.ShouldBeFalse();

        // They had met after all: it is not too late to write down how it was.
        match.Close(Some.Closing, Some.Noon).ShouldBe(Decision.Done);
        match.Close(Some.Closing, Some.Noon).ShouldBe(Decision.AlreadySo);
        var declined = Some.MatchIn(MatchState.AgreedByMentee);
        declined.DeclineAsMentee(null, Some.Noon);
        declined.Close(Some.Closing, Some.Noon).IsRefused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Voice.Mentee)]
    [InlineData(Voice.Mentor)]
    [InlineData(Voice.Caseworker)]
    public void Two_who_met_before_it_was_written_down_are_not_parted_without_a_closing(Voice by)
    {
        var match = Some.MatchIn(MatchState.Approved);
        match.AskToEnd(EndingKind.Early, by, "It was odd.", Some.Noon, EndingCause.DidNotFit, haveMet: true).ShouldBe(Decision.Done);
        (match.State, match.ActiveAt, match.ClosingDueOn).ShouldBe((MatchState.Ending, null, Some.Day.AddDays(21)));
        match.Told.OfType<MatchEnding>().ShouldHaveSingleItem();
        match.Told.OfType<MatchEnded>().ShouldBeEmpty();
        match.Close(Some.Closing, Some.Noon).ShouldBe(Decision.Done);
        (match.State, match.Closing is not null, match.OverBecause).ShouldBe((MatchState.Ended, true, "It was odd."));
    }

    [Fact]
    public void Who_asks_to_end_it_when_another_did_before_is_heard_too_and_a_repeat_is_no_news()
    {
        var match = Some.MatchIn(MatchState.Active);
        match.AskToEnd(EndingKind.Early, Voice.Mentor, "The way is too long.", Some.Noon, EndingCause.TimeOrDistance);
        match.AskToEnd(EndingKind.Early, Voice.Mentee, " He never came. ", Some.Noon.AddHours(1), EndingCause.FadedAway).ShouldBe(Decision.Done);
        match.AskToEnd(EndingKind.Early, Voice.Mentee, "He never came.", Some.Noon.AddHours(2), EndingCause.FadedAway).ShouldBe(Decision.AlreadySo);
        match.AskToEnd(EndingKind.Early, Voice.Mentor, "The way is too long.", Some.Noon.AddHours(2), EndingCause.TimeOrDistance).ShouldBe(Decision.AlreadySo);
        match.AskToEnd(EndingKind.Early, Voice.Mentee, null, Some.Noon.AddHours(2)).ShouldBe(Decision.AlreadySo);
        (match.OverBy, match.EndingCause, match.OverBecause).ShouldBe((Voice.Mentor, EndingCause.TimeOrDistance, "The way is too long."));
        var also = match.AlsoSaid.ShouldHaveSingleItem();
        (also.By, also.Cause, also.Because, also.At).ShouldBe((Voice.Mentee, EndingCause.FadedAway, "He never came.", Some.Noon.AddHours(1)));
        match.Told.OfType<MatchEnding>().ShouldHaveSingleItem();

        // When one side left, the other has a voice until the closing is written down, and none of it grows for ever.
        match.OneSideLeft("The mentor left.", Some.Noon.AddDays(1));
        match.AskToEnd(EndingKind.Planned, Voice.Mentee, "I am glad.", Some.Noon.AddDays(2)).ShouldBe(Decision.Done);
        for (var i = 0; i < 20; i++) match.AskToEnd(EndingKind.Planned, Voice.Mentee, $"And {i}.", Some.Noon.AddDays(2));
        match.AlsoSaid.Count.ShouldBe(Match.MostAlsoSaid);
        match.AskToEnd(EndingKind.Early, Voice.Mentee, "I was scared.", Some.Noon.AddDays(2), EndingCause.Safety).ShouldBe(Decision.Done);
        match.Close(Some.Closing, Some.Noon.AddDays(3));
        match.AskToEnd(EndingKind.Planned, Voice.Mentee, "And more.", Some.Noon.AddDays(4)).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void That_it_ends_as_planned_is_kept_from_whoever_says_it_second()
    {
        var match = Some.MatchIn(MatchState.Active);
        match.AskToEnd(EndingKind.Early, Voice.Mentor, null, Some.Noon, EndingCause.TimeOrDistance);
        match.AskToEnd(EndingKind.Planned, Voice.Mentee, null, Some.Noon.AddHours(1)).ShouldBe(Decision.Done);
        match.AlsoSaid.ShouldHaveSingleItem().Kind.ShouldBe(EndingKind.Planned);
        match.AskToEnd(EndingKind.Planned, Voice.Mentee, null, Some.Noon.AddHours(2)).ShouldBe(Decision.AlreadySo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_says_days_later_that_they_do_not_feel_safe_is_heard_again_in_the_very_same_words(bool saidFirst)
    {
        var match = Some.MatchIn(MatchState.Active);
        if (!saidFirst) match.AskToEnd(EndingKind.Early, Voice.Mentor, null, Some.Noon.AddHours(-1), EndingCause.DidNotFit);
        Decision Say(DateTimeOffset at) => match.AskToEnd(EndingKind.Early, Voice.Mentee, null, at, EndingCause.Safety);
        int Told() => match.Told.OfType<MatchEndsForSafety>().Count();
        Say(Some.Noon).ShouldBe(Decision.Done);
        Say(Some.Noon.AddMinutes(9)).ShouldBe(Decision.AlreadySo, "the same press once more");
        Told().ShouldBe(1);
        Say(Some.Noon.AddDays(5)).ShouldBe(Decision.Done);
        Say(Some.Noon.AddDays(5).AddMinutes(9)).ShouldBe(Decision.AlreadySo);
        Told().ShouldBe(2);
        for (var day = 6; day < 30; day++) Say(Some.Noon.AddDays(day)).ShouldBe(Decision.Done);
        (Told(), match.AlsoSaid.Count).ShouldBe((26, Match.MostAlsoSaid));
        Say(Some.Noon.AddDays(29).AddMinutes(9)).ShouldBe(Decision.AlreadySo, "also when there is no room for more");
    }

    [Fact]
    public void That_somebody_was_not_safe_is_heard_after_the_match_is_over()
    {
        var match = Some.MatchIn(MatchState.Ending);
        match.Close(Some.Closing, Some.Noon);
        match.AskToEnd(EndingKind.Early, Voice.Mentee, "It was not fine.", Some.Noon.AddDays(3), EndingCause.Safety).ShouldBe(Decision.Done);
        match.Told.OfType<MatchEndsForSafety>().ShouldHaveSingleItem().At.ShouldBe(Some.Noon.AddDays(3));
        (match.State, match.SaidNotSafe(Voice.Mentee)).ShouldBe((MatchState.Ended, true));
    }

    [Theory]
    [InlineData(MatchState.Approved, Voice.Mentee, false)]
    [InlineData(MatchState.Approved, Voice.Mentor, true)]
    [InlineData(MatchState.Active, Voice.Mentee, false)]
    [InlineData(MatchState.Active, Voice.Caseworker, false)]
    [InlineData(MatchState.Ending, Voice.Mentee, false)]
    public void That_somebody_does_not_feel_safe_is_told_at_once_whoever_asked_first(MatchState from, Voice by, bool haveMet)
    {
        var match = Some.MatchIn(from);
        match.AskToEnd(EndingKind.Early, by, "Not a word of this is told.", Some.Noon, EndingCause.Safety, haveMet).ShouldBe(Decision.Done);
        var told = match.Told.OfType<MatchEndsForSafety>().ShouldHaveSingleItem();
        (told.MatchId, told.By, told.At).ShouldBe((match.Id.Value, by.ToString().ToLowerInvariant(), Some.Noon));
        match.SaidNotSafe(by).ShouldBeTrue();
        match.EndsForSafety.ShouldBeTrue();
        match.AskToEnd(EndingKind.Early, by, "Not a word of this is told.", Some.Noon, EndingCause.Safety, haveMet);
        match.Told.OfType<MatchEndsForSafety>().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(MatchState.Approved, 0, true)]
    [InlineData(MatchState.Approved, -1, true)]
    [InlineData(MatchState.Approved, 1, false)]
    [InlineData(MatchState.AgreedByMentor, -1, false)]
    [InlineData(MatchState.Active, -1, false)]
    [InlineData(MatchState.Ended, -1, false)]
    public void An_approval_made_when_one_side_had_stopped_is_undone_unless_the_two_have_met(MatchState state, int minutesAfterApproval, bool undone)
    {
        var match = Some.MatchIn(state);
        match.UndoApprovalSince(Some.Noon.AddMinutes(minutesAfterApproval), "The mentor is taking a break.", Some.Noon).Changed.ShouldBe(undone);
        if (!undone) match.State.ShouldBe(state);
        else (match.State, match.EndingKind, match.OverBy, match.ClosingOwed).ShouldBe((MatchState.Ended, EndingKind.Unwilling, Voice.Programme, true));
    }

    [Fact]
    public void The_day_of_the_approval_is_the_day_in_London()
    {
        // 23:30 UTC on 30 June is half past midnight on 1 July in London.
        var late = new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero);
        var match = Some.MatchIn(MatchState.AgreedByMentor);
        match.Approve(Some.Mentor(clearedUntil: new(2026, 6, 30)), 0, Some.Mentee(readyUntil: new(2027, 1, 1)), Some.Caseworker, late).IsRefused.ShouldBeTrue();
        match.Approve(Some.Mentor(clearedUntil: new(2026, 7, 1)), 0, Some.Mentee(readyUntil: new(2027, 1, 1)), Some.Caseworker, late).ShouldBe(Decision.Done);
    }

    [Fact]
    public void The_first_meeting_counts_only_with_everybody_there_on_a_day_that_can_be()
    {
        var match = Some.MatchIn(MatchState.Approved);
        Decision Meet(FirstMeeting meeting) => match.Meet(meeting, Some.Mentor(), Some.Mentee(), Some.Noon);
        Meet(Some.Meeting with { EverybodyThere = false }).IsRefused.ShouldBeTrue();
        Meet(Some.Meeting with { HeldOn = Some.Day.AddDays(1) }).IsRefused.ShouldBeTrue();
        Meet(Some.Meeting with { HeldOn = Some.Day.AddDays(-1) }).IsRefused.ShouldBeTrue();
        match.Meet(Some.Meeting, Some.Mentor(clearedUntil: Some.Day.AddDays(-1)), Some.Mentee(), Some.Noon).IsRefused.ShouldBeTrue();
        Meet(Some.Meeting).ShouldBe(Decision.Done);
    }

    [Fact]
    public void Whoever_leaves_an_approved_match_leaves_a_closing_owed_until_it_is_written_down()
    {
        var match = Some.MatchIn(MatchState.Active);
        match.OneSideLeft("The mentor left.", Some.Noon);
        (match.State, match.EndingKind, match.ClosingOwed).ShouldBe((MatchState.Ended, EndingKind.Unwilling, true));
        var told = match.Told.Count;
        match.Close(Some.Closing, Some.Noon).ShouldBe(Decision.Done);
        match.ClosingOwed.ShouldBeFalse();
        match.Told.Count.ShouldBe(told, "its end was told when it ended");
        match.Close(Some.Closing, Some.Noon).ShouldBe(Decision.AlreadySo);
    }

    [Theory]
    [InlineData(EndingKind.Early, Voice.Mentor)]
    [InlineData(EndingKind.Early, Voice.Caseworker)]
    [InlineData(EndingKind.Unwilling, Voice.Mentor)]
    public void An_ending_that_is_not_planned_says_why_from_the_list(EndingKind kind, Voice by)
    {
        var match = Some.MatchIn(MatchState.Active);
        match.AskToEnd(kind, by, "Words are not counted.", Some.Noon).Refusal.ShouldNotBeNull().ShouldContain("Choose why");
        match.AskToEnd(kind, by, null, Some.Noon, EndingCause.FadedAway).ShouldBe(Decision.Done);
        match.EndingCause.ShouldBe(EndingCause.FadedAway);
    }

    [Fact]
    public void A_young_person_never_has_to_say_why_and_a_planned_ending_has_no_such_reason()
    {
        var early = Some.MatchIn(MatchState.Active);
        early.AskToEnd(EndingKind.Early, Voice.Mentee, null, Some.Noon).ShouldBe(Decision.Done);
        early.EndingCause.ShouldBe(EndingCause.NotSaid);
        var planned = Some.MatchIn(MatchState.Active);
        planned.AskToEnd(EndingKind.Planned, Voice.Mentor, null, Some.Noon, EndingCause.Another).IsRefused.ShouldBeTrue();
        planned.AskToEnd(EndingKind.Planned, Voice.Mentor, null, Some.Noon).ShouldBe(Decision.Done);
        planned.EndingCause.ShouldBeNull();
    }

    [Fact]
    public void A_closing_has_a_day_by_which_it_is_due_sooner_when_the_match_ends_at_once()
    {
        var ending = Some.MatchIn(MatchState.Ending);
        ending.ClosingDueOn.ShouldBe(Some.Day.AddDays(21));
        var left = Some.MatchIn(MatchState.Active);
        left.OneSideLeft("The mentor left.", Some.Noon);
        (left.ClosingDueOn, left.EndingCause).ShouldBe((Some.Day.AddDays(14), EndingCause.LeftProgramme));

        // Who asked to end it, and why, is not written over.
        var unsafeMatch = Some.MatchIn(MatchState.Active);
        unsafeMatch.AskToEnd(EndingKind.Early, Voice.Mentee, "He shouted.", Some.Noon, EndingCause.Safety);
        unsafeMatch.OneSideLeft("The mentor left.", Some.Noon.AddDays(1)).ShouldBe(Decision.Done);
        (unsafeMatch.State, unsafeMatch.ClosingOwed, unsafeMatch.OverBy, unsafeMatch.OverBecause, unsafeMatch.EndingKind, unsafeMatch.EndingCause)
            .ShouldBe((MatchState.Ended, true, Voice.Mentee, "He shouted.", EndingKind.Early, EndingCause.Safety));

        // A day that was set stays, when it is the sooner one.
        ending.OneSideLeft("The mentor left.", Some.Noon.AddDays(10));
        (ending.ClosingDueOn, ending.ClosingOwed).ShouldBe((Some.Day.AddDays(21), true));
        var stopped = Some.MatchIn(MatchState.Approved);
        stopped.AskToEnd(EndingKind.Planned, Voice.Mentee, null, Some.Noon);
        stopped.ClosingDueOn.ShouldBeNull();
    }

    [Fact]
    public void A_closing_session_is_not_in_the_future() =>
        Some.MatchIn(MatchState.Ending).Close(Some.Closing with { HeldOn = Some.Day.AddDays(1) }, Some.Noon).IsRefused.ShouldBeTrue();

    [Fact]
    public void The_words_on_the_wire_are_those_of_the_vocabulary()
    {
        Enum.GetNames<EndingKind>().Select(k => k.ToLowerInvariant()).ShouldBe(Vocabulary.EndingKinds);
        Enum.GetNames<Voice>().Select(v => v.ToLowerInvariant()).ShouldBe(Vocabulary.Voices);
    }
}
