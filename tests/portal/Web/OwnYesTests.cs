using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>A young person's own yes: to taking part, and to their mentor reading parts of their safety plan. It is as easy to take back as to give (UK GDPR, article 7(3)).</summary>
/// <param name="portal">The portal.</param>
public sealed partial class OwnYesTests(PagePortal portal)
{
    private static readonly string[] OldWords = ["You can say no. Nobody will be cross.", "Old words about a mentor."];
    private static readonly object Nothing = new { items = Array.Empty<object>(), next = (Guid?)null };

    private static object Yes(bool older = false, bool withdrawn = false) => new
    {
        statementVersion = older ? "1" : "2",
        words = older ? OldWords : ["New words about a mentor."],
        givenAt = PagePortal.Lately.AddDays(older ? -30 : 0),
        until = "2099-11-20",
        withdrawnAt = withdrawn ? PagePortal.Lately : (DateTimeOffset?)null,
    };

    private async Task<HttpClient> Young(object[] consents, bool isAskedAnew = false, object[]? sharings = null, bool signed = true)
    {
        var mentee = MenteeId.New();
        bool Own(ClaimsPrincipal user) => user.HasClaim(Claims.MenteeId, mentee.ToString());
        portal.Mentees.Has("/mentees/me", new
        {
            id = mentee.Value,
            firstName = "Riley",
            standing = new { stage = consents.Length == 0 ? "referred" : "ready", stillNeeded = consents.Length == 0 ? new[] { "consent" } : [], whatYouCanDo = Array.Empty<string>() },
            consents,
            isAskedAnew,
            profile = (object?)null,
            riskAssessment = new
            {
                version = 3,
                risks = new[] { new { whatCouldHappen = "The last bus is gone.", likelihood = 2, impact = 4, whatWeDo = "We end by seven.", who = "Both", until = "2099-02-01", youngPersonsWords = "It is dark there." } },
                youngPersonsWords = "I can say stop.",
                reviewOn = "2099-03-01",
                writtenAt = PagePortal.Lately,
                signedByMenteeAt = signed ? PagePortal.Lately : (DateTimeOffset?)null,
                signedByCaseworkerAt = PagePortal.Lately,
                sharings = sharings ?? [],
                wish = (string?)null,
            },
        }, Own);
        portal.Mentees.Has("/consent-statement", new { version = "2", words = new[] { "New words about a mentor." } }, Own);
        portal.Mentors.Has("/mentors/introductions", Array.Empty<object>(), Own);
        portal.Sessions.Has("/me/summary", new { matchId = (Guid?)null, stopped = false }, Own);
        portal.Matching.Has("/mentees/me/offers", Nothing, Own);
        portal.Matching.Has("/mentees/me/matches", Nothing, Own);
        return await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
    }

    /// <summary>How many presses it takes from one's home to have something done: links that are followed, and the button at the end.</summary>
    private static async Task<int> Presses(HttpClient young, Func<string, bool> isDoneHere)
    {
        string[] pages = ["/me"];
        HashSet<string> seen = [.. pages];
        for (var presses = 1; presses <= 4; presses++)
        {
            List<string> next = [];
            foreach (var page in pages)
            {
                using var answer = await young.Get(page);
                if (answer.StatusCode != HttpStatusCode.OK) continue;
                var html = MainPart().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
                if (isDoneHere(html)) return presses;
                next.AddRange(Link().Matches(html).Select(m => m.Groups["to"].Value).Where(seen.Add));
            }

            pages = [.. next];
        }

        throw new ShouldAssertException("It takes more than four presses.");
    }

    [Fact]
    public async Task A_yes_to_taking_part_is_taken_back_with_as_many_presses_as_it_is_given()
    {
        using var before = await Young([]);
        using var after = await Young([Yes()]);
        var give = await Presses(before, html => html.Contains("handler=Yes", StringComparison.Ordinal));
        var takeBack = await Presses(after, html => html.Contains("handler=No\"", StringComparison.Ordinal));
        (give, takeBack).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_part_of_the_safety_plan_is_kept_from_the_mentor_with_as_many_presses_as_it_is_shown_to_them()
    {
        using var before = await Young([Yes()]);
        using var after = await Young([Yes()], sharings: [new { risk = 1, givenAt = PagePortal.Lately, withdrawnAt = (DateTimeOffset?)null }]);
        var show = await Presses(before, html => html.Contains("handler=Share", StringComparison.Ordinal));
        (await Presses(after, html => html.Contains("handler=Keep", StringComparison.Ordinal))).ShouldBe(show);
        show.ShouldBe(3);
    }

    [Fact]
    public async Task They_read_the_words_they_said_yes_to_when_and_in_which_version_and_are_asked_anew_kindly()
    {
        using var young = await Young([Yes(older: true)], isAskedAnew: true);
        (await PagePortal.Words(young, "/me")).ShouldContain("Your yes still holds. Read the new words when you like");
        var words = await PagePortal.Words(young, "/me/consent");
        foreach (var said in (string[])["Old words about a mentor.", "words of version 1", "New words about a mentor.", "Your yes still holds", "Yes to the new words", "Take my yes back"]) words.ShouldContain(said);

        using var newer = await Young([Yes(older: true, withdrawn: true), Yes()]);
        words = await PagePortal.Words(newer, "/me/consent");
        words.ShouldContain("words of version 1 , taken back".Replace(" ,", ",", StringComparison.Ordinal));
        words.ShouldContain("words of version 2");
        words.ShouldNotContain("Yes to the new words");
    }

    [Fact]
    public async Task Their_plan_has_both_words_how_likely_until_when_and_who_may_read_each_part()
    {
        using var young = await Young([Yes()], sharings: [new { risk = 1, givenAt = PagePortal.Lately, withdrawnAt = (DateTimeOffset?)null }], signed: false);
        var words = await PagePortal.Words(young, "/me/safety-plan");
        foreach (var said in (string[])["It is dark there.", "Not very likely to happen (2 of 5), bad if it does (4 of 5).", "until Sunday 1 February 2099", "Your mentor may read this", "Do not let my mentor read this", "What should be different?"]) words.ShouldContain(said);
    }

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, 1000)]
    private static partial Regex MainPart();

    [GeneratedRegex("href=\"(?<to>/me[^\"#]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
