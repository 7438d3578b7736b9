using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

public sealed class RaceTests(MatchingService service)
{
    private static async Task<HttpStatusCode[]> AtOnce(IEnumerable<Func<Task<HttpResponseMessage>>> calls) =>
        [.. (await Task.WhenAll(calls.Select(call => Task.Run(call)))).Select(r => r.StatusCode)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Caseworkers_who_offer_at_once_never_take_more_places_than_there_are(int capacity)
    {
        var mentor = await service.AMentor(capacity);
        var young = new List<(CaseworkerId Caseworker, MenteeId Mentee)>();
        for (var i = 0; i < 8; i++)
        {
            var caseworker = CaseworkerId.New();
            young.Add((caseworker, await service.AMentee(caseworker)));
        }

        var answers = await AtOnce(young.Select(y => (Func<Task<HttpResponseMessage>>)(() => service.AsCaseworker(y.Caseworker).Post($"/mentees/{y.Mentee}/offers", new { mentorIds = new[] { mentor } }))));
        answers.Count(a => a == HttpStatusCode.Created).ShouldBe(capacity);
        answers.Count(a => a == HttpStatusCode.Conflict).ShouldBe(8 - capacity);
        (await service.Db(db => db.Matches.Where(m => m.MentorId == mentor).Select(m => (int)m.Place).ToListAsync())).Order().ShouldBe(Enumerable.Range(1, capacity));
    }

    [Fact]
    public async Task Two_yeses_of_one_young_person_at_once_make_one_match()
    {
        var trio = await service.Three();
        var first = await service.Offer(trio);
        var second = await service.Offer(trio with { Mentor = await service.AMentor() });
        var answers = await AtOnce(new[] { first, second }.Select(id => (Func<Task<HttpResponseMessage>>)(() => service.AsMentee(trio.Mentee).Post($"/matches/{id}/mentee-answer", new { answer = "yes" }))));
        answers.Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        var states = new[] { (await service.Stored(first)).State, (await service.Stored(second)).State };
        states.Order().ShouldBe([MatchState.AgreedByMentee, MatchState.Rejected]);
        await service.HeardOnce<MatchAgreedByMentee>(f => f.MenteeId == trio.Mentee.Value);
    }

    [Fact]
    public async Task The_same_yes_many_times_at_once_is_told_once()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        var answers = await AtOnce(Enumerable.Repeat<Func<Task<HttpResponseMessage>>>(() => service.AsMentee(trio.Mentee).Post($"/matches/{id}/mentee-answer", new { answer = "yes" }), 6));
        answers.ShouldAllBe(a => a == HttpStatusCode.OK);
        await service.HeardOnce<MatchAgreedByMentee>(f => f.MatchId == id.Value);
    }

    [Fact]
    public async Task An_approval_that_meets_a_lapse_stands_only_if_it_came_before()
    {
        for (var i = 0; i < 5; i++)
        {
            var trio = await service.Three();
            var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
            var lapsed = service.Clock.GetUtcNow().AddMilliseconds(10 * i);
            var lapse = Task.Run(() => service.TellAndWait(new MentorClearanceLapsed { MentorId = trio.Mentor.Value, At = lapsed }));
            using var approval = await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval");
            await lapse;
            var match = await service.Stored(id);
            if (approval.StatusCode == HttpStatusCode.OK)
            {
                match.State.ShouldBe(match.ApprovedAt < lapsed ? MatchState.Approved : MatchState.Ended);
            }
            else
            {
                approval.StatusCode.ShouldBe(HttpStatusCode.Conflict);
                match.State.ShouldBe(MatchState.Rejected);
            }
        }
    }

    [Fact]
    public async Task An_approval_after_the_last_day_of_a_clearance_is_refused_though_nobody_has_told_of_the_lapse_yet()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        var yesterday = Some.DayOf(service.Clock.GetUtcNow()).AddDays(-1);
        await service.TellAndWait(new MentorCleared { MentorId = trio.Mentor.Value, ClearedUntil = yesterday, At = service.Clock.GetUtcNow() });
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldBeProblem(HttpStatusCode.Conflict, "clearance ran out");
        (await service.Stored(id)).State.ShouldBe(MatchState.AgreedByMentor);

        // Then the lapse comes, twice, and a renewal that is older than it comes last: the offer is taken back and stays so.
        var lapse = new MentorClearanceLapsed { MentorId = trio.Mentor.Value, At = service.Clock.GetUtcNow() };
        var message = await service.TellAndWait(lapse);
        await service.TellAndWait(lapse, message);
        await service.TellAndWait(new MentorCleared { MentorId = trio.Mentor.Value, ClearedUntil = yesterday.AddYears(1), At = lapse.At.AddSeconds(-1) });
        (await service.Stored(id)).State.ShouldBe(MatchState.Rejected);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldBeProblem(HttpStatusCode.Conflict);
        await service.HeardNo<MatchApproved>(f => f.MatchId == id.Value);
    }

    [Fact]
    public async Task An_offer_that_meets_a_lapse_is_refused_or_taken_back()
    {
        for (var i = 0; i < 4; i++)
        {
            var trio = await service.Three();
            var lapsed = service.Clock.GetUtcNow();
            var lapse = Task.Run(() => service.TellAndWait(new MentorClearanceLapsed { MentorId = trio.Mentor.Value, At = lapsed }));
            using var offer = await service.AsCaseworker(trio.Caseworker).Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { trio.Mentor } });
            await lapse;
            offer.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Conflict);
            (await service.Db(db => db.Matches.Where(m => m.MentorId == trio.Mentor && m.State == MatchState.Offered).CountAsync())).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Approvals_at_once_never_pass_the_number_the_mentor_lowered_since_the_offers()
    {
        var first = await service.Three(capacity: 3);
        var trios = new List<Trio> { first };
        for (var i = 0; i < 2; i++) trios.Add(first with { Mentee = await service.AMentee(first.Caseworker) });
        var ids = new List<MatchId>();
        foreach (var trio in trios) ids.Add(await service.MatchIn(trio, MatchState.AgreedByMentor));
        await service.TellAndWait(Some.MentorProfile with { MentorId = first.Mentor.Value, Capacity = 1, At = service.Clock.GetUtcNow() });
        var answers = await AtOnce(ids.Select(id => (Func<Task<HttpResponseMessage>>)(() => service.AsCaseworker(first.Caseworker).Post($"/matches/{id}/approval"))));
        answers.Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict]);
        var states = new List<MatchState>();
        foreach (var id in ids) states.Add((await service.Stored(id)).State);
        states.Order().ShouldBe([MatchState.AgreedByMentor, MatchState.AgreedByMentor, MatchState.Approved]);
        await service.AsCaseworker(first.Caseworker).Post($"/matches/{ids[states.IndexOf(MatchState.AgreedByMentor)]}/approval").ShouldBeProblem(HttpStatusCode.Conflict, "fewer young people");
    }

    [Fact]
    public async Task An_approval_waits_for_a_lapse_that_is_being_written_and_is_then_refused()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        await service.Db(async db =>
        {
            await using var writing = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"update mentor_copies set standing = 'Lapsed', cleared_until = null where id = {trio.Mentor.Value}");
            var approval = Task.Run(() => service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval"));
            await Eventually.Is(
                () => service.Db(other => other.Database.SqlQuery<bool>($"select exists(select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as \"Value\"").SingleAsync()),
                "the approval waits for the row");
            await writing.CommitAsync();
            await approval.ShouldBeProblem(HttpStatusCode.Conflict, "clearance has lapsed");
        });
        (await service.Stored(id)).State.ShouldBe(MatchState.AgreedByMentor);
        await service.HeardNo<MatchApproved>(f => f.MatchId == id.Value);
    }

    [Fact]
    public async Task Postgres_itself_refuses_a_place_held_twice_and_a_second_open_match()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentee);
        var stored = await service.Stored(id);
        async Task<string?> Refused(Match match)
        {
            var refusal = await Should.ThrowAsync<DbUpdateException>(() => service.Store(match));
            return (refusal.InnerException as Npgsql.PostgresException)?.ConstraintName;
        }

        (await Refused(Match.Offer(await service.AMentee(trio.Caseworker), trio.Mentor, 1, stored.Suggestion, trio.Caseworker, Some.Noon))).ShouldBe("ux_matches_place");
        var second = Match.Offer(trio.Mentee, await service.AMentor(), 1, stored.Suggestion, trio.Caseworker, Some.Noon);
        second.AgreeAsMentee(Some.Noon);
        (await Refused(second)).ShouldBe("ux_matches_one_open_match");
        (await Refused(Match.Offer(trio.Mentee, trio.Mentor, 2, stored.Suggestion, trio.Caseworker, Some.Noon))).ShouldBe("ux_matches_open_pair");
    }
}
