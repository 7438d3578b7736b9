using Mentoring.Contracts.Safeguarding;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Endpoints;

/// <summary>Leads are called; a service of its own, because every concern in it is called for.</summary>
public sealed class CallingTests(CallingTests.Own service) : IClassFixture<CallingTests.Own>
{
    public sealed class Own() : ServiceFixture<SafeguardingDb>("safeguarding");

    [Fact]
    public async Task Leads_are_told_that_something_waits_and_again_when_nobody_takes_it_on()
    {
        var world = await World.Of(service);
        var begun = service.Clock.GetUtcNow();
        await world.Raised(World.Words(inDangerNow: true));
        (await service.HeardOnce<ConcernWaits>(f => f.At >= begun && f.TimesOverdue == 0)).Urgent.ShouldBeTrue();
        service.Clock.Advance(TimeSpan.FromMinutes(61));
        (await service.Heard<ConcernWaits>(f => f.At > begun && f.TimesOverdue == 1)).Urgent.ShouldBeTrue();
        service.Clock.Advance(TimeSpan.FromMinutes(61));
        await service.Heard<ConcernWaits>(f => f.At > begun && f.TimesOverdue == 2);

        var calm = service.Clock.GetUtcNow();
        var taken = await world.InHand();
        (await service.HeardOnce<ConcernWaits>(f => f.At >= calm && !f.Urgent)).NotTo.ShouldBeEmpty();
        service.Clock.Advance(TimeSpan.FromDays(3));
        await service.Heard<ConcernWaits>(f => f.At > calm && f.Urgent);
        await service.HeardNo<ConcernWaits>(f => !f.Urgent && f.TimesOverdue > 0);
        (await service.Db(db => db.Concerns.SingleAsync(c => c.Id == taken))).TimesOverdue.ShouldBe(0);
    }

    [Fact]
    public async Task When_the_account_of_the_lead_who_looks_after_it_is_shut_the_others_are_called()
    {
        var world = await World.Of(service);
        var id = await world.InHand();
        var now = service.Clock.GetUtcNow();
        await service.TellAndWait(new Mentoring.Contracts.Portal.AccountShut { AccountId = world.Lead.Account.Value, MenteeId = null, MentorId = null, At = now });
        await service.Heard<ConcernWaits>(f => f.At >= now && f.TimesOverdue == 0);
        var concern = await service.As(world.OtherLead).Get<LeadsConcern>($"/concerns/{id}");
        (concern.State, concern.Owner, concern.Log[^1].Step).ShouldBe((ConcernState.Seen, null, Step.OwnerLeft));
    }
}
