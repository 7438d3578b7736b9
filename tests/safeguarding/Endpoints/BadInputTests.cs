using Mentoring.Shared;
using Mentoring.Testing;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Endpoints;

public sealed class BadInputTests(BadInputTests.Own service) : IClassFixture<BadInputTests.Own>
{
    public sealed class Own() : ServiceFixture<SafeguardingDb>("safeguarding")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:PublicConcerns", "100000")];
    }

    private static readonly Persona Lead = Persona.Lead();

    [Fact]
    public async Task Nothing_odd_is_raised() => await BadInput.ToPost(service, "/concerns", new
    {
        whatHappened = "He waits at the gate.",
        inDangerNow = false,
        whatWouldHelp = "Ring me",
        about = "somebody-else",
        aboutWhom = "A man",
        howToReachMe = "Text me",
        menteeId = MenteeId.New(),
        mentorId = MentorId.New(),
        matchId = MatchId.New(),
        hideFrom = new[] { AccountId.New() },
    }).As(Persona.Caseworker())
        .Accepts("whatHappened", Spoil.FreeText).Accepts("whatWouldHelp", Spoil.FreeText | Spoil.Optional).Accepts("aboutWhom", Spoil.FreeText | Spoil.Optional).Accepts("howToReachMe", Spoil.FreeText | Spoil.Optional)
        .Accepts("about", Spoil.Optional)
        // A link or a name that leads nowhere must not keep the words out.
        .Accepts("menteeId", Spoil.Optional | Spoil.Id).Accepts("mentorId", Spoil.Optional | Spoil.Id).Accepts("matchId", Spoil.Optional | Spoil.Id)
        .Accepts("hideFrom", Spoil.Optional | Spoil.Empty | Spoil.Twice).Accepts("hideFrom[0]", Spoil.Id).Check();

    [Fact]
    public async Task Nothing_odd_is_raised_by_a_stranger() => await BadInput.ToPost(service, "/public-concerns", new
    {
        whatHappened = "He waits at the gate.",
        inDangerNow = false,
        whatWouldHelp = "Ring me",
        aboutWhom = "A man",
        aboutStaff = false,
        howToReachMe = "Text me",
    }).Accepts("whatHappened", Spoil.FreeText).Accepts("whatWouldHelp", Spoil.FreeText | Spoil.Optional).Accepts("aboutWhom", Spoil.FreeText | Spoil.Optional).Accepts("howToReachMe", Spoil.FreeText | Spoil.Optional)
        .Accepts("aboutStaff", Spoil.Optional).Check();

    [Fact]
    public async Task Nothing_odd_is_added()
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, $"/concerns/mine/{await world.Raised()}/words", new { words = "More", inDangerNow = false })
            .As(world.Mentee).Accepts("words", Spoil.FreeText).Accepts("inDangerNow", Spoil.Optional).Check();
    }

    [Theory]
    [InlineData("severity", "{\"severity\":\"high\"}", "")]
    [InlineData("actions", "{\"what\":\"Rang them\"}", "what")]
    [InlineData("reopening", "{\"why\":\"He is back\"}", "why")]
    public async Task Nothing_odd_is_a_step(string step, string body, string freeText)
    {
        var world = await World.Of(service);
        var id = await world.InHand();
        if (step == "reopening") await world.AsLead.Post($"/concerns/{id}/closing", new { outcome = "Sorted out" }).ShouldSucceed();
        await BadInput.ToPost(service, $"/concerns/{id}/{step}", body).As(Lead).Accepts(freeText, Spoil.FreeText).Check();
    }

    [Theory]
    [InlineData("seen")]
    [InlineData("taking")]
    public async Task A_step_without_a_body_reads_none(string step)
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, $"/concerns/{await world.Raised()}/{step}").As(Lead).Check();
    }

    [Fact]
    public async Task Nothing_odd_closes()
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, $"/concerns/{await world.InHand()}/closing", new { outcome = "Sorted out", learning = "Ask sooner", answer = "It is sorted out." }).As(Lead)
            .Accepts("outcome", Spoil.FreeText).Accepts("learning", Spoil.FreeText | Spoil.Optional).Accepts("answer", Spoil.FreeText | Spoil.Optional).Check();
    }

    [Fact]
    public async Task Nothing_odd_hides()
    {
        var world = await World.Of(service);
        await BadInput.ToPost(service, $"/concerns/{await world.InHand()}/hiding", new { accounts = new[] { AccountId.New() } }).As(Lead)
            .Accepts("accounts", Spoil.Empty | Spoil.Twice).Accepts("accounts[0]", Spoil.Id).Check();
    }
}
