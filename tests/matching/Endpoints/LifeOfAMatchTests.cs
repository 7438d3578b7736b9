namespace Mentoring.Matching.Tests;

public sealed class LifeOfAMatchTests(MatchingService service)
{
    [Fact]
    public async Task From_offer_to_closing_each_sees_what_is_theirs()
    {
        var trio = await service.Three();
        var (caseworker, mentee, mentor) = (service.AsCaseworker(trio.Caseworker), service.AsMentee(trio.Mentee), service.AsMentor(trio.Mentor));
        var id = await service.Offer(trio);

        var offer = (await mentee.Get<Page<MenteeMatch>>("/mentees/me/offers")).Items.ShouldHaveSingleItem();
        offer.MatchId.ShouldBe(id);
        offer.Reasons.ShouldBe(
        [
            "They can help you with money and work.", "They fit what you asked for.", "You both like cooking.", "You both like to walk and talk.", "They work in hospitality. You told us you hope to do that.",
            "You can meet in person.", "You are both free on Monday.", "You both speak English.",
        ]);
        (await (await mentee.Get("/mentees/me/offers")).Content.ReadAsStringAsync()).ShouldNotContain("score", Case.Insensitive);

        // The mentor knows nothing of it yet.
        (await mentor.Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldBeEmpty();
        await mentor.Post($"/matches/{id}/mentor-answer", new { answer = "yes" }).ShouldBeProblem(HttpStatusCode.NotFound);
        await caseworker.Post($"/matches/{id}/approval").ShouldBeProblem(HttpStatusCode.Conflict, "The young person has not said yes yet.");

        (await (await mentee.Post($"/matches/{id}/mentee-answer", new { answer = "yes" })).ShouldBe<MenteeMatch>(HttpStatusCode.OK)).State.ShouldBe(MatchState.AgreedByMentee);
        var asked = (await mentor.Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldHaveSingleItem();
        (asked.MenteeId, asked.CaseworkerId).ShouldBe((trio.Mentee, null));
        (await (await mentor.Post($"/matches/{id}/mentor-answer", new { answer = "yes" })).ShouldBe<MentorMatch>(HttpStatusCode.OK)).State.ShouldBe(MatchState.AgreedByMentor);
        var approved = await (await caseworker.Post($"/matches/{id}/approval")).ShouldBe<CaseworkerMatch>(HttpStatusCode.OK);
        (approved.State, approved.ApprovedBy).ShouldBe((MatchState.Approved, trio.Caseworker));
        await mentee.Post($"/matches/{id}/mentee-answer", new { answer = "yes" }).ShouldSucceed(); // a repeat

        var today = Some.DayOf(service.Clock.GetUtcNow());
        await caseworker.Post($"/matches/{id}/first-meeting", new { heldOn = today, where = "Central Library", everybodyThere = false }).ShouldBeProblem(HttpStatusCode.Conflict, "all there");
        await caseworker.Post($"/matches/{id}/first-meeting", new { heldOn = today, where = "Central Library", everybodyThere = true }).ShouldSucceed();
        (await mentee.Get<Page<MenteeMatch>>("/mentees/me/matches")).Items.ShouldHaveSingleItem().State.ShouldBe(MatchState.Active);
        (await mentor.Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldHaveSingleItem().CaseworkerId.ShouldBe(trio.Caseworker);
        (await caseworker.Get<Page<CaseworkerMatch>>($"/matches?mentorId={trio.Mentor}")).Items.ShouldHaveSingleItem().MatchId.ShouldBe(id);
        (await caseworker.Get<Page<CaseworkerMatch>>($"/matches?mentorId={MentorId.New()}")).Items.ShouldBeEmpty();
        (await service.AsCaseworker().Get<Page<CaseworkerMatch>>($"/matches?mentorId={trio.Mentor}")).Items.ShouldBeEmpty();

        await mentor.Post($"/matches/{id}/ending", new { kind = "planned", reason = "We are done." }).ShouldSucceed();
        await caseworker.Post($"/matches/{id}/closing", Some.ClosingWritten(today, menteeWords: "It helped.")).ShouldSucceed();
        var ended = await caseworker.Get<CaseworkerMatch>($"/matches/{id}");
        (ended.State, ended.EndingKind, ended.OverBy, ended.OverBecause, ended.ClosingOwed).ShouldBe((MatchState.Ended, EndingKind.Planned, Voice.Mentor, "We are done.", false));
        ended.Closing!.MenteeWords.ShouldBe("It helped.");
        ended.FirstMeeting!.Where.ShouldBe("Central Library");
        var past = (await mentor.Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldHaveSingleItem();
        (past.MenteeId, past.CaseworkerId).ShouldBe((null, null));
        past.Agreed.ShouldBe(new MentorEnding { ContactRules = "No messages.", Support = "A talk with the volunteer lead." });
        var over = await mentee.Get("/mentees/me/matches");
        (await over.ShouldBe<Page<MenteeMatch>>(HttpStatusCode.OK)).Items.ShouldHaveSingleItem().MentorId.ShouldBeNull();
        (await over.Content.ReadAsStringAsync()).ShouldNotContain(trio.Mentor.ToString());

        await service.HeardOnce<MatchAgreedByMentee>(f => f.MatchId == id.Value);
        await service.HeardOnce<MatchAgreedByMentor>(f => f.MatchId == id.Value);
        await service.HeardOnce<MatchApproved>(f => f.MatchId == id.Value);
        await service.HeardOnce<MatchActivated>(f => f.MatchId == id.Value);
        (await service.HeardOnce<MatchEnding>(f => f.MatchId == id.Value)).By.ShouldBe("mentor");
        (await service.HeardOnce<MatchEnded>(f => f.MatchId == id.Value)).Kind.ShouldBe("planned");

        // Time to take leave before the next offer.
        await caseworker.Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { await service.AMentor() } }).ShouldBeProblem(HttpStatusCode.Conflict, "not long ago");
    }

    [Fact]
    public async Task A_yes_gives_the_other_offers_back()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        var other = trio with { Mentor = await service.AMentor() };
        var otherId = await service.Offer(other);
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/mentee-answer", new { answer = "yes" }).ShouldSucceed();
        (await service.Stored(otherId)).State.ShouldBe(MatchState.Rejected);
        await service.HeardOnce<MatchRejected>(f => f.MatchId == otherId.Value);
        await service.AsMentee(trio.Mentee).Post($"/matches/{otherId}/mentee-answer", new { answer = "yes" }).ShouldBeProblem(HttpStatusCode.Conflict, "not free any more");
        await service.Offer(other with { Mentee = await service.AMentee(trio.Caseworker) });
        await service.AsCaseworker(trio.Caseworker).Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { await service.AMentor() } }).ShouldBeProblem(HttpStatusCode.Conflict, "One match at a time");
    }

    [Fact]
    public async Task The_young_person_can_change_their_mind_until_the_first_meeting()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/mentee-answer", new { answer = "no" }).ShouldSucceed();
        (await service.Stored(id)).State.ShouldBe(MatchState.Declined);
        var next = trio with { Mentor = await service.AMentor() };
        var approved = await service.MatchIn(next, MatchState.Approved);
        await service.AsMentee(trio.Mentee).Post($"/matches/{approved}/mentee-answer", new { answer = "no" }).ShouldSucceed();
        (await service.HeardOnce<MatchEnded>(f => f.MatchId == approved.Value)).Kind.ShouldBe("early");
    }

    [Fact]
    public async Task A_mentors_no_frees_the_young_person_for_others()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentee);
        await service.AsMentor(trio.Mentor).Post($"/matches/{id}/mentor-answer", new { answer = "no", why = "I move house." }).ShouldSucceed();
        (await service.HeardOnce<MatchDeclined>(f => f.MatchId == id.Value)).By.ShouldBe("mentor");
        var seen = (await service.AsMentee(trio.Mentee).Get<Page<MenteeMatch>>("/mentees/me/matches")).Items.ShouldHaveSingleItem();
        seen.Says.ShouldStartWith("This mentor cannot do it now. It is not about you.");
        await service.Offer(trio with { Mentor = await service.AMentor() });
    }

    [Fact]
    public async Task The_caseload_is_listed_by_page_and_state_and_for_whoever_covers()
    {
        var trio = await service.Three(capacity: 3);
        var ids = new List<MatchId> { await service.Offer(trio) };
        for (var i = 0; i < 2; i++) ids.Add(await service.Offer(trio with { Mentee = await service.AMentee(trio.Caseworker) }));
        var caseworker = service.AsCaseworker(trio.Caseworker);
        var first = await caseworker.Get<Page<CaseworkerMatch>>("/matches?take=2");
        var second = await caseworker.Get<Page<CaseworkerMatch>>($"/matches?take=2&after={first.Next}");
        first.Items.Concat(second.Items).Select(m => m.MatchId).ShouldBe(ids);
        second.Next.ShouldBeNull();
        await service.AsMentee(trio.Mentee).Post($"/matches/{ids[0]}/mentee-answer", new { answer = "yes" }).ShouldSucceed();
        (await caseworker.Get<Page<CaseworkerMatch>>("/matches?state=agreed-by-mentee")).Items.ShouldHaveSingleItem().MatchId.ShouldBe(ids[0]);
        await caseworker.Get("/matches?state=1").ShouldBeProblem(HttpStatusCode.BadRequest, "There are: offered");

        var cover = CaseworkerId.New();
        var today = Some.DayOf(service.Clock.GetUtcNow());
        (await service.AsCaseworker(cover).Get<Page<CaseworkerMatch>>("/matches")).Items.ShouldBeEmpty();
        await service.TellAndWait(new CoverArranged { CaseworkerId = trio.Caseworker.Value, CoverId = cover.Value, First = today, Last = today, At = service.Clock.GetUtcNow() });
        (await service.AsCaseworker(cover).Get<Page<CaseworkerMatch>>("/matches")).Items.Count.ShouldBe(3);
        await service.TellAndWait(new CoverArranged { CaseworkerId = trio.Caseworker.Value, CoverId = null, First = today, Last = today, At = service.Clock.GetUtcNow() });
        await service.AsCaseworker(cover).Get($"/matches/{ids[0]}").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lead_reads_with_a_reason_that_is_kept()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        (await service.AsLead("Following up the call of this morning").Get<CaseworkerMatch>($"/matches/{id}")).MenteeId.ShouldBe(trio.Mentee);
        (await service.AsLead().Get<Page<CaseworkerMatch>>($"/mentees/{trio.Mentee}/matches")).Items.ShouldHaveSingleItem();
        (await service.Db(db => Task.FromResult(db.Set<LeadReading>().Count(r => r.Record == $"mentee {trio.Mentee}")))).ShouldBe(2);
    }
}
