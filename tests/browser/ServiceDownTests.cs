using System.Collections.Concurrent;
using System.Net;
using Mentoring.Portal;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>When a service does not answer, its part of a page says so in words, the rest works, and nothing breaks; once it is back, it is found again.</summary>
[Collection(Alone.Name)]
public sealed class ServiceDownTests(WholeSystem system, PageAccessTests.Place place) : IClassFixture<PageAccessTests.Place>
{
    private const string Words = "cannot show";

    [Theory]
    [InlineData("mentor")]
    [InlineData("mentee")]
    [InlineData("matching")]
    [InlineData("session")]
    [InlineData("safeguarding")]
    public async Task Pages_say_what_they_cannot_show_and_show_the_rest(string service)
    {
        var before = await Look();
        before.Values.ShouldAllBe(reply => !reply.Text.Contains(Words, StringComparison.OrdinalIgnoreCase));

        await system.Process(service).Kill();
        try
        {
            var during = await Look();
            foreach (var (page, reply) in during)
                reply.Status.ShouldBeOneOf([before[page].Status, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], $"{page} without the {service} service: {Told(reply)}");
            var missing = during.Where(p => p.Value.Text.Contains(Words, StringComparison.OrdinalIgnoreCase)).Select(p => p.Key).ToArray();
            missing.ShouldNotBeEmpty($"some page says that it cannot show what the {service} service has");
            foreach (var page in missing.Where(p => during[p].Status == HttpStatusCode.ServiceUnavailable)) PageChecks.WrongHeaders(during[page].Headers, signedIn: true).ShouldBeEmpty();
            during.Keys.Except(missing).ShouldNotBeEmpty($"pages that need nothing of the {service} service go on");
        }
        finally
        {
            await system.Start(service);
        }

        // For some seconds after it was away the portal does not ask it.
        await Eventually.Passes(async () => (await Look()).Where(p => p.Value.Text.Contains(Words, StringComparison.OrdinalIgnoreCase)).Select(p => p.Key).ShouldBeEmpty(), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_page_with_a_part_away_is_still_a_good_page_to_look_at()
    {
        await using var caseworker = await system.Visit(Visitor.Phone, script: true, place.Town.Of(Roles.Caseworker).Own);
        await using var mentee = await system.Visit(Visitor.Phone, script: true, place.Town.Of(Roles.Mentee).Own);
        await system.Process("session").Kill();
        try
        {
            foreach (var visitor in new[] { caseworker, mentee })
            {
                await visitor.Go(Area.All.Single(a => a.Roles is [var role] && role == (visitor == mentee ? Roles.Mentee : Roles.Caseworker)).Home);
                await visitor.See(Words);
                (await visitor.Text()).ShouldNotContain("Exception");
            }
        }
        finally
        {
            await system.Start("session");
        }

        await caseworker.Until(
            async () =>
            {
                await caseworker.Reload();
                return !(await caseworker.Text()).Contains(Words, StringComparison.OrdinalIgnoreCase);
            },
            "the caseworker's page finds the session service again");
    }

    // The pages that everybody's navigation leads to.
    private async Task<Dictionary<string, Reply>> Look()
    {
        var replies = new ConcurrentDictionary<string, Reply>();
        var pages = Area.All.Where(area => area.Roles.Count == 1).SelectMany(area => area.Links.Select(link => (Role: area.Roles[0], link.Href)));
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, _) =>
        {
            var reply = await place.Messenger.Ask(HttpMethod.Get, page.Href, place.Town.Of(page.Role).Own);
            ((int)reply.Status).ShouldBeOneOf([200, 302, 303, 503], $"{page.Href}: {Told(reply)}");
            replies[page.Href] = reply;
        });
        return replies.ToDictionary();
    }

    private static string Told(Reply reply) => $"{(int)reply.Status} {reply.Text[..Math.Min(reply.Text.Length, 300)]}";
}
