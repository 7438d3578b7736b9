namespace Mentoring.Matching.Tests;

public sealed class BadInputTests(BadInputTests.Own service) : IClassFixture<BadInputTests.Own>
{
    private DateOnly Today => Some.DayOf(service.Clock.GetUtcNow());

    private async Task Check(MatchState state, string path, Func<Trio, Persona> who, object? good, params (string Path, Spoil Kinds)[] accepted)
    {
        var trio = await service.Three();
        var id = await service.MatchIn(trio, state);
        var input = BadInput.ToPost(service, $"/matches/{id}/{path}", good).As(who(trio));
        foreach (var (at, kinds) in accepted) input.Accepts(at, kinds);
        await input.Check();
    }

    [Fact]
    public async Task Ruling_out_and_pinning()
    {
        var trio = await service.Three();
        var path = $"/mentees/{trio.Mentee}/mentors/{trio.Mentor}";
        await BadInput.ToPut(service, path + "/ban", new { kind = "relative", reason = "They are cousins." }).As(Persona.Caseworker(trio.Caseworker)).Accepts("reason", Spoil.Text | Spoil.Date | Spoil.Id).Check();
        await service.AsCaseworker(trio.Caseworker).Delete(path + "/ban").ShouldSucceed();
        await BadInput.ToPut(service, path + "/pin", new { reason = "They get on." }).As(Persona.Caseworker(trio.Caseworker)).Accepts("reason", Spoil.Text | Spoil.Date | Spoil.Id).Check();
    }

    [Fact]
    public async Task Offers()
    {
        var trio = await service.Three();
        await BadInput.ToPost(service, $"/mentees/{trio.Mentee}/offers", new { mentorIds = new[] { trio.Mentor } }).As(Persona.Caseworker(trio.Caseworker)).Check();
    }

    [Fact]
    public async Task Questions()
    {
        // So many odd questions are taken that no more can be open at the end.
        var trio = await service.Three();
        var id = await service.Offer(trio);
        await BadInput.ToPost(service, $"/matches/{id}/question", new { words = "Why them?" }).As(Persona.AMentee(trio.Mentee))
            .Accepts("words", Spoil.FreeText).Accepts(string.Empty, Spoil.Kind).AtEnd(HttpStatusCode.Conflict).Check();
    }

    [Fact]
    public async Task Answers_to_questions()
    {
        var trio = await service.Three();
        var id = await service.Offer(trio);
        await service.AsMentee(trio.Mentee).Post($"/matches/{id}/question", new { words = "Why them?" }).ShouldSucceed();
        await BadInput.ToPost(service, $"/matches/{id}/question/answer", new { answer = "Let us talk." }).As(Persona.Caseworker(trio.Caseworker))
            .Accepts("answer", Spoil.FreeText).Accepts(string.Empty, Spoil.Kind).Check();
    }

    [Fact]
    public Task Mentee_answers() => Check(MatchState.Offered, "mentee-answer", t => Persona.AMentee(t.Mentee), new { answer = "yes", why = "I like them." }, ("why", Spoil.FreeText));

    [Fact]
    public Task Mentor_answers() => Check(MatchState.AgreedByMentee, "mentor-answer", t => Persona.AMentor(t.Mentor), new { answer = "yes", why = "Gladly." }, ("why", Spoil.FreeText));

    [Fact]
    public Task Approvals() => Check(MatchState.AgreedByMentor, "approval", t => Persona.Caseworker(t.Caseworker), null);

    [Fact]
    public Task Rejections() => Check(MatchState.Offered, "rejection", t => Persona.Caseworker(t.Caseworker), new { reason = "They know each other." }, ("reason", Spoil.Text | Spoil.Date | Spoil.Id));

    [Fact]
    public Task First_meetings() => Check(
        MatchState.Approved, "first-meeting", t => Persona.Caseworker(t.Caseworker), new { heldOn = Today, where = "Library", everybodyThere = true }, ("where", Spoil.Text | Spoil.Date | Spoil.Id));

    [Fact]
    public Task Endings() => Check(MatchState.Active, "ending", t => Persona.AMentee(t.Mentee), new { kind = "early", cause = "life-changed", reason = "I move away." }, ("cause", Spoil.Optional), ("reason", Spoil.FreeText));

    [Fact]
    public Task Closings() => Check(
        MatchState.Ending, "closing", t => Persona.Caseworker(t.Caseworker),
        new
        {
            closingSessionOn = Today,
            menteeHeard = "in-their-words",
            menteeWords = "It helped.",
            mentorHeard = "in-their-words",
            mentorWords = "I learned.",
            contactRules = "No messages.",
            supportForMentee = "A call every Friday.",
            supportForMentor = "A talk.",
            bothThanked = true,
            whatNext = "A break.",
        },
        ("menteeWords", Words), ("mentorWords", Words), ("contactRules", Words), ("supportForMentee", Words), ("supportForMentor", Spoil.FreeText), ("whatNext", Spoil.FreeText));

    private const Spoil Words = Spoil.Text | Spoil.Date | Spoil.Id;

    [Fact]
    public async Task Drafts_and_votes()
    {
        var (administrator, member) = (Persona.Administrator(), Persona.AMentee());
        var api = service.As(administrator);
        var (words, policy) = (Spoil.Text | Spoil.Date | Spoil.Id, MatchingPolicy.First);
        var good = new { note = "Hopes count more.", weights = policy.Weights with { Hope = 6, WaitingMost = 9 }, rules = policy.Rules };
        await BadInput.ToPost(service, "/policies/drafts", new { good.note }).As(administrator).Accepts("note", words).Check();
        var id = (await api.Post("/policies/drafts", new { good.note }).ShouldBe<DraftAnswer>(HttpStatusCode.Created)).DraftId;
        var path = $"/policies/drafts/{id}";
        // Some limits can truly be nothing, and points that are no part of the whole too.
        await BadInput.ToPut(service, path, good).As(administrator).Accepts("note", words)
            .Accepts("weights.*", Spoil.Number).Accepts("rules.*", Spoil.Number).Check();
        var today = Some.DayOf(service.Clock.GetUtcNow());
        await BadInput.ToPost(service, path + "/proposal", new { closesOn = today.AddDays(7) }).As(administrator).Check();
        await BadInput.ToPost(service, "/policies/members", new { account = member.Account, kind = "young-person" }).As(administrator).Accepts("account", Spoil.Id).Check();
        await BadInput.ToPut(service, path + "/vote", new { choice = "yes", words = "I like it." }).As(member).Accepts("words", Spoil.FreeText).Check();
        await BadInput.ToPost(service, path + "/closing").As(administrator).AtEnd(HttpStatusCode.Conflict).Check();
        await BadInput.ToPost(service, path + "/withdrawal", new { because = "Not now." }).As(administrator).Accepts("because", words).Check();
    }

    public sealed class Own : OwnMatchingService;
}
