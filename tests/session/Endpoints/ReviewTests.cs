using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class ReviewTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly Today => London.DateAt(Now);

    internal static object Held(DateOnly on, string milestone = "six-weeks", string outcome = "go-on", string? changes = null) =>
        new { milestone, heldOn = on, menteeWords = "I look forward to it.", mentorWords = (string?)null, goalsLookedAt = true, outcome, changes };

    [Fact]
    public async Task A_review_stands_in_the_queue_is_written_down_once_and_counts_as_contact()
    {
        var world = await World.Of(service, began: Now.AddDays(-45));
        var due = (await world.AsCaseworker.Get<ListDueCheckIns.Answer>("/check-ins/due")).Items.Single(d => d.Review is not null);
        (due.Review, due.With, due.DueOn, due.Overdue, due.MatchId).ShouldBe((Milestone.SixWeeks, null, London.DateAt(Now.AddDays(-45)).AddDays(42), true, world.Match));

        var written = await world.AsCaseworker.Post($"/matches/{world.Match}/reviews", Held(Today)).ShouldBe<RecordReview.Answer>(HttpStatusCode.Created);
        (written.MenteeWords, written.MentorWords, written.GoalsLookedAt, written.Outcome, written.By).ShouldBe(("I look forward to it.", null, true, ReviewOutcome.GoOn, world.Caseworker));
        await world.AsCaseworker.Post($"/matches/{world.Match}/reviews", Held(Today)).ShouldBeProblem(HttpStatusCode.Conflict, "already");
        (await world.AsCaseworker.Get<ListDueCheckIns.Answer>("/check-ins/due")).Items.ShouldAllBe(d => d.Review == null);
        var goes = await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes");
        (goes.LastContactOn, goes.Reviews.ShouldHaveSingleItem().Milestone).ShouldBe((Today, Milestone.SixWeeks));
        (await world.AsMentee.Get<SeeMyData.Answer>("/sessions/me/data")).Mentee!.Reviews.ShouldHaveSingleItem().YourWords.ShouldBe("I look forward to it.");
        (await world.AsMentor.Get<SeeMyData.Answer>("/sessions/me/data")).Mentor!.Reviews.ShouldHaveSingleItem().YourWords.ShouldBeNull();
    }

    [Fact]
    public async Task A_review_comes_when_it_is_time_in_a_match_that_goes_on_and_says_what_changes()
    {
        var world = await World.Of(service, began: Now.AddDays(-45));
        var address = $"/matches/{world.Match}/reviews";
        await world.AsCaseworker.Post(address, Held(Today, "three-months")).ShouldBeProblem(HttpStatusCode.Conflict, "too early");
        await world.AsCaseworker.Post(address, Held(Today.AddDays(1))).ShouldBeProblem(HttpStatusCode.BadRequest, "today or in the last 60 days");
        await world.AsCaseworker.Post(address, Held(Today, outcome: "go-on-differently", changes: "  ")).ShouldBeProblem(HttpStatusCode.BadRequest, "what they change");
        await service.TellAndWait(world.Ended(Now));
        await world.AsCaseworker.Post(address, Held(Today)).ShouldBeProblem(HttpStatusCode.Conflict, "has ended");
        (await world.AsCaseworker.Get<ListDueCheckIns.Answer>("/check-ins/due")).Items.ShouldBeEmpty();
    }
}
