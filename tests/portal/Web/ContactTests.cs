using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>How to reach the programme.</summary>
/// <param name="portal">The portal.</param>
public sealed class ContactTests(PagePortal portal)
{
    /// <summary>Only what is set is shown.</summary>
    [Fact]
    public async Task The_programmes_address_and_number_are_those_of_the_settings()
    {
        var settings = portal.Services.GetRequiredService<IConfiguration>();
        using var browser = portal.AsNobody();
        (await PagePortal.Words(browser, "/contact")).ShouldNotContain("Anything else");
        (settings["Programme:Email"], settings["Programme:Phone"]) = ("hello@programme.example", "0116 496 0123");
        var words = await PagePortal.Words(browser, "/contact");
        (settings["Programme:Email"], settings["Programme:Phone"]) = (null, null);
        words.ShouldContain("Call 0116 496 0123 .");
        words.ShouldContain("Write to hello@programme.example .");
    }
}
