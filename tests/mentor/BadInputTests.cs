using Mentoring.Testing;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>Every write endpoint under every kind of spoiled request. Looks at the whole database, and so has a service of its own.</summary>
public sealed class BadInputTests(BadInputTests.Own service) : IClassFixture<BadInputTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:Enquiries", "100000")];
    }

    [Fact]
    public Task Adding_a_partner() => BadInput.ToPost(service, "/partners", new { name = "Riverside Brewery" }).As(Persona.Administrator()).Accepts("name", Spoil.Text | Spoil.Date | Spoil.Id).Check();

    [Fact]
    public async Task Registering_somebody()
    {
        var partner = await service.StoredPartner();
        await Person(BadInput.ToPost(service, $"/partners/{partner.Id}/mentors", Some.PersonBody()).As(Persona.Coordinator(partner.Id)));
    }

    [Fact]
    public Task Registering_a_volunteer() => Person(BadInput.ToPost(service, "/mentors", Some.PersonBody()).As(Persona.Caseworker()));

    [Fact]
    public async Task Changing_a_profile()
    {
        var mentor = await service.Stored(Stage.Invited);
        await BadInput.ToPut(service, $"/mentors/{mentor.Id}/profile", Some.ProfileBody()).As(Persona.AMentor(mentor.Id))
            .Accepts("about", Spoil.FreeText).Accepts("goalAreas", Spoil.Empty).Accepts("*", Spoil.Missing | Spoil.Empty).Accepts("postcode", Spoil.Null).Accepts("phone", Spoil.Null | Spoil.Date)
            .Accepts("online", Spoil.Kind).Accepts("capacity", Spoil.Number).Accepts("worksInCareTeams", Spoil.Kind)
            .Accepts("sector", Spoil.Null).Accepts("welcomesFrom", Spoil.Null).Accepts("welcomesUpTo", Spoil.Null).Check();
    }

    [Fact]
    public async Task Correcting_details()
    {
        var mentor = await service.Stored(Stage.Applied);
        await BadInput.ToPut(service, $"/mentors/{mentor.Id}/details", Some.DetailsBody()).As(Persona.Caseworker())
            .Accepts("firstName", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("lastName", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("jobTitle", Spoil.FreeText)
            .Accepts("phone", Spoil.Optional | Spoil.Date).Accepts("why", Spoil.Text | Spoil.Date | Spoil.Id).Check();
    }

    [Fact]
    public async Task Changing_times()
    {
        var mentor = await service.Stored(Stage.Invited);
        await BadInput.ToPut(service, $"/mentors/{mentor.Id}/availability", Some.AvailabilityBody()).As(Persona.AMentor(mentor.Id)).Accepts("zone", Spoil.Missing).Accepts("exceptions", Spoil.Missing | Spoil.Empty).Accepts("weekly", Spoil.Empty).Check();
    }

    [Theory]
    [InlineData("pause", Stage.Cleared)]
    [InlineData("leave", Stage.Invited)]
    public async Task Pausing_and_leaving(string step, Stage from)
    {
        var mentor = await service.Stored(from);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/{step}", new { why = "A new baby." }).As(Persona.AMentor(mentor.Id)).Accepts("why", Spoil.FreeText).Accepts(string.Empty, Spoil.Kind).Check();
    }

    [Fact]
    public async Task Coming_back()
    {
        var mentor = await service.Stored(Stage.Paused);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/resume").As(Persona.AMentor(mentor.Id)).Check();
    }

    [Fact]
    public async Task Applying()
    {
        var mentor = await service.Stored(Stage.Invited);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/application", new { agreementVersion = Agreement.Version }).As(Persona.AMentor(mentor.Id)).Check();
    }

    [Fact]
    public async Task Recording_a_check()
    {
        var mentor = await service.Stored(Stage.Applied);
        var body = new { kind = "dbs", level = "enhanced-with-barred-list", outcome = "passed", decidedOn = Some.Day(-3), validUntil = Some.Day(300), note = "Seen in the original." };
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/checks", body).As(Persona.Caseworker()).Accepts("note", Spoil.FreeText).Accepts("validUntil", Spoil.Optional).Check();
    }

    [Fact]
    public async Task Recording_an_interview_with_its_answers()
    {
        var mentor = await service.Stored(Stage.Applied);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Interview, finding: "Once lent money to somebody.")).As(Persona.Caseworker())
            .Accepts("note", Spoil.FreeText).Accepts("level", Spoil.Missing).Accepts("validUntil", Spoil.Optional).Accepts("minutes", Spoil.Optional).Accepts("finding", Words | Spoil.Optional)
            .Accepts("answers*.words", Words).Check();
    }

    [Fact]
    public async Task Recording_training()
    {
        var mentor = await service.Stored(Stage.Applied);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/checks", new { kind = "training", outcome = "passed", decidedOn = Some.Day(-3), minutes = 150 }).As(Persona.Caseworker()).Check();
    }

    [Fact]
    public async Task Changing_the_role()
    {
        var mentor = await service.Stored(Stage.Applied);
        await BadInput.ToPut(service, $"/mentors/{mentor.Id}/role", new { role = "mentor-of-adults", why = "Care leavers only." }).As(Persona.Caseworker()).Accepts("why", Words).Check();
    }

    [Fact]
    public async Task Refusing_a_proposed_clearance()
    {
        var mentor = Some.WithFinding().After(m => m.Clear(Some.Caseworker, Some.Today, Some.Now));
        await service.Store(mentor);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/clearance/refusal", new { why = "I want to ring Ivo." }).As(Persona.Caseworker()).Accepts("why", Words).AtEnd(System.Net.HttpStatusCode.Conflict).Check();
    }

    [Fact]
    public async Task Clearing()
    {
        var mentor = await service.Stored(Stage.Screening);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/clearance").As(Persona.Caseworker()).Check();
    }

    [Fact]
    public async Task Declining()
    {
        var mentor = await service.Stored(Stage.Screening);
        await BadInput.ToPost(service, $"/mentors/{mentor.Id}/decline", Some.DeclineBody()).As(Persona.Caseworker()).Accepts("why", Spoil.Text | Spoil.Date | Spoil.Id).Check();
    }

    [Fact]
    public async Task Naming_referees()
    {
        var mentor = await service.Stored(Stage.Invited);
        await BadInput.ToPut(service, $"/mentors/{mentor.Id}/referees", Some.RefereesBody()).As(Persona.AMentor(mentor.Id))
            .Accepts("referees", Spoil.Empty).Accepts("referees*.name", Words).Accepts("referees*.howTheyKnowYou", Words).Accepts("referees*.email", Spoil.Optional).Accepts("referees*.phone", Spoil.Optional | Spoil.Date).Check();
    }

    [Fact]
    public async Task Telling_of_training()
    {
        var mentor = await service.Stored(Stage.Invited);
        await BadInput.ToPut(service, $"/mentors/{mentor.Id}/training", Some.TrainingBody()).As(Persona.AMentor(mentor.Id))
            .Accepts("trainings", Spoil.Empty | Spoil.Twice).Accepts("trainings*.name", Words).Check();
    }

    [Fact]
    public Task Asking_to_join() => BadInput.ToPost(service, "/partner-requests", Some.PartnerRequestBody()).As(Persona.Nobody)
        .Accepts("businessName", Words).Accepts("contactName", Words).Accepts("phone", Spoil.Optional | Spoil.Date).Accepts("words", Spoil.FreeText).Check();

    [Fact]
    public async Task Accepting_a_business() => await BadInput.ToPost(service, $"/partner-requests/{await Asked()}/acceptance").As(Persona.Administrator()).Check();

    [Fact]
    public async Task Refusing_a_business() =>
        await BadInput.ToPost(service, $"/partner-requests/{await Asked()}/refusal", new { why = "Outside the county." }).As(Persona.Administrator()).Accepts("why", Words).Check();

    [Fact]
    public Task Saying_that_one_would_like_to_be_a_mentor() => BadInput.ToPost(service, "/interests", Some.InterestBody()).As(Persona.Nobody)
        .Accepts("name", Words).Accepts("worksFor", Spoil.FreeText).Accepts("words", Spoil.FreeText).Check();

    [Fact]
    public async Task Handling_an_interest()
    {
        var interest = Interest.Say("Amina Okoro", Some.Email(), null, string.Empty, Some.Now);
        await service.Store(interest);
        await BadInput.ToPost(service, $"/interests/{interest.Id}/handling", new { outcome = "answered", note = "Rang." }).As(Persona.Caseworker()).Accepts("note", Spoil.FreeText).Check();
    }

    private const Spoil Words = Spoil.Text | Spoil.Date | Spoil.Id;

    private async Task<PartnerRequestId> Asked()
    {
        var request = PartnerRequest.Ask($"Riverside {Guid.CreateVersion7():N}", "Priya Shah", "priya@riverside.example", null, string.Empty, Some.Now);
        await service.Store(request);
        return request.Id;
    }

    private static Task Person(BadInput input) => input
        .Accepts("firstName", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("lastName", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("about", Spoil.FreeText).Accepts("jobTitle", Spoil.FreeText)
        .Accepts("phone", Spoil.Optional | Spoil.Date).Accepts("postcode", Spoil.Optional).Accepts("goalAreas", Spoil.Missing | Spoil.Empty).Accepts("interests", Spoil.Missing | Spoil.Empty).Accepts("languages", Spoil.Missing)
        .Accepts("capacity", Spoil.Missing | Spoil.Number).Accepts("availability", Spoil.Optional).Accepts("availability.zone", Spoil.Missing).Accepts("availability.exceptions", Spoil.Missing | Spoil.Empty)
        .Accepts("availability.weekly", Spoil.Empty).Accepts("inPerson", Spoil.Kind).Accepts("online", Spoil.Kind).AtEnd(System.Net.HttpStatusCode.Conflict).Check();
}
