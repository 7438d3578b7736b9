using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests;

/// <summary>A caseworker may be a mentor too. Nobody decides on themselves.</summary>
public sealed class SelfTests(MentorService service)
{
    [Theory]
    [InlineData("checks", Stage.Applied)]
    [InlineData("clearance", Stage.Screening)]
    [InlineData("role", Stage.Screening)]
    [InlineData("decline", Stage.Screening)]
    [InlineData("details", Stage.Cleared)]
    public async Task A_caseworker_who_is_the_mentor_leaves_it_to_a_colleague(string step, Stage from)
    {
        var mentor = await service.Stored(from);
        Task<HttpResponseMessage> Send(Persona who) => step switch
        {
            "checks" => service.As(who).Post($"/mentors/{mentor.Id}/checks", Some.CheckBody(CheckKind.Interview)),
            "role" => service.As(who).Put($"/mentors/{mentor.Id}/role", new { role = "mentor-of-adults", why = "Not now." }),
            "clearance" => service.As(who).Post($"/mentors/{mentor.Id}/clearance", null),
            "decline" => service.As(who).Post($"/mentors/{mentor.Id}/decline", Some.DeclineBody()),
            _ => service.As(who).Put($"/mentors/{mentor.Id}/details", Some.DetailsBody()),
        };

        await Send(Persona.Caseworker() with { Roles = [Roles.Caseworker, Roles.Mentor], Mentor = mentor.Id }).ShouldBeProblem(HttpStatusCode.Forbidden, "another caseworker");
        (await service.AsCaseworker().Get<MentorAnswer>($"/mentors/{mentor.Id}")).Story.Count.ShouldBe(mentor.Story.Count);

        await Send(Persona.Caseworker() with { Roles = [Roles.Caseworker, Roles.Mentor], Mentor = MentorId.New() }).ShouldSucceed();
    }
}
