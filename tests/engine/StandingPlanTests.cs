namespace Mentoring.Engine.Tests;

/// <summary>After every change the standing plan is as good as one solved anew, its certificate holds, and its pins are where they were.</summary>
public sealed class StandingPlanTests
{
    [Fact]
    public void It_is_as_good_as_a_full_solve_after_every_change()
    {
        for (var seed = 0; seed < 400; seed++) Live(seed, 6, 5, 25);
        for (var seed = 0; seed < 20; seed++) Live(seed, 40, 30, 60);
    }

    [Fact]
    public void It_follows_thousands_of_changes_without_solving_anew()
    {
        var random = new Random(3);
        var pairs = SparsePairs.Of(300, [.. Enumerable.Repeat(2, 140)], from mentee in Enumerable.Range(0, 300) from mentor in Enumerable.Range(0, 140) where random.Next(10) == 0 select (mentee, mentor, random.Next(100)));
        var standing = new StandingPlan(pairs);
        for (var change = 0; change < 3000; change++)
            standing.ChangeMentee(random.Next(300), [.. Enumerable.Range(0, 140).Where(_ => random.Next(10) == 0).Select(mentor => (mentor, random.Next(100)))]);
        standing.FullSolves.ShouldBe(1);
        Same(standing, 3);
    }

    [Fact]
    public void It_is_solved_anew_when_scores_outgrow_its_numbers()
    {
        var standing = new StandingPlan(SparsePairs.Of(2, [1, 1], [(0, 0, 1), (1, 0, 2)]));
        standing.ChangeMentee(0, [(0, int.MaxValue), (1, int.MinValue)]);
        standing.FullSolves.ShouldBe(2);
        Same(standing, 0);
        standing.MentorOf(0).ShouldBe(1);
    }

    [Fact]
    public void A_pin_holds_against_a_leaving_mentor_and_fewer_places()
    {
        var standing = new StandingPlan(SparsePairs.Of(2, [1, 1], [(0, 0, 9), (1, 0, 2), (1, 1, 1)]), [new(1, 0)]);
        standing.MentorOf(1).ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => standing.RemoveMentor(0));
        Should.Throw<InvalidOperationException>(() => standing.ChangePlaces(0, 0));
        Should.Throw<InvalidOperationException>(() => standing.Pin(0, 0));
        Should.Throw<InvalidOperationException>(() => standing.Pin(0, 1));
        standing.MentorOf(1).ShouldBe(0);
        standing.Unpin(1);
        standing.MentorOf(0).ShouldBe(0);
        standing.MentorOf(1).ShouldBe(1);
    }

    [Fact]
    public void Pins_that_conflict_are_refused()
        => Should.Throw<ArgumentException>(() => new StandingPlan(SparsePairs.Of(1, [1], []), [new(0, 0)])).Message.ShouldStartWith("Mentee 0 cannot be matched with mentor 0.");

    [Fact]
    public void What_a_mentor_would_bring_is_what_the_mentor_brings()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(12, 9);
            if (pairs.All().Exists(pair => Math.Abs((long)pair.Score) > 5000)) continue;
            var standing = new StandingPlan(pairs);
            var before = (standing.Count, standing.Total);
            List<(int, int)> column = [.. Enumerable.Range(0, pairs.Mentees).Where(_ => instances.Random.Next(2) == 0).Select(mentee => (mentee, instances.Random.Next(50)))];
            var bound = Gaps.AtMost(standing.ToCertificate(), column);
            var gain = standing.Try(1, column);
            (standing.Count, standing.Total).ShouldBe(before, $"seed {seed}");
            standing.Mentors.ShouldBe(pairs.Mentors);
            Same(standing, seed);
            gain.ShouldBeLessThanOrEqualTo(bound, $"seed {seed}");
            standing.AddMentor(1, column);
            (standing.Count, standing.Total).ShouldBe((before.Count + gain.Matches, before.Total + gain.Total), $"seed {seed}");
        }
    }

    private static void Live(int seed, int mentees, int mentors, int changes)
    {
        var instances = new Instances(seed);
        var random = instances.Random;
        var pairs = instances.Next(mentees, mentors);
        var standing = new StandingPlan(pairs, instances.Wishes(pairs).Pins);
        Same(standing, seed);
        for (var change = 0; change < changes; change++)
        {
            Change(standing, random);
            Same(standing, seed);
        }
    }

    private static void Change(StandingPlan standing, Random random)
    {
        var pins = standing.ToPins();
        var (mentee, mentor) = (random.Next(Math.Max(1, standing.Mentees)), random.Next(Math.Max(1, standing.Mentors)));
        switch (random.Next(8))
        {
            case 0:
                standing.AddMentee(Row(standing.Mentors, random));
                break;
            case 1:
                standing.AddMentor(random.Next(4), Row(standing.Mentees, random));
                break;
            case 2 when standing.Mentees > 0:
                standing.RemoveMentee(mentee);
                pins = [.. pins.Where(pin => pin.Mentee != mentee)];
                break;
            case 3 when standing.Mentors > 0 && !pins.Any(pin => pin.Mentor == mentor):
                standing.RemoveMentor(mentor);
                break;
            case 4 when standing.Mentees > 0:
                standing.ChangeMentee(mentee, Row(standing.Mentors, random));
                break;
            case 5 when standing.Mentors > 0:
                standing.ChangeMentor(mentor, Row(standing.Mentees, random));
                break;
            case 6 when standing.Mentors > 0:
                standing.ChangePlaces(mentor, pins.Count(pin => pin.Mentor == mentor) + random.Next(3));
                break;
            case 7 when standing.Mentees > 0 && standing.IsPinned(mentee):
                standing.Unpin(mentee);
                pins = [.. pins.Where(pin => pin.Mentee != mentee)];
                break;
            case 7 when standing.Mentees > 0 && standing.MentorOf(mentee) >= 0:
                standing.Pin(mentee, standing.MentorOf(mentee));
                break;
        }

        foreach (var pin in pins) standing.MentorOf(pin.Mentee).ShouldBe(pin.Mentor);
    }

    private static List<(int Other, int Score)> Row(int of, Random random)
        => [.. Enumerable.Range(0, of).Where(_ => random.Next(2) == 0).Select(other => (other, random.Next(-20, 100)))];

    private static void Same(StandingPlan standing, int seed)
    {
        var pairs = standing.ToPairs();
        var wishes = new Wishes { Pins = standing.ToPins() };
        var plan = standing.ToPlan();
        CertificateChecker.Check(pairs, wishes, plan, standing.ToCertificate()).ShouldBeEmpty($"seed {seed}");
        (plan.Count - wishes.Pins.Count).ShouldBe(standing.Count);
        var anew = pairs.Solve(wishes);
        (plan.Count, plan.Total).ShouldBe((anew.Count, anew.Total), $"seed {seed}");
    }
}
