namespace Mentoring.Matching.Tests;

public sealed class EligibilityTests
{
    private static IReadOnlyList<string> Rules(MenteeCopy? mentee = null, MentorCopy? mentor = null, PairHistory? history = null) =>
        [.. Eligibility.OfPair(Some.Pair(mentee, mentor, history)).Select(o => o.Rule)];

    private static MenteeCopy Asking(string trait, string strength) => Some.Mentee(p => p with { Preferences = [new() { Trait = trait, Strength = strength }] });

    [Fact]
    public void A_fitting_pair_has_nothing_in_the_way() => Rules().ShouldBeEmpty();

    [Fact]
    public void Clearance_holds_on_its_last_day_and_not_on_the_next()
    {
        Rules(mentor: Some.Mentor(clearedUntil: Some.Day)).ShouldBeEmpty();
        Rules(mentor: Some.Mentor(clearedUntil: Some.Day.AddDays(-1))).ShouldBe(["clearance"]);
    }

    [Fact]
    public void A_mentor_who_paused_lapsed_or_left_is_not_possible()
    {
        var paused = Some.Mentor();
        paused.Remember(new MentorPaused { MentorId = paused.Id.Value, At = Some.Noon });
        Rules(mentor: paused).ShouldBe(["clearance"]);
        var lapsed = Some.Mentor();
        lapsed.Remember(new MentorClearanceLapsed { MentorId = lapsed.Id.Value, At = Some.Noon });
        Rules(mentor: lapsed).ShouldBe(["clearance"]);
        var left = Some.Mentor();
        left.Remember(new MentorLeft { MentorId = left.Id.Value, At = Some.Noon.AddDays(-9) });
        Rules(mentor: left).ShouldBe(["clearance"]);
        Rules(mentor: new MentorCopy { Id = MentorId.New() }).ShouldBe(["clearance"]);
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, 3, false)]
    [InlineData(1, 2, false)]
    public void A_place_must_be_free(int capacity, int taken, bool possible) =>
        Rules(mentor: Some.Mentor(p => p with { Capacity = capacity }), history: new(taken, null)).Count.ShouldBe(possible ? 0 : 1);

    [Fact]
    public void A_language_must_be_shared() => Rules(Some.Mentee(p => p with { Languages = ["pl"] })).ShouldBe(["language"]);

    [Theory]
    [InlineData(true, true, "LE2", true)]
    [InlineData(true, false, "LE9", true)]
    [InlineData(true, false, "L1", false)]
    [InlineData(true, false, null, false)]
    [InlineData(false, true, null, true)]
    public void They_must_be_able_to_meet(bool inPerson, bool online, string? postcode, bool possible) =>
        Rules(mentor: Some.Mentor(p => p with { InPerson = inPerson, Online = online, OutwardPostcode = postcode })).ShouldBe(possible ? [] : ["meeting"]);

    [Fact]
    public void One_in_person_and_one_online_cannot_meet() =>
        Rules(Some.Mentee(p => p with { InPerson = false }), Some.Mentor(p => p with { Online = false })).ShouldBe(["meeting"]);

    [Fact]
    public void They_must_share_an_hour_a_week_at_a_stretch()
    {
        Rules(Some.Mentee(p => p with { Weekly = [Some.Window(DayOfWeek.Tuesday, 9, 12)] })).ShouldBe(["time"]);
        var halves = Some.Mentee(p => p with
        {
            Weekly = [new() { Day = DayOfWeek.Monday, From = new(17, 0), Until = new(17, 45) }, new() { Day = DayOfWeek.Monday, From = new(18, 0), Until = new(18, 45) }],
        });
        Rules(halves).ShouldBe(["time"]);
        var unknown = new MentorCopy { Id = MentorId.New() };
        unknown.Remember(Some.MentorProfile);
        unknown.Remember(new MentorCleared { MentorId = unknown.Id.Value, ClearedUntil = Some.Day, At = Some.Noon });
        Rules(mentor: unknown).ShouldBe(["time"]);
    }

    [Fact]
    public void A_must_has_to_be_met_and_an_avoid_rules_out_while_a_wish_does_neither()
    {
        Rules(Asking("woman", "must")).ShouldBeEmpty();
        Rules(Asking("man", "must")).ShouldBe(["must"]);
        Rules(Asking("woman", "avoid")).ShouldBe(["avoid"]);
        Rules(Asking("man", "avoid")).ShouldBeEmpty();
        Rules(Asking("man", "prefer")).ShouldBeEmpty();
    }

    [Fact]
    public void Faith_heritage_and_kind_of_work_can_be_asked_for_or_ruled_out_like_any_trait()
    {
        var mentor = Some.Mentor(p => p with { Traits = ["sikh", "asian-heritage"], Sector = "law" });
        Rules(Asking("sikh", "must"), mentor).ShouldBeEmpty();
        Rules(Asking("christian", "must"), mentor).ShouldBe(["must"]);
        Rules(Asking("asian-heritage", "must"), mentor).ShouldBeEmpty();
        Rules(Asking("law", "avoid"), mentor).ShouldBe(["avoid"]);
        Rules(Asking("finance", "must"), mentor).ShouldBe(["must"]);
    }

    [Theory]
    [InlineData(2005, true)]
    [InlineData(2006, false)]
    [InlineData(null, true)]
    public void A_mentor_is_born_three_calendar_years_before_the_young_person(int? bornIn, bool possible) =>
        Rules(mentor: Some.Mentor(p => p with { BornIn = bornIn })).ShouldBe(possible ? [] : ["years"]);

    [Theory]
    [InlineData(18, null, true)]
    [InlineData(19, null, false)]
    [InlineData(null, 17, false)]
    [InlineData(16, 18, true)]
    public void A_mentor_may_say_how_old_a_young_person_should_be(int? from, int? upTo, bool possible) =>
        Rules(mentor: Some.Mentor(p => p with { WelcomesFrom = from, WelcomesUpTo = upTo })).ShouldBe(possible ? [] : ["mentor-wish"]);

    [Fact]
    public void A_wish_about_age_asks_nothing_where_the_year_is_not_known() =>
        Rules(Some.Mentee(p => p with { BornIn = null }), Some.Mentor(p => p with { WelcomesFrom = 25 })).ShouldBeEmpty();

    [Fact]
    public void What_a_mentor_cannot_help_with_rules_out_only_where_it_matters_most()
    {
        Rules(mentor: Some.Mentor(p => p with { CannotHelpWith = ["housing"] })).ShouldBe(["mentor-limit"]);
        Rules(Some.Mentee(p => p with { GoalAreas = ["money", "work", "education", "housing"] }), Some.Mentor(p => p with { CannotHelpWith = ["housing"] })).ShouldBeEmpty();
    }

    [Fact]
    public void Who_works_for_the_care_teams_is_nobodys_mentor()
    {
        var mentor = Some.Mentor(p => p with { WorksInCareTeams = true });
        Rules(mentor: mentor).ShouldBe(["conflict"]);
        Eligibility.RuledOut(Some.Mentee().Profile!, mentor.Profile!).Single().Rule.ShouldBe("conflict", "it may be declared after the offer");
    }

    [Theory]
    [InlineData(BanKind.Relative)]
    [InlineData(BanKind.FormerWorker)]
    [InlineData(BanKind.ConflictOfInterest)]
    [InlineData(BanKind.YoungPersonAsked)]
    [InlineData(BanKind.Other)]
    public void Two_whom_a_caseworker_ruled_out_stay_apart(BanKind kind)
    {
        var obstacle = Eligibility.OfPair(Some.Pair(history: PairHistory.None with { Ban = kind })).ShouldHaveSingleItem();
        obstacle.Rule.ShouldBe("ban");
        obstacle.Sentence.ShouldEndWith(".");
    }

    [Fact]
    public void A_partner_to_avoid_rules_its_people_out() =>
        Rules(Some.Mentee(p => p with { AvoidPartners = [Some.MentorProfile.PartnerId!.Value] })).ShouldBe(["avoid-partner"]);

    [Fact]
    public void A_no_holds_for_half_a_year()
    {
        Rules(history: new(0, Some.Day.AddDays(-179))).ShouldBe(["earlier-no"]);
        Rules(history: new(0, Some.Day.AddDays(-180))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_in_the_way_is_named_in_a_sentence_of_its_own()
    {
        var obstacles = Eligibility.OfPair(Some.Pair(Some.Mentee(p => p with { Languages = ["pl"], Preferences = [new() { Trait = "man", Strength = "must" }] }), history: new(1, null)));
        obstacles.Select(o => o.Rule).ShouldBe(["place", "language", "must"]);
        obstacles.ShouldAllBe(o => o.Sentence.EndsWith('.'));
    }

    [Fact]
    public void Nobody_is_offered_while_the_young_person_is_not_ready_has_a_match_or_just_ended_one()
    {
        static string[] Of(MenteeCopy mentee, bool open = false, DateOnly? ended = null) => [.. Eligibility.OfMentee(MatchingPolicy.First, mentee, open, ended, Some.Day).Select(o => o.Rule)];
        Of(Some.Mentee()).ShouldBeEmpty();
        Of(Some.Mentee(readyUntil: Some.Day)).ShouldBeEmpty();
        Of(Some.Mentee(readyUntil: Some.Day.AddDays(-1))).ShouldBe(["ready"]);
        Of(new MenteeCopy { Id = MenteeId.New() }).ShouldBe(["ready"]);
        Of(Some.Mentee(), open: true).ShouldBe(["one-match"]);
        Of(Some.Mentee(), ended: Some.Day.AddDays(-13)).ShouldBe(["buffer"]);
        Of(Some.Mentee(), ended: Some.Day.AddDays(-14)).ShouldBeEmpty();
    }
}
