namespace Mentoring.Matching.Tests;

public sealed class ScoreTests
{
    [Fact]
    public void The_points_of_a_known_pair_are_as_the_policy_says()
    {
        var suggestion = Some.Suggestion();
        suggestion.Factors.ToDictionary(f => f.Name, f => f.Points).ShouldBe(new Dictionary<string, int>
        {
            ["goals"] = 24 + 6, // money comes first, work third; nobody helps with housing
            ["preferences"] = 8,
            ["interests"] = 4,
            ["talk-styles"] = 4,
            ["near"] = 10,
            ["time"] = 2, // Monday 18 to 20
            ["languages"] = 0,
            ["dislikes"] = -2, // music
        }, ignoreOrder: true);
        suggestion.Score.ShouldBe(56);
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
                factor.Reason.ShouldEndWith(".");
            }
        }
    }

    [Fact]
    public void A_perfect_pair_gets_exactly_a_hundred_points()
    {
        var weights = MatchingPolicy.First.Weights;
        (weights.Goals.Sum() + weights.PreferencesMost + weights.InterestsMost + weights.TalkStylesMost + weights.SameDistrict + weights.CommonHoursMost + weights.LanguagesMost).ShouldBe(100);
        string[] words = ["cooking", "music", "art"];
        var mentor = Some.Mentor(p => p with { GoalAreas = ["money", "housing", "work"], Interests = words, Traits = ["woman", "parent"], TalkStyles = ["gentle", "sit-down"], Languages = ["en", "ur"] });
        mentor.Remember(Some.MentorWeek with { Weekly = [Some.Window(DayOfWeek.Monday, 8, 18)] });
        var mentee = Some.Mentee(p => p with
        {
            Interests = words,
            Dislikes = [],
            TalkStyles = ["gentle", "sit-down"],
            Languages = ["ur", "en"],
            Weekly = [Some.Window(DayOfWeek.Monday, 8, 18)],
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
    [InlineData("LE2", 10)]
    [InlineData("le2 ", 10)]
    [InlineData("LE9", 5)]
    [InlineData("L9", 0)]
    [InlineData(null, 0)]
    public void Living_near_counts_only_when_they_can_meet_in_person(string? postcode, int points) =>
        Some.Suggestion(null, Some.Mentor(p => p with { OutwardPostcode = postcode })).Factors.Single(f => f.Name == "near").Points.ShouldBe(points);

    [Fact]
    public void Every_word_of_the_vocabulary_reads_as_plain_words()
    {
        foreach (var word in (string[])[.. Vocabulary.GoalAreas, .. Vocabulary.Interests, .. Vocabulary.TalkStyles]) Words.Of(word).ShouldNotContain("-");
        foreach (var language in Vocabulary.Languages) Words.Of(language).ShouldNotBe(language);
        Words.And(["money", "mental-health", "work"]).ShouldBe("money, mental health and work");
        Words.And([]).ShouldBeEmpty();
    }
}
