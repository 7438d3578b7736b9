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

    private Task<IReadOnlyList<WhoLooked.Look>> Looks(MenteeId id) => service.AsMentee(id).Get<IReadOnlyList<WhoLooked.Look>>("/who-looked");
}
