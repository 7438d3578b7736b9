using System.Net;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

public sealed class MentorTests(MentorService service)
{
    [Fact]
    public async Task From_registration_to_clearance_and_a_break()
    {
        var caseworker = service.AsCaseworker();
        var mentor = await caseworker.Post("/mentors", Some.PersonBody()).ShouldBe<MentorAnswer>(HttpStatusCode.Created);
        mentor.PartnerId.ShouldBeNull();
        var self = service.AsMentor(mentor.MentorId);
        var agreement = await service.AsNobody().Get<AgreementAnswer>("/agreement");

        await caseworker.Post($"/mentors/{mentor.MentorId}/checks", Some.CheckBody()).ShouldBeProblem(HttpStatusCode.Conflict, "applied");
        await self.Post($"/mentors/{mentor.MentorId}/application", new { agreementVersion = agreement.Version }).ShouldBeProblem(HttpStatusCode.Conflict, "two people who can speak for you");
        await self.Put($"/mentors/{mentor.MentorId}/referees", Some.RefereesBody()).ShouldSucceed();
        (await self.Post($"/mentors/{mentor.MentorId}/application", new { agreementVersion = agreement.Version }).ShouldBe<ProgressAnswer>(HttpStatusCode.OK)).Stage.ShouldBe(Progress.Applied);
        await service.HeardOnce<MentorApplied>(f => f.MentorId == mentor.MentorId.Value);
        await caseworker.Post($"/mentors/{mentor.MentorId}/clearance", null).ShouldBeProblem(HttpStatusCode.Conflict, "Still needed: identity; first reference");

        foreach (var rule in ScreeningRules.Of(MentorRole.OneToOneMentor).Checks)
            mentor = await caseworker.Post($"/mentors/{mentor.MentorId}/checks", Some.CheckBody(rule.Kind)).ShouldBe<MentorAnswer>(HttpStatusCode.OK);
        mentor.Stage.ShouldBe(Stage.Screening);
        mentor.StillNeeded.ShouldBeEmpty();
        mentor.Checks.Select(c => c.Number).ShouldBe([1, 2, 3, 4, 5, 6, 7]);

        var cleared = await caseworker.Post($"/mentors/{mentor.MentorId}/clearance", null).ShouldBe<MentorAnswer>(HttpStatusCode.OK);
        cleared.Stage.ShouldBe(Stage.Cleared);
        (await service.Heard<MentorCleared>(f => f.MentorId == mentor.MentorId.Value)).ClearedUntil.ShouldBe(cleared.ClearedUntil!.Value);

        (await self.Post($"/mentors/{mentor.MentorId}/pause", new { why = "A new baby." }).ShouldBe<ProgressAnswer>(HttpStatusCode.OK)).Stage.ShouldBe(Progress.Paused);
        await self.Post($"/mentors/{mentor.MentorId}/pause", new { }).ShouldSucceed();
        await service.HeardOnce<MentorPaused>(f => f.MentorId == mentor.MentorId.Value);
        (await self.Post($"/mentors/{mentor.MentorId}/resume", null).ShouldBe<ProgressAnswer>(HttpStatusCode.OK)).Stage.ShouldBe(Progress.Cleared);

        await caseworker.Post($"/mentors/{mentor.MentorId}/checks", Some.CheckBody(CheckKind.Interview, "failed")).ShouldSucceed();
        await service.HeardOnce<MentorClearanceLapsed>(f => f.MentorId == mentor.MentorId.Value);
        (await self.Post($"/mentors/{mentor.MentorId}/leave", new { }).ShouldBe<ProgressAnswer>(HttpStatusCode.OK)).Stage.ShouldBe(Progress.Ended);
        await self.Post($"/mentors/{mentor.MentorId}/leave", new { }).ShouldSucceed();
        await service.HeardOnce<MentorLeft>(f => f.MentorId == mentor.MentorId.Value);

        var whole = await caseworker.Get<MentorAnswer>($"/mentors/{mentor.MentorId}");
        whole.Story.Select(s => s.To).ShouldBe([Stage.Invited, Stage.Applied, Stage.Screening, Stage.Cleared, Stage.Paused, Stage.Cleared, Stage.Screening, Stage.Left]);
        whole.Checks.Count.ShouldBe(8);
        await self.Put($"/mentors/{mentor.MentorId}/profile", Some.ProfileBody()).ShouldBeProblem(HttpStatusCode.Conflict, "ended");
    }

    [Fact]
    public async Task A_mentor_changes_profile_and_times_and_the_whole_of_it_is_told()
    {
        var mentor = await service.Stored(Stage.Cleared);
        var self = service.AsMentor(mentor.Id);
        await self.Put($"/mentors/{mentor.Id}/profile", Some.ProfileBody()).ShouldSucceed();
        var told = await service.Heard<MentorProfileChanged>(f => f.MentorId == mentor.Id.Value && f.Capacity == 3);
        told.Dislikes.ShouldBe(["running"]);
        told.Traits.ShouldBe(["parent"]);
        told.Languages.ShouldBe(["en", "pl"]);
        (told.Sector, told.WelcomesFrom, told.WelcomesUpTo, told.WorksInCareTeams, told.BornIn).ShouldBe(("hospitality", 16, 21, true, mentor.DateOfBirth.Year));
        told.CannotHelpWith.ShouldBe(["mental-health"]);
        await self.Put($"/mentors/{mentor.Id}/availability", Some.AvailabilityBody()).ShouldSucceed();
        (await service.Heard<MentorAvailabilityChanged>(f => f.MentorId == mentor.Id.Value && f.Exceptions.Count == 1)).Zone.ShouldBe("Europe/London");

        var own = await self.Get<OwnMentorAnswer>("/mentors/me");
        own.Phone.ShouldBe("07700 900222");
        own.Profile.GoalAreas.ShouldBe(["housing"]);
        (await self.Get<AvailabilityAnswer>($"/mentors/{mentor.Id}/availability")).Exceptions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Windows_that_overlap_are_refused_in_a_sentence()
    {
        var mentor = await service.Stored(Stage.Invited);
        await service.AsMentor(mentor.Id).Put($"/mentors/{mentor.Id}/availability", new
        {
            weekly = new[] { new { day = "monday", from = "09:00:00", until = "11:00:00" }, new { day = "monday", from = "10:00:00", until = "12:00:00" } },
        }).ShouldBeProblem(HttpStatusCode.BadRequest, "overlap");
    }

    [Fact]
    public async Task Caseworkers_find_mentors_by_stage_and_part_of_the_name()
    {
        var mark = $"Q{Guid.CreateVersion7():N}"[..20];
        var mentors = new List<Mentor>();
        for (var i = 0; i < 3; i++)
        {
            var mentor = Mentor.Register(null, Some.Person() with { LastName = $"{mark}%_{i}" }, Some.Profile(), null, Some.Caseworker, Some.Now);
            mentors.Add(mentor);
            await service.Store(mentor);
        }

        var caseworker = service.AsCaseworker();
        var first = await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mark.ToLowerInvariant()}&take=2");
        first.Items.Select(m => m.MentorId).ShouldBe(mentors.Select(m => m.Id).Order(Comparer<MentorId>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))).Take(2));
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mark}&take=2&after={first.Next}")).Items.ShouldHaveSingleItem();
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mark}&stage=cleared")).Items.ShouldBeEmpty();
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search=odalys%20{mark}&stage=invited")).Items.Count.ShouldBe(3);
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mark}%25_1")).Items.ShouldHaveSingleItem();
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mark}&take=2&after={first.Next}")).Total.ShouldBe(3);
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mark}&needsScreening=true")).Total.ShouldBe(0);
        (await caseworker.Get<Found<MentorListItem>>($"/mentors?search={mentors[1].Email.ToUpperInvariant()}")).Items.ShouldHaveSingleItem().MentorId.ShouldBe(mentors[1].Id);
        await caseworker.Get("/mentors?partner=nobody").ShouldBeProblem(HttpStatusCode.BadRequest);
        await caseworker.Get("/mentors?stage=famous").ShouldBeProblem(HttpStatusCode.BadRequest, "stage");
        await caseworker.Get($"/mentors?search={new string('x', 101)}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_safeguarding_lead_says_why_and_it_is_kept()
    {
        var mentor = await service.Stored(Stage.Applied);
        await service.AsLead(null).Get($"/mentors/{mentor.Id}").ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        (await service.AsLead("A concern was raised today.").Get<MentorAnswer>($"/mentors/{mentor.Id}")).MentorId.ShouldBe(mentor.Id);
        var record = $"mentor {mentor.Id}";
        (await service.Db(db => Task.FromResult(db.Set<LeadReading>().Single(r => r.Record == record)))).Reason.ShouldBe("A concern was raised today.");
    }

    [Fact]
    public async Task Two_caseworkers_who_record_at_once_do_not_record_past_each_other()
    {
        var mentor = await service.Stored(Stage.Screening);
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            service.AsCaseworker().Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Interview, i % 2 == 0 ? "passed" : "failed", note: $"{i}"))));
        both.ShouldAllBe(r => r.StatusCode == HttpStatusCode.OK || r.StatusCode == HttpStatusCode.Conflict);
        var kept = (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}")).Checks;
        kept.Count.ShouldBe(7 + both.Count(r => r.StatusCode == HttpStatusCode.OK));
        kept.Select(c => c.Number).ShouldBe(Enumerable.Range(1, kept.Count));
    }

    [Fact]
    public Task Tokens_that_are_not_for_us_are_refused() => TokensThatMustBeRefused.Check(service, Persona.Caseworker(), "/mentors");

    [Fact]
    public async Task The_openapi_document_has_every_endpoint_with_words_and_examples()
    {
        var document = await (await service.AsNobody().Get("/openapi/v1.json")).Content.ReadAsStringAsync();
        using var json = System.Text.Json.JsonDocument.Parse(document);
        var operations = json.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToArray();
        operations.Length.ShouldBe(48);
        operations.ShouldAllBe(o => o.Value.GetProperty("summary").GetString()!.Length > 3);
        document.ShouldContain("amina.okoro@partner.example");
        document.ShouldContain("2029-11-02");
    }
}
