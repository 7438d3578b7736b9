using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class WhoLookedTests(SessionService service)
{
    [Fact]
    public async Task Whoever_opens_goals_thoughts_talks_or_how_it_goes_is_seen_by_the_young_person()
    {
        var world = await World.Of(service);
        await world.AsMentor.Get($"/mentees/{world.Mentee}/goals").ShouldSucceed();
        foreach (var part in (string[])["sessions", "reflections", "check-ins", "how-it-goes"]) await world.AsCaseworker.Get($"/matches/{world.Match}/{part}").ShouldSucceed();
        await world.AsMentee.Get($"/matches/{world.Match}/reflections").ShouldSucceed();

        var looks = await world.AsMentee.Get<IReadOnlyList<WhoLooked.Look>>("/who-looked");
        looks.Select(look => (look.As, look.Part)).ShouldBe(
        [
            (Roles.Mentor, RecordParts.Goals), (Roles.Caseworker, RecordParts.Sessions), (Roles.Caseworker, RecordParts.Reflections),
            (Roles.Caseworker, RecordParts.CheckIns), (Roles.Caseworker, RecordParts.HowItGoes),
        ], ignoreOrder: true);
    }
}
