using System.Net;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>Choosing mentors to offer.</summary>
/// <param name="portal">The portal.</param>
public sealed class SuggestionTicksTests(PagePortal portal)
{
    /// <summary>What was ticked is in the address of the page with more, and of the way back.</summary>
    [Fact]
    public async Task Ticks_stay_when_more_are_shown_and_when_one_chooses_again()
    {
        var (mentee, mentor) = (MenteeId.New(), Guid.CreateVersion7());
        portal.Mentees.Has($"/mentees/{mentee}", CaseworkerTests.Young(mentee), user => Neighbour.Is(user, Roles.Caseworker));
        using var caseworker = await portal.Browser(await portal.Member(Roles.Caseworker));
        using var more = await PagePortal.Send(caseworker, $"/work/mentees/{mentee}/suggestions", new FormUrlEncodedContent([new("Mentors", mentor.ToString()), new("more", "true")]));
        more.StatusCode.ShouldBe(HttpStatusCode.Found);
        more.Headers.Location!.OriginalString.ShouldBe($"/work/mentees/{mentee}/suggestions?take=10&mentors={mentor}");

        using var offer = await caseworker.GetAsync($"/work/mentees/{mentee}/offer?mentors={mentor}", TestContext.Current.CancellationToken);
        WebUtility.HtmlDecode(await offer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"href=\"/work/mentees/{mentee}/suggestions?take=10&mentors={mentor}\">Choose again");
    }
}
