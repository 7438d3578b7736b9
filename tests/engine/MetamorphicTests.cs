namespace Mentoring.Engine.Tests;

/// <summary>Changes to an instance whose effect on the best plan is known without solving it.</summary>
public sealed class MetamorphicTests
{
    private const int Instances = 300;

    [Fact]
    public void Other_numbers_for_the_same_people_change_nothing()
        => ForEach((pairs, random) =>
        {
            int[] mentees = [.. Enumerable.Range(0, pairs.Mentees)], mentors = [.. Enumerable.Range(0, pairs.Mentors)];
            random.Shuffle(mentees);
            random.Shuffle(mentors);
            var places = new int[pairs.Mentors];
            for (var mentor = 0; mentor < places.Length; mentor++) places[mentors[mentor]] = pairs.Places[mentor];
            var renamed = SparsePairs.Of(pairs.Mentees, places, pairs.All().Select(pair => (mentees[pair.Mentee], mentors[pair.Mentor], pair.Score)));
            Score(renamed).ShouldBe(Score(pairs));
        });

    [Fact]
    public void As_many_points_more_for_everybody_add_up()
        => ForEach((pairs, random) =>
        {
            var more = random.Next(-50, 50);
            var (count, total) = Score(pairs);
            Score(Scored(pairs, score => score + more)).ShouldBe((count, total + (long)count * more));
        });

    [Fact]
    public void Three_times_the_points_is_three_times_the_total()
        => ForEach((pairs, _) =>
        {
            var (count, total) = Score(pairs);
            Score(Scored(pairs, score => score * 3)).ShouldBe((count, total * 3));
        });

    [Fact]
    public void A_mentor_with_two_places_is_as_good_as_two_alike_with_one()
        => ForEach((pairs, _) =>
        {
            var twice = SparsePairs.Of(pairs.Mentees, [.. Enumerable.Repeat(2, pairs.Mentors)], pairs.All());
            var two = SparsePairs.Of(
                pairs.Mentees,
                [.. Enumerable.Repeat(1, pairs.Mentors * 2)],
                pairs.All().SelectMany(pair => new[] { (pair.Mentee, pair.Mentor * 2, pair.Score), (pair.Mentee, pair.Mentor * 2 + 1, pair.Score) }));
            Score(twice).ShouldBe(Score(two));
        });

    [Fact]
    public void Rows_that_are_computed_give_the_plan_of_rows_that_are_stored()
        => ForEach((pairs, _) =>
        {
            var stored = pairs.Solve();
            var computed = new Computed(pairs).Solve();
            computed.MentorOf.ToArray().ShouldBe(stored.MentorOf.ToArray());
            computed.Total.ShouldBe(stored.Total);
        });

    [Fact]
    public void One_more_place_never_makes_a_plan_smaller()
        => ForEach((pairs, random) =>
        {
            if (pairs.Mentors == 0) return;
            var places = pairs.Places.ToArray();
            places[random.Next(places.Length)]++;
            Score(SparsePairs.Of(pairs.Mentees, places, pairs.All())).Count.ShouldBeGreaterThanOrEqualTo(Score(pairs).Count);
        });

    [Fact]
    public void A_table_gives_the_same_as_a_list()
        => ForEach((pairs, _) =>
        {
            var table = new int[pairs.Mentees * pairs.Mentors];
            table.AsSpan().Fill(DensePairs.NotPossible);
            foreach (var (mentee, mentor, score) in pairs.All()) table[mentee * pairs.Mentors + mentor] = score;
            var dense = new DensePairs(pairs.Mentees, table, pairs.Places.ToArray());
            dense.All().ShouldBe(pairs.All());
            Score(dense).ShouldBe(Score(pairs));
        });

    private static SparsePairs Scored(SparsePairs pairs, Func<int, int> score)
        => SparsePairs.Of(pairs.Mentees, pairs.Places.ToArray(), pairs.All().Select(pair => (pair.Mentee, pair.Mentor, score(pair.Score))));

    private static (int Count, long Total) Score(Pairs pairs)
    {
        var plan = pairs.Solve();
        return (plan.Count, plan.Total);
    }

    private static void ForEach(Action<SparsePairs, Random> test)
    {
        for (var seed = 0; seed < Instances; seed++)
        {
            var instances = new Instances(seed);
            var pairs = instances.Next(40, 30);
            if (pairs.All().Exists(pair => pair.Score is < -100_000 or > 100_000)) continue; // others ask what happens near the limit
            test(pairs, instances.Random);
        }
    }
}
