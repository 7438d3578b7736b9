namespace Mentoring.Matching.Tests;

public sealed class PinAndBanTests(MatchingService service)
{
    private static string Path(Trio trio, string mark) => $"/mentees/{trio.Mentee}/mentors/{trio.Mentor}/{mark}";

    private HttpClient Caseworker(Trio trio) => service.AsCaseworker(trio.Caseworker);

    private Task<WhyNotAnswer> About(Trio trio) => Caseworker(trio).Get<WhyNotAnswer>($"/mentees/{trio.Mentee}/suggestions/{trio.Mentor}");

    [Fact]
    public async Task Two_who_are_ruled_out_are_neither_suggested_nor_offered_until_the_ban_is_taken_away()
    {
        var trio = await service.Three();
        var body = new { kind = "former-worker", reason = "Was their key worker in 2023." };
        var mark = await (await Caseworker(trio).Put(Path(trio, "ban"), body)).ShouldBe<MarkAnswer>(HttpStatusCode.OK);
        (mark.Kind, mark.BanKind, mark.By).ShouldBe((MarkKind.Ban, BanKind.FormerWorker, trio.Caseworker));
        await Caseworker(trio).Put(Path(trio, "ban"), body).ShouldSucceed();

        var why = await About(trio);
        why.Because.Single().Rule.ShouldBe("ban");
        why.Mark.ShouldNotBeNull().Reason.ShouldBe(body.reason);
        await Caseworker(trio).Post($"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { trio.Mentor } }).ShouldBeProblem(HttpStatusCode.Conflict, "has worked with");
        await Caseworker(trio).Put(Path(trio, "pin"), new { reason = "They get on." }).ShouldBeProblem(HttpStatusCode.Conflict, "ruled out");

        await Caseworker(trio).Delete(Path(trio, "ban")).ShouldSucceed();
        await Caseworker(trio).Delete(Path(trio, "ban")).ShouldSucceed();
        (await About(trio)).Because.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_offer_between_two_who_turn_out_to_be_relatives_is_taken_back()
    {
        var trio = await service.Three();
        var match = await service.Offer(trio);
        await Caseworker(trio).Put(Path(trio, "ban"), new { kind = "relative", reason = "They are cousins." }).ShouldSucceed();
        (await service.Stored(match)).State.ShouldBe(MatchState.Rejected);
        await service.HeardOnce<MatchRejected>(f => f.MatchId == match.Value);
    }

    [Fact]
    public async Task A_pin_is_shown_overrides_nothing_and_keeps_a_ban_away()
    {
        var trio = await service.Three();
        await Caseworker(trio).Put(Path(trio, "pin"), new { reason = "They asked for each other." }).ShouldSucceed();
        var why = await About(trio);
        (why.Possible!.Pinned, why.Mark!.Kind).ShouldBe((true, MarkKind.Pin));
        await Caseworker(trio).Put(Path(trio, "ban"), new { kind = "other", reason = "A mistake." }).ShouldBeProblem(HttpStatusCode.Conflict, "pinned");
        await Caseworker(trio).Delete(Path(trio, "ban")).ShouldSucceed();
        (await About(trio)).Mark.ShouldNotBeNull();
        await Caseworker(trio).Delete(Path(trio, "pin")).ShouldSucceed();
        (await About(trio)).Mark.ShouldBeNull();
    }

    [Fact]
    public async Task Pins_that_cannot_all_be_kept_are_refused()
    {
        var trio = await service.Three(capacity: 1);
        var other = trio with { Mentor = await service.AMentor() };
        var third = trio with { Mentee = await service.AMentee(trio.Caseworker) };
        await Caseworker(trio).Put(Path(trio, "pin"), new { reason = "They get on." }).ShouldSucceed();
        await Caseworker(trio).Put(Path(trio, "pin"), new { reason = "They get on well." }).ShouldSucceed();
        await Caseworker(trio).Put(Path(other, "pin"), new { reason = "They get on." }).ShouldBeProblem(HttpStatusCode.Conflict, "Another mentor is pinned");
        await Caseworker(trio).Put(Path(third, "pin"), new { reason = "They get on." }).ShouldBeProblem(HttpStatusCode.Conflict, "places of this mentor are pinned");
    }

    [Fact]
    public async Task A_mentor_nobody_knows_is_not_found()
    {
        var trio = await service.Three() with { Mentor = MentorId.New() };
        await Caseworker(trio).Put(Path(trio, "ban"), new { kind = "other", reason = "Nobody." }).ShouldBeProblem(HttpStatusCode.NotFound);
        await Caseworker(trio).Delete(Path(trio, "pin")).ShouldBeProblem(HttpStatusCode.NotFound);
    }
}
