using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Decisions;

public sealed class ScreeningTests
{
    private static readonly AccountId Me = AccountId.New();

    public static TheoryData<CheckKind> EveryKind() => [.. Enum.GetValues<CheckKind>()];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void A_mentor_is_cleared_only_when_every_check_is_passed(CheckKind kind)
    {
        var mentor = Some.Screened(without: kind);
        mentor.Clear(Me, Some.Today, Some.Now).Refusal!.ShouldContain(ScreeningRules.Of(MentorRole.OneToOneMentor).For(kind).Words);
        mentor.After(m => m.Record(Some.Check(kind, outcome: CheckOutcome.Failed), Me, Some.Today, Some.Now));
        mentor.Clear(Me, Some.Today, Some.Now).IsRefused.ShouldBeTrue();
        mentor.After(m => m.Record(Some.Check(kind), Me, Some.Today, Some.Now));
        mentor.After(m => m.Clear(Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Cleared);
    }

    [Theory]
    [InlineData(DbsLevel.Basic)]
    [InlineData(DbsLevel.Standard)]
    [InlineData(DbsLevel.Enhanced)]
    public void A_lower_dbs_level_is_refused_for_whoever_mentors_people_under_18(DbsLevel level)
    {
        var mentor = Some.Screened(without: CheckKind.Dbs);
        mentor.Record(Some.Check(CheckKind.Dbs, level: level), Me, Some.Today, Some.Now).Refusal!.ShouldContain("supervised or not since 1 September 2026");
        mentor.Clear(Me, Some.Today, Some.Now).Refusal!.ShouldContain("barred list");
    }

    [Theory]
    [InlineData(DbsLevel.Standard)]
    [InlineData(DbsLevel.Enhanced)]
    [InlineData(DbsLevel.EnhancedWithBarredList)]
    public void A_higher_dbs_level_than_is_lawful_is_refused_for_a_mentor_of_adults_passed_or_not(DbsLevel level)
    {
        var mentor = Some.Screened(without: CheckKind.Dbs).After(m => m.ChangeRole(MentorRole.MentorOfAdults, "Care leavers only.", Me, Some.Today, Some.Now));
        foreach (var outcome in Enum.GetValues<CheckOutcome>())
            mentor.Record(Some.Check(CheckKind.Dbs, level: level, outcome: outcome), Me, Some.Today, Some.Now).Refusal!.ShouldContain("would be unlawful");
        mentor.After(m => m.Record(Some.Check(CheckKind.Dbs, level: DbsLevel.Basic), Me, Some.Today, Some.Now)).After(m => m.Clear(Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Cleared);
    }

    [Fact]
    public void A_mentor_of_adults_who_is_to_mentor_somebody_younger_needs_the_other_check_first()
    {
        var mentor = Some.Screened(without: CheckKind.Dbs).After(m => m.ChangeRole(MentorRole.MentorOfAdults, "Care leavers only.", Me, Some.Today, Some.Now))
            .After(m => m.Record(Some.Check(CheckKind.Dbs, level: DbsLevel.Basic), Me, Some.Today, Some.Now)).After(m => m.Clear(Me, Some.Today, Some.Now));
        var told = mentor.Tells(m => m.ChangeRole(MentorRole.OneToOneMentor, "Asked to.", Me, Some.Today, Some.Now));
        told.OfType<MentorClearanceLapsed>().ShouldHaveSingleItem();
        mentor.Missing(Some.Today).Select(r => r.Kind).ShouldBe([CheckKind.Dbs]);
        mentor.ChangeRole(MentorRole.OneToOneMentor, "Asked to.", Me, Some.Today, Some.Now).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void Whoever_was_cleared_for_people_under_18_keeps_that_role_for_they_may_be_matched_with_one()
    {
        Some.Cleared().ChangeRole(MentorRole.MentorOfAdults, "Why not.", Me, Some.Today, Some.Now).Refusal!.ShouldContain("keep this role");
        var lapsed = Some.Cleared().After(m => m.Record(Some.Check(CheckKind.Dbs, outcome: CheckOutcome.Failed), Me, Some.Today, Some.Now));
        lapsed.ChangeRole(MentorRole.MentorOfAdults, "Why not.", Me, Some.Today, Some.Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Matching_is_told_an_age_at_which_everybody_is_18_on_every_day_of_the_year()
    {
        var mentor = Some.Invited();
        var told = mentor.Tells(m => m.ChangeRole(MentorRole.MentorOfAdults, "Care leavers only.", Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorProfileChanged>();
        told.WelcomesFrom.ShouldBe(19, "who reaches 18 this year may be 17 today");
        mentor.Tells(m => m.ChangeProfile(Some.Profile() with { WelcomesFrom = 21 }, null, Me, Some.Now)).OfType<MentorProfileChanged>().Single().WelcomesFrom.ShouldBe(21);
        mentor.Tells(m => m.ChangeProfile(Some.Profile() with { WelcomesFrom = 16 }, null, Me, Some.Now)).OfType<MentorProfileChanged>().Single().WelcomesFrom.ShouldBe(19, "a wish opens nothing that the role closes");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(119)]
    public void Training_of_less_than_two_hours_is_refused(int? minutes)
    {
        var mentor = Some.Screened(without: CheckKind.Training);
        mentor.Record(Some.Check(CheckKind.Training) with { Minutes = minutes }, Me, Some.Today, Some.Now).Refusal!.ShouldContain("2 hours");
        mentor.Clear(Me, Some.Today, Some.Now).Refusal!.ShouldContain("training");
        mentor.After(m => m.Record(Some.Check(CheckKind.Training) with { Minutes = 120 }, Me, Some.Today, Some.Now)).After(m => m.Clear(Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Cleared);
    }

    public static TheoryData<CheckKind, string> EveryCriterion() =>
        [.. Enum.GetValues<CheckKind>().SelectMany(kind => Criteria.Of(kind).Where(q => q.IsCriterion).Select(q => (kind, q.Name)))];

    [Theory]
    [MemberData(nameof(EveryCriterion))]
    public void Nobody_passes_who_does_not_meet_a_criterion_and_nobody_is_turned_down_who_meets_all(CheckKind kind, string criterion)
    {
        var mentor = Some.Screened(without: kind);
        mentor.Record(Some.Check(kind) with { Answers = Some.Answers(kind, notMet: criterion) }, Me, Some.Today, Some.Now).Refusal!.ShouldContain(criterion);
        mentor.Record(Some.Check(kind) with { Answers = [.. Some.Answers(kind).Where(a => a.Question != criterion)] }, Me, Some.Today, Some.Now).Refusal!.ShouldContain(criterion);
        mentor.Record(Some.Check(kind, outcome: CheckOutcome.Failed) with { Answers = Some.Answers(kind) }, Me, Some.Today, Some.Now).Refusal!.ShouldContain("same reasons");
        mentor.Record(Some.Check(kind, outcome: CheckOutcome.Failed) with { Answers = Some.Answers(kind, notMet: criterion) }, Me, Some.Today, Some.Now).ShouldBe(Decision.Done);
    }

    [Fact]
    public void With_an_adverse_finding_it_takes_two_people_and_the_same_one_twice_is_one()
    {
        var (mentor, other) = (Some.WithFinding(), AccountId.New());
        mentor.Tells(m => m.Clear(Me, Some.Today, Some.Now)).ShouldBeEmpty();
        (mentor.Stage, mentor.ProposedBy).ShouldBe((Stage.Screening, Me));
        mentor.Clear(Me, Some.Today, Some.Now).ShouldBe(Decision.AlreadySo);
        mentor.Stage.ShouldBe(Stage.Screening);
        mentor.Tells(m => m.Clear(other, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>();
        (mentor.Story[^1].By, mentor.Story[^1].ProposedBy).ShouldBe((other.Value, Me.Value));
        mentor.ProposedBy.ShouldBeNull();
    }

    [Fact]
    public void What_was_proposed_is_proposed_no_more_once_something_new_is_recorded_or_somebody_said_no()
    {
        var (mentor, other) = (Some.WithFinding().After(m => m.Clear(Me, Some.Today, Some.Now)), AccountId.New());
        mentor.After(m => m.Record(Some.Check(CheckKind.FirstReference) with { Finding = "Let somebody down once, and said sorry." }, Me, Some.Today, Some.Now));
        mentor.Tells(m => m.Clear(other, Some.Today, Some.Now)).ShouldBeEmpty("the second one only proposes anew");
        mentor.Stage.ShouldBe(Stage.Screening);
        mentor.After(m => m.RefuseClearance("Probation first.", Me, Some.Now)).Story[^1].Why.ShouldBe("Probation first.");
        mentor.RefuseClearance("Again.", Me, Some.Now).Refusal!.ShouldContain("Nobody proposes");
        mentor.After(m => m.Clear(Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Screening);
    }

    [Fact]
    public void A_finding_that_comes_to_light_takes_clearance_until_two_people_have_looked()
    {
        var mentor = Some.Cleared();
        mentor.Tells(m => m.Record(Some.Check(CheckKind.Dbs) with { Finding = Some.Caution }, Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorClearanceLapsed>();
        mentor.After(m => m.Clear(Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Screening);
        mentor.After(m => m.Clear(AccountId.New(), Some.Today, Some.Now)).Stage.ShouldBe(Stage.Cleared);
        mentor.Tells(m => m.Record(Some.Check(CheckKind.Training, Some.Today), Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>("what two accepted stays accepted");
    }

    [Fact]
    public void The_end_of_a_clearance_is_told_of_90_30_and_7_days_before_and_anew_for_another_end()
    {
        var mentor = Some.Cleared();
        var end = mentor.ClearedUntil!.Value;
        var told = new List<(int Left, int Told)>();
        for (var left = 120; left >= -1; left--)
        {
            var before = mentor.Told.Count;
            mentor.TellOfEndIfDue(end.AddDays(-left), Some.Now);
            mentor.TellOfEndIfDue(end.AddDays(-left), Some.Now).ShouldBe(Decision.AlreadySo);
            told.AddRange(mentor.Told.Skip(before).Cast<MentorClearanceEnding>().Select(f => (left, f.DaysBefore)));
        }

        told.ShouldBe([(90, 90), (30, 30), (7, 7)]);
        mentor.After(m => m.Record(Some.Check(CheckKind.Training, Some.Today), Me, Some.Today, Some.Now));
        var next = mentor.Tells(m => m.TellOfEndIfDue(m.ClearedUntil!.Value.AddDays(-90), Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorClearanceEnding>();
        (next.DaysBefore, next.ClearedBy).ShouldBe((90, Some.Caseworker.Value));
    }

    [Fact]
    public void Six_months_after_a_certificate_only_the_fact_of_it_is_left()
    {
        var mentor = Some.Screened(without: CheckKind.Dbs).After(m => m.Record(Some.Check(CheckKind.Dbs, Some.Today) with { Note = "Seen.", Finding = Some.Caution }, Me, Some.Today, Some.Now))
            .After(m => m.Record(Some.Check(CheckKind.Identity, Some.Today) with { Note = "Passport." }, Me, Some.Today, Some.Now));
        mentor.ForgetCertificates(Some.Today.AddMonths(6).AddDays(-1));
        mentor.Newest(CheckKind.Dbs)!.Finding.ShouldBe(Some.Caution);
        mentor.ForgetCertificates(Some.Today.AddMonths(6));
        var dbs = mentor.Newest(CheckKind.Dbs)!;
        (dbs.Note, dbs.Finding, dbs.HasFinding).ShouldBe((null, null, true), "two people still have to decide");
        (dbs.Level, dbs.Outcome, dbs.DecidedOn).ShouldBe((DbsLevel.EnhancedWithBarredList, CheckOutcome.Passed, Some.Today));
        mentor.Newest(CheckKind.Identity)!.Note.ShouldBe("Passport.");
        mentor.After(m => m.Clear(Me, Some.Today, Some.Now)).After(m => m.Clear(AccountId.New(), Some.Today, Some.Now)).ForgetCertificates(Some.Today.AddMonths(6));
        dbs.HasFinding.ShouldBeFalse();
    }

    [Fact]
    public void A_letter_says_what_was_decided_the_criteria_and_how_to_ask_again_and_nothing_of_what_a_referee_said()
    {
        var declined = Some.Screened().After(m => m.Decline(DeclineReason.References, "Ivo said she shouts.", Me, Some.Now));
        var letter = declined.Letter!;
        letter.AskAgainUntil.ShouldBe(London.DateAt(Some.Now).AddDays(28));
        var words = string.Join(' ', letter.Paragraphs());
        words.ShouldContain("in confidence");
        words.ShouldContain("look at it again until");
        words.ShouldNotContain("Ivo");
        letter.Criteria().Count.ShouldBe(7 + Criteria.Of(CheckKind.Interview).Count);
        foreach (var reason in Enum.GetValues<DeclineReason>()) (letter with { Reason = reason }).Paragraphs().ShouldAllBe(p => p.Length > 20);
        Some.Cleared().Letter!.Paragraphs()[0].ShouldContain("cleared as a one-to-one mentor");
    }

    [Fact]
    public void Whoever_is_declined_may_read_the_letter_for_28_days()
    {
        var mentor = Some.Screened();
        var first = mentor.Tells(m => m.Decline(DeclineReason.Interview, "Not now.", Me, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorLeft>();
        first.MayReadUntil.ShouldBe(London.DateAt(Some.Now).AddDays(28));
        mentor.CloseLetterIfDue(first.MayReadUntil!.Value, Some.Now).ShouldBe(Decision.AlreadySo);
        mentor.Tells(m => m.CloseLetterIfDue(first.MayReadUntil!.Value.AddDays(1), Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorLeft>().MayReadUntil.ShouldBeNull();
        mentor.CloseLetterIfDue(first.MayReadUntil!.Value.AddDays(1), Some.Now).ShouldBe(Decision.AlreadySo);
        Some.At(Stage.Cleared).Tells(m => m.Leave(null, Me, Some.Now)).OfType<MentorLeft>().Single().MayReadUntil.ShouldBeNull();
    }

    [Fact]
    public void A_check_that_ran_out_does_not_count_and_one_that_ends_today_does()
    {
        var mentor = Some.Screened(without: CheckKind.Dbs).After(m => m.Record(Some.Check(CheckKind.Dbs, until: Some.Today.AddDays(-1)), Me, Some.Today, Some.Now));
        mentor.Clear(Me, Some.Today, Some.Now).IsRefused.ShouldBeTrue();
        mentor.After(m => m.Record(Some.Check(CheckKind.Dbs, until: Some.Today), Me, Some.Today, Some.Now));
        var cleared = mentor.Tells(m => m.Clear(Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>();
        cleared.ClearedUntil.ShouldBe(Some.Today);
    }

    [Fact]
    public void Clearance_lasts_until_the_earliest_end_of_the_newest_checks()
    {
        var decided = Some.Today.AddDays(-3);
        var mentor = Some.Screened();
        mentor.Tells(m => m.Clear(Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>().ClearedUntil.ShouldBe(decided.AddMonths(24), "training is the earlier end");
        mentor.Tells(m => m.Record(Some.Check(CheckKind.Training, Some.Today), Me, Some.Today, Some.Now))
            .ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>().ClearedUntil.ShouldBe(Some.Today.AddMonths(24), "a renewed training moves it");
        mentor.Tells(m => m.Record(Some.Check(CheckKind.Interview, Some.Today), Me, Some.Today, Some.Now)).ShouldBeEmpty("an interview has no end to move");
    }

    [Theory]
    [InlineData(Stage.Cleared)]
    [InlineData(Stage.Paused)]
    public void A_failed_check_takes_clearance_at_once(Stage stage)
    {
        var mentor = Some.At(stage);
        mentor.Tells(m => m.Record(Some.Check(CheckKind.Dbs, outcome: CheckOutcome.Failed), Me, Some.Today, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorClearanceLapsed>();
        mentor.Stage.ShouldBe(Stage.Screening);
        mentor.ClearedUntil.ShouldBeNull();
        mentor.Story[^1].By.ShouldBe(Me.Value);
    }

    [Fact]
    public void Clearance_lapses_the_day_after_its_last_day_and_tells_it_once()
    {
        var mentor = Some.Cleared();
        var last = mentor.ClearedUntil!.Value;
        mentor.LapseIfDue(last, Some.Now).ShouldBe(Decision.AlreadySo);
        mentor.Tells(m => m.LapseIfDue(last.AddDays(1), Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorClearanceLapsed>();
        mentor.Story[^1].By.ShouldBeNull();
        mentor.LapseIfDue(last.AddDays(1), Some.Now).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    public void A_break_does_not_stop_the_clock_of_a_check()
    {
        var mentor = Some.Paused();
        var after = mentor.ClearedUntil!.Value.AddDays(1);
        mentor.Resume(Me, after, Some.Now).Refusal!.ShouldContain("run out");
        mentor.After(m => m.Record(Some.Check(CheckKind.Training, Some.Today), Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Paused);
        mentor.Tells(m => m.Resume(Me, after, Some.Now)).ShouldHaveSingleItem().ShouldBeOfType<MentorCleared>().ClearedUntil.ShouldBe(Some.Today.AddMonths(24));
    }

    [Fact]
    public void The_same_result_again_is_already_so_and_the_history_keeps_every_other()
    {
        var mentor = Some.Applied();
        mentor.Record(Some.Check(CheckKind.Identity), Me, Some.Today, Some.Now).ShouldBe(Decision.Done);
        mentor.Record(Some.Check(CheckKind.Identity), Me, Some.Today, Some.Now).ShouldBe(Decision.AlreadySo);
        mentor.Record(Some.Check(CheckKind.Identity, outcome: CheckOutcome.Failed), Me, Some.Today, Some.Now).ShouldBe(Decision.Done);
        mentor.Checks.Select(c => (c.Number, c.Outcome, c.RecordedBy)).ShouldBe([(1, CheckOutcome.Passed, Me), (2, CheckOutcome.Failed, Me)]);
    }

    [Fact]
    public void A_result_that_cannot_be_is_said_in_a_sentence()
    {
        string? Wrong(CheckResult result) => ScreeningRules.Of(MentorRole.OneToOneMentor).WhatIsWrong(result, Some.Today);
        Wrong(Some.Check(CheckKind.Identity, Some.Today.AddDays(1)))!.ShouldContain("future");
        Wrong(Some.Check(CheckKind.Identity, new DateOnly(1, 1, 1)))!.ShouldContain("ten years");
        Wrong(Some.Check(CheckKind.Dbs, level: DbsLevel.None))!.ShouldContain("level");
        Wrong(Some.Check(CheckKind.Interview, level: DbsLevel.Basic))!.ShouldContain("Only a DBS check");
        Wrong(Some.Check(CheckKind.Dbs, until: Some.Today.AddYears(4)))!.ShouldContain("at the latest");
        Wrong(Some.Check(CheckKind.Dbs, until: Some.Today.AddDays(-10)))!.ShouldContain("before");
        Wrong(Some.Check(CheckKind.Dbs, until: Some.Today, outcome: CheckOutcome.Failed))!.ShouldContain("failed");
        Wrong(Some.Check(CheckKind.Identity) with { Minutes = 120 })!.ShouldContain("Only training");
        Wrong(Some.Check(CheckKind.Dbs, outcome: CheckOutcome.Failed) with { Finding = Some.Caution })!.ShouldContain("no finding");
        Wrong(Some.Check(CheckKind.Identity) with { Answers = Some.Answers(CheckKind.Interview) })!.ShouldContain("set questions");
        Wrong(Some.Check(CheckKind.Interview) with { Answers = Some.Answers(CheckKind.FirstReference) })!.ShouldContain("no such question");
        Wrong(Some.Check(CheckKind.Interview) with { Answers = [.. Some.Answers(CheckKind.Interview), .. Some.Answers(CheckKind.Interview)] })!.ShouldContain("twice");
        Wrong(Some.Check(CheckKind.Interview) with { Answers = [.. Some.Answers(CheckKind.Interview).Select(a => a with { IsMet = null })] })!.ShouldContain("whether it is met");
        Wrong(Some.Check(CheckKind.FirstReference) with { Answers = [.. Some.Answers(CheckKind.FirstReference).Select(a => a with { IsMet = true })] })!.ShouldContain("no criterion");
        Wrong(Some.Check(CheckKind.Dbs)).ShouldBeNull();
    }

    [Fact]
    public void The_page_about_screening_says_what_the_rules_say()
    {
        var page = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "screening.md"));
        var tables = page.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split(" | ")).ToArray();
        tables.Where(r => r[0] != "Role" && r.Length == 4).ShouldBe(ScreeningRules.All.SelectMany(role => role.Checks.Select(rule => new[]
        {
            role.Words,
            rule.LeastMinutes is { } least ? $"{rule.Words}, at least {least / 60} hours" : rule.Words,
            rule.ValidMonths is { } months ? $"{months} months" : "does not run out",
            rule.Source,
        })).ToArray());
        tables.Where(r => r[0] != "Asked of" && r.Length == 3).ShouldBe(((CheckKind[])[CheckKind.FirstReference, CheckKind.Interview]).SelectMany(kind => Criteria.Of(kind).Select(q => new[]
        {
            kind == CheckKind.Interview ? "the mentor" : "each referee",
            q.Words,
            q.IsCriterion ? "has to be so" : "answered in words",
        })).ToArray());
    }
}
