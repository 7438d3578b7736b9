using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

public sealed class OfferTests(MatchingService service)
{
    private Task<HttpResponseMessage> Offer(CaseworkerId by, MenteeId mentee, params MentorId[] mentors) =>
        service.AsCaseworker(by).Post($"/mentees/{mentee}/offers", new { mentorIds = mentors });

    [Fact]
    public async Task An_offer_keeps_its_suggestion_and_is_told_once_also_when_repeated()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        (await service.Offer(trio)).ShouldBe(id);
        var stored = await service.Stored(id);
        (stored.State, stored.Place, stored.OfferedBy, stored.Suggestion.PolicyVersion).ShouldBe((MatchState.Offered, (short)1, trio.Caseworker, 1));
        stored.Suggestion.Factors.Sum(f => f.Points).ShouldBe(stored.Suggestion.Score);
        await service.HeardOnce<MatchOffered>(f => f.MatchId == id.Value && f.MentorId == trio.Mentor.Value && f.MenteeId == trio.Mentee.Value);
    }

    [Fact]
    public async Task Three_offers_are_open_at_the_most()
    {
        var trio = await service.Three();
        var others = new[] { await service.AMentor(), await service.AMentor(), await service.AMentor() };
        await Offer(trio.Caseworker, trio.Mentee, others).ShouldBe(HttpStatusCode.Created);
        await Offer(trio.Caseworker, trio.Mentee, trio.Mentor).ShouldBeProblem(HttpStatusCode.Conflict, "at most 3 offers");
    }

    [Fact]
    public async Task All_are_offered_or_none()
    {
        var trio = await service.Three();
        var impossible = await service.AMentor(but: p => p with { Languages = ["pl"] });
        await Offer(trio.Caseworker, trio.Mentee, trio.Mentor, impossible).ShouldBeProblem(HttpStatusCode.Conflict, "no language in common");
        (await service.Db(db => db.Matches.CountAsync(m => m.MenteeId == trio.Mentee))).ShouldBe(0);
        await Offer(trio.Caseworker, trio.Mentee, trio.Mentor, MentorId.New()).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_place_that_is_held_is_not_offered_again_until_it_is_given_back()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        var other = await service.AMentee(trio.Caseworker);
        await Offer(trio.Caseworker, other, trio.Mentor).ShouldBeProblem(HttpStatusCode.Conflict, "place");
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/rejection", new { reason = "They know each other." }).ShouldSucceed();
        await Offer(trio.Caseworker, other, trio.Mentor).ShouldBe(HttpStatusCode.Created);
        await service.HeardOnce<MatchRejected>(f => f.MatchId == id.Value);
    }

    [Fact]
    public async Task An_idempotency_key_answers_the_same_again()
    {
        var trio = await service.Three();
        var key = MatchId.New().ToString();
        var first = await service.AsCaseworker(trio.Caseworker).Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { trio.Mentor } }, key);
        var again = await service.AsCaseworker(trio.Caseworker).Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { trio.Mentor } }, key);
        await first.ShouldBe(HttpStatusCode.Created);
        await again.ShouldBe(HttpStatusCode.Created);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task After_a_no_the_same_two_are_not_offered_to_each_other_again()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/mentee-answer", new { answer = "no", why = "Not for me." }).ShouldSucceed();
        await Offer(trio.Caseworker, trio.Mentee, trio.Mentor).ShouldBeProblem(HttpStatusCode.Conflict, "said no");
    }

    [Theory]
    [InlineData("mentee")]
    [InlineData("mentor")]
    [InlineData("caseworker")]
    public async Task Stopping_an_approved_match_before_the_first_meeting_is_a_no_of_the_two_but_not_of_the_caseworker(string who)
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Approved);
        using var client = who switch { "mentee" => service.AsMentee(trio.Mentee), "mentor" => service.AsMentor(trio.Mentor), _ => service.AsCaseworker(trio.Caseworker) };
        (await (await client.Post($"/matches/{id}/ending", new { kind = "early", cause = "life-changed" })).ShouldBe<EndingAnswer>(HttpStatusCode.OK)).State.ShouldBe(MatchState.Ended);
        await service.HeardOnce<MatchEnded>(f => f.MatchId == id.Value);
        await service.HeardNo<MatchEnding>(f => f.MatchId == id.Value);
        using var again = await Offer(trio.Caseworker, trio.Mentee, trio.Mentor);
        if (who == "caseworker") await again.ShouldBe(HttpStatusCode.Created);
        else await again.ShouldBeProblem(HttpStatusCode.Conflict, "said no");
    }
}
