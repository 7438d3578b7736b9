using System.Net;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>Tries to get past screening at the API.</summary>
public sealed class ScreeningGateTests(MentorService service)
{
    [Theory]
    [InlineData("basic")]
    [InlineData("enhanced")]
    public async Task A_dbs_level_below_the_role_is_refused_with_the_reason(string level)
    {
        var mentor = await Stored(Some.Screened(without: CheckKind.Dbs));
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Dbs, level: level)).ShouldBeProblem(HttpStatusCode.Conflict, "supervised or not since 1 September 2026");
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/clearance", null).ShouldBeProblem(HttpStatusCode.Conflict, "DBS");
        (await Read(mentor)).Checks.ShouldNotContain(c => c.Kind == CheckKind.Dbs);
    }

    [Fact]
    public async Task A_dbs_level_above_the_role_is_refused_as_unlawful_until_the_role_is_another()
    {
        var mentor = await Stored(Some.Screened(without: CheckKind.Dbs));
        var caseworker = service.AsCaseworker();
        (await caseworker.Put($"/mentors/{mentor.Id}/role", new { role = "mentor-of-adults", why = "Care leavers only." }).ShouldBe<MentorAnswer>(HttpStatusCode.OK)).Role.ShouldBe(MentorRole.MentorOfAdults);
        (await service.Heard<MentorProfileChanged>(f => f.MentorId == mentor.Id.Value && f.WelcomesFrom == 19)).WelcomesFrom.ShouldBe(19);
        foreach (var level in (string[])["standard", "enhanced", "enhanced-with-barred-list"])
            await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Dbs, level: level)).ShouldBeProblem(HttpStatusCode.Conflict, "would be unlawful");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Dbs, level: "basic")).ShouldSucceed();
        (await caseworker.Post($"/mentors/{mentor.Id}/clearance", null).ShouldBe<MentorAnswer>(HttpStatusCode.OK)).Stage.ShouldBe(Stage.Cleared);

        (await caseworker.Put($"/mentors/{mentor.Id}/role", new { role = "one-to-one-mentor", why = "Asked to." }).ShouldBe<MentorAnswer>(HttpStatusCode.OK)).StillNeeded.ShouldBe([CheckKind.Dbs]);
        await service.HeardOnce<MentorClearanceLapsed>(f => f.MentorId == mentor.Id.Value);
        await caseworker.Put($"/mentors/{mentor.Id}/role", new { role = "mentor-of-everybody", why = "Asked to." }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await caseworker.Put($"/mentors/{(await service.Stored(Stage.Cleared)).Id}/role", new { role = "mentor-of-adults", why = "Why not." }).ShouldBeProblem(HttpStatusCode.Conflict, "keep this role");
    }

    [Fact]
    public async Task Training_below_two_hours_and_interviews_that_miss_a_criterion_are_refused()
    {
        var mentor = await service.Stored(Stage.Applied);
        var caseworker = service.AsCaseworker();
        await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Training, minutes: 119)).ShouldBeProblem(HttpStatusCode.Conflict, "2 hours");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", new { kind = "training", outcome = "passed", decidedOn = Some.Day(-3) }).ShouldBeProblem(HttpStatusCode.Conflict, "2 hours");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Identity, minutes: 120)).ShouldBeProblem(HttpStatusCode.BadRequest, "Only training");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", new { kind = "first-reference", outcome = "passed", decidedOn = Some.Day(-3) }).ShouldBeProblem(HttpStatusCode.Conflict, "Everybody is asked the same");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.SecondReference, notMet: "trusted")).ShouldBeProblem(HttpStatusCode.Conflict, "trusted");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Interview, notMet: "boundaries")).ShouldBeProblem(HttpStatusCode.Conflict, "boundaries");
        await caseworker.Post($"/mentors/{mentor.Id}/checks", new { kind = "interview", outcome = "failed", decidedOn = Some.Day(-3) }).ShouldBeProblem(HttpStatusCode.Conflict, "same reasons");
        (await Read(mentor)).Checks.ShouldBeEmpty();

        var kept = (await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Interview, "failed", notMet: "time")).ShouldBe<MentorAnswer>(HttpStatusCode.OK)).Checks.ShouldHaveSingleItem();
        kept.Answers.Where(a => a.IsMet == false).Select(a => a.Question).ShouldBe(["time"]);
    }

    [Fact]
    public async Task One_caseworker_in_two_tabs_does_not_clear_somebody_with_an_adverse_finding()
    {
        var mentor = await Stored(Some.Screened(without: CheckKind.Dbs));
        var (one, other) = (CaseworkerId.New(), CaseworkerId.New());
        await service.AsCaseworker(one).Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Dbs, finding: Some.Caution)).ShouldSucceed();
        var tabs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => service.AsCaseworker(one).Post($"/mentors/{mentor.Id}/clearance", null))));
        tabs.ShouldAllBe(t => t.StatusCode == HttpStatusCode.OK || t.StatusCode == HttpStatusCode.Conflict);
        await service.AsCaseworker(one).Post($"/mentors/{mentor.Id}/clearance", null).ShouldSucceed();
        var proposed = await Read(mentor);
        (proposed.Stage, proposed.ProposedBy, proposed.NeedsTwo).ShouldBe((Stage.Screening, new AccountId(one.Value), true));
        await service.HeardNo<MentorCleared>(f => f.MentorId == mentor.Id.Value);
        await service.AsCaseworker(other).Post($"/mentors/{mentor.Id}/clearance", null).ShouldSucceed();
        await service.HeardOnce<MentorCleared>(f => f.MentorId == mentor.Id.Value);
        var step = (await Read(mentor)).Story[^1];
        (step.By, step.ProposedBy).ShouldBe((other.Value, one.Value));
    }

    [Fact]
    public async Task Two_caseworkers_who_propose_at_once_have_only_proposed_or_one_has_confirmed_what_the_other_proposed()
    {
        for (var i = 0; i < 5; i++)
        {
            var mentor = await Stored(Some.WithFinding());
            var two = new[] { CaseworkerId.New(), CaseworkerId.New() };
            await Task.WhenAll(two.Select(c => Task.Run(() => service.AsCaseworker(c).Post($"/mentors/{mentor.Id}/clearance", null))));
            var now = await Read(mentor);
            if (now.Stage == Stage.Cleared) now.Story[^1].By.ShouldNotBe(now.Story[^1].ProposedBy);
            else now.ProposedBy.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_finding_recorded_while_it_is_confirmed_never_ends_in_a_clearance_that_nobody_looked_at()
    {
        for (var i = 0; i < 8; i++)
        {
            var (one, other) = (CaseworkerId.New(), CaseworkerId.New());
            var mentor = await Stored(Some.WithFinding());
            await service.AsCaseworker(one).Post($"/mentors/{mentor.Id}/clearance", null).ShouldSucceed();
            var record = Task.Run(() => service.AsCaseworker(one).Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.FirstReference, finding: "Let somebody down badly, once.")));
            var confirm = Task.Run(() => service.AsCaseworker(other).Post($"/mentors/{mentor.Id}/clearance", null));
            await Task.WhenAll(record, confirm);
            var now = await Read(mentor);
            if ((await record).StatusCode == HttpStatusCode.OK) now.Stage.ShouldBe(Stage.Screening, "a finding takes the clearance, whichever came first");
            else now.Stage.ShouldBe(Stage.Cleared, "the finding was refused, for somebody else had just changed the record");
        }
    }

    [Fact]
    public async Task A_colleague_says_no_and_the_finding_is_for_caseworkers_alone()
    {
        var partner = await service.StoredPartner();
        var mentor = await Stored(Some.Screened(partner.Id, without: CheckKind.FirstReference));
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.FirstReference, finding: "Ivo would not lend her his car.")).ShouldSucceed();
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/clearance/refusal", new { why = "Not yet." }).ShouldBeProblem(HttpStatusCode.Conflict, "Nobody proposes");
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/clearance", null).ShouldSucceed();
        var refused = await service.AsCaseworker().Post($"/mentors/{mentor.Id}/clearance/refusal", new { why = "I want to ring Ivo." }).ShouldBe<MentorAnswer>(HttpStatusCode.OK);
        (refused.Stage, refused.ProposedBy).ShouldBe((Stage.Screening, null));

        foreach (var (client, address) in new[] { (service.AsCoordinator(partner.Id), $"/partners/{partner.Id}/mentors/{mentor.Id}"), (service.AsMentor(mentor.Id), "/mentors/me"), (service.AsMentor(mentor.Id), "/mentors/me/data") })
        {
            var text = await (await client.Get(address)).Content.ReadAsStringAsync();
            text.ShouldNotContain("car.");
        }
    }

    [Fact]
    public async Task A_letter_tells_the_decision_and_somebody_declined_can_still_read_it()
    {
        var cleared = await service.Stored(Stage.Screening);
        await service.AsMentor(cleared.Id).Get("/mentors/me/letter").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker().Post($"/mentors/{cleared.Id}/clearance", null).ShouldSucceed();
        (await service.AsMentor(cleared.Id).Get<DecisionLetterAnswer>("/mentors/me/letter")).Decision.ShouldBe(LetterKind.Cleared);

        var declined = await service.Stored(Stage.Screening);
        await service.AsCaseworker().Post($"/mentors/{declined.Id}/decline", new { why = "No reason of the list." }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsCaseworker().Post($"/mentors/{declined.Id}/decline", Some.DeclineBody("references")).ShouldSucceed();
        (await service.HeardOnce<MentorLeft>(f => f.MentorId == declined.Id.Value)).MayReadUntil.ShouldBe(Some.Today.AddDays(28));
        var letter = await service.AsMentor(declined.Id).Get<DecisionLetterAnswer>("/mentors/me/letter");
        letter.Paragraphs.ShouldContain(p => p.Contains("references"));
        letter.AskAgainUntil.ShouldBe(Some.Today.AddDays(28));
        string.Join(' ', letter.Paragraphs).ShouldNotContain("Could not give");
        await service.AsMentor(declined.Id).Put($"/mentors/{declined.Id}/profile", Some.ProfileBody()).ShouldBeProblem(HttpStatusCode.Conflict, "ended");
    }

    [Fact]
    public async Task A_clearance_given_while_a_check_is_failed_does_not_outlive_it()
    {
        for (var i = 0; i < 8; i++)
        {
            var mentor = await service.Stored(Stage.Screening);
            var clear = Task.Run(() => service.AsCaseworker().Post($"/mentors/{mentor.Id}/clearance", null));
            var fail = Task.Run(() => service.AsCaseworker().Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Dbs, "failed")));
            await Task.WhenAll(clear, fail);
            var failed = (await fail).StatusCode == HttpStatusCode.OK;
            (await Read(mentor)).Stage.ShouldBe(failed ? Stage.Screening : Stage.Cleared);
            if (!failed) (await fail).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }
    }

    private async Task<Mentor> Stored(Mentor mentor)
    {
        await service.Store(mentor);
        return mentor;
    }

    private Task<MentorAnswer> Read(Mentor mentor) => service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}");
}
