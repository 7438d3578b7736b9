namespace Mentoring.Matching.Tests;

public sealed class DraftEffectTests
{
    private static readonly MatchingPolicy Present = MatchingPolicy.First;

    private static MatchingPolicy Draft(Func<PolicyWeights, PolicyWeights>? weights = null, Func<PolicyRules, PolicyRules>? rules = null)
    {
        var draft = PolicyDraft.From(Present, "Test.", AccountId.New(), Some.Noon);
        draft.Change("Test.", weights?.Invoke(Present.Weights) ?? Present.Weights, rules?.Invoke(Present.Rules) ?? Present.Rules).IsRefused.ShouldBeFalse();
        return draft.AsPolicy(Present, Some.Day);
    }

    private static MenteeCopy Mentee(Func<MenteeProfileChanged, MenteeProfileChanged>? but = null)
    {
        var mentee = new MenteeCopy { Id = MenteeId.New() };
        mentee.Remember((but?.Invoke(Some.MenteeProfile) ?? Some.MenteeProfile) with { MenteeId = mentee.Id.Value });
        mentee.Remember(new MenteeReady { MenteeId = mentee.Id.Value, ReadyUntil = Some.Day.AddMonths(3), At = Some.Noon });
        return mentee;
    }

    private static MentorCopy Mentor(Func<MentorProfileChanged, MentorProfileChanged>? but = null)
    {
        var mentor = new MentorCopy { Id = MentorId.New() };
        mentor.Remember((but?.Invoke(Some.MentorProfile) ?? Some.MentorProfile) with { MentorId = mentor.Id.Value });
        mentor.Remember(Some.MentorWeek with { MentorId = mentor.Id.Value });
        mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = Some.Day.AddYears(1), At = Some.Noon });
        return mentor;
    }

    private static WhoWaits Waiting(MenteeCopy[] mentees, MentorCopy[] mentors) => new()
    {
        Policy = Present,
        Now = Some.Noon,
        Mentees = mentees,
        Mentors = mentors,
        Taken = new Dictionary<MentorId, int>(),
        LastEnded = new Dictionary<MenteeId, DateOnly>(),
        Pins = [],
        Between = [],
    };

    private static IReadOnlyDictionary<MenteeId, MentorId> Plan(WhoWaits who) =>
        Proposal.Make(who, new() { RaiseTheWorst = false, MostForAPartner = null }, new Progress<Engine.SolveProgress>(), default).Matches();

    private static DraftEffect Effect(WhoWaits present, MatchingPolicy draft, IReadOnlyList<MenteeCopy>? underDraft = null)
    {
        var then = present with { Policy = draft, Mentees = underDraft ?? present.Mentees };
        return DraftEffect.Of(present, then, Plan(present), Plan(then));
    }

    [Fact]
    public void A_draft_that_changes_nothing_has_no_effect()
    {
        var effect = Effect(Waiting([.. Enumerable.Range(0, 8).Select(_ => Mentee())], [.. Enumerable.Range(0, 6).Select(_ => Mentor())]), Draft());
        (effect.Waiting, effect.FreePlaces, effect.Same, effect.GainPlace, effect.LosePlace).ShouldBe((8, 6, 6, 0, 0));
        effect.Present.ShouldBe(effect.Draft);
        effect.Present.ByPresent.ShouldBe(effect.Present.ByDraft);
    }

    [Fact]
    public void Who_gains_and_who_loses_the_only_place_is_counted()
    {
        // Under the present policy the one with the same interest is best; when interests give nothing, the one with the same hope.
        var likes = Mentee(m => m with { Interests = ["cooking", "music"], Dislikes = [], Hopes = [] });
        var hopes = Mentee(m => m with { Interests = [], Dislikes = [], Hopes = ["hospitality"] });
        var effect = Effect(Waiting([likes, hopes], [Mentor(m => m with { Dislikes = [] })]), Draft(w => w with { Interest = 0, InterestsMost = 0, Hope = 14 }));
        (effect.GainPlace, effect.LosePlace, effect.Same, effect.Present.Matched, effect.Draft.Matched).ShouldBe((1, 1, 0, 1, 1));
    }

    [Fact]
    public void Better_and_worse_are_said_only_where_both_policies_agree()
    {
        DraftEffect.Judge((40, 40), (50, 50)).ShouldBe(1);
        DraftEffect.Judge((40, 40), (40, 41)).ShouldBe(1);
        DraftEffect.Judge((40, 40), (39, 40)).ShouldBe(-1);
        DraftEffect.Judge((40, 40), (39, 60)).ShouldBe(0);
        DraftEffect.Judge((40, 40), (40, 40)).ShouldBe(0);
    }

    [Fact]
    public void Whom_the_draft_keeps_waiting_after_a_match_loses_a_place()
    {
        MenteeCopy[] both = [Mentee(), Mentee()];
        var effect = Effect(Waiting(both, [Mentor(), Mentor()]), Draft(rules: r => r with { BufferDays = 30 }), underDraft: [both[0]]);
        (effect.Waiting, effect.Present.Matched, effect.Draft.Matched, effect.LosePlace).ShouldBe((2, 2, 1, 1));
    }

    [Fact]
    public void Waiting_times_and_groups_are_told_only_of_five_or_more()
    {
        MenteeCopy[] young = [.. Enumerable.Range(0, 10).Select(i => Mentee(m => m with { BornIn = 2008, WaitingSince = Some.Day.AddDays(-10 * i) }))];
        MenteeCopy[] old = [.. Enumerable.Range(0, 3).Select(_ => Mentee(m => m with { BornIn = 2003, Languages = ["en", "ur"] }))];
        var effect = Effect(Waiting([.. young, .. old], [.. Enumerable.Range(0, 10).Select(_ => Mentor())]), Draft());
        effect.Present.Matched.ShouldBe(10);
        effect.Present.MatchedWaited.ShouldNotBeNull();
        effect.Present.LeftWaited.ShouldBeNull("three are left");
        effect.Spreads.Select(s => s.By).ShouldBe(["age", "languages", "online", "area"]);
        effect.Spreads.ShouldAllBe(s => s.Groups.Count == 0, "three without a mentor could be worked out");
    }

    [Fact]
    public void Nobody_waiting_is_no_effect()
    {
        var effect = Effect(Waiting([], []), Draft());
        (effect.Waiting, effect.Present.ByPresent).ShouldBe((0, null));
    }
}
