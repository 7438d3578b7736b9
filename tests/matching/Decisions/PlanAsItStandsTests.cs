using Mentoring.Matching.Engine;
using Mentoring.Matching.People;

namespace Mentoring.Matching.Tests;

/// <summary>The plan that follows everybody in memory, held to one that is made whole after every change.</summary>
public sealed class PlanAsItStandsTests
{
    private static readonly DateOnly Day = London.DateAt(RandomPeople.Noon);
    private readonly Everybody everybody = new();
    private readonly PlanAsItStands standing = new();
    private readonly List<MentorCopy> mentors = [];
    private readonly Dictionary<MentorId, int> taken = [];
    private readonly List<KnownMentee> mentees = [];

    private static MenteePast Past(IEnumerable<PastMatch>? matches = null, IEnumerable<PairMark>? marks = null) => MenteePast.Of(matches ?? [], marks ?? []);

    [Theory]
    [InlineData(1, 30, 40)]
    [InlineData(2, 50, 20)]
    [InlineData(3, 12, 60)]
    public void After_every_change_it_is_as_good_as_one_made_whole(int seed, int mentorCount, int menteeCount)
    {
        var random = new RandomPeople(seed);
        everybody.MoveTo(MatchingPolicy.First, RandomPeople.Noon);
        for (var i = 0; i < mentorCount; i++) Join(random.Mentor());
        for (var i = 0; i < menteeCount; i++) Join(random.Mentee());
        var (matched, pinned) = (0, 0);
        for (var step = 0; step < 150; step++)
        {
            for (var changes = random.Below(4); changes >= 0; changes--) Change(random);
            var plan = standing.Followed(everybody).ShouldNotBeNull();
            CertificateChecker.Check(plan.ToPairs(), new() { Pins = plan.ToPins() }, plan.ToPlan(), plan.ToCertificate()).ShouldBeEmpty();
            var whole = new PlanAsItStands().Followed(everybody).ShouldNotBeNull();
            (plan.ToPlan().Count, plan.ToPlan().Total).ShouldBe((whole.ToPlan().Count, whole.ToPlan().Total), $"step {step}");
            matched += plan.ToPlan().Count;
            pinned += plan.ToPins().Count;
        }

        (matched, pinned).ShouldSatisfyAllConditions(m => m.matched.ShouldBeGreaterThan(500), m => m.pinned.ShouldBeGreaterThan(20));
        standing.MadeWhole.ShouldBe(1, "it followed");
        everybody.MoveTo(null, RandomPeople.Noon.AddDays(1));
        standing.Followed(everybody);
        standing.MadeWhole.ShouldBe(2, "everybody has waited a day longer");
    }

    [Fact]
    public void Too_many_pairs_are_not_followed()
    {
        var random = new RandomPeople(4);
        everybody.MoveTo(MatchingPolicy.First, RandomPeople.Noon);
        for (var i = 0; i < 20; i++) Join(random.Mentor());
        for (var i = 0; i < 20; i++) Join(random.Mentee());
        var little = new PlanAsItStands(mostPairs: 5);
        little.Of(everybody, mentees.Select(m => m.Copy.Id)).ShouldBeNull();
        little.Of(everybody, mentees.Select(m => m.Copy.Id)).ShouldBeNull();
        little.MadeWhole.ShouldBe(1, "it is not tried again at every look");
    }

    [Fact]
    public void Pairs_that_become_too_many_while_it_follows_are_let_go()
    {
        var random = new RandomPeople(5);
        everybody.MoveTo(MatchingPolicy.First, RandomPeople.Noon);
        for (var i = 0; i < 20; i++) Join(random.Mentor(odd: false));
        var little = new PlanAsItStands(mostPairs: 30);
        little.Of(everybody, []).ShouldNotBeNull();
        for (var i = 0; i < 100; i++) Join(random.Mentee(odd: false));
        little.Of(everybody, []).ShouldBeNull();
        (little.Of(everybody, []), little.MadeWhole).ShouldBe((null, 1));
    }

    private void Join(MentorCopy mentor)
    {
        mentors.Add(mentor);
        everybody.Put(mentor);
    }

    private void Join(MenteeCopy mentee)
    {
        mentee.Remember(new MenteeReady { MenteeId = mentee.Id.Value, ReadyUntil = Day.AddDays(90), At = RandomPeople.Noon });
        mentees.Add(new(mentee, Past()));
        everybody.Put(mentees[^1]);
    }

    private void Change(RandomPeople random)
    {
        var at = random.Below(mentees.Count);
        var (mentee, mentor) = (mentees[at], random.Any(mentors));
        switch (random.Below(9))
        {
            case 0:
                Join(random.Mentee());
                break;
            case 1:
                Join(random.Mentor());
                break;
            case 2: // pauses, or is back
                var later = mentee.Copy.StandingAt!.Value.AddMinutes(1);
                if (mentee.Copy.Standing == MenteeStanding.Ready) mentee.Copy.Remember(new MenteePaused { MenteeId = mentee.Copy.Id.Value, At = later });
                else mentee.Copy.Remember(new MenteeReady { MenteeId = mentee.Copy.Id.Value, ReadyUntil = Day.AddDays(90), At = later });
                everybody.Put(mentee);
                break;
            case 3: // leaves for good
                if (random.Chance(3)) mentor.Remember(new MentorLeft { MentorId = mentor.Id.Value, At = RandomPeople.Noon.AddDays(1) });
                everybody.Put(mentor);
                break;
            case 4: // an offer: the one does not wait any more, the other has a place less
                Matched(at, mentor.Id, MatchState.Offered, +1);
                break;
            case 5: // and its end, with a no
                if (mentee.Past.Offered.Count > 0) Matched(at, mentee.Past.Offered.First(), MatchState.Declined, -1);
                break;
            case 6: // pinned to somebody who is possible, when nobody else is
                if (mentors.Find(m => IsPossible(mentee, m.Id) && mentees.TrueForAll(other => !other.Past.Marks.ContainsKey(m.Id))) is { } possible)
                    Marked(at, new() { MenteeId = mentee.Copy.Id, MentorId = possible.Id, Kind = MarkKind.Pin });
                break;
            case 7:
                if (!mentee.Past.Marks.ContainsKey(mentor.Id)) Marked(at, Ban(mentee.Copy.Id, mentor.Id));
                break;
            default:
                Marked(at, null);
                break;
        }
    }

    private bool IsPossible(KnownMentee mentee, MentorId mentor) =>
        everybody.Waits(mentee) && everybody.People.Mentors.NumberOf(mentor) is { } number && Eligibility.OfPair(mentee.PairWith(everybody.People, number)).Count == 0;

    private void Matched(int at, MentorId mentor, MatchState state, int places)
    {
        var mentee = mentees[at];
        var over = state == MatchState.Declined ? RandomPeople.Noon : (DateTimeOffset?)null;
        mentees[at] = mentee with { Past = Past([new(mentee.Copy.Id, mentor, state, null, over, over is null ? null : Voice.Mentee)], mentee.Past.Marks.Values) };
        taken[mentor] = Math.Max(0, taken.GetValueOrDefault(mentor) + places);
        everybody.Put(mentees[at]);
        everybody.Put(mentor, taken[mentor]);
    }

    private void Marked(int at, PairMark? mark)
    {
        var mentee = mentees[at];
        mentees[at] = mentee with { Past = Past([.. mentee.Past.Offered.Select(m => new PastMatch(mentee.Copy.Id, m, MatchState.Offered, null, null, null))], mark is null ? [] : [mark]) };
        everybody.Put(mentees[at]);
    }

    private static PairMark Ban(MenteeId mentee, MentorId mentor)
    {
        var mark = new PairMark { MenteeId = mentee, MentorId = mentor, Kind = MarkKind.Ban };
        mark.Say(BanKind.Other, "A test.", CaseworkerId.New(), RandomPeople.Noon);
        return mark;
    }
}
