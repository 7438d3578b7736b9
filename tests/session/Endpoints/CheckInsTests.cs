using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class CheckInsTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly Today => London.DateAt(Now);

    private static string Address(World world) => $"/matches/{world.Match}/check-ins";

    [Fact]
    public async Task A_check_in_is_written_down_read_by_the_caseworker_and_no_longer_due()
    {
        var world = await World.Of(service, began: Now.AddDays(-21));
        var due = await world.AsCaseworker.Get<ListDueCheckIns.Answer>("/check-ins/due");
        (due.Total, due.Overdue).ShouldBe((2, 2));
        due.Items.Select(d => (d.With, d.DueOn)).ShouldBe([(Side.Mentee, Today.AddDays(-7)), (Side.Mentor, Today.AddDays(-7))]);

        var written = await world.AsCaseworker.Post(Address(world), World.Spoken("mentee", Today)).ShouldBe<CheckInAnswer>(HttpStatusCode.Created);
        (written.With, written.By, written.WhatWouldHelp).ShouldBe((Side.Mentee, world.Caseworker, "A quieter place."));
        (await world.AsCaseworker.Get<Page<CheckInAnswer>>(Address(world))).Items.ShouldHaveSingleItem().Id.ShouldBe(written.Id);
        var left = await world.AsCaseworker.Get<ListDueCheckIns.Answer>("/check-ins/due?take=1");
        (left.Total, left.Overdue).ShouldBe((2, 1));
        left.Items.ShouldHaveSingleItem().With.ShouldBe(Side.Mentor);
    }

    [Fact]
    public async Task A_check_in_is_of_today_or_the_last_60_days_in_a_match_that_has_begun_and_not_long_been_over()
    {
        var world = await World.Of(service, began: Now.AddDays(-20));
        await world.AsCaseworker.Post(Address(world), World.Spoken("mentee", Today.AddDays(1))).ShouldBeProblem(HttpStatusCode.BadRequest, "today or in the last 60 days");
        await world.AsCaseworker.Post(Address(world), World.Spoken("mentee", Today.AddDays(-61))).ShouldBeProblem(HttpStatusCode.BadRequest);
        var approved = MatchId.New();
        await service.TellAndWait(world.Approved(Now) with { MatchId = approved.Value });
        await world.AsCaseworker.Post($"/matches/{approved}/check-ins", World.Spoken("mentee", Today)).ShouldBeProblem(HttpStatusCode.Conflict, "not begun");
        await service.TellAndWait(world.Ended(Now.AddDays(-59)));
        await world.AsCaseworker.Post(Address(world), World.Spoken("mentor", Today)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_summary_of_a_caseload_names_what_needs_an_eye_and_that_of_a_cover_too()
    {
        var quiet = await World.Of(service, began: Now.AddDays(-15));
        var lively = await World.Of(service, began: Now.AddDays(-15));
        await lively.Held(Now.AddDays(-13));
        var unsaid = await World.Of(service);
        var missing = await unsaid.Begun(Now.AddDays(-3));
        await unsaid.Begun(Now.AddHours(-2));
        var missed = await World.Of(service, began: Now.AddDays(-10));
        foreach (var days in new[] { 2, 4 })
        {
            var id = await missed.Begun(Now.AddDays(-days));
            await missed.AsMentor.Post($"/sessions/{id}/attendance", new { outcome = "missed" }).ShouldSucceed();
        }

        var differing = await missed.Begun(Now.AddDays(-6));
        await missed.AsMentor.Post($"/sessions/{differing}/attendance", new { outcome = "held" }).ShouldSucceed();
        await missed.AsMentee.Post($"/sessions/{differing}/attendance", new { outcome = "missed" }).ShouldSucceed();

        // All four in the caseload of somebody whom another covers today.
        foreach (var world in new[] { lively, unsaid, missed }) await service.TellAndWait(world.Assigned(quiet.Caseworker, Now.AddMinutes(1)));
        var cover = CaseworkerId.New();
        await service.TellAndWait(quiet.Covered(cover, Today, Today, Now));

        foreach (var caseworker in new[] { quiet.Caseworker, cover })
        {
            var summary = await service.AsCaseworker(caseworker).Get<SummariseCaseload.Answer>("/sessions/summary");
            summary.CheckIns.Total.ShouldBe(6);
            summary.CheckInsOverdue.ShouldBe(4);
            summary.Quiet.Items.ShouldHaveSingleItem().MatchId.ShouldBe(quiet.Match);
            summary.AttendanceMissing.Items.ShouldHaveSingleItem().SessionId.ShouldBe(missing);
            summary.MissedTwice.Items.ShouldHaveSingleItem().MatchId.ShouldBe(missed.Match);
            summary.ToldDifferently.Items.ShouldHaveSingleItem().SessionId.ShouldBe(differing);
        }

        // A call after it settles two missed ones; a check-in is contact.
        await service.AsCaseworker(quiet.Caseworker).Post(Address(missed), World.Spoken("mentee", Today)).ShouldSucceed();
        await service.AsCaseworker(quiet.Caseworker).Post(Address(quiet), World.Spoken("mentor", Today.AddDays(-1))).ShouldSucceed();
        var after = await service.AsCaseworker(quiet.Caseworker).Get<SummariseCaseload.Answer>("/sessions/summary");
        after.MissedTwice.Total.ShouldBe(0);
        after.Quiet.Total.ShouldBe(0);
        (await service.AsCaseworker().Get<SummariseCaseload.Answer>("/sessions/summary")).CheckIns.Total.ShouldBe(0);
    }

    [Fact]
    public async Task More_than_twenty_are_counted_and_twenty_are_named()
    {
        var world = await World.Of(service);
        for (var i = 0; i < 22; i++) await world.Begun(Now.AddDays(-30 + i));
        var missing = (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).AttendanceMissing;
        (missing.Total, missing.Items.Count).ShouldBe((22, 20));
        missing.Items.Select(s => s.Since).ShouldBeInOrder();
    }
}
