using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>What people without an account write to us. Looks at whole lists and moves the clock, and so has a service of its own.</summary>
public sealed class EnquiryTests(EnquiryTests.Own service) : IClassFixture<EnquiryTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:Enquiries", "100000")];
    }

    private readonly string name = $"Riverside {Guid.CreateVersion7():N}";

    [Fact]
    public async Task A_business_asks_to_join_and_an_administrator_makes_it_a_partner()
    {
        var body = Some.PartnerRequestBody(name);
        var thanks = await service.AsNobody().Post("/partner-requests", body).ShouldBe<ThanksAnswer>(HttpStatusCode.Accepted);
        (await service.AsNobody().Post("/partner-requests", body).ShouldBe<ThanksAnswer>(HttpStatusCode.Accepted)).Message.ShouldBe(thanks.Message);
        var administrator = service.AsAdministrator();
        var asked = (await Requests("state=open&take=100")).Items.Where(r => r.BusinessName == name).ShouldHaveSingleItem("pressing the button twice asks once");
        (asked.ContactName, asked.Phone, asked.State).ShouldBe(("Priya Shah", "0116 496 0123", PartnerRequestState.Open));

        var accepted = await administrator.Post($"/partner-requests/{asked.Id}/acceptance", null).ShouldBe<PartnerRequestAnswer>(HttpStatusCode.OK);
        (await administrator.Post($"/partner-requests/{asked.Id}/acceptance", null).ShouldBe<PartnerRequestAnswer>(HttpStatusCode.OK)).PartnerId.ShouldBe(accepted.PartnerId);
        (await service.AsCoordinator(accepted.PartnerId).Get<PartnerAnswer>($"/partners/{accepted.PartnerId}")).Name.ShouldBe(name);
        await administrator.Post($"/partner-requests/{asked.Id}/refusal", new { why = "Outside the county." }).ShouldBeProblem(HttpStatusCode.Conflict, "partner already");
        (await administrator.Get<PartnerRequestAnswer>($"/partner-requests/{asked.Id}")).State.ShouldBe(PartnerRequestState.Accepted);
        service.Log.Lines.ShouldAllBe(line => !line.Contains("priya.shah"));
    }

    [Fact]
    public async Task A_business_whose_name_is_taken_is_not_accepted_and_stays_open()
    {
        await service.AsAdministrator().Post("/partners", new { name }).ShouldBe(HttpStatusCode.Created);
        var loud = name.ToUpperInvariant();
        await service.AsNobody().Post("/partner-requests", Some.PartnerRequestBody(loud)).ShouldSucceed();
        var asked = (await Requests("state=open&take=100")).Items.Single(r => r.BusinessName == loud);
        await service.AsAdministrator().Post($"/partner-requests/{asked.Id}/acceptance", null).ShouldBeProblem(HttpStatusCode.Conflict, "this name already");
        (await service.AsAdministrator().Get<PartnerRequestAnswer>($"/partner-requests/{asked.Id}")).State.ShouldBe(PartnerRequestState.Open);
    }

    [Fact]
    public async Task Requests_are_listed_page_by_page_with_the_open_ones_first()
    {
        for (var i = 0; i < 5; i++) await service.AsNobody().Post("/partner-requests", Some.PartnerRequestBody($"{name} {i}")).ShouldSucceed();
        var mine = (await Requests("state=open&take=100")).Items.Where(r => r.BusinessName.StartsWith(name, StringComparison.Ordinal)).ToList();
        await service.AsAdministrator().Post($"/partner-requests/{mine[0].Id}/refusal", new { why = "Outside the county." }).ShouldSucceed();

        var (all, next, total) = (new List<PartnerRequestAnswer>(), (Guid?)null, 0);
        do
        {
            var page = await Requests($"take=2{(next is null ? string.Empty : $"&after={next}")}");
            all.AddRange(page.Items);
            (next, total) = (page.Next, page.Total);
        }
        while (next is not null);

        all.Count.ShouldBe(total);
        all.Select(r => r.Id).Distinct().Count().ShouldBe(total);
        all.Select(r => r.State != PartnerRequestState.Open).ShouldBeInOrder();
        all.Where(r => r.BusinessName.StartsWith(name, StringComparison.Ordinal)).Select(r => r.Id).ShouldBe([.. mine.Skip(1).Select(r => r.Id), mine[0].Id]);
        await service.AsAdministrator().Get("/partner-requests?state=famous").ShouldBeProblem(HttpStatusCode.BadRequest, "state is open");
    }

    [Fact]
    public async Task Somebody_who_would_like_to_be_a_mentor_is_written_to()
    {
        var email = Some.Email();
        await service.AsNobody().Post("/interests", Some.InterestBody(email.ToUpperInvariant())).ShouldBe(HttpStatusCode.Accepted);
        await service.AsNobody().Post("/interests", Some.InterestBody(email)).ShouldBe(HttpStatusCode.Accepted);
        var caseworker = service.AsCaseworker();
        var said = (await caseworker.Get<Found<InterestAnswer>>("/interests?state=open&take=100")).Items.Where(i => i.Email == email).ShouldHaveSingleItem();
        (said.Name, said.WorksFor).ShouldBe(("Amina Okoro", "My own bakery"));
        (await caseworker.Get<ReadMentorsSummary.Answer>("/mentors/summary")).OpenInterests.ShouldBeGreaterThan(0);

        var by = CaseworkerId.New();
        var handled = await service.AsCaseworker(by).Post($"/interests/{said.Id}/handling", new { outcome = "answered", note = " Rang. " }).ShouldBe<InterestAnswer>(HttpStatusCode.OK);
        (handled.State, handled.Note, handled.HandledBy).ShouldBe((InterestState.Answered, "Rang.", new AccountId(by.Value)));
        await caseworker.Post($"/interests/{said.Id}/handling", new { outcome = "registered" }).ShouldSucceed();
        await caseworker.Post($"/interests/{said.Id}/handling", new { outcome = "answered" }).ShouldBeProblem(HttpStatusCode.Conflict, "registered already");
        await caseworker.Post($"/interests/{InterestId.New()}/handling", new { outcome = "answered" }).ShouldBe(HttpStatusCode.NotFound);
        (await caseworker.Get<InterestAnswer>($"/interests/{said.Id}")).State.ShouldBe(InterestState.Registered);
    }

    private Task<Found<PartnerRequestAnswer>> Requests(string query) => service.AsAdministrator().Get<Found<PartnerRequestAnswer>>($"/partner-requests?{query}");
}

/// <summary>What is forgotten after six months.</summary>
public sealed class ForgettingEnquiriesTests(ForgettingEnquiriesTests.Own service) : IClassFixture<ForgettingEnquiriesTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor");

    [Fact]
    public async Task Interests_and_decided_requests_are_forgotten_after_six_months_and_open_requests_are_not()
    {
        var interest = Interest.Say("Amina Okoro", Some.Email(), null, string.Empty, Some.Now);
        var (open, decided) = (Asked(), Asked());
        decided.Refuse("Outside the county.", Some.Caseworker, Some.Now);
        await service.Store(interest);
        await service.Store(open);
        await service.Store(decided);
        service.Clock.MoveTo(Some.Now.AddMonths(ForgetOldEnquiries.MonthsKept).AddDays(-1));
        (await service.AsCaseworker().Get($"/interests/{interest.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        service.Clock.MoveTo(Some.Now.AddMonths(ForgetOldEnquiries.MonthsKept).AddHours(2));
        await Eventually.Is(async () => (await service.AsCaseworker().Get($"/interests/{interest.Id}")).StatusCode == HttpStatusCode.NotFound, "interests older than six months are removed");
        await Eventually.Is(async () => (await service.AsAdministrator().Get($"/partner-requests/{decided.Id}")).StatusCode == HttpStatusCode.NotFound, "requests decided six months ago are removed");
        await service.AsAdministrator().Get($"/partner-requests/{open.Id}").ShouldBe(HttpStatusCode.OK);
    }

    private static PartnerRequest Asked() => PartnerRequest.Ask("Riverside", "Priya Shah", "priya@riverside.example", null, string.Empty, Some.Now);
}

/// <summary>How often one address may write to us.</summary>
public sealed class EnquiryLimitTests(EnquiryLimitTests.Own service) : IClassFixture<EnquiryLimitTests.Own>
{
    public sealed class Own() : ServiceFixture<MentorDb>("mentor")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:Enquiries", "3")];
    }

    [Fact]
    public async Task Too_many_messages_from_one_address_are_asked_to_wait()
    {
        for (var i = 0; i < 3; i++) await service.AsNobody().Post(i % 2 == 0 ? "/interests" : "/partner-requests", i % 2 == 0 ? Some.InterestBody() : Some.PartnerRequestBody()).ShouldBe(HttpStatusCode.Accepted);
        var refused = await service.AsNobody().Post("/interests", Some.InterestBody());
        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "wait a minute");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await service.AsNobody().Get<AgreementAnswer>("/agreement");
    }
}
