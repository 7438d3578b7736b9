using System.Net;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

public sealed class PartnerTests(MentorService service)
{
    [Fact]
    public async Task An_administrator_adds_a_partner_and_its_coordinator_reads_it()
    {
        var name = $"Riverside Brewery {Guid.CreateVersion7():N}";
        var partner = await service.AsAdministrator().Post("/partners", new { name = $"  {name} " }).ShouldBe<PartnerAnswer>(HttpStatusCode.Created);
        partner.Name.ShouldBe(name);
        (await service.AsCoordinator(partner.PartnerId).Get<PartnerAnswer>($"/partners/{partner.PartnerId}")).Name.ShouldBe(name);
        await service.AsAdministrator().Post("/partners", new { name = name.ToUpperInvariant() }).ShouldBeProblem(HttpStatusCode.Conflict, "this name already");
    }

    [Fact]
    public async Task Partners_are_listed_page_by_page_in_the_order_they_joined()
    {
        for (var i = 0; i < 3; i++) await service.StoredPartner();
        var names = new List<string>();
        Guid? next = null;
        do
        {
            var page = await service.AsCaseworker().Get<Page<PartnerAnswer>>($"/partners?take=2{(next is null ? string.Empty : $"&after={next}")}");
            page.Items.Count.ShouldBeLessThanOrEqualTo(2);
            names.AddRange(page.Items.Select(p => p.Name));
            next = page.Next;
        }
        while (next is not null);

        var all = await service.Db(async db => await Task.FromResult(db.Partners.Count()));
        names.Distinct().Count().ShouldBe(names.Count);
        names.Count.ShouldBeGreaterThanOrEqualTo(3);
        names.Count.ShouldBeLessThanOrEqualTo(all);
    }

    [Fact]
    public async Task A_coordinator_registers_somebody_and_the_facts_go_out_without_a_name()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var person = await coordinator.Post($"/partners/{partner.Id}/mentors", Some.PersonBody()).ShouldBe<OwnPersonAnswer>(HttpStatusCode.Created);
        person.Stage.ShouldBe(Progress.Invited);
        person.Checks.ShouldAllBe(c => c.State == CheckProgress.Waiting);

        var profile = await service.HeardOnce<MentorProfileChanged>(f => f.MentorId == person.MentorId.Value);
        profile.PartnerId.ShouldBe(partner.Id.Value);
        profile.OutwardPostcode.ShouldBe("LE2");
        var times = await service.HeardOnce<MentorAvailabilityChanged>(f => f.MentorId == person.MentorId.Value);
        times.Weekly.ShouldBe([Some.Window(DayOfWeek.Tuesday, 18, 20)]);
        times.Exceptions.ShouldHaveSingleItem().Until.ShouldBe(new(12, 0));

        var listed = await coordinator.Get<Found<OwnPersonAnswer>>($"/partners/{partner.Id}/mentors");
        listed.Items.ShouldHaveSingleItem().MentorId.ShouldBe(person.MentorId);
        (await coordinator.Get<OwnPersonAnswer>($"/partners/{partner.Id}/mentors/{person.MentorId}")).Email.ShouldBe(person.Email);
        service.Log.Lines.ShouldAllBe(line => !line.Contains(person.Email) && !line.Contains("Fernsby"));
    }

    [Fact]
    public async Task An_email_is_registered_once_whatever_the_case_and_the_partner()
    {
        var (one, other) = (await service.StoredPartner(), await service.StoredPartner());
        var email = Some.Email();
        await service.AsCoordinator(one.Id).Post($"/partners/{one.Id}/mentors", Some.PersonBody(email)).ShouldBe(HttpStatusCode.Created);
        await service.AsCoordinator(other.Id).Post($"/partners/{other.Id}/mentors", Some.PersonBody(email.ToUpperInvariant())).ShouldBeProblem(HttpStatusCode.Conflict, "registered already");
        await service.AsCaseworker().Post("/mentors", Some.PersonBody(email)).ShouldBeProblem(HttpStatusCode.Conflict, "registered already");
    }

    [Fact]
    public async Task The_same_key_registers_one_person()
    {
        var partner = await service.StoredPartner();
        var coordinator = service.AsCoordinator(partner.Id);
        var (key, body) = (Guid.CreateVersion7().ToString(), Some.PersonBody());
        var first = await coordinator.Post($"/partners/{partner.Id}/mentors", body, key).ShouldBe<OwnPersonAnswer>(HttpStatusCode.Created);
        var again = await coordinator.Post($"/partners/{partner.Id}/mentors", body, key).ShouldBe<OwnPersonAnswer>(HttpStatusCode.Created);
        again.MentorId.ShouldBe(first.MentorId);
        await coordinator.Post($"/partners/{partner.Id}/mentors", Some.PersonBody(), key).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_coordinator_sees_what_is_done_and_never_how_it_came_out()
    {
        var partner = await service.StoredPartner();
        var mentor = await service.Stored(Stage.Screening, partner.Id);
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Dbs, "failed")).ShouldSucceed();
        var response = await service.AsCoordinator(partner.Id).Get($"/partners/{partner.Id}/mentors/{mentor.Id}");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("\"done\"");
        text.ShouldNotContain("failed");
        text.ShouldNotContain("passed");
        text.ShouldNotContain("enhanced");

        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/decline", Some.DeclineBody("dbs")).ShouldSucceed();
        (await service.AsCoordinator(partner.Id).Get<OwnPersonAnswer>($"/partners/{partner.Id}/mentors/{mentor.Id}")).Stage.ShouldBe(Progress.Ended);
    }

    [Fact]
    public async Task A_partner_that_is_not_there_has_no_people()
    {
        var nowhere = PartnerId.New();
        await service.AsCoordinator(nowhere).Post($"/partners/{nowhere}/mentors", Some.PersonBody()).ShouldBe(HttpStatusCode.NotFound);
        await service.AsCoordinator(nowhere).Get($"/partners/{nowhere}/mentors").ShouldBe(HttpStatusCode.NotFound);
    }
}
