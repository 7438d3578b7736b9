using Mentoring.Contracts.Mentees;

namespace Mentoring.Mentees.Tests;

public sealed class CaseloadTests(MenteeService service)
{
    [Fact]
    public async Task A_caseload_is_paged_and_filtered_by_stage()
    {
        var me = CaseworkerId.New();
        MenteeId[] mine = [await service.Referred(me), await service.Ready(me), await service.Referred(me)];
        await service.Referred();
        var client = service.AsCaseworker(me);

        var first = await client.Get<SeeCaseload.Answer>("/mentees?take=2");
        first.Items.Select(i => i.Id).ShouldBe(mine[..2]);
        var second = await client.Get<SeeCaseload.Answer>($"/mentees?take=2&after={first.Next}");
        second.Items.Select(i => i.Id).ShouldBe(mine[2..]);
        second.Next.ShouldBeNull();
        (await client.Get<SeeCaseload.Answer>("/mentees?stage=ready")).Items.ShouldHaveSingleItem().Id.ShouldBe(mine[1]);
        await client.Get("/mentees?stage=nonsense").ShouldBeProblem(HttpStatusCode.BadRequest);
        await client.Get("/mentees?stage=2").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_caseload_is_searched_by_any_part_of_the_name_and_counted_over_all_pages()
    {
        var me = CaseworkerId.New();
        await service.Ready(me);
        var noor = await service.Referred(me, Some.Riley with { FirstName = "Noor", LastName = "A_b%c" });
        await service.Referred(me, Some.Riley with { FirstName = "Noor", LastName = "Aab12c" });
        await service.Referred(CaseworkerId.New(), Some.Riley with { FirstName = "Noor" });
        var client = service.AsCaseworker(me);

        var all = await client.Get<SeeCaseload.Answer>("/mentees?take=1");
        (all.Total, all.Items.Count, all.Stages["referred"], all.Stages["ready"], all.Stages["left"]).ShouldBe((3, 1, 2, 1, 0));
        var named = await client.Get<SeeCaseload.Answer>("/mentees?search=OOR%20a");
        (named.Total, named.Stages["referred"], named.Stages["ready"]).ShouldBe((2, 2, 0));
        (await client.Get<SeeCaseload.Answer>("/mentees?search=a_b%25")).Items.ShouldHaveSingleItem().Id.ShouldBe(noor);
        var none = await client.Get<SeeCaseload.Answer>("/mentees?search=noor&stage=ready");
        (none.Total, none.Stages["referred"]).ShouldBe((0, 2));
        await client.Get($"/mentees?search={new string('x', 101)}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_covers_sees_and_may_change_the_caseload_until_the_cover_is_taken_back()
    {
        var (away, colleague) = (CaseworkerId.New(), CaseworkerId.New());
        var id = await service.Referred(away);
        await service.AsCaseworker(colleague).Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.NotFound);

        await service.AsCaseworker(away).Put("/caseworkers/me/cover", new { coverId = colleague, first = service.Today, last = service.Today.AddDays(3) }).ShouldBe(HttpStatusCode.NoContent);
        await service.AsCaseworker(away).Put("/caseworkers/me/cover", new { coverId = colleague, first = service.Today, last = service.Today.AddDays(3) }).ShouldBe(HttpStatusCode.NoContent);

        await service.AsCaseworker(colleague).Get<SeeMentee.Answer>($"/mentees/{id}");
        (await service.AsCaseworker(colleague).Get<SeeCaseload.Answer>("/mentees")).Items.ShouldHaveSingleItem().Covering.ShouldBeTrue();
        (await service.AsCaseworker(away).Get<SeeCaseload.Answer>("/mentees")).Items.ShouldHaveSingleItem().Covering.ShouldBeFalse();
        await service.AsCaseworker(colleague).Post($"/mentees/{id}/pause", new { }).ShouldBe(HttpStatusCode.OK);
        (await service.AsCaseworker(away).Get<SeeCover.Answer>("/caseworkers/me/cover")).CoverId.ShouldBe(colleague);
        (await service.HeardOnce<CoverArranged>(f => f.CaseworkerId == away.Value)).CoverId.ShouldBe(colleague.Value);

        await service.AsCaseworker(away).Delete("/caseworkers/me/cover").ShouldBe(HttpStatusCode.NoContent);
        await service.AsCaseworker(away).Delete("/caseworkers/me/cover").ShouldBe(HttpStatusCode.NoContent);

        await service.AsCaseworker(colleague).Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker(away).Get("/caseworkers/me/cover").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.HeardOnce<CoverArranged>(f => f.CaseworkerId == away.Value && f.CoverId == null);
    }

    [Fact]
    public async Task A_cover_of_other_days_opens_nothing_today()
    {
        var (away, colleague) = (CaseworkerId.New(), CaseworkerId.New());
        var id = await service.Referred(away);

        await service.AsCaseworker(away).Put("/caseworkers/me/cover", new { coverId = colleague, first = service.Today.AddDays(1), last = service.Today.AddDays(3) }).ShouldBe(HttpStatusCode.NoContent);

        await service.AsCaseworker(colleague).Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker(away).Put("/caseworkers/me/cover", new { coverId = away, first = service.Today, last = service.Today }).ShouldBeProblem(HttpStatusCode.Conflict, "cover for themselves");
        await service.AsCaseworker(away).Put("/caseworkers/me/cover", new { coverId = colleague, first = service.Today, last = service.Today.AddDays(-1) }).ShouldBeProblem(HttpStatusCode.BadRequest, "before the first");
    }

    [Fact]
    public async Task An_administrator_arranges_cover_for_somebody_who_could_not()
    {
        var (ill, colleague) = (CaseworkerId.New(), CaseworkerId.New());
        var id = await service.Referred(ill);

        await service.AsAdministrator().Put($"/caseworkers/{ill}/cover", new { coverId = colleague, first = service.Today, last = service.Today }).ShouldBe(HttpStatusCode.NoContent);
        await service.AsCaseworker(colleague).Get<SeeMentee.Answer>($"/mentees/{id}");

        await service.AsAdministrator().Delete($"/caseworkers/{ill}/cover").ShouldBe(HttpStatusCode.NoContent);
        await service.AsCaseworker(colleague).Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_first_covers_at_once_end_in_one_and_a_sentence_or_a_change()
    {
        var away = CaseworkerId.New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            service.AsCaseworker(away).Put("/caseworkers/me/cover", new { coverId = CaseworkerId.New(), first = service.Today, last = service.Today })));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.NoContent || a.StatusCode == HttpStatusCode.Conflict);
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.NoContent);
        await service.AsCaseworker(away).Get<SeeCover.Answer>("/caseworkers/me/cover");
    }

    [Fact]
    public async Task A_safeguarding_lead_reads_any_record_with_a_reason_that_is_kept()
    {
        var id = await service.Referred();
        await service.AsLead(null).Get($"/mentees/{id}").ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");

        await service.AsLead("Concern 12 of today, looking for the caseworker").Get<SeeMentee.Answer>($"/mentees/{id}");

        var kept = await service.Db(async db => db.Set<LeadReading>().Where(r => r.Record == $"mentee {id}").ToList());
        kept.ShouldHaveSingleItem().Reason.ShouldBe("Concern 12 of today, looking for the caseworker");
    }

    [Fact]
    public async Task Who_grew_older_than_the_programme_can_still_be_put_right_and_only_a_new_birthday_has_to_fit()
    {
        var me = CaseworkerId.New();
        var older = Some.Riley with { DateOfBirth = service.Today.AddYears(-26) };
        var mentee = Mentee.Refer(older, null, me, Some.Noon);
        await service.Store(mentee);
        var client = service.AsCaseworker(me);

        await client.Put($"/mentees/{mentee.Id}/details", older with { Phone = "07700 900456" }).ShouldBe(HttpStatusCode.NoContent);
        await client.Put($"/mentees/{mentee.Id}/details", older with { DateOfBirth = older.DateOfBirth.AddDays(-1) }).ShouldBeProblem(HttpStatusCode.BadRequest, "aged 10 to 25");
        await client.Put($"/mentees/{mentee.Id}/details", older with { DateOfBirth = service.Today.AddYears(-9) }).ShouldBeProblem(HttpStatusCode.BadRequest, "aged 10 to 25");
        await client.Put($"/mentees/{mentee.Id}/details", older with { DateOfBirth = service.Today.AddYears(-25) }).ShouldBe(HttpStatusCode.NoContent);
        await client.Post("/mentees", older).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsNobody().Post("/referrals", older).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Details_are_put_right_by_the_young_person_and_their_caseworker()
    {
        var me = CaseworkerId.New();
        var id = await service.Referred(me);
        await service.AsMentee(id).Put($"/mentees/{id}/details", Some.Riley with { FirstName = "Ri" }).ShouldBe(HttpStatusCode.NoContent);
        (await service.AsCaseworker(me).Get<SeeMentee.Answer>($"/mentees/{id}")).FirstName.ShouldBe("Ri");
        await service.AsCaseworker(me).Put($"/mentees/{id}/details", Some.Riley with { Email = "new@example.org" }).ShouldBe(HttpStatusCode.NoContent);
        var own = await service.AsMentee(id).Get<SeeMyself.Answer>("/mentees/me");
        (own.FirstName, own.Email, own.WhatYouToldUs).ShouldBe(("Riley", "new@example.org", null));
        await service.AsMentee().Get("/mentees/me").ShouldBeProblem(HttpStatusCode.NotFound);
    }
}
