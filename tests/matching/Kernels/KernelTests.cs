using Mentoring.Matching.Engine;
using Mentoring.Matching.People;

namespace Mentoring.Matching.Tests;

/// <summary>The kernel says the rules and the score again in bytes: here it is held to them, pair by pair.</summary>
public sealed class KernelTests
{
    private static MatchingPolicy OddPolicy { get; } = Policy(
        MatchingPolicy.First.Weights with { Goals = [30, 7], Preference = 11, Interest = 5, InterestsMost = 11, Clash = 9, ClashesMost = 20, SameDistrict = 1, SameArea = 6, CommonDay = 3, CommonDaysMost = 17, Language = 7, LanguagesMost = 13 },
        MatchingPolicy.First.Rules with { CommonMinutes = 45, YearsOlder = 10 });

    private static MatchingPolicy Policy(PolicyWeights weights, PolicyRules rules) => new() { Version = 7, AdoptedOn = Some.Day, Note = "A test.", Weights = weights, Rules = rules, NotUsed = [] };

    private static (PackedPeople People, List<MentorCopy> Mentors) Packed(MatchingPolicy policy, int mentors, int mentees, int seed)
    {
        var random = new RandomPeople(seed);
        var people = new PackedPeople(policy, Some.Noon);
        List<MentorCopy> all = [.. Enumerable.Range(0, mentors).Select(_ => random.Mentor())];
        foreach (var mentor in all) people.Mentors.Put(mentor, random.Below(mentor.Profile!.Capacity + 1), random.Chance(8) ? Some.Day.AddDays(-random.Below(60)) : null);
        for (var i = 0; i < mentees; i++)
        {
            var mentee = random.Mentee();
            people.Put(mentee.Id, mentee.Profile!, random.Chance(5) ? Some.Day.AddDays(-random.Below(100)) : null);
            people.PutPair(mentee.Id, random.Any(all).Id, null, BanKind.Relative);
            people.PutPair(mentee.Id, random.Any(all).Id, Some.Day.AddDays(-random.Below(300)), null);
        }

        return (people, all);
    }

    // Every pair, three ways: by vectors, one by one, and explained.
    private static int ShouldAgree(PackedPeople people)
    {
        var (size, possible) = (people.Mentors.Blocks * PackedMentors.Block, 0);
        byte[] vectors = new byte[size], plain = new byte[size], fit = new byte[size];
        foreach (var mentee in people.Mentees)
        {
            Kernel.Fit(mentee, people.Mentors, 0, people.Mentors.Blocks, vectors);
            Kernel.FitOneByOne(mentee, people.Mentors, 0, people.Mentors.Blocks, plain);
            vectors.ShouldBe(plain);
            people.Fit(mentee, 0, people.Mentors.Blocks, fit);
            for (var mentor = 0; mentor < size; mentor++)
            {
                if (mentor >= people.Mentors.Count || people.Mentors.At(mentor) is null)
                {
                    if (fit[mentor] != 0) Assert.Fail($"Nobody has number {mentor}, and yet they are possible.");
                    continue;
                }

                var pair = people.Pair(mentee, mentor);
                var because = Eligibility.OfPair(pair);
                if (fit[mentor] == 0 != because.Count > 0) Assert.Fail($"Mentor {mentor}: the kernel says {fit[mentor]}, the rules say: {string.Join(' ', because.Select(b => b.Sentence))}");
                if (fit[mentor] == 0) continue;
                possible++;
                var suggestion = Score.Of(pair);
                if (mentee.ScoreOf(fit[mentor]) != suggestion.Score)
                    Assert.Fail($"Mentor {mentor}: the kernel says {mentee.ScoreOf(fit[mentor])}, the score is {suggestion.Score}: {string.Join(' ', suggestion.Factors.Select(f => $"{f.Name} {f.Points}"))}");
            }
        }

        return possible;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Vectors_plain_steps_rules_and_the_explained_score_agree_on_every_pair(int seed) =>
        ShouldAgree(Packed(MatchingPolicy.First, 600, 20, seed).People).ShouldBeGreaterThan(500, "a test of impossible pairs shows little");

    [Fact]
    public void They_agree_under_another_policy_too() => ShouldAgree(Packed(OddPolicy, 300, 20, 3).People).ShouldBeGreaterThan(100);

    [Fact]
    public void They_agree_after_people_changed_left_and_came_and_after_days_went_by()
    {
        var (people, mentors) = Packed(MatchingPolicy.First, 300, 8, 4);
        var random = new RandomPeople(5);
        foreach (var mentor in mentors.Where((_, i) => i % 5 == 0)) people.Mentors.Remove(mentor.Id);
        foreach (var mentor in mentors.Where((_, i) => i % 5 == 1))
        {
            mentor.Remember(new MentorPaused { MentorId = mentor.Id.Value, At = Some.Noon.AddMinutes(1) });
            people.Mentors.Put(mentor, 0);
        }

        for (var i = 0; i < 250; i++) people.Mentors.Put(random.Mentor(), 0);
        people.Mentors.Count.ShouldBe(300 - 60 + 250, "numbers of those who left are given again");
        people.Remove(people.Mentees.First().Id);
        ShouldAgree(people).ShouldBeGreaterThan(100);

        // Half a year on clocks have changed, noes are forgotten, and everybody has waited longer.
        people.MoveTo(Some.Noon.AddDays(182));
        ShouldAgree(people).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_policy_whose_points_do_not_fit_into_a_byte_is_refused() => Should.Throw<ArgumentException>(() =>
        new PackedPeople(Policy(MatchingPolicy.First.Weights with { Goals = [200, 20] }, MatchingPolicy.First.Rules), Some.Noon)).Message.ShouldContain("byte");

    [Fact]
    public void The_engine_reads_the_same_rows()
    {
        var (people, _) = Packed(MatchingPolicy.First, 9_000, 6, 6);
        Pairs pairs = new PeoplePairs(people);
        int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors], some = new int[pairs.Mentors], someScores = new int[pairs.Mentors];
        (pairs.Mentees, pairs.Places.Length).ShouldBe((6, 9_000));
        var fit = new byte[people.Mentors.Blocks * PackedMentors.Block];
        for (var row = 0; row < pairs.Mentees; row++)
        {
            var mentee = people.Mentee(((PeoplePairs)pairs).MenteeAt(row))!;
            people.Fit(mentee, 0, people.Mentors.Blocks, fit);
            var expected = Enumerable.Range(0, fit.Length).Where(m => fit[m] != 0).Select(m => (m, mentee.ScoreOf(fit[m]))).ToList();
            var count = pairs.Row(row, mentors, scores);
            mentors.Take(count).Zip(scores).ShouldBe(expected);
            mentors.Take(count).Where(m => people.Mentors.FreePlaces[m] == 0).ShouldBeEmpty();

            var floor = pairs.GuessFloor(row, 40, []);
            var kept = pairs.RowAtLeast(row, floor, [], some, someScores);
            some.Take(kept).Zip(someScores).ShouldBe(expected.Where(e => e.Item2 >= floor));
            pairs.RowAtLeast(row, 1_000, [], some, someScores).ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(300, 120, 8)]
    [InlineData(60, 400, 9)] // too few places: the engine turns rows round
    public void A_plan_straight_from_people_holds(int mentors, int mentees, int seed)
    {
        var pairs = new PeoplePairs(Packed(MatchingPolicy.First, mentors, mentees, seed).People);
        var solution = Assignment.Solve(pairs);
        solution.IsSolved.ShouldBeTrue();
        CertificateChecker.Check(pairs, null, solution.Plan, solution.Certificate).ShouldBeEmpty();
        solution.Plan.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_shortlist_is_the_best_of_all_with_every_reason()
    {
        var (people, _) = Packed(MatchingPolicy.First, 1_000, 5, 7);
        foreach (var mentee in people.Mentees)
        {
            var all = Enumerable.Range(0, people.Mentors.Count).Select(m => people.Pair(mentee, m)).Where(p => Eligibility.OfPair(p).Count == 0)
                .Select(p => (p.Mentor.Id, Suggestion: Score.Of(p), p.History.PlacesTaken))
                .OrderByDescending(s => s.Suggestion.Score).ThenBy(s => s.PlacesTaken).ThenBy(s => s.Id.Value).ToList();
            var list = people.Shortlist(mentee, 20);
            list.Possible.ShouldBe(all.Count);
            list.Mentors.Select(m => m.Id).ShouldBe(all.Take(20).Select(s => s.Id));
            list.Mentors.Select(m => m.Suggestion.Score).ShouldBe(all.Take(20).Select(s => s.Suggestion.Score));
            list.Mentors.ShouldAllBe(m => m.Suggestion.Factors.Sum(f => f.Points) == m.Suggestion.Score);
        }

        people.Shortlist(people.Mentees.First(), 0).Mentors.ShouldBeEmpty();
        new PackedPeople(MatchingPolicy.First, Some.Noon).Shortlist(people.Mentees.First(), 5).Mentors.ShouldBeEmpty();
    }
}
