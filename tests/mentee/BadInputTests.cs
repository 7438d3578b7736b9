namespace Mentoring.Mentees.Tests;

public sealed class BadInputTests(BadInputTests.Own service) : IClassFixture<BadInputTests.Own>
{
    private readonly CaseworkerId me = CaseworkerId.New();

    [Fact]
    public Task Referring() => SendDetails(BadInput.ToPost(service, "/mentees", Referral).Accepts("note", Spoil.FreeText).As(Persona.Caseworker(me)));

    // Signed in, because without a token a wrong method or content type is answered by 401 before it is looked at.
    [Fact]
    public Task Asking_yourself() => SendDetails(BadInput.ToPost(service, "/referrals", Referral).Accepts("note", Spoil.FreeText).As(Persona.AMentee()));

    [Fact]
    public async Task Details()
    {
        var id = await service.Referred(me);
        await SendDetails(BadInput.ToPut(service, $"/mentees/{id}/details", Some.Riley).As(Persona.Caseworker(me)));
    }

    [Fact]
    public async Task Caseworker()
    {
        var id = await service.Referred(me);
        await BadInput.ToPost(service, $"/mentees/{id}/caseworker", new { caseworkerId = me, why = "I go." }).As(Persona.Caseworker(me)).Accepts("why", Spoil.FreeText).Accepts("caseworkerId", Spoil.Id).AtEnd(HttpStatusCode.NotFound).Check();
    }

    [Fact]
    public async Task Profile()
    {
        var id = await service.Referred(me);
        await BadInput.ToPut(service, $"/mentees/{id}/profile", Some.Profile).As(Persona.AMentee(id))
            .Accepts("goalAreas", Spoil.Empty).Accepts("interests", Spoil.Empty).Accepts("dislikes", Spoil.Empty).Accepts("talkStyles", Spoil.Empty).Accepts("languages", Spoil.Empty)
            .Accepts("preferences", Spoil.Empty).Accepts("weekly", Spoil.Empty).Accepts("avoidPartners", Spoil.Empty | Spoil.Twice).Accepts("avoidPartners*", Spoil.Id)
            .Accepts("outwardPostcode", Spoil.Optional | Spoil.Empty).Accepts("zone", Spoil.Missing).Accepts("hopes", Spoil.Missing | Spoil.Empty).Accepts("neverMatchOn", Spoil.Missing | Spoil.Empty)
            .Accepts("goalsInMyWords", Spoil.FreeText).Accepts("aboutMe", Spoil.FreeText).Accepts("whatToAvoid", Spoil.FreeText).Accepts("gettingAround", Spoil.FreeText)
            .Check();
    }

    [Fact]
    public async Task A_part_of_the_profile()
    {
        var id = await service.Referred(me);
        var input = BadInput.To(service, HttpMethod.Patch, $"/mentees/{id}/profile", Some.Profile).As(Persona.AMentee(id));
        foreach (var member in typeof(ChangeProfile.Request).GetProperties()) input.Accepts(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name), Spoil.Optional);
        await input.Accepts(string.Empty, Spoil.Kind)
            .Accepts("goalAreas", Spoil.Empty).Accepts("interests", Spoil.Empty).Accepts("dislikes", Spoil.Empty).Accepts("talkStyles", Spoil.Empty).Accepts("languages", Spoil.Empty)
            .Accepts("preferences", Spoil.Empty).Accepts("weekly", Spoil.Empty).Accepts("avoidPartners", Spoil.Empty | Spoil.Twice).Accepts("avoidPartners*", Spoil.Id)
            .Accepts("outwardPostcode", Spoil.Empty).Accepts("hopes", Spoil.Empty).Accepts("neverMatchOn", Spoil.Empty)
            .Accepts("goalsInMyWords", Spoil.FreeText).Accepts("aboutMe", Spoil.FreeText).Accepts("whatToAvoid", Spoil.FreeText).Accepts("gettingAround", Spoil.FreeText)
            .Check();
    }

    [Fact]
    public async Task Consent()
    {
        var id = await service.Referred(me);
        await BadInput.ToPost(service, $"/mentees/{id}/consent", new { statementVersion = ConsentStatement.Newest.Version, agreed = true }).As(Persona.AMentee(id)).Check();
        await BadInput.ToPost(service, $"/mentees/{id}/consent/withdrawal").As(Persona.AMentee(id)).Check();
    }

    [Fact]
    public async Task Risk_assessment_and_signature()
    {
        var id = await service.Referred(me);
        await BadInput.ToPut(service, $"/mentees/{id}/risk-assessment", Some.PlanUntil(service.Today.AddMonths(1))).As(Persona.Caseworker(me))
            .Accepts("youngPersonsWords", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("risks", Spoil.Twice)
            .Accepts("risks*whatCouldHappen", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("risks*whatWeDo", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("risks*who", Spoil.Text | Spoil.Date | Spoil.Id)
            .Accepts("risks*youngPersonsWords", Spoil.FreeText).Accepts("risks*until", Spoil.Optional)
            .Check();
        var signed = await service.Ready(me);
        await BadInput.ToPost(service, $"/mentees/{signed}/risk-assessment/signature", new { version = 1 }).As(Persona.AMentee(signed)).Check();
        await BadInput.ToPut(service, $"/mentees/{signed}/risk-assessment/risks/1/sharing", new { version = 1, shared = true }).As(Persona.AMentee(signed)).Check();
        var unsigned = Some.Referred(me);
        unsigned.AssessRisk(Some.Plan, service.Today.AddMonths(3), me, service.Today, Some.Noon);
        await service.Store(unsigned);
        await BadInput.ToPut(service, $"/mentees/{unsigned.Id}/risk-assessment/wish", new { version = 1, words = "The bus home is missing." }).As(Persona.AMentee(unsigned.Id))
            .Accepts("words", Spoil.Text | Spoil.Date | Spoil.Id).Check();
    }

    [Fact]
    public async Task Stages()
    {
        var id = await service.Ready(me);
        await BadInput.ToPost(service, $"/mentees/{id}/pause", new { why = "Exams." }).As(Persona.AMentee(id)).Accepts(string.Empty, Spoil.Kind).Accepts("why", Spoil.FreeText).Check();
        await BadInput.ToPost(service, $"/mentees/{id}/resume").As(Persona.AMentee(id)).Check();
        await BadInput.ToPost(service, $"/mentees/{id}/leave", new { why = "I move." }).As(Persona.AMentee(id)).Accepts(string.Empty, Spoil.Kind).Accepts("why", Spoil.FreeText).Check();
    }

    [Fact]
    public async Task Cover()
    {
        var cover = new { coverId = CaseworkerId.New(), first = service.Today, last = service.Today.AddDays(1) };
        await BadInput.ToPut(service, "/caseworkers/me/cover", cover).As(Persona.Caseworker(me)).Accepts("coverId", Spoil.Id).Accepts("first", Spoil.Date).Check();
        var away = CaseworkerId.New();
        await service.Referred(away);
        await BadInput.ToPut(service, $"/caseworkers/{away}/cover", cover).As(Persona.Administrator()).Accepts("coverId", Spoil.Id).Accepts("first", Spoil.Date).Check();
        await BadInput.To(service, HttpMethod.Delete, "/caseworkers/me/cover").As(Persona.Caseworker(me)).Check();
    }

    private static ReferMentee.Request Referral => new()
    {
        FirstName = "Riley",
        LastName = "Morgan",
        DateOfBirth = Some.Riley.DateOfBirth,
        Email = "riley@example.org",
        Phone = "07700 900123",
        HowToReach = "Text me first.",
        Note = "Asked for somebody to talk to.",
    };

    // Names are whatever people say they are; either of e-mail and phone will do.
    private static Task SendDetails(BadInput input) => input
        .Accepts("firstName", Spoil.Text | Spoil.Date | Spoil.Id).Accepts("lastName", Spoil.Text | Spoil.Date | Spoil.Id)
        .Accepts("email", Spoil.Optional | Spoil.Empty).Accepts("phone", Spoil.Optional | Spoil.Empty).Accepts("howToReach", Spoil.FreeText)
        .Check();

    public sealed class Own : MenteeService;
}
