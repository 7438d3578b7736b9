namespace Mentoring.Matching.Tests;

public sealed class RememberingTests
{
    private static readonly Guid Id = MentorId.New().Value;

    [Fact]
    public void An_older_fact_changes_nothing()
    {
        var mentor = Some.Mentor();
        mentor.Remember(Some.MentorProfile with { Capacity = 3, At = Some.Noon.AddMinutes(-1) }).ShouldBeFalse();
        mentor.Profile!.Capacity.ShouldBe(1);
        mentor.Remember(new MentorPaused { MentorId = Id, At = Some.Noon.AddMinutes(-1) }).ShouldBeFalse();
        mentor.Standing.ShouldBe(MentorStanding.Cleared);
        mentor.Remember(Some.MentorWeek with { Weekly = [], At = Some.Noon.AddMinutes(-1) }).ShouldBeFalse();
        mentor.Availability!.Weekly.Count.ShouldBe(2);
        var mentee = Some.Mentee();
        mentee.Remember(Some.MenteeProfile with { Online = false, At = Some.Noon.AddMinutes(-1) }).ShouldBeFalse();
        mentee.Remember(new MenteePaused { MenteeId = Id, At = Some.Noon.AddMinutes(-1) }).ShouldBeFalse();
        mentee.Standing.ShouldBe(MenteeStanding.Ready);
    }

    [Fact]
    public void Each_aspect_keeps_a_time_of_its_own()
    {
        var mentor = Some.Mentor();
        mentor.Remember(new MentorCleared { MentorId = Id, ClearedUntil = Some.Day, At = Some.Noon.AddDays(1) });
        mentor.Remember(Some.MentorProfile with { Capacity = 2, At = Some.Noon.AddHours(1) }).ShouldBeTrue();
        mentor.Profile!.Capacity.ShouldBe(2);
    }

    [Fact]
    public void Of_two_facts_of_one_instant_the_more_cautious_counts_whichever_comes_first()
    {
        var cleared = new MentorCleared { MentorId = Id, ClearedUntil = Some.Day, At = Some.Noon };
        var lapsed = new MentorClearanceLapsed { MentorId = Id, At = Some.Noon };
        var one = new MentorCopy { Id = new(Id) };
        one.Remember(cleared);
        one.Remember(lapsed);
        var other = new MentorCopy { Id = new(Id) };
        other.Remember(lapsed);
        other.Remember(cleared);
        one.Standing.ShouldBe(MentorStanding.Lapsed);
        other.Standing.ShouldBe(MentorStanding.Lapsed);
    }

    [Fact]
    public void Leaving_is_for_good_whatever_the_order()
    {
        var mentor = Some.Mentor();
        mentor.Remember(new MentorLeft { MentorId = Id, At = Some.Noon.AddDays(-1) }).ShouldBeTrue();
        mentor.Remember(new MentorCleared { MentorId = Id, ClearedUntil = Some.Day, At = Some.Noon.AddDays(1) }).ShouldBeFalse();
        mentor.Standing.ShouldBe(MentorStanding.Left);
        var mentee = Some.Mentee();
        mentee.Remember(new MenteeLeft { MenteeId = Id, At = Some.Noon.AddDays(-1) }).ShouldBeTrue();
        mentee.Remember(new MenteeReady { MenteeId = Id, ReadyUntil = Some.Day, At = Some.Noon.AddDays(1) }).ShouldBeFalse();
    }

    [Fact]
    public void A_cover_can_be_taken_back_and_an_older_one_does_not_come_back()
    {
        var caseworker = CaseworkerId.New();
        var cover = new Cover { Id = caseworker };
        var arranged = new CoverArranged { CaseworkerId = caseworker.Value, CoverId = Id, First = Some.Day, Last = Some.Day, At = Some.Noon };
        cover.Remember(arranged with { CoverId = null, At = Some.Noon.AddHours(1) }).ShouldBeTrue();
        cover.Remember(arranged).ShouldBeFalse();
        cover.CoveredBy.ShouldBeNull();
    }
}
