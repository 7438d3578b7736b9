using Mentoring.Contracts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching.Tests;

public sealed class ReactionTests(MatchingService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private Task<MentorCopy> Mentor(MentorId id) => service.Db(db => db.Mentors.AsNoTracking().SingleAsync(m => m.Id == id));

    private Task<MenteeCopy> Mentee(MenteeId id) => service.Db(db => db.Mentees.AsNoTracking().SingleAsync(m => m.Id == id));

    [Fact]
    public async Task A_mentor_is_remembered_from_facts_in_any_order_and_all_at_once()
    {
        var id = MentorId.New();
        object[] facts =
        [
            Some.MentorWeek with { MentorId = id.Value, At = Now },
            new MentorCleared { MentorId = id.Value, ClearedUntil = Some.Day, At = Now },
            Some.MentorProfile with { MentorId = id.Value, Capacity = 3, At = Now },
            Some.MentorProfile with { MentorId = id.Value, Capacity = 1, At = Now.AddHours(-1) },
        ];
        await Task.WhenAll(facts.Select(f => service.TellAndWait(f)));
        var mentor = await Mentor(id);
        (mentor.Standing, mentor.ClearedUntil, mentor.Profile!.Capacity, mentor.Availability!.Zone).ShouldBe((MentorStanding.Cleared, Some.Day, 3, "Europe/London"));
        mentor.Availability.Weekly.ShouldBe(Some.MentorWeek.Weekly);
        mentor.Profile.Traits.ShouldBe(Some.MentorProfile.Traits);
    }

    [Fact]
    public async Task A_young_person_is_remembered_from_facts_in_any_order_and_all_at_once()
    {
        var id = MenteeId.New();
        var caseworker = CaseworkerId.New();
        object[] facts =
        [
            new MenteeReady { MenteeId = id.Value, ReadyUntil = Some.Day, At = Now },
            Some.MenteeProfile with { MenteeId = id.Value, At = Now },
            new CaseworkerAssigned { MenteeId = id.Value, CaseworkerId = caseworker.Value, At = Now },
            new CaseworkerAssigned { MenteeId = id.Value, CaseworkerId = CaseworkerId.New().Value, At = Now.AddMinutes(-5) },
            new MenteePaused { MenteeId = id.Value, At = Now.AddMinutes(-5) },
            new MenteeReadinessLapsed { MenteeId = id.Value, At = Now.AddMinutes(-6) },
        ];
        await Task.WhenAll(facts.Select(f => service.TellAndWait(f)));
        var mentee = await Mentee(id);
        (mentee.Standing, mentee.ReadyUntil, mentee.Caseworker).ShouldBe((MenteeStanding.Ready, Some.Day, caseworker));
        mentee.Profile!.Preferences.ShouldBe(Some.MenteeProfile.Preferences);
    }

    [Fact]
    public async Task While_contact_is_paused_neither_reads_who_the_other_is_in_whatever_order_the_facts_come()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Active);
        var at = Now;
        Task Paused(int second) => service.TellAndWait(new ContactPaused { MatchId = id.Value, MenteeId = trio.Mentee.Value, MentorId = trio.Mentor.Value, At = at.AddSeconds(second) });
        Task Resumed(int second) => service.TellAndWait(new ContactResumed { MatchId = id.Value, MenteeId = trio.Mentee.Value, MentorId = trio.Mentor.Value, At = at.AddSeconds(second) });
        async Task Is(bool paused, string because)
        {
            var mentors = (await service.AsMentor(trio.Mentor).Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldHaveSingleItem();
            var mentees = (await service.AsMentee(trio.Mentee).Get<Page<MenteeMatch>>("/mentees/me/matches")).Items.ShouldHaveSingleItem();
            (mentors.ContactPaused, mentors.MenteeId).ShouldBe((paused, paused ? null : trio.Mentee), because);
            (mentees.ContactPaused, mentees.MentorId).ShouldBe((paused, paused ? null : trio.Mentor), because);
            mentors.CaseworkerId.ShouldBe(trio.Caseworker, "whom to ask is known throughout");
            mentors.Says.Contains("paused contact", StringComparison.Ordinal).ShouldBe(paused, because);
            mentees.Says.Contains("You did nothing wrong", StringComparison.Ordinal).ShouldBe(paused, because);
        }

        await Is(false, "nothing was heard");
        await Paused(2);
        await Is(true, "it was paused");
        await Resumed(1);
        await Is(true, "that resumption is older than the pause");
        await Resumed(2);
        await Is(true, "of one moment the more careful word holds");
        await Resumed(3);
        await Is(false, "it was resumed");
        await Paused(2);
        await Is(false, "that pause is over");
        (await service.Stored(id)).State.ShouldBe(MatchState.Active);
    }

    [Fact]
    public async Task A_pause_in_a_match_that_is_over_changes_nothing_that_is_read_and_one_of_an_unknown_match_is_forgotten()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.Ended);
        await service.TellAndWait(new ContactPaused { MatchId = id.Value, MenteeId = trio.Mentee.Value, MentorId = trio.Mentor.Value, At = Now });
        await service.TellAndWait(new ContactPaused { MatchId = MatchId.New().Value, MenteeId = trio.Mentee.Value, MentorId = trio.Mentor.Value, At = Now });
        var mentors = (await service.AsMentor(trio.Mentor).Get<Page<MentorMatch>>("/mentors/me/matches")).Items.ShouldHaveSingleItem();
        (mentors.ContactPaused, mentors.MenteeId).ShouldBe((false, null));
        mentors.Says.ShouldContain("over");
    }

    [Fact]
    public async Task A_pause_takes_back_what_is_not_approved_and_leaves_the_rest()
    {
        var trio = await service.Three(capacity: 3);
        var approved = await service.MatchIn(trio, MatchState.Approved);
        var agreed = await service.MatchIn(trio with { Mentee = await service.AMentee(trio.Caseworker) }, MatchState.AgreedByMentor);
        var offered = await service.Offer(trio with { Mentee = await service.AMentee(trio.Caseworker) });
        var paused = new MentorPaused { MentorId = trio.Mentor.Value, At = Now };
        var message = await service.TellAndWait(paused);
        await service.TellAndWait(paused, message);
        (await service.Stored(approved)).State.ShouldBe(MatchState.Approved);
        foreach (var id in new[] { agreed, offered })
        {
            var match = await service.Stored(id);
            (match.State, match.OverBy, match.OverBecause).ShouldBe((MatchState.Rejected, Voice.Programme, "The mentor is taking a break."));
            await service.HeardOnce<MatchRejected>(f => f.MatchId == id.Value);
        }

        // Nothing new begins with a mentor on a break.
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{approved}/first-meeting", new { heldOn = Some.DayOf(Now), where = "Central Library", everybodyThere = true })
            .ShouldBeProblem(HttpStatusCode.Conflict, "taking a break");
    }

    [Fact]
    public async Task A_lapse_takes_offers_back_and_an_older_one_that_comes_late_does_not()
    {
        var trio = await service.Three();
        var kept = await service.Offer(trio);
        await service.TellAndWait(new MentorClearanceLapsed { MentorId = trio.Mentor.Value, At = Now.AddDays(-2) });
        (await service.Stored(kept)).State.ShouldBe(MatchState.Offered);
        await service.TellAndWait(new MentorClearanceLapsed { MentorId = trio.Mentor.Value, At = Now });
        (await service.Stored(kept)).State.ShouldBe(MatchState.Rejected);
        await service.HeardOnce<MatchRejected>(f => f.MatchId == kept.Value);
    }

    [Fact]
    public async Task When_a_mentor_left_everything_with_them_is_over_and_closings_are_owed()
    {
        var trio = await service.Three(capacity: 3);
        var active = await service.MatchIn(trio, MatchState.Active);
        var offered = await service.Offer(trio with { Mentee = await service.AMentee(trio.Caseworker) });
        var left = new MentorLeft { MentorId = trio.Mentor.Value, At = Now };
        var message = await service.TellAndWait(left);
        await service.TellAndWait(left, message);
        (await service.Stored(offered)).State.ShouldBe(MatchState.Rejected);
        (await service.HeardOnce<MatchEnded>(f => f.MatchId == active.Value)).Kind.ShouldBe("unwilling");

        var caseworker = service.AsCaseworker(trio.Caseworker);
        (await caseworker.Get<Page<CaseworkerMatch>>("/matches?closingOwed=true")).Items.ShouldHaveSingleItem().MatchId.ShouldBe(active);
        await caseworker.Post($"/matches/{active}/closing", Some.ClosingWritten(menteeWords: "I will miss it.")).ShouldSucceed();
        (await caseworker.Get<Page<CaseworkerMatch>>("/matches?closingOwed=true")).Items.ShouldBeEmpty();
        await service.HeardOnce<MatchEnded>(f => f.MatchId == active.Value);

        // A clearance that comes late does not bring them back.
        await service.TellAndWait(new MentorCleared { MentorId = trio.Mentor.Value, ClearedUntil = Some.DayOf(Now).AddYears(1), At = Now.AddMinutes(1) });
        (await Mentor(trio.Mentor)).Standing.ShouldBe(MentorStanding.Left);
    }

    [Theory]
    [InlineData(MatchState.Offered, null)]
    [InlineData(MatchState.AgreedByMentor, null)]
    [InlineData(MatchState.Approved, "unwilling")]
    [InlineData(MatchState.Ending, "planned")] // as they had asked for before
    public async Task When_a_young_person_left_their_matches_are_over(MatchState before, string? ended)
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, before);
        await service.TellAndWait(new MenteeLeft { MenteeId = trio.Mentee.Value, At = Now });
        var match = await service.Stored(id);
        (match.State, match.ClosingOwed).ShouldBe(ended is null ? (MatchState.Rejected, false) : (MatchState.Ended, true));
        if (ended is not null) (await service.HeardOnce<MatchEnded>(f => f.MatchId == id.Value)).Kind.ShouldBe(ended);
        else await service.HeardOnce<MatchRejected>(f => f.MatchId == id.Value);
    }

    [Fact]
    public async Task A_leaving_that_comes_before_anything_else_is_kept()
    {
        var id = MentorId.New();
        await service.TellAndWait(new MentorLeft { MentorId = id.Value, At = Now });
        await service.TellAndWait(Some.MentorProfile with { MentorId = id.Value, At = Now.AddHours(-1) });
        await service.TellAndWait(new MentorCleared { MentorId = id.Value, ClearedUntil = Some.Day, At = Now.AddHours(-1) });
        (await Mentor(id)).Standing.ShouldBe(MentorStanding.Left);
    }

    [Fact]
    public async Task A_young_person_who_pauses_or_lapses_keeps_their_offers_but_nothing_is_approved()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        await service.TellAndWait(new MenteePaused { MenteeId = trio.Mentee.Value, At = Now });
        (await service.Stored(id)).State.ShouldBe(MatchState.AgreedByMentor);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldBeProblem(HttpStatusCode.Conflict, "taking a break");
        await service.TellAndWait(new MenteeReady { MenteeId = trio.Mentee.Value, ReadyUntil = Some.DayOf(Now), At = Now.AddSeconds(1) });
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldSucceed();
    }

    /// <summary>Who stopped how, and what the caseworker reads of it.</summary>
    public static TheoryData<string, string> Stops => new()
    {
        { "the mentor pauses", "The mentor is taking a break." },
        { "the mentor's clearance lapses", "The mentor's clearance is not in force any more." },
        { "the young person pauses", "The young person is taking a break." },
        { "the young person's readiness lapses", "The young person's consent or risk assessment is not in force any more." },
    };

    private static object Stop(string how, Trio trio, DateTimeOffset at) => how switch
    {
        "the mentor pauses" => new MentorPaused { MentorId = trio.Mentor.Value, At = at },
        "the mentor's clearance lapses" => new MentorClearanceLapsed { MentorId = trio.Mentor.Value, At = at },
        "the young person pauses" => new MenteePaused { MenteeId = trio.Mentee.Value, At = at },
        _ => new MenteeReadinessLapsed { MenteeId = trio.Mentee.Value, At = at },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task An_approval_made_before_a_stop_was_heard_of_is_undone(string how, string because)
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        var stop = Stop(how, trio, Now);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldSucceed();
        var message = await service.TellAndWait(stop);
        await service.TellAndWait(stop, message);
        var match = await service.Stored(id);
        (match.State, match.EndingKind, match.OverBy, match.OverBecause, match.ClosingOwed).ShouldBe((MatchState.Ended, EndingKind.Unwilling, Voice.Programme, because, true));
        (await service.HeardOnce<MatchEnded>(f => f.MatchId == id.Value)).Kind.ShouldBe("unwilling");
    }

    [Theory]
    [InlineData("the mentor pauses")]
    [InlineData("the mentor's clearance lapses")]
    [InlineData("the young person pauses")]
    [InlineData("the young person's readiness lapses")]
    public async Task A_stop_after_the_approval_or_after_the_first_meeting_or_made_good_since_leaves_the_match(string how)
    {
        var approved = await service.Three();
        var approvedId = await service.MatchIn(approved, MatchState.Approved);
        await service.TellAndWait(Stop(how, approved, Now));
        (await service.Stored(approvedId)).State.ShouldBe(MatchState.Approved);

        var early = Now;
        var active = await service.Three();
        var activeId = await service.MatchIn(active, MatchState.Active);
        await service.TellAndWait(Stop(how, active, early));
        (await service.Stored(activeId)).State.ShouldBe(MatchState.Active);

        var back = await service.Three();
        var backId = await service.MatchIn(back, MatchState.Approved);
        await service.TellAndWait(new MentorCleared { MentorId = back.Mentor.Value, ClearedUntil = Some.DayOf(Now).AddYears(1), At = Now });
        await service.TellAndWait(new MenteeReady { MenteeId = back.Mentee.Value, ReadyUntil = Some.DayOf(Now).AddDays(30), At = Now });
        await service.TellAndWait(Stop(how, back, early));
        (await service.Stored(backId)).State.ShouldBe(MatchState.Approved);
    }

    [Fact]
    public async Task Of_two_stops_the_earlier_one_that_comes_last_still_undoes_an_approval()
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, MatchState.AgreedByMentor);
        var pause = Stop("the mentor pauses", trio, Now);
        await service.AsCaseworker(trio.Caseworker).Post($"/matches/{id}/approval").ShouldSucceed();
        await service.TellAndWait(Stop("the mentor's clearance lapses", trio, Now));
        (await service.Stored(id)).State.ShouldBe(MatchState.Approved);
        await service.TellAndWait(pause);
        (await service.Stored(id)).State.ShouldBe(MatchState.Ended);
        (await Mentor(trio.Mentor)).Standing.ShouldBe(MentorStanding.Lapsed);
    }
}
