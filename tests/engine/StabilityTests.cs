namespace Mentoring.Engine.Tests;

/// <summary>The report of pairs who would both rather have each other, and what more places would bring.</summary>
public sealed class StabilityTests
{
    [Fact]
    public void A_pair_that_both_would_rather_have_is_told()
    {
        // The best plan gives up the best pair: 9 + 0 is less than 8 + 8.
        var pairs = SparsePairs.Of(2, [1, 1], [(0, 0, 9), (0, 1, 8), (1, 0, 8), (1, 1, 0)]);
        var report = Stability.Of(pairs, pairs.Solve());
        report.Count.ShouldBe(1);
        report.Pairs.ShouldHaveSingleItem().ShouldBe(new(0, 0, 9, 1, 1));
    }

    [Fact]
    public void A_plan_by_the_best_pair_first_has_none()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var pairs = new Instances(seed).Next(12, 9);
            var left = pairs.Places.ToArray();
            var mentorOf = Enumerable.Repeat(-1, pairs.Mentees).ToArray();
            foreach (var (mentee, mentor, _) in pairs.All().OrderByDescending(pair => pair.Score))
            {
                if (mentorOf[mentee] >= 0 || left[mentor] == 0) continue;
                mentorOf[mentee] = mentor;
                left[mentor]--;
            }

            Stability.Of(pairs, Plan.Of(pairs, mentorOf)).Count.ShouldBe(0, $"seed {seed}");
        }
    }

    [Fact]
    public void All_pairs_are_told_that_a_plain_look_finds()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var pairs = new Instances(seed).Next(12, 9);
            var plan = pairs.Solve();
            var all = pairs.All();
            var scoreOf = all.Where(pair => plan.MentorOf[pair.Mentee] == pair.Mentor).ToDictionary(pair => pair.Mentee, pair => pair.Score);
            var plain = all.Count(pair =>
            {
                var guests = scoreOf.Where(match => plan.MentorOf[match.Key] == pair.Mentor).Select(match => match.Value).ToList();
                var menteeWould = !scoreOf.TryGetValue(pair.Mentee, out var own) || pair.Score > own;
                var mentorWould = pairs.Places[pair.Mentor] > 0 && (guests.Count < pairs.Places[pair.Mentor] || pair.Score > guests.Min());
                return plan.MentorOf[pair.Mentee] != pair.Mentor && menteeWould && mentorWould;
            });
            Stability.Of(pairs, plan, 3).Count.ShouldBe(plain, $"seed {seed}");
            Stability.Of(pairs, plan, 3).Pairs.Count.ShouldBe(Math.Min(plain, 3));
        }
    }

    [Fact]
    public void One_more_place_brings_no_more_than_its_price()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var pairs = new Instances(seed).Next(12, 9);
            var solution = Assignment.Solve(pairs);
            for (var mentor = 0; mentor < pairs.Mentors; mentor++)
            {
                if (pairs.Places[mentor] == 0) continue;
                var places = pairs.Places.ToArray();
                places[mentor]++;
                var more = SparsePairs.Of(pairs.Mentees, places, pairs.All()).Solve();
                var gain = new Gain(more.Count - solution.Plan!.Count, more.Total - solution.Plan.Total);
                gain.ShouldBeLessThanOrEqualTo(Gaps.OfOneMorePlace(solution.Certificate!, mentor), $"seed {seed}");
            }
        }
    }
}
