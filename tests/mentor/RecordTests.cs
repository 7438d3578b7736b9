using System.Net;
using Mentoring.Contracts.Matching;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>What a mentor adds to their record, and who reads what of it.</summary>
public sealed class RecordTests(MentorService service)
{
    [Fact]
    public async Task A_mentor_names_referees_and_training_and_sees_the_application_fill_up()
    {
        var mentor = Mentor.Register(null, Some.Person(), Some.Profile(), Some.Evenings(), Some.Caseworker, Some.Now);
        await service.Store(mentor);
        var self = service.AsMentor(mentor.Id);
        (await self.Get<OwnMentorAnswer>("/mentors/me")).Application.MaySign.ShouldBeFalse();
        var kept = await self.Put($"/mentors/{mentor.Id}/referees", Some.RefereesBody()).ShouldBe<ChangeReferees.Answer>(HttpStatusCode.OK);
        kept.Referees.Select(r => r.Email).ShouldBe(["odette.larkin@mail.example", "ivo.brand@mail.example"]);
        await self.Put($"/mentors/{mentor.Id}/training", Some.TrainingBody()).ShouldSucceed();

        var own = await self.Get<OwnMentorAnswer>("/mentors/me");
        own.Application.MaySign.ShouldBeTrue();
        own.Application.Parts.Single(p => p.Part == Part.References).State.ShouldBe(PartState.Done);
        own.Trainings.ShouldHaveSingleItem().Name.ShouldBe("Safeguarding basics");
        (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}")).Referees.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_referee_is_no_relative_and_can_be_reached()
    {
        var mentor = await service.Stored(Stage.Invited);
        object Body(bool notARelative, string? email) => new { referees = new[] { new { name = "Odette Larkin", howTheyKnowYou = "My sister.", email, notARelative } } };
        var self = service.AsMentor(mentor.Id);
        await self.Put($"/mentors/{mentor.Id}/referees", Body(false, "odette@mail.example")).ShouldBeProblem(HttpStatusCode.BadRequest);
        await self.Put($"/mentors/{mentor.Id}/referees", Body(true, null)).ShouldBeProblem(HttpStatusCode.BadRequest);
        await self.Put($"/mentors/{mentor.Id}/training", new { trainings = new[] { new { name = "Safeguarding", doneOn = Some.Day(2) } } }).ShouldBeProblem(HttpStatusCode.BadRequest, "future");
        await self.Put($"/mentors/{mentor.Id}/training", new { trainings = new[] { new { name = "Safeguarding", doneOn = "1999-01-01" } } }).ShouldBeProblem(HttpStatusCode.BadRequest, "ten years");
    }

    [Fact]
    public async Task Names_of_many_come_in_one_answer_and_a_lead_says_why_for_each()
    {
        var (one, other) = (await service.Stored(Stage.Cleared), await service.Stored(Stage.Invited));
        var both = $"/mentors/names?ids={one.Id},{other.Id}&ids={MentorId.New()}";
        var names = await service.AsCaseworker().Get<IReadOnlyList<ReadNames.Name>>(both);
        names.Select(n => (n.Id, n.Stage)).ShouldBe([(one.Id, Stage.Cleared), (other.Id, Stage.Invited)], ignoreOrder: true);
        await service.AsLead(null).Get(both).ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        (await service.AsLead("A concern was raised today.").Get<IReadOnlyList<ReadNames.Name>>(both)).Count.ShouldBe(2);
        string[] records = [$"mentor {one.Id} (name)", $"mentor {other.Id} (name)"];
        (await service.Db(db => Task.FromResult(db.Set<LeadReading>().Count(r => records.Contains(r.Record))))).ShouldBe(2);

        foreach (var wrong in (string[])["", "?ids=", "?ids=nobody", $"?ids={string.Join(',', Enumerable.Range(0, 101).Select(_ => MentorId.New()))}"])
            await service.AsCaseworker().Get($"/mentors/names{wrong}").ShouldBeProblem(HttpStatusCode.BadRequest, "1 to 100 ids");
    }

    [Fact]
    public async Task A_young_person_reads_everybody_offered_to_them_at_once_and_nobody_else()
    {
        var (one, other, stranger, over) = (await service.Stored(Stage.Cleared), await service.Stored(Stage.Cleared), await service.Stored(Stage.Cleared), await service.Stored(Stage.Cleared));
        var mentee = MenteeId.New();
        foreach (var mentor in (Mentor[])[one, other, over])
            await service.TellAndWait(new MatchOffered { MatchId = Guid.CreateVersion7(), MenteeId = mentee.Value, MentorId = mentor.Id.Value, At = Some.Now });
        await service.TellAndWait(new MatchApproved { MatchId = Guid.CreateVersion7(), MenteeId = mentee.Value, MentorId = one.Id.Value, At = Some.Now });
        var declined = await service.Db(db => Task.FromResult(db.Introductions.Single(i => i.MentorId == over.Id)));
        await service.TellAndWait(new MatchDeclined { MatchId = declined.MatchId.Value, MenteeId = mentee.Value, MentorId = over.Id.Value, By = "mentee", At = Some.Now });

        (await service.AsMentee(mentee).Get<IReadOnlyList<IntroductionAnswer>>($"/mentors/introductions?ids={stranger.Id}")).Select(i => i.MentorId).ShouldBe([one.Id, other.Id], ignoreOrder: true);
        (await service.AsMentee(MenteeId.New()).Get<IReadOnlyList<IntroductionAnswer>>("/mentors/introductions")).ShouldBeEmpty();
        (await service.AsCaseworker().Get<IReadOnlyList<IntroductionAnswer>>($"/mentors/introductions?ids={stranger.Id}")).ShouldHaveSingleItem().MentorId.ShouldBe(stranger.Id);
        await service.AsCaseworker().Get("/mentors/introductions").ShouldBeProblem(HttpStatusCode.BadRequest, "ids");
    }

    [Fact]
    public async Task The_timeline_says_who_did_what_when_and_why_newest_first()
    {
        var mentor = await service.Stored(Stage.Applied);
        var by = CaseworkerId.New();
        var caseworker = service.AsCaseworker(by);
        await caseworker.Post($"/mentors/{mentor.Id}/checks", Some.CheckBody()).ShouldSucceed();
        await caseworker.Put($"/mentors/{mentor.Id}/details", Some.DetailsBody()).ShouldSucceed();
        await service.AsMentor(mentor.Id).Put($"/mentors/{mentor.Id}/profile", Some.ProfileBody()).ShouldSucceed();
        await caseworker.Post($"/mentors/{mentor.Id}/decline", Some.DeclineBody()).ShouldSucceed();

        var line = (await caseworker.Get<ReadTimeline.Answer>($"/mentors/{mentor.Id}/timeline")).Happenings;
        line.Select(h => h.At).ShouldBeInOrder(SortDirection.Descending);
        line.Select(h => h.What).ShouldBe(
            [ReadTimeline.What.Stage, ReadTimeline.What.Change, ReadTimeline.What.Correction, ReadTimeline.What.Stage, ReadTimeline.What.Check, ReadTimeline.What.Change, ReadTimeline.What.Stage, ReadTimeline.What.Stage], ignoreOrder: true);
        (line[0].Stage, line[0].Why, line[0].By).ShouldBe((Stage.Declined, "Could not give a second reference.", new AccountId(by.Value)));
        line[1].Section.ShouldBe(Section.Profile);
        line[2].Corrected.ShouldBe(["lastName", "email", "phone", "jobTitle", "dateOfBirth"]);
        line[2].Why.ShouldBe("Married; saw the certificate.");
        line.Single(h => h.What == ReadTimeline.What.Check).Check!.Kind.ShouldBe(CheckKind.Identity);
        (await service.AsLead("A concern was raised today.").Get<ReadTimeline.Answer>($"/mentors/{mentor.Id}/timeline")).Happenings.Count.ShouldBe(line.Count);
    }

    [Fact]
    public async Task A_mentor_downloads_everything_held_about_them_and_nothing_of_anybody_else()
    {
        var partner = await service.StoredPartner();
        var email = Some.Email();
        var coordinator = service.AsCoordinator(partner.Id);
        var import = await coordinator.Post($"/partners/{partner.Id}/imports", TestFile.Of($"Name,Email,DOB,Online\nAda Quill,{email},1986-05-03,y\nBen Other,{Some.Email()},1986-05-03,y\n")).ShouldBe<ImportAnswer>(HttpStatusCode.Created);
        await coordinator.Post($"/partners/{partner.Id}/imports/{import.ImportId}/commit", null).ShouldSucceed();
        var id = (await coordinator.Get<Found<OwnPersonAnswer>>($"/partners/{partner.Id}/mentors?search={email}")).Items.ShouldHaveSingleItem().MentorId;
        await service.AsNobody().Post("/interests", Some.InterestBody(email)).ShouldSucceed();
        var mentee = Guid.CreateVersion7();
        await service.TellAndWait(new MatchOffered { MatchId = Guid.CreateVersion7(), MenteeId = mentee, MentorId = id.Value, At = Some.Now });

        var response = await service.AsMentor(id).Get("/mentors/me/data");
        var data = await response.ShouldBe<ReadOwnData.Answer>(HttpStatusCode.OK);
        data.Partner.ShouldBe(partner.Name);
        data.Record.Email.ShouldBe(email);
        data.Lists.ShouldHaveSingleItem().Cells.ShouldContain("Ada Quill");
        data.Interests.ShouldHaveSingleItem().WorksFor.ShouldBe("My own bakery");
        data.Matches.ShouldHaveSingleItem().OverAt.ShouldBeNull();
        var text = await (await service.AsMentor(id).Get("/mentors/me/data")).Content.ReadAsStringAsync();
        text.ShouldNotContain("Ben Other");
        text.ShouldNotContain(mentee.ToString());
    }

    [Fact]
    public async Task A_reference_is_given_in_confidence_and_not_in_the_download()
    {
        var mentor = await service.Stored(Stage.Applied);
        foreach (var kind in (CheckKind[])[CheckKind.Identity, CheckKind.FirstReference]) await service.AsCaseworker().Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(kind)).ShouldSucceed();
        var checks = (await service.AsMentor(mentor.Id).Get<ReadOwnData.Answer>("/mentors/me/data")).Checks;
        checks.Select(c => (c.Kind, c.Outcome, c.Note)).ShouldBe([(CheckKind.Identity, CheckOutcome.Passed, "Seen in the original."), (CheckKind.FirstReference, CheckOutcome.Passed, null)]);
    }
}
