using System.Net;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>What a caseworker puts right, and what ends a registration.</summary>
public sealed class CorrectionTests(MentorService service)
{
    [Fact]
    public async Task A_caseworker_puts_details_right_and_the_story_says_who_when_and_why()
    {
        var mentor = await service.Stored(Stage.Cleared);
        var (by, email) = (CaseworkerId.New(), Some.Email());
        var caseworker = service.AsCaseworker(by);
        var body = Some.DetailsBody(email.ToUpperInvariant());
        await caseworker.Put($"/mentors/{mentor.Id}/details", body).ShouldBe<MentorAnswer>(HttpStatusCode.OK);
        await caseworker.Put($"/mentors/{mentor.Id}/details", body).ShouldSucceed();

        var kept = await caseworker.Get<MentorAnswer>($"/mentors/{mentor.Id}");
        (kept.FirstName, kept.LastName, kept.Email, kept.Phone, kept.JobTitle, kept.DateOfBirth).ShouldBe(("Odalys", "Marchbank", email, "07700 900333", "Head baker", new DateOnly(1990, 5, 18)));
        kept.Stage.ShouldBe(Stage.Cleared);
        kept.Story.Count.ShouldBe(mentor.Story.Count + 1, "the same again is no second correction");
        var line = kept.Story[^1];
        (line.To, line.By, line.Why).ShouldBe((Stage.Cleared, by.Value, "Married; saw the certificate."));
        line.At.ShouldBeGreaterThan(Some.Now.AddMinutes(-1));
        line.Corrected.ShouldBe(["lastName", "email", "phone", "jobTitle", "dateOfBirth"]);
    }

    [Fact]
    public async Task An_email_that_is_another_mentors_is_refused_and_changes_nothing()
    {
        var (one, other) = (await service.Stored(Stage.Applied), await service.Stored(Stage.Invited));
        await service.AsCaseworker().Put($"/mentors/{one.Id}/details", Some.DetailsBody(other.Email)).ShouldBeProblem(HttpStatusCode.Conflict, "registered already");
        (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{one.Id}")).LastName.ShouldBe("Fernsby");
    }

    [Fact]
    public async Task Who_has_left_and_who_is_not_there_cannot_be_put_right()
    {
        var left = await service.Stored(Stage.Left);
        await service.AsCaseworker().Put($"/mentors/{left.Id}/details", Some.DetailsBody()).ShouldBeProblem(HttpStatusCode.Conflict, "ended");
        await service.AsCaseworker().Put($"/mentors/{MentorId.New()}/details", Some.DetailsBody()).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("zoë@partner.example")]
    [InlineData("zoe@pärtner.example")]
    [InlineData("a..b@partner.example")]
    public async Task An_address_that_mail_cannot_be_sent_to_is_refused(string email)
    {
        var mentor = await service.Stored(Stage.Applied);
        await service.AsCaseworker().Put($"/mentors/{mentor.Id}/details", Some.DetailsBody(email)).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.AsCaseworker().Post("/mentors", Some.PersonBody(email)).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Declining_is_told_once_so_that_the_account_closes_and_matching_forgets_them()
    {
        var mentor = await service.Stored(Stage.Screening);
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/decline", Some.DeclineBody()).ShouldSucceed();
        await service.AsCaseworker().Post($"/mentors/{mentor.Id}/decline", Some.DeclineBody()).ShouldSucceed();
        await service.HeardOnce<MentorLeft>(f => f.MentorId == mentor.Id.Value);
    }
}
