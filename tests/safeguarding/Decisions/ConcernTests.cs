using Mentoring.Contracts.Safeguarding;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Decisions;

public sealed class ConcernTests
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Lead = AccountId.New();
    private static readonly AccountId OtherLead = AccountId.New();
    private static readonly AccountId Raiser = AccountId.New();

    private static Concern New(bool inDanger = false, About? about = null, params AccountId[] hiddenFrom) =>
        Concern.Raise(new() { By = Raiser, As = Safeguarding.Raiser.Mentee, WhatHappened = "He waits at the gate.", InDangerNow = inDanger, About = about, HiddenFrom = hiddenFrom }, Tuesday);

    private static Concern InHand()
    {
        var concern = New();
        concern.Take(Lead, Tuesday.AddMinutes(10)).Changed.ShouldBeTrue();
        return concern;
    }

    private static Concern Closed()
    {
        var concern = InHand();
        concern.Close(Lead, "Sorted out", "Ask sooner", "It is sorted out.", Tuesday.AddHours(1)).Changed.ShouldBeTrue();
        return concern;
    }

    private static IReadOnlyList<ConcernWaits> Calls(Concern concern) => [.. concern.Told.OfType<ConcernWaits>()];

    [Theory]
    [InlineData(false, 24, "2026-11-26T10:00:00Z")]
    [InlineData(true, 1, "2026-11-24T12:00:00Z")]
    public void The_leads_are_called_at_once_and_again_each_time_the_agreed_time_has_passed_until_somebody_takes_it_on(bool inDanger, int hours, string third)
    {
        var concern = New(inDanger);
        Calls(concern).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Urgent.ShouldBe(inDanger), c => c.TimesOverdue.ShouldBe(0), c => c.At.ShouldBe(Tuesday));
        concern.CallAgain(Tuesday.AddHours(hours).AddSeconds(-1)).ShouldBe(Decision.AlreadySo);
        concern.CallAgain(Tuesday.AddHours(hours)).ShouldBe(Decision.Done);
        concern.CallAgain(Tuesday.AddHours(hours)).ShouldBe(Decision.AlreadySo);
        concern.See(Lead, Tuesday.AddHours(hours)); // read is not taken on
        concern.CallAgain(DateTimeOffset.Parse(third, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Decision.Done);
        Calls(concern).Select(c => (c.Urgent, c.TimesOverdue)).ShouldBe([(inDanger, 0), (inDanger, 1), (inDanger, 2)]);
        concern.Take(Lead, Tuesday.AddDays(9));
        concern.CallAgain(Tuesday.AddDays(90)).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void New_words_call_the_leads_when_nobody_was_called_or_somebody_speaks_of_danger_and_not_for_every_word()
    {
        var concern = New();
        concern.SayMore(Raiser, "And again.", inDangerNow: false, Tuesday.AddMinutes(1));
        Calls(concern).Count.ShouldBe(1, "they know that it waits");
        concern.SayMore(Raiser, "He is here.", inDangerNow: true, Tuesday.AddMinutes(2));
        concern.SayMore(Raiser, "He is still here.", inDangerNow: true, Tuesday.AddMinutes(3));
        Calls(concern).Select(c => (c.Urgent, c.TimesOverdue)).ShouldBe([(false, 0), (true, 0)]);
        concern.CallAgain(Tuesday.AddMinutes(62)).ShouldBe(Decision.Done);

        var closed = Closed();
        var before = Calls(closed).Count;
        closed.SayMore(Raiser, "It happened again.", inDangerNow: false, Tuesday.AddDays(3));
        Calls(closed).Count.ShouldBe(before + 1);
    }

    [Fact]
    public void A_cry_of_danger_is_called_for_at_once_also_in_what_is_overdue_or_was_judged_harmless_and_stays_urgent()
    {
        var overdue = New();
        overdue.CallAgain(Tuesday.AddDays(1)).ShouldBe(Decision.Done);
        overdue.SayMore(Raiser, "He is here.", inDangerNow: true, Tuesday.AddDays(1).AddHours(1));
        overdue.CallAgain(Tuesday.AddDays(1).AddHours(2)).ShouldBe(Decision.Done);
        Calls(overdue).Select(c => (c.Urgent, c.TimesOverdue)).ShouldBe([(false, 0), (false, 1), (true, 0), (true, 1)]);

        var judged = InHand();
        judged.Judge(Lead, Severity.Low, Tuesday.AddMinutes(20));
        judged.SayMore(Raiser, "He is here.", inDangerNow: true, Tuesday.AddHours(1));
        judged.CallAgain(Tuesday.AddHours(2)).ShouldBe(Decision.Done);
        judged.CallAgain(Tuesday.AddHours(3)).ShouldBe(Decision.Done);
        Calls(judged).Skip(1).Select(c => (c.Urgent, c.LookedAfter, c.TimesOverdue)).ShouldBe([(true, true, 0), (true, true, 1), (true, true, 2)]);
    }

    [Fact]
    public void Judged_worse_after_hours_it_is_called_for_within_the_hour_and_not_as_overdue_at_once()
    {
        var concern = New();
        concern.Judge(Lead, Severity.Immediate, Tuesday.AddHours(3));
        concern.CallAgain(Tuesday.AddHours(3).AddMinutes(59)).ShouldBe(Decision.AlreadySo);
        concern.CallAgain(Tuesday.AddHours(4)).ShouldBe(Decision.Done);
        Calls(concern)[^1].Urgent.ShouldBeTrue();
    }

    [Fact]
    public void New_words_in_what_somebody_looks_after_are_read_by_them_or_by_who_takes_it_over()
    {
        var concern = InHand();
        concern.SayMore(Raiser, "And again.", inDangerNow: false, Tuesday.AddHours(1));
        concern.See(OtherLead, Tuesday.AddHours(2)).ShouldBe(Decision.AlreadySo);
        concern.HasNewWords.ShouldBeTrue();
        concern.Take(OtherLead, Tuesday.AddHours(3)).Changed.ShouldBeTrue();
        (concern.HasNewWords, concern.Owner).ShouldBe((false, OtherLead));
    }

    [Fact]
    public void What_a_lead_who_may_not_come_in_any_more_looked_after_waits_for_another()
    {
        var concern = InHand();
        concern.LoseOwner(OtherLead, Tuesday.AddHours(1)).ShouldBe(Decision.AlreadySo);
        concern.LoseOwner(Lead, Tuesday.AddHours(1)).ShouldBe(Decision.Done);
        (concern.State, concern.Owner, concern.IsWaiting, concern.DueAt).ShouldBe((ConcernState.Seen, null, true, Tuesday.AddHours(25)));
        Calls(concern).Count.ShouldBe(2);
        Closed().LoseOwner(Lead, Tuesday.AddDays(1)).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void Nobody_it_is_about_is_called_and_when_it_is_taken_from_them_the_others_are()
    {
        var concern = New(hiddenFrom: [OtherLead]);
        Calls(concern).Single().NotTo.ShouldBe([OtherLead.Value]);
        var taken = InHand();
        taken.Hide(OtherLead, [Lead], Tuesday.AddHours(1));
        Calls(taken)[^1].ShouldSatisfyAllConditions(c => c.NotTo.ShouldBe([Lead.Value]), c => c.TimesOverdue.ShouldBe(0));
    }

    [Fact]
    public void A_new_concern_waits_and_is_overdue_after_one_working_day()
    {
        var concern = New();
        (concern.State, concern.IsWaiting, concern.SeenAt).ShouldBe((ConcernState.New, true, null));
        concern.IsOverdue(Tuesday.AddHours(23)).ShouldBeFalse();
        concern.IsOverdue(Tuesday.AddHours(24)).ShouldBeTrue();
    }

    [Fact]
    public void One_that_speaks_of_danger_is_overdue_after_an_hour()
    {
        var concern = New(inDanger: true);
        concern.IsOverdue(Tuesday.AddMinutes(59)).ShouldBeFalse();
        concern.IsOverdue(Tuesday.AddMinutes(60)).ShouldBeTrue();
    }

    [Fact]
    public void Having_read_it_is_said_once_and_does_not_stop_the_clock_until_somebody_takes_it()
    {
        var concern = New();
        concern.See(Lead, Tuesday.AddHours(1)).Changed.ShouldBeTrue();
        concern.See(OtherLead, Tuesday.AddHours(2)).ShouldBe(Decision.AlreadySo);
        (concern.State, concern.SeenAt).ShouldBe((ConcernState.Seen, Tuesday.AddHours(1)));
        concern.IsOverdue(Tuesday.AddHours(24)).ShouldBeTrue();
        concern.Take(Lead, Tuesday.AddHours(3)).Changed.ShouldBeTrue();
        concern.IsOverdue(Tuesday.AddHours(24)).ShouldBeFalse();
    }

    [Fact]
    public void Every_step_of_a_lead_says_that_it_was_read()
    {
        foreach (var step in (Func<Concern, Decision>[])[c => c.Take(Lead, Tuesday), c => c.Judge(Lead, Severity.Low, Tuesday), c => c.Act(Lead, "Rang them", Tuesday)])
        {
            var concern = New();
            step(concern).Changed.ShouldBeTrue();
            concern.SeenAt.ShouldBe(Tuesday);
            concern.Log[0].Step.ShouldBe(Step.Seen);
        }
    }

    [Fact]
    public void Another_lead_can_take_it_over_and_taking_it_twice_changes_nothing()
    {
        var concern = InHand();
        concern.Take(Lead, Tuesday.AddHours(1)).ShouldBe(Decision.AlreadySo);
        concern.Take(OtherLead, Tuesday.AddHours(2)).Changed.ShouldBeTrue();
        concern.Owner.ShouldBe(OtherLead);
        concern.Log.Select(e => (e.Number, e.Step, e.By)).ShouldBe([(1, Step.Seen, Lead), (2, Step.Taken, Lead), (3, Step.Taken, OtherLead)]);
    }

    [Theory]
    [InlineData(Severity.Immediate, 60)]
    [InlineData(Severity.High, 60)]
    [InlineData(Severity.Standard, 24 * 60)]
    [InlineData(Severity.Low, 24 * 60)]
    public void How_bad_it_is_decides_how_long_it_may_wait_from_when_it_was_raised(Severity severity, int minutes)
    {
        var concern = New(inDanger: true);
        concern.Judge(Lead, severity, Tuesday.AddMinutes(5)).Changed.ShouldBeTrue();
        concern.Judge(Lead, severity, Tuesday.AddMinutes(6)).ShouldBe(Decision.AlreadySo);
        concern.DueAt.ShouldBe(Tuesday.AddMinutes(minutes));
        concern.Log[^1].Text.ShouldBe(severity.ToString().ToLowerInvariant());
    }

    [Fact]
    public void It_is_closed_by_steps_taken_on_read_closed()
    {
        var concern = New();
        concern.Close(Lead, "Sorted out", null, null, Tuesday).Refusal.ShouldNotBeNull().ShouldContain("Take it on first");
        concern.Take(Lead, Tuesday);
        concern.SayMore(Raiser, "It happened again.", false, Tuesday.AddHours(1));
        concern.Close(Lead, "Sorted out", null, null, Tuesday.AddHours(2)).Refusal.ShouldNotBeNull().ShouldContain("new words");
        concern.See(Lead, Tuesday.AddHours(3)).Changed.ShouldBeTrue();
        concern.Close(Lead, "Sorted out", "Ask sooner", "It is sorted out.", Tuesday.AddHours(4)).Changed.ShouldBeTrue();
        concern.Close(Lead, "Sorted out", null, null, Tuesday.AddHours(5)).ShouldBe(Decision.AlreadySo);
        (concern.State, concern.ClosedAt, concern.Outcome, concern.Learning, concern.AnswerToRaiser).ShouldBe((ConcernState.Closed, Tuesday.AddHours(4), "Sorted out", "Ask sooner", "It is sorted out."));
    }

    [Fact]
    public void A_closed_one_must_be_opened_again_before_anything_is_done_with_it()
    {
        var concern = Closed();
        concern.Take(OtherLead, Tuesday.AddDays(1)).IsRefused.ShouldBeTrue();
        concern.Judge(Lead, Severity.High, Tuesday.AddDays(1)).IsRefused.ShouldBeTrue();
        concern.Act(Lead, "Rang them", Tuesday.AddDays(1)).IsRefused.ShouldBeTrue();
        concern.Reopen(OtherLead, "He is back.", Tuesday.AddDays(1)).Changed.ShouldBeTrue();
        concern.Reopen(OtherLead, "He is back.", Tuesday.AddDays(1)).ShouldBe(Decision.AlreadySo);
        (concern.State, concern.Owner, concern.ClosedAt).ShouldBe((ConcernState.InHand, OtherLead, null));
        concern.Log.ShouldContain(e => e.Step == Step.Closed && e.Text == "Sorted out\n\nAsk sooner");
    }

    [Fact]
    public void New_words_wait_to_be_read_and_open_a_closed_concern_again()
    {
        var concern = Closed();
        var friday = Tuesday.AddDays(3);
        concern.SayMore(Raiser, "It happened again.", false, friday).Changed.ShouldBeTrue();
        (concern.State, concern.Owner, concern.HasNewWords, concern.IsWaiting, concern.ClosedAt).ShouldBe((ConcernState.InHand, Lead, true, true, null));
        concern.DueAt.ShouldBe(friday.AddDays(3), "the same hour on Monday");
        concern.See(Lead, friday.AddHours(1)).Changed.ShouldBeTrue();
        (concern.IsWaiting, concern.SeenAt, concern.LastSeenAt).ShouldBe((false, Tuesday.AddMinutes(10), friday.AddHours(1)));
    }

    [Fact]
    public void Words_that_follow_words_buy_no_time_and_words_of_danger_take_it()
    {
        var concern = New();
        concern.SayMore(Raiser, "And he shouted.", false, Tuesday.AddHours(20));
        concern.DueAt.ShouldBe(Tuesday.AddHours(24));
        concern.SayMore(Raiser, "He is here!", true, Tuesday.AddHours(21));
        (concern.DueAt, concern.InDangerNow).ShouldBe((Tuesday.AddHours(22), true));
        concern.SayMore(Raiser, "He is still here!", true, Tuesday.AddHours(23.5));
        concern.DueAt.ShouldBe(Tuesday.AddHours(22));
    }

    [Theory]
    [InlineData(About.MyCaseworker, true)]
    [InlineData(About.SomebodyWhoWorksHere, true)]
    [InlineData(About.MyMentor, false)]
    [InlineData(About.Myself, false)]
    [InlineData(null, false)]
    public void What_is_about_somebody_who_works_here_is_known_as_such(About? about, bool isAboutStaff) => New(about: about).IsAboutStaff.ShouldBe(isAboutStaff);

    [Fact]
    public void Naming_an_account_makes_it_about_somebody_who_works_here_whatever_was_ticked()
    {
        var concern = New(about: About.SomebodyElse, hiddenFrom: [OtherLead, OtherLead]);
        (concern.IsAboutStaff, concern.IsHiddenFrom(OtherLead), concern.IsHiddenFrom(Lead)).ShouldBe((true, true, false));
        concern.HiddenFrom.Count.ShouldBe(1);
    }

    [Fact]
    public void A_lead_who_turns_out_to_be_whom_it_is_about_looks_after_it_no_more_and_the_clock_runs_again()
    {
        var concern = InHand();
        concern.Hide(OtherLead, [Lead], Tuesday.AddHours(2)).Changed.ShouldBeTrue();
        concern.Hide(OtherLead, [Lead], Tuesday.AddHours(3)).ShouldBe(Decision.AlreadySo);
        (concern.State, concern.Owner, concern.IsAboutStaff, concern.IsHiddenFrom(Lead)).ShouldBe((ConcernState.Seen, null, true, true));
        concern.DueAt.ShouldBe(Tuesday.AddHours(26));
    }
}
