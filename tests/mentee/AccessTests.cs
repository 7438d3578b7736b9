using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees.Tests;

public sealed class AccessTests(AccessTests.Own service) : IClassFixture<AccessTests.Own>
{
    private readonly Owners own = new();

    [Fact]
    public async Task Every_endpoint_lets_in_whom_it_should_and_nobody_else()
    {
        var matrix = new AccessMatrix(service, own, Relate, End);
        matrix.Row("POST /mentees", body: Some.Riley).Any(Roles.Caseworker);
        matrix.Row("POST /referrals", body: Some.Riley).Anybody();
        matrix.Row("GET /referrals").Any(Roles.Caseworker);
        matrix.Row("POST /mentees/{id}/caseworker", () => About("caseworker", new { caseworkerId = CaseworkerId.New() })).Own(Roles.Caseworker);
        matrix.Row("GET /mentees").Any(Roles.Caseworker);
        matrix.Row("GET /mentees/summary").Any(Roles.Caseworker);
        matrix.Row("GET /programme/referrals", "/programme/referrals?from=2026-01-01&to=2026-12-31").Any(Roles.Caseworker, Roles.Administrator);
        matrix.Row("GET /mentees/names", $"/mentees/names?ids={MenteeId.New()}").Any(Roles.Caseworker);
        matrix.Row("GET /mentees/introductions").Any(Roles.Mentor);
        matrix.Row("GET /mentees/{id}/timeline", () => About("timeline")).Own(Roles.Caseworker).Lead();
        matrix.Row("GET /mentees/me/data", () => About("", url: "/mentees/me/data")).Own(Roles.Mentee);
        matrix.Row("PATCH /mentees/{id}/profile", () => About("profile", new { goalAreas = new[] { "money" } })).Own(Roles.Mentee, Roles.Caseworker);
        matrix.Row("GET /who-looked").Any(Roles.Mentee);
        matrix.Row("GET /mentees/{id}", () => About("")).Own(Roles.Caseworker).Lead();
        matrix.Row("GET /mentees/me", () => About("", url: "/mentees/me")).Own(Roles.Mentee);
        matrix.Row("GET /mentees/{id}/introduction", Introduced).Own(Roles.Mentor).Over(Gets.NotFound);
        matrix.Row("PUT /mentees/{id}/details", () => About("details", Some.Riley)).Own(Roles.Mentee, Roles.Caseworker);
        matrix.Row("PUT /mentees/{id}/profile", () => About("profile", Some.Profile)).Own(Roles.Mentee, Roles.Caseworker);
        matrix.Row("GET /consent-statement").Anybody();
        matrix.Row("POST /mentees/{id}/consent", () => About("consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = true })).Own(Roles.Mentee);
        matrix.Row("POST /mentees/{id}/consent/withdrawal", () => About("consent/withdrawal")).Own(Roles.Mentee);
        matrix.Row("PUT /mentees/{id}/risk-assessment", () => About("risk-assessment", Some.PlanUntil(service.Today.AddMonths(1)))).Own(Roles.Caseworker);
        matrix.Row("POST /mentees/{id}/risk-assessment/signature", () => About("risk-assessment/signature", new { version = 1 })).Own(Roles.Mentee, Roles.Caseworker);
        matrix.Row("PUT /mentees/{id}/risk-assessment/risks/{risk:int}/sharing", () => About("risk-assessment/risks/1/sharing", new { version = 1, shared = true })).Own(Roles.Mentee);
        matrix.Row("PUT /mentees/{id}/risk-assessment/wish", Unsigned).Own(Roles.Mentee);
        matrix.Row("POST /mentees/{id}/pause", () => About("pause", new { })).Own(Roles.Mentee, Roles.Caseworker);
        matrix.Row("POST /mentees/{id}/resume", () => About("resume")).Own(Roles.Mentee, Roles.Caseworker);
        matrix.Row("POST /mentees/{id}/leave", () => About("leave", new { })).Own(Roles.Mentee, Roles.Caseworker);
        var cover = new { coverId = CaseworkerId.New(), first = service.Today, last = service.Today };
        matrix.Row("PUT /caseworkers/me/cover", body: cover).Any(Roles.Caseworker);
        matrix.Row("GET /caseworkers/me/cover", Covered).Own(Roles.Caseworker);
        matrix.Row("DELETE /caseworkers/me/cover").Any(Roles.Caseworker);
        matrix.Row("PUT /caseworkers/{caseworkerId}/cover", () => About("", cover, $"/caseworkers/{own.Caseworker}/cover")).Any(Roles.Administrator);
        matrix.Row("DELETE /caseworkers/{caseworkerId}/cover", $"/caseworkers/{CaseworkerId.New()}/cover").Any(Roles.Administrator);

        await matrix.Check();
    }

    [Fact]
    public async Task Tokens_that_are_not_for_this_service_or_not_true_are_refused() =>
        await TokensThatMustBeRefused.Check(service, Persona.Caseworker(), "/mentees");

    private async Task<Call> About(string what, object? body = null, string? url = null)
    {
        var id = await service.Ready(own.Caseworker);
        return new(url ?? $"/mentees/{id}/{what}".TrimEnd('/'), body, own with { Mentee = id });
    }

    // A colleague covers today, and a mentor of before is no longer one.
    private async Task Relate(Owners owners)
    {
        await service.AsCaseworker(owners.Caseworker).Put("/caseworkers/me/cover", new { coverId = owners.Cover, first = service.Today, last = service.Today }).ShouldBe(HttpStatusCode.NoContent);
        await service.Store(new Introduction { Match = MatchId.New(), Mentee = owners.Mentee, Mentor = owners.FormerMentor, ApprovedAt = service.Clock.GetUtcNow(), EndedAt = service.Clock.GetUtcNow() });
    }

    private Task End(Owners owners) => service.Db(db => db.Introductions.Where(i => i.Mentee == owners.Mentee).ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, service.Clock.GetUtcNow())));

    private async Task<Call> Unsigned()
    {
        var mentee = Some.Referred(own.Caseworker);
        mentee.AssessRisk(Some.Plan, service.Today.AddMonths(3), own.Caseworker, service.Today, service.Clock.GetUtcNow());
        await service.Store(mentee);
        return new($"/mentees/{mentee.Id}/risk-assessment/wish", new { version = 1, words = "The bus home is missing." }, own with { Mentee = mentee.Id });
    }

    private async Task<Call> Introduced()
    {
        var call = await About("introduction");
        await service.Store(new Introduction { Match = MatchId.New(), Mentee = call.Own!.Mentee, Mentor = own.Mentor, ApprovedAt = service.Clock.GetUtcNow() });
        return call;
    }

    private async Task<Call> Covered()
    {
        await service.AsCaseworker(own.Caseworker).Put("/caseworkers/me/cover", new { coverId = CaseworkerId.New(), first = service.Today, last = service.Today }).ShouldBe(HttpStatusCode.NoContent);
        return new("/caseworkers/me/cover");
    }

    public sealed class Own : MenteeService;
}
