namespace Mentoring.Matching.Tests;

public sealed class CohortPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static CohortPlan APlan() => new() { Id = PlanId.New(), AskedBy = CaseworkerId.New(), AskedAt = Now, Night = null, Options = new() { RaiseTheWorst = false, MostForAPartner = null } };

    private static PlannedPerson Person(MentorId? mentor, int? points = null, int possible = 0) =>
        new() { PlanId = PlanId.New(), MenteeId = MenteeId.New(), MentorId = mentor, Points = points, IsPinned = false, Possible = possible };

    [Fact]
    public void A_plan_that_waits_is_stopped_at_once_and_one_that_runs_when_its_maker_hears_of_it()
    {
        var waits = APlan();
        waits.Stop(Now).ShouldBe(Decision.Done);
        waits.State.ShouldBe(PlanState.Cancelled);
        waits.Stop(Now).ShouldBe(Decision.AlreadySo);

        var runs = APlan();
        runs.Begin(Now);
        runs.Stop(Now).ShouldBe(Decision.Done);
        (runs.State, runs.IsToStop).ShouldBe((PlanState.Running, true));
        runs.Stop(Now).ShouldBe(Decision.AlreadySo);
        runs.End(PlanState.Cancelled, Now);
        runs.IsOver.ShouldBeTrue();
    }

    [Fact]
    public void A_plan_that_failed_is_not_stopped()
    {
        var plan = APlan();
        plan.Begin(Now);
        plan.End(PlanState.Failed, Now);
        plan.Stop(Now).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void What_is_new_is_told_in_a_sentence()
    {
        var (one, other) = (MentorId.New(), MentorId.New());
        PlanWords.New(Person(one, 50), null).ShouldBe("Is new among those who wait.");
        PlanWords.New(Person(one, 50), Person(one, 60)).ShouldBeNull();
        PlanWords.New(Person(null), Person(null)).ShouldBeNull();
        PlanWords.New(Person(one, 50), Person(null)).ShouldBe("Has a mentor now, and had none in the plan before.");
        PlanWords.New(Person(null), Person(one, 50)).ShouldBe("Had a mentor in the plan before, and has none now.");
        PlanWords.New(Person(one, 60), Person(other, 50)).ShouldBe("Another mentor, who fits better.");
        PlanWords.New(Person(one, 50), Person(other, 60)).ShouldBe("Another mentor.");
    }

    [Fact]
    public void What_would_help_counts_mentors_whom_one_rule_alone_keeps_away_and_presses_nobody()
    {
        static ImpossibleMentor Kept(params string[] rules) => new() { MentorId = MentorId.New(), Because = [.. rules.Select(r => new Obstacle(r, "Because."))] };
        var help = WhoElse.WouldHelp([Kept("time"), Kept("must"), Kept("time"), Kept("time", "language"), Kept("ban"), Kept("conflict")]).ToList();
        help.Select(h => h.Sentence).ShouldBe(
        [
            "With another time in the week, 2 more mentors would be possible.",
            "Without what the young person must have in a mentor, 1 more mentor would be possible. It is for them to say.",
        ]);
    }

    [Fact]
    public void A_limit_for_partners_where_no_mentor_has_a_place_leaves_everybody_without()
    {
        var proposal = Proposal.Make(Waiting([Some.Mentee()], []), new() { RaiseTheWorst = false, MostForAPartner = 2 }, new Progress<Engine.SolveProgress>(), CancellationToken.None);
        (proposal.Figures.Matched, proposal.Figures.NobodyPossible).ShouldBe((0, 1));
    }

    [Fact]
    public void A_pin_that_is_not_possible_does_not_take_the_place_of_one_that_is()
    {
        var mentor = Some.Mentor();
        MenteeCopy[] both = [new() { Id = MenteeId.New() }, new() { Id = MenteeId.New() }];
        both[0].Remember(Some.MenteeProfile with { Languages = ["cy"] });
        both[1].Remember(Some.MenteeProfile);
        var who = Waiting(both, [mentor]) with { Pins = [.. both.Select(m => (m.Id, mentor.Id))] };
        var proposal = Proposal.Make(who, new() { RaiseTheWorst = false, MostForAPartner = null }, new Progress<Engine.SolveProgress>(), CancellationToken.None);
        proposal.Figures.PinsNotKept.ShouldHaveSingleItem().MenteeId.ShouldBe(both[0].Id);
        proposal.Matches().ShouldBe([new(both[1].Id, mentor.Id)]);
    }

    private static WhoWaits Waiting(IReadOnlyList<MenteeCopy> mentees, IReadOnlyList<MentorCopy> mentors) => new()
    {
        Policy = MatchingPolicy.First,
        Now = Some.Noon,
        Mentees = mentees,
        Mentors = mentors,
        Taken = new Dictionary<MentorId, int>(),
        LastEnded = new Dictionary<MenteeId, DateOnly>(),
        Pins = [],
        Between = [],
    };
}
