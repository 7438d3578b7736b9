using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Matching.Tests;

public sealed class EndingTests(MatchingService service)
{
    private DateOnly Today => Some.DayOf(service.Clock.GetUtcNow());

    [Theory]
    [InlineData("closing = null")]
    [InlineData("closing = null, closing_due_on = '2026-12-01'")]
    [InlineData("closing = null, closing_owed = true, closing_due_on = null")]
    public async Task The_database_itself_lets_no_match_of_two_who_met_end_without_its_record_or_a_day_for_it(string change)
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Ended);
#pragma warning disable EF1002 // The words are the test's own.
        var refused = await Should.ThrowAsync<PostgresException>(() => service.Db(db => db.Database.ExecuteSqlRawAsync($"update matches set {change} where id = '{id}'")));
#pragma warning restore EF1002
        refused.ConstraintName.ShouldStartWith("ck_matches_closing");
    }

    [Fact]
    public async Task A_closing_needs_both_voices_or_why_not_contact_rules_and_support()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Ending);
        var caseworker = service.AsCaseworker(trio.Caseworker);
        object But(string? menteeHeard = "did-not-want-to", string? menteeWords = null, string mentorHeard = "in-their-words", string? mentorWords = "I learned.", string? contactRules = "No messages.", string? support = "A call.") =>
            new { closingSessionOn = Today, menteeHeard, menteeWords, mentorHeard, mentorWords, contactRules, supportForMentee = support, bothThanked = true };
        foreach (var (body, words) in new[]
        {
            (But(menteeHeard: null), ""), (But(menteeHeard: "in-their-words"), "young person said"), (But(menteeWords: "It helped."), "young person said"), (But(mentorWords: null), "mentor said"),
            (But(contactRules: " "), "contact"), (But(contactRules: null), ""), (But(support: "  "), "support"),
        })
            (await (await caseworker.Post($"/matches/{id}/closing", body).ShouldBe(HttpStatusCode.BadRequest)).Content.ReadAsStringAsync()).ShouldContain(words);
        (await service.Stored(id)).State.ShouldBe(MatchState.Ending);
        await caseworker.Post($"/matches/{id}/closing", But()).ShouldSucceed();
        var closing = (await service.Stored(id)).Closing.ShouldNotBeNull();
        (closing.MenteeHeard, closing.MentorWords, closing.ContactRules, closing.SupportForMentee, closing.BothThanked).ShouldBe((VoiceHeard.DidNotWantTo, "I learned.", "No messages.", "A call.", true));
    }

    [Fact]
    public async Task A_match_that_ended_suddenly_has_its_closing_as_a_task_with_a_day_that_can_be_past()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Active);
        await service.TellAndWait(new MenteeLeft { MenteeId = trio.Mentee.Value, At = service.Clock.GetUtcNow() });
        var owed = (await Summary(trio)).ClosingOwed;
        (owed.Count, owed.Overdue, owed.First.Single().DueOn).ShouldBe((1, 0, Today.AddDays(Match.DaysToMakeUp)));
        await service.Db(db => db.Matches.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.ClosingDueOn, Today.AddDays(-1))));
        (await Summary(trio)).ClosingOwed.Overdue.ShouldBe(1);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/closing", Some.ClosingWritten()).ShouldSucceed();
        (await Summary(trio)).ClosingOwed.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Early_endings_can_be_counted_by_why_and_nobody_can_leave_it_out_but_the_young_person()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Active);
        await service.AsMentor(trio.Mentor).Post($"/matches/{id}/ending", new { kind = "early" }).ShouldBeProblem(HttpStatusCode.Conflict, "Choose why");
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/ending", new { kind = "early", cause = "bored" }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/ending", new { kind = "early", cause = "time-or-distance" }).ShouldSucceed();
        var read = await service.AsCaseworker(trio.Caseworker).Get<CaseworkerMatch>($"/matches/{id}");
        (read.EndingCause, read.ClosingDueOn).ShouldBe((EndingCause.TimeOrDistance, Today.AddDays(Match.DaysToClose)));

        var other = await service.Three();
        var another = await service.MatchIn(other, MatchState.Active);
        await service.AsMentee(other.Mentee).Post($"/matches/{another}/ending", new { kind = "early" }).ShouldSucceed();
        (await service.Db(db => db.Matches.CountAsync(m => m.Id == another && m.EndingCause == EndingCause.NotSaid))).ShouldBe(1);
    }

    [Fact]
    public async Task Both_voices_about_an_ending_reach_the_caseworker_and_each_their_own_data()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Active);
        await service.AsMentor(trio.Mentor).Post($"/matches/{id}/ending", new { kind = "early", cause = "time-or-distance", reason = "The way is long." }).ShouldSucceed();
        var answer = await service.AsMentee(trio.Mentee).Post($"/matches/{id}/ending", new { kind = "early", cause = "safety", reason = "I was scared." }).ShouldBe<EndingAnswer>(HttpStatusCode.OK);
        answer.Says.ShouldContain("You do not have to meet any more.");
        (await service.HeardOnce<MatchEndsForSafety>(f => f.MatchId == id.Value)).By.ShouldBe("mentee");
        var read = await service.AsCaseworker(trio.Caseworker).Get<CaseworkerMatch>($"/matches/{id}");
        (read.OverBecause, read.AlsoSaid.Single().Because, read.AlsoSaid.Single().Cause).ShouldBe(("The way is long.", "I was scared.", EndingCause.Safety));
        var own = await (await service.AsMentee(trio.Mentee).Get("/mentees/me/data").ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync();
        own.ShouldContain("I was scared.");
        own.ShouldNotContain("The way is long.");
        (await (await service.AsMentor(trio.Mentor).Get("/mentors/me/matches")).Content.ReadAsStringAsync()).ShouldNotContain("scared");
    }

    [Fact]
    public async Task Who_says_that_they_do_not_feel_safe_is_not_promised_a_goodbye_and_the_other_learns_nothing_of_it()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Active);
        async Task<(bool, string)> Young() => (await service.AsMentee(trio.Mentee).Get<Page<MenteeMatch>>("/mentees/me/matches")).Items.Single() is var mine ? (mine.CanSayGoodbye, mine.Says) : default;
        await service.AsMentor(trio.Mentor).Post($"/matches/{id}/ending", new { kind = "early", cause = "did-not-fit" }).ShouldSucceed();
        (await Young()).ShouldBe((true, "This match is coming to an end. You will get time to say goodbye."));
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/ending", new { kind = "early", cause = "safety" }).ShouldSucceed();
        (await Young()).ShouldBe((false, "You do not have to meet any more. Your caseworker will talk with you."));
        (await service.AsMentor(trio.Mentor).Get<Page<MentorMatch>>("/mentors/me/matches")).Items.Single().Says.ShouldBe("This match is coming to an end. The caseworker will talk with you about it.");
    }

    [Fact]
    public async Task Who_met_before_the_first_meeting_was_written_down_gets_a_closing()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Approved);
        (await service.AsMentee(trio.Mentee).Post($"/matches/{id}/ending", new { kind = "early", haveMet = true }).ShouldBe<EndingAnswer>(HttpStatusCode.OK)).State.ShouldBe(MatchState.Ending);
        (await Summary(trio)).ToClose.Count.ShouldBe(1);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/closing", Some.ClosingWritten()).ShouldSucceed();
        (await service.Stored(id)).State.ShouldBe(MatchState.Ended);
    }

    [Fact]
    public async Task Neither_side_is_matched_again_before_the_buffer_is_over()
    {
        var trio = await service.Three(capacity: 2);
        await service.MatchIn(trio, MatchState.Ended);
        await Offer(trio.Caseworker, trio.Mentee, await service.AMentor()).ShouldBeProblem(HttpStatusCode.Conflict, "Give the young person time until");
        var next = await service.AMentee(trio.Caseworker);
        await Offer(trio.Caseworker, next, trio.Mentor).ShouldBeProblem(HttpStatusCode.Conflict, "Give them time until");
        Task<WhyNotAnswer> About() => service.AsCaseworker(trio.Caseworker).Get<WhyNotAnswer>($"/mentees/{next}/suggestions/{trio.Mentor}");
        (await About()).Because.ShouldHaveSingleItem().Rule.ShouldBe("mentor-buffer", "what cannot be offered is not suggested");

        // Once it is over, both can be.
        var before = service.Clock.GetUtcNow().AddDays(-MatchingPolicy.First.Rules.BufferDays);
        await service.Db(db => db.Matches.Where(m => m.MentorId == trio.Mentor).ExecuteUpdateAsync(set => set.SetProperty(m => m.OverAt, before)));
        (await About()).Possible.ShouldNotBeNull();
        await Offer(trio.Caseworker, next, trio.Mentor).ShouldBe(HttpStatusCode.Created);
        await Offer(trio.Caseworker, trio.Mentee, await service.AMentor()).ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void A_mentor_is_free_again_from_the_last_day_of_the_buffer_on(int days, bool free) =>
        MentorBufferRule.IsOver(MatchingPolicy.First, Some.Day, Some.Day.AddDays(days)).ShouldBe(free);

    private Task<MatchSummary> Summary(Trio trio) => service.AsCaseworker(trio.Caseworker).Get<MatchSummary>("/matches/summary");

    private Task<HttpResponseMessage> Offer(CaseworkerId caseworker, MenteeId mentee, MentorId mentor) =>
        service.AsCaseworker(caseworker).Post($"/mentees/{mentee}/offers", new { mentorIds = new[] { mentor } });
}
