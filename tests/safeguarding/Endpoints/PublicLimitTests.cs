using System.Net;
using Mentoring.Testing;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Endpoints;

public sealed class PublicLimitTests(PublicLimitTests.Own service) : IClassFixture<PublicLimitTests.Own>
{
    public sealed class Own() : ServiceFixture<SafeguardingDb>("safeguarding")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:PublicConcerns", "3")];
    }

    [Fact]
    public async Task Strangers_who_send_too_much_are_asked_to_wait_and_told_what_to_do_in_danger_and_those_signed_in_are_not_held_up()
    {
        for (var i = 0; i < 3; i++) await service.AsNobody().Post("/public-concerns", World.PublicWords()).ShouldBe(HttpStatusCode.Accepted);
        var refused = await service.AsNobody().Post("/public-concerns", World.PublicWords());
        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "call 999 now");
        await World.Raise(service.AsMentee());
    }
}
