using Mentoring.Shared;
using Mentoring.Testing;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Endpoints;

public sealed class AccessTests(AccessTests.Own service) : IClassFixture<AccessTests.Own>
{
    public sealed class Own() : ServiceFixture<SafeguardingDb>("safeguarding")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:PublicConcerns", "100000")];
    }

    [Fact]
    public async Task Every_endpoint_lets_in_whom_the_table_says()
    {
        var world = await World.Of(service);
        var seen = await world.InHand();
        var caseload = new Owners { Caseworker = new(world.Caseworker.Account.Value) };
        var raiser = new Owners { Account = world.Mentee.Account, Caseworker = new(world.Mentee.Account.Value) };
        var own = await world.Raised();
        async Task<Call> Fresh(string step, object? body = null, bool inHand = false) => new($"/concerns/{(inHand ? await world.InHand() : await world.Raised())}/{step}", body);

        var table = new AccessMatrix(service, caseload);
        table.Row("POST /concerns", "/concerns", World.Words()).EverybodySignedIn();
        table.Row("POST /public-concerns", "/public-concerns", World.PublicWords()).Anybody();
        table.Row("GET /concerns/mine", "/concerns/mine").EverybodySignedIn();
        table.Row("GET /concerns/mine/{concernId}", () => Task.FromResult(new Call($"/concerns/mine/{own}", null, raiser)))
            .Own(Roles.Coordinator, Roles.Mentor, Roles.Mentee, Roles.Caseworker).Any(Roles.SafeguardingLead, Roles.Administrator);
        table.Row("POST /concerns/mine/{concernId}/words", () => Task.FromResult(new Call($"/concerns/mine/{own}/words", new { words = "More" }, raiser)))
            .Own(Roles.Coordinator, Roles.Mentor, Roles.Mentee, Roles.Caseworker).Any(Roles.SafeguardingLead, Roles.Administrator);
        table.Row("GET /concerns/summary", "/concerns/summary").Any(Roles.SafeguardingLead);
        table.Row("GET /concerns", "/concerns").Any(Roles.SafeguardingLead);
        table.Row("GET /concerns/caseload", "/concerns/caseload").Any(Roles.Caseworker);
        table.Row("GET /concerns/{concernId}", $"/concerns/{seen}").Own(Roles.Caseworker).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/seen", () => Fresh("seen")).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/taking", () => Fresh("taking")).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/severity", () => Fresh("severity", new { severity = "low" })).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/actions", () => Fresh("actions", new { what = "Rang them" })).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/hiding", () => Fresh("hiding", new { accounts = Array.Empty<Guid>() })).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/closing", () => Fresh("closing", new { outcome = "Sorted out" }, inHand: true)).Any(Roles.SafeguardingLead);
        table.Row("POST /concerns/{concernId}/reopening", () => Fresh("reopening", new { why = "He is back" })).Any(Roles.SafeguardingLead);
        await table.Check();
    }

    [Fact]
    public async Task Tokens_that_must_be_refused_are_refused() => await TokensThatMustBeRefused.Check(service, Persona.Lead(), "/concerns");
}
