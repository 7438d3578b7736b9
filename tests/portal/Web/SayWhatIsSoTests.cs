using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>Pages say what is so, and nothing else.</summary>
/// <param name="portal">The portal.</param>
public sealed class SayWhatIsSoTests(PagePortal portal)
{
    /// <summary>Past the limit no code comes, so the limit is said to everybody; and what was typed is there again, once.</summary>
    [Fact]
    public async Task Whoever_asks_for_another_code_is_told_the_limit_and_need_not_type_the_address_again()
    {
        var email = $"{Guid.CreateVersion7()}@people.example";
        foreach (var (first, second) in new[] { ("/sign-in/young", "/sign-in/young/code"), ("/forgot-password", "/forgot-password/code") })
        {
            using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };
            using var sent = await PagePortal.Send(browser, first, new FormUrlEncodedContent([new("Email", email)]));
            (await PagePortal.Then(browser, sent, second)).ShouldContain("We send at most five codes in 15 minutes.");
            (await PagePortal.Then(browser, sent, first + "?again=true")).ShouldContain($"value=\"{email}\"");
            (await PagePortal.Then(browser, sent, first)).ShouldNotContain(email);
        }
    }

    /// <summary>Being registered is not being invited.</summary>
    [Fact]
    public async Task A_coordinator_and_a_caseworker_see_who_was_not_invited()
    {
        var (partner, mentor) = (PartnerId.New(), Guid.CreateVersion7());
        portal.Mentors.Has($"/partners/{partner}/summary", new { name = "Millworks", people = 3, stages = new[] { new { stage = "invited", count = 1 } }, waiting = new[] { new { on = "mentor", @for = "application", count = 1 } } }, user => Neighbour.Is(user, Roles.Coordinator));
        portal.Mentors.Has($"/partners/{partner}/mentors", new { items = new[] { new { mentorId = mentor, firstName = "Zola", lastName = "Finch", email = "zola@millworks.example", registeredAt = PagePortal.Lately, stage = "invited" } }, next = (Guid?)null, total = 1 }, user => Neighbour.Is(user, Roles.Coordinator));
        portal.Mentors.Has("/mentors", new { items = new[] { new { mentorId = mentor, partnerName = "Millworks", firstName = "Zola", lastName = "Finch", stage = "invited", clearedUntil = (DateOnly?)null, waitsOn = "nobody" } }, next = (Guid?)null, total = 1 }, user => Neighbour.Is(user, Roles.Caseworker));
        using var coordinator = await portal.Browser(await portal.Member(Roles.Coordinator, partner: partner));
        var home = await PagePortal.Words(coordinator, "/partner");
        home.ShouldContain("1 person is registered and not invited yet");
        home.ShouldNotContain("not finished the application");
        using var caseworker = await portal.Browser(await portal.Member(Roles.Caseworker));
        var list = await PagePortal.Words(caseworker, "/work/mentors");
        list.ShouldContain("Millworks. Not invited yet.");
        list.ShouldContain("Registered");
    }

    /// <summary>Nothing was saved when nothing was ticked.</summary>
    [Fact]
    public async Task Nothing_ticked_is_not_called_saved()
    {
        var mentee = MenteeId.New();
        portal.Mentees.Has("/mentees/me", CaseworkerTests.Young(mentee), user => user.HasClaim(Claims.MenteeId, mentee.ToString()));
        portal.Mentees.Has($"PATCH /mentees/{mentee}/profile", new { }, _ => true);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        using var sent = await PagePortal.Send(young, "/me/about/matters", new FormUrlEncodedContent([]));
        var words = PagePortal.Words(await PagePortal.Then(young, sent));
        words.ShouldContain("You have not ticked anything yet.");
        words.ShouldNotContain("Saved.");
    }

    /// <summary>A new PIN is a new one, and the page says what else happens.</summary>
    [Fact]
    public async Task The_present_PIN_is_no_new_one()
    {
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: MenteeId.New()));
        FormUrlEncodedContent Form(string wanted) => new([new("Present", PortalService.Pin), new("Wanted", wanted), new("Repeated", wanted)]);
        using var same = await PagePortal.Send(young, "/account/pin", Form(PortalService.Pin));
        same.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        PagePortal.Words(await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This is the PIN you have now.");
        using var other = await PagePortal.Send(young, "/account/pin", Form("716042"));
        PagePortal.Words(await PagePortal.Then(young, other)).ShouldContain("Other phones and computers are signed out.");
    }

    /// <summary>A closing is for what is coming to an end.</summary>
    [Fact]
    public async Task A_match_that_goes_on_has_no_closing()
    {
        var match = Guid.CreateVersion7();
        portal.Matching.Has($"/matches/{match}", CaseworkerTests.Match(MenteeId.New(), match), user => Neighbour.Is(user, Roles.Caseworker));
        using var caseworker = await portal.Browser(await portal.Member(Roles.Caseworker));
        using var answer = await caseworker.Get($"/work/matches/{match}/close").ShouldBe(HttpStatusCode.Found);
        PagePortal.Words(await PagePortal.Then(caseworker, answer)).ShouldContain("This match is not ending, so there is nothing to close.");
    }

    /// <summary>Whoever begins with somebody new does not see the last one; whoever goes back does.</summary>
    [Fact]
    public async Task Adding_a_mentor_begins_with_nobody()
    {
        using var coordinator = await portal.Browser(await portal.Member(Roles.Coordinator, partner: PartnerId.New()));
        using var sent = await PagePortal.Send(coordinator, "/partner/people/add", new FormUrlEncodedContent([new("FirstName", "Zola"), new("LastName", "Finch"), new("Email", "zola@millworks.example")]));
        async Task<string> Asked() => await (await coordinator.Get("/partner/people/add").ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        (await Asked()).ShouldContain("Zola");
        using var fresh = await coordinator.Get("/partner/people/add?fresh=true").ShouldBe(HttpStatusCode.Found);
        fresh.Headers.Location!.OriginalString.ShouldBe("/partner/people/add");
        (await Asked()).ShouldNotContain("Zola");
    }

    /// <summary>Booking the same time again, as the browser's Back makes easy, leads to what is booked.</summary>
    [Fact]
    public async Task A_time_that_one_has_already_is_shown_and_not_refused()
    {
        var (mentee, match, session) = (MenteeId.New(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var at = new DateTimeOffset(2031, 3, 4, 18, 0, 0, TimeSpan.Zero);
        bool Own(System.Security.Claims.ClaimsPrincipal user) => user.HasClaim(Claims.MenteeId, mentee.ToString());
        portal.Sessions.Has("/me/summary", new { matchId = match, mentorId = Guid.CreateVersion7() }, Own);
        portal.Sessions.Has("/sessions/me", new { items = new[] { new { id = session, matchId = match, mentorId = Guid.CreateVersion7(), startsAt = at, endsAt = at.AddHours(1), how = "video", state = "booked" } }, next = (Guid?)null }, Own);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        using var again = await PagePortal.Send(young, "/me/sessions/book/way?at=2031-03-04T18:00Z&minutes=60", new FormUrlEncodedContent([new("At", "2031-03-04T18:00Z"), new("Minutes", "60"), new("how", "video")]));
        again.StatusCode.ShouldBe(HttpStatusCode.Found);
        again.Headers.Location!.OriginalString.ShouldBe($"/me/sessions/{session}");
    }

    /// <summary>Every column has its name beside it where there is no room for columns.</summary>
    [Fact]
    public async Task Tables_of_administrators_become_rows_on_a_phone()
    {
        using var administrator = await portal.Browser(await portal.Member(Roles.Administrator));
        var html = await (await administrator.Get("/admin/accounts").ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var label in (string[])["Role", "Made", "State"]) html.ShouldContain($"data-label=\"{label}\"");
        html.ShouldContain("stacks");
        var styles = html.Split("/assets/").Select(a => "/assets/" + a.Split('"')[0]).First(a => a.EndsWith(".css", StringComparison.Ordinal));
        var css = await (await administrator.Get(styles)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        css.ShouldContain(".stacks");
    }

    /// <summary>What a spreadsheet calls row 4 is row 4 here, and a column's own full stop is enough.</summary>
    [Fact]
    public async Task An_import_speaks_of_rows()
    {
        var (partner, import) = (PartnerId.New(), Guid.CreateVersion7());
        portal.Mentors.Has($"/partners/{partner}/imports/{import}", new
        {
            begunAt = (DateTimeOffset?)null,
            taken = 0,
            isStuck = false,
            committedAt = (DateTimeOffset?)null,
            ignoredColumns = new[] { "Payroll", "Employee no." },
            counts = new Dictionary<string, int> { ["new"] = 1, ["changed"] = 0, ["same"] = 0, ["wrong"] = 0 },
            rows = new[] { new { line = 4, status = "new", reasons = Array.Empty<string>(), notes = Array.Empty<string>(), name = "Zola Finch", email = "zola@millworks.example" } },
        }, user => Neighbour.Is(user, Roles.Coordinator));
        using var coordinator = await portal.Browser(await portal.Member(Roles.Coordinator, partner: partner));
        var words = await PagePortal.Words(coordinator, $"/partner/import/{import}");
        words.ShouldContain("Row 4, zola@millworks.example");
        words.ShouldContain("We left alone: Payroll and Employee no. ");
    }
}
