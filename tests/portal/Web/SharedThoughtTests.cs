using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>What young people share reaches those they share it with.</summary>
/// <param name="portal">The portal.</param>
public sealed class SharedThoughtTests(PagePortal portal)
{
    /// <summary>The service answers a reader with other members than it answers an author.</summary>
    [Fact]
    public async Task A_mentor_reads_what_a_young_person_shares()
    {
        var match = Guid.CreateVersion7();
        portal.Sessions.Has($"/matches/{match}/reflections", Shared("I rang them on my own."), user => Neighbour.Is(user, Roles.Mentor));
        var id = MentorId.New();
        portal.Matching.Has("/mentors/me/matches", ApartTests.Matches(match, Guid.CreateVersion7(), "active"), user => user.HasClaim(Claims.MentorId, id.ToString()));
        using var mentor = await portal.Browser(await portal.Member(Roles.Mentor, mentor: id));
        var words = await PagePortal.Words(mentor, $"/mentor/matches/{match}/shared");
        words.ShouldContain("I rang them on my own.");
        words.ShouldContain("Thank them");
        words.ShouldNotContain("just now");
    }

    /// <summary>An answer that a page cannot read is a mistake of ours, not a service that is away.</summary>
    [Fact]
    public async Task An_answer_that_cannot_be_read_is_logged_as_an_error_without_its_words()
    {
        var match = Guid.CreateVersion7();
        portal.Sessions.Has($"/matches/{match}/reflections", new { items = new[] { new { words = "something private" } } }, user => Neighbour.Is(user, Roles.Mentor));
        var id = MentorId.New();
        portal.Matching.Has("/mentors/me/matches", ApartTests.Matches(match, Guid.CreateVersion7(), "active"), user => user.HasClaim(Claims.MentorId, id.ToString()));
        using var mentor = await portal.Browser(await portal.Member(Roles.Mentor, mentor: id));
        (await PagePortal.Words(mentor, $"/mentor/matches/{match}/shared")).ShouldContain("just now");
        var said = portal.Log.Lines.Where(l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("SharedReflection", StringComparison.Ordinal)).ShouldHaveSingleItem();
        said.ShouldNotContain("something private");
    }

    /// <summary>What somebody else wrote is no form to fill in, whether it is shared with the reader or not.</summary>
    [Fact]
    public async Task Nobody_is_given_a_form_for_what_somebody_else_wrote()
    {
        var (secret, shared) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var mentee = MenteeId.New();
        portal.Sessions.Has("/me/summary", new { matchId = Guid.CreateVersion7(), mentorId = Guid.CreateVersion7() }, user => user.HasClaim(Claims.MenteeId, mentee.ToString()));
        portal.Sessions.Has($"/reflections/{shared}", One("I rang them on my own."), _ => true);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        using var mentor = await portal.Browser(await portal.Member(Roles.Mentor, mentor: MentorId.New()));
        foreach (var page in (string[])["", "/write", "/delete"])
        {
            foreach (var id in (Guid[])[secret, shared])
            {
                await young.Get($"/me/reflections/{id}{page}").ShouldBe(HttpStatusCode.NotFound);
                await mentor.Get($"/mentor/reflections/{id}{page}").ShouldBe(HttpStatusCode.NotFound);
            }
        }

        using var begin = await young.Get("/me/reflections/new").ShouldBe(HttpStatusCode.Found);
        (await PagePortal.Words(young, begin.Headers.Location!.OriginalString)).ShouldContain("What happened?");
    }

    internal static object Shared(string what) => new { items = new[] { One(what) }, next = (Guid?)null };

    private static object One(string what) => new
    {
        id = Guid.CreateVersion7(),
        matchId = Guid.CreateVersion7(),
        author = "mentee",
        sessionId = (Guid?)null,
        sessionAt = (DateTimeOffset?)null,
        what,
        soWhat = (string?)null,
        nowWhat = (string?)null,
        nextStep = new { text = "Thank them", on = (DateOnly?)null, doneAt = (DateTimeOffset?)null },
        finishedAt = PagePortal.Lately,
        sharedAt = PagePortal.Lately,
    };
}
