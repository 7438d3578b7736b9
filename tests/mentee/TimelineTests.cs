namespace Mentoring.Mentees.Tests;

public sealed class TimelineTests(MenteeService service)
{
    [Fact]
    public async Task A_timeline_says_what_happened_by_whom_and_why_and_newest_first()
    {
        var (me, colleague) = (CaseworkerId.New(), CaseworkerId.New());
        var id = (await service.AsCaseworker(me).Post("/mentees", Some.Riley).ShouldBe<ReferMentee.Answer>(HttpStatusCode.Created)).Id;
        var mentee = service.AsMentee(id);
        await mentee.Patch($"/mentees/{id}/profile", new { goalAreas = new[] { "money" } }).ShouldSucceed();
        await mentee.Patch($"/mentees/{id}/profile", new { interests = new[] { "music" } }).ShouldSucceed();
        await service.AsCaseworker(me).Patch($"/mentees/{id}/profile", new { languages = new[] { "en" } }).ShouldSucceed();
        await mentee.Post($"/mentees/{id}/pause", new { why = " Exams. " }).ShouldSucceed();
        await mentee.Post($"/mentees/{id}/pause", new { why = "Again." }).ShouldSucceed();
        await service.AsCaseworker(me).Post($"/mentees/{id}/resume").ShouldSucceed();
        await service.AsCaseworker(me).Post($"/mentees/{id}/caseworker", new { caseworkerId = colleague, why = "I move to another team." }).ShouldBe(HttpStatusCode.NoContent);

        var timeline = await Read(colleague, id);

        timeline.Moments.Select(m => (m.Number, m.What, m.By, m.CaseworkerId, m.Why)).ShouldBe(
        [
            (6, Happening.HandedOver, Voice.Caseworker, me, "I move to another team."),
            (5, Happening.Resumed, Voice.Caseworker, me, null),
            (4, Happening.Paused, Voice.Mentee, null, "Exams."),
            (3, Happening.ProfileChanged, Voice.Caseworker, me, null),
            (2, Happening.ProfileChanged, Voice.Mentee, null, null),
            (1, Happening.Referred, Voice.Caseworker, me, null),
        ]);
        timeline.Before.ShouldBeNull();
        await service.AsCaseworker(me).Get($"/mentees/{id}/timeline").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsLead(null).Get($"/mentees/{id}/timeline").ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        (await service.AsLead().Get<SeeTimeline.Answer>($"/mentees/{id}/timeline")).Moments.Count.ShouldBe(6);
        await service.AsLead().Get($"/mentees/{MenteeId.New()}/timeline").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_timeline_is_read_a_part_at_a_time()
    {
        var me = CaseworkerId.New();
        var id = await service.Ready(me);
        var all = await Read(me, id);
        all.Moments.Select(m => m.What).ShouldBe(
        [
            Happening.BecameReady, Happening.RiskAssessmentSigned, Happening.RiskAssessmentSigned, Happening.RiskAssessmentWritten, Happening.ConsentGiven, Happening.ProfileChanged, Happening.Referred,
        ]);

        var first = await Read(me, id, "?take=3");
        first.Moments.ShouldBe(all.Moments.Take(3));
        var rest = await Read(me, id, $"?before={first.Before}&take=100");
        rest.Moments.ShouldBe(all.Moments.Skip(3));
        rest.Before.ShouldBeNull();
        foreach (var odd in (string[])["take=0", "take=101", "before=0", "before=x"]) await service.AsCaseworker(me).Get($"/mentees/{id}/timeline?{odd}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_asked_themselves_and_was_taken_on_is_told_so()
    {
        var waiting = Mentee.ReferThemselves(Some.Riley, null, Some.Noon);
        await service.Store(waiting);
        var me = CaseworkerId.New();

        await service.AsCaseworker(me).Post($"/mentees/{waiting.Id}/caseworker", new { caseworkerId = me }).ShouldBe(HttpStatusCode.NoContent);

        (await Read(me, waiting.Id)).Moments.Select(m => (m.What, m.By)).ShouldBe([(Happening.TakenOn, Voice.Caseworker), (Happening.Asked, Voice.Mentee)]);
    }

    private Task<SeeTimeline.Answer> Read(CaseworkerId caseworker, MenteeId id, string query = "") => service.AsCaseworker(caseworker).Get<SeeTimeline.Answer>($"/mentees/{id}/timeline{query}");
}
