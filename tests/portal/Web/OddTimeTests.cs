using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>Times in addresses that nobody picked.</summary>
/// <param name="portal">The portal.</param>
public sealed class OddTimeTests(PagePortal portal)
{
    /// <summary>In London it was still the year before year one then, which no calendar here has.</summary>
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:01Z")]
    public async Task A_time_that_cannot_be_is_no_time_picked(string at)
    {
        var (mentee, session, match) = (MenteeId.New(), Guid.CreateVersion7(), Guid.CreateVersion7());
        portal.Sessions.Has($"/sessions/{session}", new { id = session, matchId = match, mentorId = Guid.CreateVersion7(), startsAt = PagePortal.Lately.AddDays(9), endsAt = PagePortal.Lately.AddDays(9).AddHours(1), how = "video", state = "booked" }, _ => true);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        (await PagePortal.Words(young, $"/me/sessions/{session}/move?at={Uri.EscapeDataString(at)}")).ShouldContain("Pick another time");
        using var way = await young.Get($"/me/sessions/book/way?at={Uri.EscapeDataString(at)}&minutes=60").ShouldBe(HttpStatusCode.Found);
        way.Headers.Location!.OriginalString.ShouldBe("/me/sessions/book");
    }
}
