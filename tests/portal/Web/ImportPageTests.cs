using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>Sending a spreadsheet.</summary>
/// <param name="portal">The portal.</param>
public sealed class ImportPageTests(PagePortal portal)
{
    /// <summary>The page promises 2 MB; that is more than other pages take.</summary>
    [Fact]
    public async Task A_list_of_nearly_two_megabytes_is_read_and_a_larger_one_answered_on_the_page()
    {
        var (partner, import) = (PartnerId.New(), Guid.CreateVersion7());
        portal.Mentors.Has($"POST /partners/{partner}/imports", new { importId = import }, user => Neighbour.Is(user, Roles.Coordinator));
        using var coordinator = await portal.Browser(await portal.Member(Roles.Coordinator, partner: partner));
        using var read = await PagePortal.Send(coordinator, "/partner/import", List(2 * 1024 * 1024));
        read.Headers.Location?.OriginalString.ShouldBe($"/partner/import/{import}");

        using var larger = await PagePortal.Send(coordinator, "/partner/import", List((2 * 1024 * 1024) + 1));
        larger.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        PagePortal.Words(await larger.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This file is larger than 2 MB. Split it and send the parts.");

        using var huge = await PagePortal.Send(coordinator, "/partner/import", List(20 * 1024 * 1024));
        huge.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await PagePortal.Words(coordinator, huge.Headers.Location!.OriginalString, HttpStatusCode.UnprocessableEntity)).ShouldContain("This file is larger than 2 MB. Split it and send the parts.");
    }

    private static MultipartFormDataContent List(int bytes)
    {
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes(new string('a', bytes))) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return new() { { file, "Sheet", "mentors.csv" } };
    }
}
