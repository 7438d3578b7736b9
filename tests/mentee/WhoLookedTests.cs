using Mentoring.Shared.Audit;

namespace Mentoring.Mentees.Tests;

public sealed class WhoLookedTests(MenteeService service)
{
    [Fact]
    public async Task A_young_person_sees_who_looked_at_what_and_nobody_elses_looks_and_not_their_own()
    {
        var caseworker = CaseworkerId.New();
        var (id, other) = (await service.Ready(caseworker), await service.Ready(caseworker));
        await service.AsMentee(id).Get("/mentees/me").ShouldSucceed();
        (await Looks(id)).ShouldBeEmpty();

        await service.AsCaseworker(caseworker).Get($"/mentees/{id}").ShouldSucceed();
        await service.AsCaseworker(caseworker).Get($"/mentees/{id}").ShouldSucceed();
        await service.AsCaseworker(caseworker).Get($"/mentees/{id}/timeline").ShouldSucceed();
        await service.AsLead().Get($"/mentees/{id}").ShouldSucceed();
        await service.AsCaseworker().Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.NotFound);

        (await Looks(id)).Select(look => (look.As, look.Part)).ShouldBe(
            [(Roles.Caseworker, RecordParts.Record), (Roles.Caseworker, RecordParts.Timeline), (Roles.SafeguardingLead, RecordParts.Record)], ignoreOrder: true);
        (await Looks(id)).Where(look => look.As == Roles.Caseworker).ShouldAllBe(look => look.By.Value == caseworker.Value);
        (await Looks(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task They_see_that_their_mentor_read_what_they_share()
    {
        var (id, mentor) = (await service.Ready(CaseworkerId.New()), MentorId.New());
        await service.Store(new Introduction { Match = MatchId.New(), Mentee = id, Mentor = mentor, ApprovedAt = service.Clock.GetUtcNow() });

        await service.AsMentor(mentor).Get($"/mentees/{id}/introduction").ShouldSucceed();
        await service.AsMentor().Get($"/mentees/{id}/introduction").ShouldBeProblem(HttpStatusCode.NotFound);

        (await Looks(id)).Select(look => (look.As, look.Part)).ShouldBe([(Roles.Mentor, RecordParts.Introduction)]);
    }

    private Task<IReadOnlyList<WhoLooked.Look>> Looks(MenteeId id) => service.AsMentee(id).Get<IReadOnlyList<WhoLooked.Look>>("/who-looked");
}
