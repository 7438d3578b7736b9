using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Reactions;

/// <summary>What other services tell, over the real broker.</summary>
public sealed class ReactionTests(SafeguardingService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    [Fact]
    public async Task The_newest_caseworker_reads_and_the_one_before_no_longer_does()
    {
        var world = await World.Of(service);
        var id = await world.InHand();
        var newer = Persona.Caseworker();
        await service.TellAndWait(world.Assigned(newer, Now.AddMinutes(2)));
        await service.TellAndWait(world.Assigned(world.Caseworker, Now.AddMinutes(1)));
        await service.As(newer).Get($"/concerns/{id}").ShouldBe(HttpStatusCode.OK);
        await world.AsCaseworker.Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cover_holds_on_its_days_only_and_taken_back_is_taken_back()
    {
        var world = await World.Of(service);
        var id = await world.InHand();
        var cover = Persona.Caseworker();
        var today = London.DateAt(Now);
        await service.TellAndWait(world.Covered(cover, today.AddDays(1), today.AddDays(5), Now));
        await service.As(cover).Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.TellAndWait(world.Covered(cover, today.AddDays(-1), today, Now.AddMinutes(1)));
        await service.As(cover).Get($"/concerns/{id}").ShouldBe(HttpStatusCode.OK);
        await service.TellAndWait(world.Covered(null, today.AddDays(-1), today, Now.AddMinutes(3)));
        await service.TellAndWait(world.Covered(cover, today.AddDays(-1), today, Now.AddMinutes(2)));
        await service.As(cover).Get($"/concerns/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_approved_match_makes_my_mentor_known_and_the_newest_counts()
    {
        var world = await World.Of(service);
        var (mentee, first, second) = (Persona.AMentee(), Persona.AMentor(), Persona.AMentor());
        (await world.Read((await World.Raise(service.As(mentee), World.Words(about: "my-mentor"))).Id)).MentorId.ShouldBeNull();

        var newest = World.Approved(mentee, second, MatchId.New(), Now.AddMinutes(2));
        await service.TellAndWait(newest);
        await service.TellAndWait(newest);
        await service.TellAndWait(World.Approved(mentee, first, MatchId.New(), Now.AddMinutes(1)));
        var concern = await world.Read((await World.Raise(service.As(mentee), World.Words(about: "my-mentor"))).Id);
        (concern.MentorId, concern.MatchId).ShouldBe((second.Mentor, new MatchId(newest.MatchId)));
    }
}
