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
        mentor.Clear(Me, Some.Today, Some.Now).Refusal!.ShouldContain(ScreeningRules.For(kind).Words);
        mentor.After(m => m.Record(Some.Check(kind, outcome: CheckOutcome.Failed), Me, Some.Today, Some.Now));
        mentor.Clear(Me, Some.Today, Some.Now).IsRefused.ShouldBeTrue();
        mentor.After(m => m.Record(Some.Check(kind), Me, Some.Today, Some.Now));
        mentor.After(m => m.Clear(Me, Some.Today, Some.Now)).Stage.ShouldBe(Stage.Cleared);
    }

    [Theory]
    [InlineData(DbsLevel.Basic)]
    [InlineData(DbsLevel.Standard)]
    [InlineData(DbsLevel.Enhanced)]
    public void A_lower_dbs_level_is_not_enough(DbsLevel level)
    {
        var mentor = Some.Screened(without: CheckKind.Dbs).After(m => m.Record(Some.Check(CheckKind.Dbs, level: level), Me, Some.Today, Some.Now));
        mentor.Clear(Me, Some.Today, Some.Now).Refusal!.ShouldContain("barred list");
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
        string? Wrong(CheckResult result) => ScreeningRules.WhatIsWrong(result, Some.Today);
        Wrong(Some.Check(CheckKind.Identity, Some.Today.AddDays(1)))!.ShouldContain("future");
        Wrong(Some.Check(CheckKind.Identity, new DateOnly(1, 1, 1)))!.ShouldContain("ten years");
        Wrong(Some.Check(CheckKind.Dbs, level: DbsLevel.None))!.ShouldContain("level");
        Wrong(Some.Check(CheckKind.Interview, level: DbsLevel.Basic))!.ShouldContain("Only a DBS check");
        Wrong(Some.Check(CheckKind.Dbs, until: Some.Today.AddYears(4)))!.ShouldContain("at the latest");
        Wrong(Some.Check(CheckKind.Dbs, until: Some.Today.AddDays(-10)))!.ShouldContain("before");
        Wrong(Some.Check(CheckKind.Dbs, until: Some.Today, outcome: CheckOutcome.Failed))!.ShouldContain("failed");
        Wrong(Some.Check(CheckKind.Dbs)).ShouldBeNull();
    }

    [Fact]
    public void The_page_about_screening_says_what_the_rules_say()
    {
        var page = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "screening.md"));
        var rows = page.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(l => l.Trim('|', ' ').Split(" | ")).ToArray();
        rows.ShouldBe(ScreeningRules.OneToOneMentor.Select(rule => new[]
        {
            rule.Words,
            rule.ValidMonths is { } months ? $"{months} months" : "does not run out",
            rule.Source,
        }).ToArray());
    }
}
