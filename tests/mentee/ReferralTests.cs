using Mentoring.Contracts.Mentees;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees.Tests;

public sealed class ReferralTests(MenteeService service)
{
    [Fact]
    public async Task A_caseworker_refers_a_young_person_and_has_them_in_the_caseload()
    {
        var caseworker = CaseworkerId.New();
        var response = await service.AsCaseworker(caseworker).Post("/mentees", new ReferMentee.Request
        {
            FirstName = " Riley ",
            LastName = "Morgan",
            DateOfBirth = Some.Riley.DateOfBirth,
            Email = "riley@example.org",
            Note = "Why now",
        });

        var id = (await response.ShouldBe<ReferMentee.Answer>(HttpStatusCode.Created)).Id;
        response.Headers.Location!.ToString().ShouldBe($"/mentees/{id}");
        var seen = await service.AsCaseworker(caseworker).Get<SeeMentee.Answer>($"/mentees/{id}");
        (seen.FirstName, seen.LastName, seen.Email, seen.ReferralNote, seen.CaseworkerId).ShouldBe(("Riley", "Morgan", "riley@example.org", "Why now", caseworker));
        seen.Standing.Stage.ShouldBe(MenteeStage.Referred);
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == id.Value);
        (await service.HeardOnce<CaseworkerAssigned>(f => f.MenteeId == id.Value)).CaseworkerId.ShouldBe(caseworker.Value);
    }

    [Fact]
    public async Task The_same_idempotency_key_twice_makes_one_young_person()
    {
        var caseworker = service.AsCaseworker();
        var request = new { firstName = "Sam", lastName = "Lee", dateOfBirth = Some.Riley.DateOfBirth, email = "sam@example.org" };

        var first = await caseworker.Post("/mentees", request, "one-key").ShouldBe<ReferMentee.Answer>(HttpStatusCode.Created);
        var second = await caseworker.Post("/mentees", request, "one-key").ShouldBe<ReferMentee.Answer>(HttpStatusCode.Created);

        second.ShouldBe(first);
        (await caseworker.Get<SeeCaseload.Answer>("/mentees")).Items.ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        await caseworker.Post("/mentees", request with { firstName = "Alex" }, "one-key").ShouldBeProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(26)]
    public async Task Only_people_from_10_to_25_are_taken_on(int age) =>
        await service.AsCaseworker().Post("/mentees", new { firstName = "Sam", lastName = "Lee", dateOfBirth = service.Today.AddYears(-age), email = "sam@example.org" })
            .ShouldBeProblem(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_young_person_asks_themselves_and_a_caseworker_takes_them_on()
    {
        var name = $"Robin{Guid.CreateVersion7():N}";
        var request = new { firstName = name, lastName = "Ash", dateOfBirth = service.Today.AddYears(-15), phone = "07700 900456", note = "I would like someone to talk to." };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.AsNobody().Post("/referrals", request)));
        foreach (var answer in answers) (await answer.ShouldBe<ReferThemselves.Answer>(HttpStatusCode.Accepted)).Message.ShouldContain("Thank you");

        var caseworker = CaseworkerId.New();
        var waiting = (await AllWaiting()).Where(w => w.FirstName == name).ShouldHaveSingleItem("asking five times at once is one referral");
        waiting.Age.ShouldBe(15);
        waiting.Note.ShouldBe("I would like someone to talk to.");
        await service.HeardOnce<MenteeReferred>(f => f.MenteeId == waiting.Id.Value);
        await service.AsCaseworker(caseworker).Get($"/mentees/{waiting.Id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker(caseworker).Post($"/mentees/{waiting.Id}/caseworker", new { caseworkerId = CaseworkerId.New() }).ShouldBeProblem(HttpStatusCode.Conflict, "Take them on yourself");

        await service.AsCaseworker(caseworker).Post($"/mentees/{waiting.Id}/caseworker", new { caseworkerId = caseworker }).ShouldBe(HttpStatusCode.NoContent);

        (await AllWaiting()).ShouldNotContain(w => w.FirstName == name);
        (await service.AsCaseworker(caseworker).Get<SeeMentee.Answer>($"/mentees/{waiting.Id}")).ReferredThemselves.ShouldBeTrue();
        (await service.HeardOnce<CaseworkerAssigned>(f => f.MenteeId == waiting.Id.Value)).CaseworkerId.ShouldBe(caseworker.Value);
        (await service.AsMentee(waiting.Id).Get<SeeMyself.Answer>("/mentees/me")).WhatYouToldUs.ShouldBe("I would like someone to talk to.");
    }

    [Fact]
    public async Task Two_caseworkers_who_take_one_young_person_on_at_once_leave_them_with_one()
    {
        var mentee = Mentee.ReferThemselves(Some.Riley, null, Some.Noon);
        await service.Store(mentee);
        var caseworkers = Enumerable.Range(0, 8).Select(_ => CaseworkerId.New()).ToArray();

        var answers = await Task.WhenAll(caseworkers.Select(c => service.AsCaseworker(c).Post($"/mentees/{mentee.Id}/caseworker", new { caseworkerId = c })));

        answers.Count(a => a.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.NotFound).ShouldBe(7);
        await service.HeardOnce<CaseworkerAssigned>(f => f.MenteeId == mentee.Id.Value);
    }

    [Fact]
    public async Task Handing_over_moves_a_young_person_to_the_colleagues_caseload()
    {
        var (mine, theirs) = (CaseworkerId.New(), CaseworkerId.New());
        var id = await service.Referred(mine);
        await service.AsCaseworker(theirs).Post($"/mentees/{id}/caseworker", new { caseworkerId = theirs }).ShouldBeProblem(HttpStatusCode.NotFound);

        await service.AsCaseworker(mine).Post($"/mentees/{id}/caseworker", new { caseworkerId = theirs }).ShouldBe(HttpStatusCode.NoContent);

        await service.AsCaseworker(mine).Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker(theirs).Get<SeeMentee.Answer>($"/mentees/{id}");
    }

    [Fact]
    public async Task Personal_data_goes_to_no_log()
    {
        var name = $"Secretname{Guid.CreateVersion7():N}";
        await service.AsCaseworker().Post("/mentees", new { firstName = name, lastName = name, dateOfBirth = service.Today.AddYears(-15), email = $"{name}@example.org", note = name }).ShouldBe(HttpStatusCode.Created);
        await service.AsCaseworker().Post("/mentees", new { firstName = name, lastName = name, dateOfBirth = "1800-01-01", email = name, note = name }).ShouldBeProblem(HttpStatusCode.BadRequest);

        service.Log.Lines.ShouldAllBe(line => !line.Contains(name, StringComparison.OrdinalIgnoreCase));
        (await service.Db(db => db.Outbox.AsNoTracking().ToListAsync())).ShouldAllBe(row => !row.Body.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<List<SeeReferrals.Waiting>> AllWaiting()
    {
        var waiting = new List<SeeReferrals.Waiting>();
        for (var url = "/referrals?take=2"; ;)
        {
            var page = await service.AsCaseworker().Get<Page<SeeReferrals.Waiting>>(url);
            waiting.AddRange(page.Items);
            if (page.Next is not { } next) return waiting;
            url = $"/referrals?take=2&after={next}";
        }
    }
}

public sealed class ReferralLimitTests(ReferralLimitTests.Own service) : IClassFixture<ReferralLimitTests.Own>
{
    [Fact]
    public async Task Too_many_referrals_from_one_address_are_asked_to_wait()
    {
        var request = new { firstName = "Sam", lastName = "Lee", dateOfBirth = service.Clock.Today().AddYears(-15), email = "sam@example.org" };
        for (var i = 0; i < 3; i++) await service.AsNobody().Post("/referrals", request).ShouldBe(HttpStatusCode.Accepted);

        var refused = await service.AsNobody().Post("/referrals", request);

        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "wait a minute");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await service.AsNobody().Get<ReadConsentStatement.Answer>("/consent-statement");
    }

    public sealed class Own() : ServiceFixture<MenteeDb>("mentee")
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("RateLimits:Referrals", "3")];
    }
}
