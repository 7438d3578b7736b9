namespace Mentoring.Matching.Tests;

public sealed class ScoreTests
{
    [Fact]
    public void The_points_of_a_known_pair_are_as_the_policy_says()
    {
        var suggestion = Some.Suggestion();
        suggestion.Factors.ToDictionary(f => f.Name, f => f.Points).ShouldBe(new Dictionary<string, int>
        {
            ["goals"] = 20 + 5, // money comes first, work third; nobody helps with housing
            ["preferences"] = 8,
            ["interests"] = 3,
            ["dislikes"] = -2, // music
            ["talk-styles"] = 3,
            ["hopes"] = 5,
            ["near"] = 4,
            ["time"] = 1, // Monday 18 to 20
            ["languages"] = 0,
            ["waiting"] = 2, // thirty days
        }, ignoreOrder: true);
        suggestion.Score.ShouldBe(49);
        suggestion.PolicyVersion.ShouldBe(1);
        suggestion.WaysToMeet.ShouldBe(["in-person", "online"]);
    }

    [Fact]
    public void Points_always_add_up_to_the_score_and_no_factor_gives_more_than_its_most()
    {
        var random = new Random(7);
        IReadOnlyList<string> Few(IReadOnlyList<string> words) => [.. words.Where(_ => random.Next(3) == 0)];
        for (var i = 0; i < 2000; i++)
        {
            var mentor = Some.Mentor(p => p with
            {
                GoalAreas = Few(Vocabulary.GoalAreas),
                Interests = Few(Vocabulary.Interests),
                Dislikes = Few(Vocabulary.Interests),
                TalkStyles = Few(Vocabulary.TalkStyles),
                Languages = Few(Vocabulary.Languages),
                Traits = Few(Vocabulary.Traits),
                OutwardPostcode = random.Next(2) == 0 ? "LE2" : "LE9",
            });
            var mentee = Some.Mentee(p => p with
            {
                GoalAreas = Few(Vocabulary.GoalAreas),
                Interests = Few(Vocabulary.Interests),
                Dislikes = Few(Vocabulary.Interests),
                TalkStyles = Few(Vocabulary.TalkStyles),
                Languages = Few(Vocabulary.Languages),
                Preferences = [.. Few(Vocabulary.Traits).Select(t => new TraitPreference { Trait = t,
                Strength = "prefer" })],
            });
            var suggestion = Some.Suggestion(mentee, mentor);
            suggestion.Score.ShouldBe(suggestion.Factors.Sum(f => f.Points));
            foreach (var factor in suggestion.Factors)
            {
                factor.Points.ShouldBeLessThanOrEqualTo(factor.Most, factor.Name);
                factor.Points.ShouldBeGreaterThanOrEqualTo(factor.Name == "dislikes" ? -6 : 0, factor.Name);
                (factor.ToMentee ?? ".").ShouldEndWith(".");
                (factor.ToMentor ?? ".").ShouldEndWith(".");
                factor.Reason.ShouldEndWith(".");
            }
        }
    }

    [Fact]
    public void A_perfect_pair_gets_exactly_a_hundred_points()
    {
        var weights = MatchingPolicy.First.Weights;
        (weights.MostOfAPair() + weights.WaitingMost).ShouldBe(100);
        string[] words = ["cooking", "music", "art"];
        WeeklyWindow[] days = [.. Enumerable.Range(1, 4).Select(d => Some.Window((DayOfWeek)d, 17, 18))];
        var mentor = Some.Mentor(p => p with { GoalAreas = ["money", "housing", "work"], Interests = words, Dislikes = ["running", "dance", "fashion"], Traits = ["woman", "parent"], TalkStyles = ["gentle", "sit-down"], Languages = ["en", "ur"] });
        mentor.Remember(Some.MentorWeek with { Weekly = days });
        var mentee = Some.Mentee(p => p with
        {
            Interests = words,
            Dislikes = ["running", "dance", "fashion"],
            TalkStyles = ["gentle", "sit-down"],
            Languages = ["ur", "en"],
            Weekly = days,
            WaitingSince = Some.Day.AddDays(-140),
            Preferences = [new() { Trait = "woman", Strength = "prefer" }, new() { Trait = "parent", Strength = "prefer" }],
        });
        Some.Suggestion(mentee, mentor).Score.ShouldBe(100);
    }

    [Fact]
    public void What_was_not_used_is_said_also_what_is_not_known_of_this_pair()
    {
        var suggestion = Some.Suggestion(Some.Mentee(p => p with { Preferences = [new() { Trait = "parent", Strength = "prefer" }] }), Some.Mentor(p => p with { TalkStyles = [] }));
        foreach (var sentence in MatchingPolicy.First.NotUsed) suggestion.NotUsed.ShouldContain(sentence);
        suggestion.NotUsed.ShouldContain("Not known: how the mentor likes to talk.");
        suggestion.NotUsed.ShouldContain("Not known, because the mentor has not said it: a parent.");
    }

    [Theory]
    [InlineData("LE2", 4)]
    [InlineData("le2 ", 4)]
    [InlineData("LE9", 2)]
    [InlineData("L9", 0)]
    [InlineData(null, 0)]
    public void Living_near_counts_only_when_they_can_meet_in_person(string? postcode, int points) =>
        Some.Suggestion(null, Some.Mentor(p => p with { OutwardPostcode = postcode })).Factors.Single(f => f.Name == "near").Points.ShouldBe(points);

    [Fact]
    public void What_the_young_person_asked_never_to_be_matched_on_gives_no_points_and_is_said_to_all_who_may_know()
    {
        foreach (var name in Vocabulary.Factors)
        {
            var suggestion = Some.Suggestion(Some.Mentee(p => p with { NeverMatchOn = [name] }));
            var factor = suggestion.Factors.Single(f => f.Name == name);
            (factor.Points, factor.ToMentor).ShouldBe((0, null));
            factor.Words.ShouldBeEmpty();
            suggestion.NotUsed.ShouldContain($"The young person asked never to be matched on {Words.Of(name)}.");
            suggestion.ForMentee.ShouldContain($"You asked us not to look at {Words.Yours(name)}. We did not.");
            suggestion.Score.ShouldBe(suggestion.Factors.Sum(f => f.Points));
        }
    }

    [Fact]
    public void Who_waits_longer_gets_more_up_to_ten_and_a_match_that_ended_begins_the_wait_anew()
    {
        int Points(DateOnly? since, DateOnly? ended = null) => WaitingFactor.Of(Some.Pair(Some.Mentee(p => p with { WaitingSince = since }), history: PairHistory.None with { LastEnded = ended })).Points;
        Points(null).ShouldBe(0);
        Points(Some.Day).ShouldBe(0);
        Points(Some.Day.AddDays(-14)).ShouldBe(1);
        Points(Some.Day.AddDays(-1000)).ShouldBe(10);
        Points(Some.Day.AddDays(-1000), Some.Day.AddDays(-28)).ShouldBe(2);
        Points(Some.Day.AddDays(5)).ShouldBe(0);
    }

    [Fact]
    public void How_far_behind_somebody_is_is_said_factor_by_factor()
    {
        var (first, other) = (Some.Suggestion(), Some.Suggestion(mentor: Some.Mentor(p => p with { GoalAreas = ["work"], Interests = ["cooking", "football"], Sector = null })));
        Score.Behind(first, first).ShouldBeEmpty();
        Score.Behind(first, other).ShouldBe(["20 less for what they want to work on.", "5 less for where they hope to work.", "3 more for what they like.", "2 more for what they would rather not do."], ignoreOrder: true);
    }

    [Fact]
    public void The_young_person_reads_short_sentences_without_points_and_the_mentor_nothing_of_the_young_person()
    {
        var random = new Random(11);
        IReadOnlyList<string> Few(IReadOnlyList<string> words) => [.. words.Where(_ => random.Next(2) == 0)];
        string[] theirs = [.. Vocabulary.GoalAreas, .. Vocabulary.Interests, .. Vocabulary.TalkStyles, .. Vocabulary.Languages, .. Vocabulary.Wishes, .. Enum.GetNames<DayOfWeek>()];
        for (var i = 0; i < 300; i++)
        {
            var suggestion = Some.Suggestion(
                Some.Mentee(p => p with { GoalAreas = Few(Vocabulary.GoalAreas), Interests = Few(Vocabulary.Interests), Dislikes = Few(Vocabulary.Interests), TalkStyles = Few(Vocabulary.TalkStyles), Hopes = Few(Vocabulary.Sectors) }),
                Some.Mentor(p => p with { GoalAreas = Few(Vocabulary.GoalAreas), Interests = Few(Vocabulary.Interests), Dislikes = Few(Vocabulary.Interests), TalkStyles = Few(Vocabulary.TalkStyles) }));
            suggestion.ForMentee.ShouldNotBeEmpty();
            foreach (var sentence in suggestion.ForMentee) sentence.ShouldNotContain("point");
            foreach (var sentence in suggestion.ForMentee.Concat(suggestion.ForMentor)) sentence.Any(char.IsDigit).ShouldBeFalse(sentence);
            var mentorReads = string.Join(' ', suggestion.ForMentor);
            theirs.Where(w => w != "work" && mentorReads.Contains(Words.Of(w), StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_word_of_the_vocabulary_reads_as_plain_words()
    {
        foreach (var word in (string[])[.. Vocabulary.GoalAreas, .. Vocabulary.Interests, .. Vocabulary.TalkStyles, .. Vocabulary.Faiths, .. Vocabulary.Heritages, .. Vocabulary.Sectors, .. Vocabulary.Factors]) Words.Of(word).ShouldNotContain("-");
        foreach (var language in Vocabulary.Languages) Words.Of(language).ShouldNotBe(language);
        Words.And(["money", "mental-health", "work"]).ShouldBe("money, mental health and work");
        Words.And([]).ShouldBeEmpty();
    }
}
