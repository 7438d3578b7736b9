using static Mentoring.Matching.MemberKind;
using static Mentoring.Matching.VoteChoice;

namespace Mentoring.Matching.Tests;

public sealed class AdoptionRuleTests
{
    private static VoteCount Count(VoteChoice?[] young, params VoteChoice?[] others) =>
        AdoptionRule.Count([.. young.Select(c => new Ballot(YoungPerson, c)), .. others.Select((c, i) => new Ballot(i % 2 == 0 ? Business : Council, c))]);

    [Fact]
    public void A_draft_is_adopted_when_young_members_and_all_members_say_yes() => Count([Yes, Yes, No], Yes, No).IsAdopted.ShouldBeTrue();

    [Fact]
    public void Young_members_cannot_be_outvoted()
    {
        var count = Count([No, No, Yes], Yes, Yes, Yes, Yes);
        count.IsAdopted.ShouldBeFalse();
        count.Says.ShouldBe("More young members must say yes than no. 1 said yes and 2 said no.");
    }

    [Fact]
    public void Young_members_do_not_decide_alone_about_other_peoples_time()
    {
        var count = Count([Yes, Yes], No, No, No);
        count.IsAdopted.ShouldBeFalse();
        count.Says.ShouldBe("More members must say yes than no. 2 said yes and 3 said no.");
    }

    [Fact]
    public void Two_young_members_must_have_voted_however_few_there_are()
    {
        var count = Count([Yes], Yes, Yes);
        count.IsAdopted.ShouldBeFalse();
        count.Says.ShouldBe("At least 2 young members must vote. 1 of 1 did.");
    }

    [Fact]
    public void Half_of_the_young_members_must_have_voted()
    {
        Count([Yes, Yes, null, null, null], Yes).Says.ShouldBe("At least half of the young members must vote. 2 of 5 did.");
        Count([Yes, Yes, null, null], Yes).IsAdopted.ShouldBeTrue();
    }

    [Fact]
    public void Who_abstains_has_voted_but_says_neither()
    {
        Count([Yes, Abstain]).IsAdopted.ShouldBeTrue();
        Count([Abstain, Abstain], Yes, Yes).IsAdopted.ShouldBeFalse();
    }

    [Fact]
    public void As_many_no_as_yes_changes_nothing()
    {
        Count([Yes, No], Yes).IsAdopted.ShouldBeFalse();
        Count([Yes, Yes], No, No).IsAdopted.ShouldBeFalse();
    }

    [Fact]
    public void Without_members_or_votes_nothing_is_adopted()
    {
        Count([]).IsAdopted.ShouldBeFalse();
        Count([null, null], [null]).IsAdopted.ShouldBeFalse();
    }

    [Fact]
    public void A_vote_turned_into_a_yes_never_undoes_an_adoption()
    {
        VoteChoice?[] all = [Yes, No, Abstain, null];
        var seen = 0;
        foreach (var a in all)
            foreach (var b in all)
                foreach (var c in all)
                    foreach (var d in all)
                    {
                        var before = Count([a, b, c], d);
                        for (var changed = 0; changed < 4; changed++)
                        {
                            VoteChoice? With(VoteChoice? was, int at, VoteChoice now) => at == changed ? now : was;
                            var more = Count([With(a, 0, Yes), With(b, 1, Yes), With(c, 2, Yes)], With(d, 3, Yes));
                            if (before.IsAdopted) more.IsAdopted.ShouldBeTrue();
                            seen++;
                        }
                    }

        seen.ShouldBe(4 * 256);
    }
}
