namespace Mentoring.Matching.Tests;

public sealed class SummaryTests(MatchingService service)
{
    [Fact]
    public async Task A_caseworker_sees_what_waits_and_since_when_and_who_covers_sees_it_too()
    {
        var caseworker = CaseworkerId.New();
        var ids = new Dictionary<MatchState, MatchId>();
        foreach (var state in (MatchState[])[MatchState.Offered, MatchState.AgreedByMentee, MatchState.AgreedByMentor, MatchState.Approved, MatchState.Active, MatchState.Ending, MatchState.Ended])
            ids[state] = await service.MatchIn(new(caseworker, await service.AMentee(caseworker), await service.AMentor()), state);
        var gone = new Trio(caseworker, await service.AMentee(caseworker), await service.AMentor());
        var owed = await service.MatchIn(gone, MatchState.Active);
        await service.TellAndWait(new MentorLeft { MentorId = gone.Mentor.Value, At = service.Clock.GetUtcNow() });
        await service.Offer(await service.Three());

        var seen = await Read(caseworker);

        Ids(seen.Questions).ShouldBeEmpty();
        Ids(seen.WaitForMentee).ShouldBe([ids[MatchState.Offered]]);
        Ids(seen.WaitForMentor).ShouldBe([ids[MatchState.AgreedByMentee]]);
        Ids(seen.ToApprove).ShouldBe([ids[MatchState.AgreedByMentor]]);
        Ids(seen.ToMeet).ShouldBe([ids[MatchState.Approved]]);
        Ids(seen.Active).ShouldBe([ids[MatchState.Active]]);
        Ids(seen.ToClose).ShouldBe([ids[MatchState.Ending]]);
        Ids(seen.ClosingOwed).ShouldBe([owed]);
        var stored = await service.Stored(ids[MatchState.AgreedByMentor]);
        seen.ToApprove.First[0].ShouldBe(new() { MatchId = stored.Id, MenteeId = stored.MenteeId, MentorId = stored.MentorId, DueOn = null, Since = stored.AgreedByMentorAt!.Value });

        var cover = CaseworkerId.New();
        (await Read(cover)).Active.Count.ShouldBe(0);
        var today = Some.DayOf(service.Clock.GetUtcNow());
        await service.TellAndWait(new CoverArranged { CaseworkerId = caseworker.Value, CoverId = cover.Value, First = today, Last = today, At = service.Clock.GetUtcNow() });
        Ids((await Read(cover)).Active).ShouldBe([ids[MatchState.Active]]);
    }

    [Fact]
    public async Task A_question_waits_until_the_caseworker_has_talked_about_it_and_can_be_asked_again()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        var (caseworker, mentee) = (service.AsCaseworker(trio.Caseworker), service.AsMentee(trio.Mentee));

        var asked = await (await mentee.Post($"/matches/{id}/question", new { words = "Do they like dogs?" })).ShouldBe<MenteeMatch>(HttpStatusCode.OK);
        await mentee.Post($"/matches/{id}/question", new { words = "Do they like dogs?" }).ShouldSucceed();
        (asked.State, asked.Questions.ShouldHaveSingleItem().Words).ShouldBe((MatchState.Offered, "Do they like dogs?"));
        asked.Says.ShouldStartWith("You want to know more.");
        var waiting = (await Read(trio.Caseworker)).Questions;
        (waiting.Count, waiting.First[0].MatchId).ShouldBe((1, id));
        (await caseworker.Get<CaseworkerMatch>($"/matches/{id}")).Questions.ShouldHaveSingleItem().Words.ShouldBe("Do they like dogs?");
        await service.AsMentor(trio.Mentor).Post($"/matches/{id}/question", new { }).ShouldBeProblem(HttpStatusCode.Forbidden);

        await caseworker.Post($"/matches/{id}/question/answer", new { answer = "They have two." }).ShouldSucceed();
        await caseworker.Post($"/matches/{id}/question/answer", new { }).ShouldSucceed();
        (await Read(trio.Caseworker)).Questions.Count.ShouldBe(0);
        var offer = (await mentee.Get<Page<MenteeMatch>>("/mentees/me/offers")).Items.ShouldHaveSingleItem();
        offer.Questions.ShouldHaveSingleItem().Answer.ShouldBe("They have two.");
        offer.Says.ShouldStartWith("Would you like this mentor?");

        await mentee.Post($"/matches/{id}/question", new { }).ShouldSucceed();
        (await Read(trio.Caseworker)).Questions.Count.ShouldBe(1);
        (await service.Stored(id)).Questions.Count.ShouldBe(2);
        await mentee.Post($"/matches/{id}/mentee-answer", new { answer = "no" }).ShouldSucceed();
        (await Read(trio.Caseworker)).Questions.Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_conditions_for_an_approval_stand_in_the_match_until_it_is_approved()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        var caseworker = service.AsCaseworker(trio.Caseworker);
        (await caseworker.Get<CaseworkerMatch>($"/matches/{id}")).Approval.ShouldAllBe(c => c.Holds);

        await service.TellAndWait(new MenteePaused { MenteeId = trio.Mentee.Value, At = service.Clock.GetUtcNow() });
        var missing = (await caseworker.Get<CaseworkerMatch>($"/matches/{id}")).Approval.Where(c => !c.Holds).ShouldHaveSingleItem();
        missing.Name.ShouldBe("readiness");
        await caseworker.Post($"/matches/{id}/approval").ShouldBeProblem(HttpStatusCode.Conflict, missing.Says);
        (await caseworker.Get<Page<CaseworkerMatch>>("/matches")).Items.ShouldHaveSingleItem().Approval.ShouldBeEmpty();

        var today = Some.DayOf(service.Clock.GetUtcNow());
        await service.TellAndWait(new MenteeReady { MenteeId = trio.Mentee.Value, ReadyUntil = today.AddDays(90), At = service.Clock.GetUtcNow() });
        await caseworker.Post($"/matches/{id}/approval").ShouldSucceed();
        (await caseworker.Get<CaseworkerMatch>($"/matches/{id}")).Approval.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_young_person_takes_their_data_with_them_without_points_and_without_others_words()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Active);
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/ending", new { kind = "early", reason = "I move away." }).ShouldSucceed();
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/closing", Some.ClosingWritten(menteeWords: "It helped.", mentorWords: "Mine alone.")).ShouldSucceed();

        var answer = await service.AsMentee(trio.Mentee).Get("/mentees/me/data");

        var data = await answer.ShouldBe<MyData>(HttpStatusCode.OK);
        data.Profile!.GoalAreas.ShouldBe(Some.MenteeProfile.GoalAreas);
        var match = data.Matches.ShouldHaveSingleItem();
        (match.Match.MatchId, match.YourCause, match.YourReason, match.YourLastWords, match.FirstMetAt, match.PolicyVersion).ShouldBe((id, EndingCause.NotSaid, "I move away.", "It helped.", "Central Library", 1));
        match.Match.Agreed.ShouldBe(new MenteeEnding { ContactRules = "No messages.", Support = "A call every Friday.", WhatNext = "A break." });
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var hidden in (string[])["score", "points\":", "Mine alone.", "volunteer lead", trio.Mentor.ToString()]) text.ShouldNotContain(hidden, Case.Insensitive);
        (await service.AsMentee().Get<MyData>("/mentees/me/data")).Matches.ShouldBeEmpty();
    }

    private Task<MatchSummary> Read(CaseworkerId caseworker) => service.AsCaseworker(caseworker).Get<MatchSummary>("/matches/summary");

    private static IEnumerable<MatchId> Ids(SomeMatches some)
    {
        some.First.Count.ShouldBe(some.Count);
        return some.First.Select(m => m.MatchId);
    }
}
