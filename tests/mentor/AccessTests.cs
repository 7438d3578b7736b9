using Mentoring.Contracts.Matching;
using Mentoring.Shared;
using Mentoring.Testing;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>Who gets what from every endpoint. Looks at the whole database, and so has a service of its own.</summary>
public sealed class AccessTests(AccessTests.Own service) : IClassFixture<AccessTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor");

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_says()
    {
        var partner = await service.StoredPartner();
        var mentor = await service.Stored(Stage.Cleared, partner.Id);
        var own = new Owners { Mentor = mentor.Id, Partner = partner.Id };
        await service.TellAndWait(new MatchOffered { MatchId = Guid.CreateVersion7(), MenteeId = own.Mentee.Value, MentorId = mentor.Id.Value, At = Some.Now });
        var people = $"/partners/{partner.Id}/mentors";

        var table = new AccessMatrix(service, own);
        table.Row("POST /partners", () => Task.FromResult(new Call("/partners", new { name = $"Partner {Guid.CreateVersion7():N}" }))).Any(Roles.Administrator);
        table.Row("GET /partners").Any(Roles.Administrator, Roles.Caseworker);
        table.Row("GET /partners/{partnerId}", $"/partners/{partner.Id}").Any(Roles.Administrator, Roles.Caseworker).Own(Roles.Coordinator);
        table.Row("POST /partners/{partnerId}/mentors", () => Task.FromResult(new Call(people, Some.PersonBody()))).Own(Roles.Coordinator);
        table.Row("GET /partners/{partnerId}/mentors", people).Own(Roles.Coordinator);
        table.Row("GET /partners/{partnerId}/mentors/{mentorId}", $"{people}/{mentor.Id}").Own(Roles.Coordinator);

        var import = await Import(partner);
        table.Row("POST /partners/{partnerId}/imports", () => Task.FromResult(new Call($"/partners/{partner.Id}/imports", List()))).Own(Roles.Coordinator);
        table.Row("GET /partners/{partnerId}/imports/{importId}", import).Own(Roles.Coordinator);
        table.Row("POST /partners/{partnerId}/imports/{importId}/commit", $"{import}/commit").Own(Roles.Coordinator);
        table.Row("GET /partners/{partnerId}/imports/{importId}/wrong-rows.csv", $"{import}/wrong-rows.csv").Own(Roles.Coordinator);

        table.Row("POST /mentors", () => Task.FromResult(new Call("/mentors", Some.PersonBody()))).Any(Roles.Caseworker);
        table.Row("GET /mentors").Any(Roles.Caseworker);
        table.Row("GET /mentors/{id}", $"/mentors/{mentor.Id}").Any(Roles.Caseworker).Lead();
        table.Row("GET /mentors/me").Own(Roles.Mentor);
        table.Row("GET /mentors/{id}/introduction", $"/mentors/{mentor.Id}/introduction").Own(Roles.Mentee).Any(Roles.Caseworker);
        table.Row("PUT /mentors/{id}/profile", $"/mentors/{mentor.Id}/profile", Some.ProfileBody()).Own(Roles.Mentor).Any(Roles.Caseworker);
        table.Row("PUT /mentors/{id}/details", $"/mentors/{mentor.Id}/details", Some.DetailsBody(mentor.Email)).Any(Roles.Caseworker);
        table.Row("PUT /mentors/{id}/availability", $"/mentors/{mentor.Id}/availability", Some.AvailabilityBody()).Own(Roles.Mentor).Any(Roles.Caseworker);
        table.Row("GET /mentors/{id}/availability", $"/mentors/{mentor.Id}/availability").Own(Roles.Mentor).Any(Roles.Caseworker);
        Fresh(table, "pause", Stage.Cleared, partner, new { }).Own(Roles.Mentor, Roles.Coordinator).Any(Roles.Caseworker);
        Fresh(table, "resume", Stage.Paused, partner, null).Own(Roles.Mentor).Any(Roles.Caseworker);
        Fresh(table, "leave", Stage.Cleared, partner, new { why = "Moving away." }).Own(Roles.Mentor, Roles.Coordinator).Any(Roles.Caseworker);
        Fresh(table, "application", Stage.Invited, partner, new { agreementVersion = Agreement.Version }).Own(Roles.Mentor);
        Fresh(table, "checks", Stage.Applied, partner, Some.CheckBody()).Any(Roles.Caseworker);
        Fresh(table, "clearance", Stage.Screening, partner, null).Any(Roles.Caseworker);
        Fresh(table, "decline", Stage.Screening, partner, Some.DeclineBody()).Any(Roles.Caseworker);
        table.Row("PUT /mentors/{id}/role", $"/mentors/{mentor.Id}/role", new { role = "one-to-one-mentor", why = "As before." }).Any(Roles.Caseworker);
        table.Row("POST /mentors/{id}/clearance/refusal", async () =>
        {
            var proposed = Some.WithFinding().After(m => m.Clear(Some.Caseworker, Some.Today, Some.Now));
            await service.Store(proposed);
            return new Call($"/mentors/{proposed.Id}/clearance/refusal", new { why = "Not yet." }, new Owners { Mentor = proposed.Id, Partner = partner.Id });
        }).Any(Roles.Caseworker);
        table.Row("GET /mentors/me/letter").Own(Roles.Mentor);
        table.Row("GET /screening-rules").Anybody();
        table.Row("PUT /mentors/{id}/referees", $"/mentors/{mentor.Id}/referees", Some.RefereesBody()).Own(Roles.Mentor).Any(Roles.Caseworker);
        table.Row("PUT /mentors/{id}/training", $"/mentors/{mentor.Id}/training", Some.TrainingBody()).Own(Roles.Mentor).Any(Roles.Caseworker);
        table.Row("GET /agreement").Anybody();

        var ids = $"?ids={mentor.Id}";
        table.Row("GET /mentors/summary").Any(Roles.Caseworker);
        table.Row("GET /mentors/names", $"/mentors/names{ids}").Any(Roles.Caseworker).Lead();
        table.Row("GET /mentors/introductions", $"/mentors/introductions{ids}").Any(Roles.Mentee, Roles.Caseworker);
        table.Row("GET /mentors/{id}/timeline", $"/mentors/{mentor.Id}/timeline").Any(Roles.Caseworker).Lead();
        table.Row("GET /mentors/me/data").Own(Roles.Mentor);
        table.Row("GET /partners/{partnerId}/summary", $"/partners/{partner.Id}/summary").Own(Roles.Coordinator);

        table.Row("POST /partner-requests", "/partner-requests", Some.PartnerRequestBody()).Anybody();
        table.Row("GET /partner-requests").Any(Roles.Administrator);
        table.Row("GET /partner-requests/{id}", $"/partner-requests/{await Asked()}").Any(Roles.Administrator);
        table.Row("POST /partner-requests/{id}/acceptance", async () => new Call($"/partner-requests/{await Asked()}/acceptance")).Any(Roles.Administrator);
        table.Row("POST /partner-requests/{id}/refusal", async () => new Call($"/partner-requests/{await Asked()}/refusal", new { why = "Outside the county." })).Any(Roles.Administrator);
        var interest = Interest.Say("Amina Okoro", Some.Email(), null, string.Empty, Some.Now);
        await service.Store(interest);
        table.Row("POST /interests", "/interests", Some.InterestBody()).Anybody();
        table.Row("GET /interests").Any(Roles.Caseworker);
        table.Row("GET /interests/{id}", $"/interests/{interest.Id}").Any(Roles.Caseworker);
        table.Row("POST /interests/{id}/handling", $"/interests/{interest.Id}/handling", new { outcome = "answered" }).Any(Roles.Caseworker);
        await table.Check();
    }

    private AccessRow Fresh(AccessMatrix table, string step, Stage from, Partner partner, object? body) => table.Row($"POST /mentors/{{id}}/{step}", async () =>
    {
        var mentor = await service.Stored(from, partner.Id);
        return new Call($"/mentors/{mentor.Id}/{step}", body, new Owners { Mentor = mentor.Id, Partner = partner.Id });
    });

    private async Task<PartnerRequestId> Asked()
    {
        var request = PartnerRequest.Ask($"Riverside {Guid.CreateVersion7():N}", "Priya Shah", "priya@riverside.example", null, string.Empty, Some.Now);
        await service.Store(request);
        return request.Id;
    }

    private static HttpContent List() => TestFile.Of($"Name,Email,DOB,Online\nAda Quill,{Some.Email()},1986-05-03,y\n");

    private async Task<string> Import(Partner partner) =>
        $"/partners/{partner.Id}/imports/{(await service.AsCoordinator(partner.Id).Post($"/partners/{partner.Id}/imports", List()).ShouldBe<ImportAnswer>(System.Net.HttpStatusCode.Created)).ImportId}";
}
