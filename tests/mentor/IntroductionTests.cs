using System.Net;
using Mentoring.Contracts.Matching;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

public sealed class IntroductionTests(MentorService service)
{
    private readonly Guid match = Guid.CreateVersion7();
    private readonly MenteeId mentee = MenteeId.New();

    private MatchOffered Offered(Mentor mentor) => new() { MatchId = match, MenteeId = mentee.Value, MentorId = mentor.Id.Value, At = Some.Now };

    private MatchApproved Approved(Mentor mentor) => new() { MatchId = match, MenteeId = mentee.Value, MentorId = mentor.Id.Value, At = Some.Now };

    private object Over(Mentor mentor, string how) => how switch
    {
        "declined" => new MatchDeclined { MatchId = match, MenteeId = mentee.Value, MentorId = mentor.Id.Value, By = "mentee", At = Some.Now },
        "rejected" => new MatchRejected { MatchId = match, MenteeId = mentee.Value, MentorId = mentor.Id.Value, At = Some.Now },
        _ => new MatchEnded { MatchId = match, MenteeId = mentee.Value, MentorId = mentor.Id.Value, Kind = "planned", At = Some.Now },
    };

    [Fact]
    public async Task From_the_offer_on_a_young_person_sees_the_introduction_and_nobody_elses()
    {
        var (mentor, other) = (await service.Stored(Stage.Cleared), await service.Stored(Stage.Cleared));
        var me = service.AsMentee(mentee);
        await me.Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.NotFound);
        await service.TellAndWait(Offered(mentor));
        var introduction = await me.Get<IntroductionAnswer>($"/mentors/{mentor.Id}/introduction");
        introduction.FirstName.ShouldBe("Odalys");
        var text = await (await me.Get($"/mentors/{mentor.Id}/introduction")).Content.ReadAsStringAsync();
        foreach (var never in (string[])["Fernsby", mentor.Email, "07700", "LE2", "1990"]) text.ShouldNotContain(never);
        await me.Get($"/mentors/{other.Id}/introduction").ShouldBe(HttpStatusCode.NotFound);
        await service.AsMentee(MenteeId.New()).Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("declined")]
    [InlineData("rejected")]
    [InlineData("ended")]
    public async Task Once_the_match_is_over_the_introduction_is_closed_also_when_the_facts_come_in_another_order(string how)
    {
        var mentor = await service.Stored(Stage.Cleared);
        var me = service.AsMentee(mentee);
        await service.TellAndWait(Offered(mentor));
        await me.Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.OK);
        await service.TellAndWait(Over(mentor, how));
        await me.Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.NotFound);
        await service.TellAndWait(Offered(mentor));
        await service.TellAndWait(Approved(mentor));
        await me.Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_ending_that_is_heard_before_the_offer_keeps_it_closed_and_an_approval_heard_first_opens()
    {
        var mentor = await service.Stored(Stage.Cleared);
        await service.TellAndWait(Over(mentor, "rejected"));
        await service.TellAndWait(Offered(mentor));
        await service.AsMentee(mentee).Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.NotFound);

        var second = MenteeId.New();
        await service.TellAndWait(new MatchApproved { MatchId = Guid.CreateVersion7(), MenteeId = second.Value, MentorId = mentor.Id.Value, At = Some.Now });
        await service.AsMentee(second).Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fact_that_comes_twice_changes_nothing_the_second_time()
    {
        var mentor = await service.Stored(Stage.Cleared);
        var message = Guid.CreateVersion7();
        await service.TellAndWait(Offered(mentor), message);
        await service.TellAndWait(Offered(mentor), message);
        await service.AsMentee(mentee).Get($"/mentors/{mentor.Id}/introduction").ShouldBe(HttpStatusCode.OK);
        (await service.Db(db => Task.FromResult(db.Introductions.Count(i => i.MatchId == new MatchId(match))))).ShouldBe(1);
    }

    [Fact]
    public void Every_fact_that_names_this_service_is_heard() =>
        FactRules.Check("mentor", typeof(IntroduceMentorsWhoAreOffered), typeof(CloseIntroductionsWhenMatchesAreOver)).ShouldBeEmpty();
}
