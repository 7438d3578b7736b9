using System.Collections.Concurrent;
using System.Net;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>Every page that is compiled into the portal, asked for by everybody: by whom it is for, by colleagues, by other roles and by nobody.</summary>
public sealed class PageAccessTests(WholeSystem system, PageAccessTests.Place place) : IClassFixture<PageAccessTests.Place>
{
    private static readonly string[] Roles = [.. Mentoring.Shared.Roles.All];

    [Fact]
    public async Task Every_page_lets_in_whom_it_is_for_and_nobody_else()
    {
        var wrong = new ConcurrentBag<string>();
        await ForEachPage(async page =>
        {
            if (place.Town.Address(page) is not { } address)
            {
                wrong.Add($"{page}: nobody has said what {string.Join(", ", page.Parameters)} is; say it in Harness/Town.cs");
                return;
            }

            var nobody = await place.Messenger.Ask(HttpMethod.Get, address, who: null);
            Headers(page, nobody, signedIn: false);
            if (page.IsForAnybody) Check(nobody.Status == HttpStatusCode.OK || nobody.Redirects || (int)nobody.Status is 404 or 410 or 405, page, "nobody", nobody);
            else Check(nobody.Redirects && nobody.Location.StartsWith("/sign-in?next=", StringComparison.Ordinal), page, "nobody, who should be asked to sign in", nobody);

            foreach (var role in Roles)
            {
                var (own, stranger) = place.Town.Of(role);
                var answer = await place.Messenger.Ask(HttpMethod.Get, address, own);
                Headers(page, answer, signedIn: true);
                if (page.IsForAnybody || page.Area.Roles.Contains(role))
                {
                    // A page of a journey leads back to its first question, and a page about what is over to where it was.
                    var isAnothers = page.Area.Roles.Count != 1 && place.Town.IsOnesOwn(page);
                    Check(answer.Status == HttpStatusCode.OK || answer.Redirects && !answer.Location.StartsWith("/sign-in", StringComparison.Ordinal) || page.IsForAnybody && (int)answer.Status < 500 || isAnothers && answer.Status == HttpStatusCode.NotFound || answer.Status == HttpStatusCode.MethodNotAllowed && page.Posts.Count > 0, page, $"{role}, whose it is", answer);
                    if (!place.Town.IsOnesOwn(page) || page.IsForAnybody) continue;
                    var refused = await place.Messenger.Ask(HttpMethod.Get, address, stranger);
                    Headers(page, refused, signedIn: true);
                    Check(refused.Status == HttpStatusCode.NotFound || refused.Redirects && !refused.Location.Contains(Uri.UnescapeDataString(address), StringComparison.OrdinalIgnoreCase), page, $"another {role}, whose it is not", refused);
                }
                else
                {
                    Check(answer.Status == HttpStatusCode.Forbidden, page, $"{role}, whom it is not for", answer);
                }
            }
        });
        wrong.Order().ShouldBeEmpty(system.LastError);

        void Check(bool good, SitePage page, string who, Reply reply)
        {
            if (!good) wrong.Add($"{page} answered {(int)reply.Status} {reply.Location} to {who}");
        }

        void Headers(SitePage page, Reply reply, bool signedIn)
        {
            if (reply.IsHtml) foreach (var fault in PageChecks.WrongHeaders(reply.Headers, signedIn)) wrong.Add($"{page} ({(int)reply.Status}): {fault}");
            else if (signedIn && !reply.Redirects && !page.IsForAnybody && !page.Route.EndsWith("/example.csv", StringComparison.Ordinal) && !reply.Headers.GetValueOrDefault("cache-control", string.Empty).Contains("no-store", StringComparison.Ordinal)) wrong.Add($"{page}: a file that is somebody's may be kept by a cache");
        }
    }

    [Fact]
    public async Task Every_form_without_its_token_is_refused_and_changes_nothing()
    {
        var wrong = new ConcurrentBag<string>();
        await ForEachPage(async page =>
        {
            // The page of errors answers with the error that it is asked to show.
            if (place.Town.Address(page) is not { } address || page.Route.StartsWith("/problem/", StringComparison.Ordinal)) return;
            foreach (var handler in page.Posts)
            {
                var sent = handler.Length == 0 ? address : $"{address}?handler={handler}";
                foreach (var who in page.IsForAnybody ? new Member?[] { null } : page.Area.Roles.Select(Member? (role) => place.Town.Of(role).Own))
                {
                    using var form = new FormUrlEncodedContent([new("anything", "at all")]);
                    var reply = await place.Messenger.Ask(HttpMethod.Post, sent, who, form);
                    if (reply.Status != HttpStatusCode.BadRequest) wrong.Add($"POST {sent} without a token answered {(int)reply.Status} {reply.Location} to {who?.ToString() ?? "nobody"}");
                }

                if (page.IsForAnybody) continue;
                using var other = new FormUrlEncodedContent([new("anything", "at all")]);
                var nobody = await place.Messenger.Ask(HttpMethod.Post, sent, who: null, other);
                if (!nobody.Redirects && nobody.Status != HttpStatusCode.BadRequest) wrong.Add($"POST {sent} answered {(int)nobody.Status} to nobody");
            }
        });
        wrong.Order().ShouldBeEmpty(system.LastError);
        SitePage.All.Sum(page => page.Posts.Count).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_and_leads_home()
    {
        foreach (var who in (Member?[])[null, .. Roles.Select(role => place.Town.Of(role).Own)])
        {
            var reply = await place.Messenger.Ask(HttpMethod.Get, "/nothing/here", who);
            reply.Status.ShouldBe(HttpStatusCode.NotFound, $"to {who?.ToString() ?? "nobody"}: {system.LastError}");
            PageChecks.WrongHeaders(reply.Headers, who is not null).ShouldBeEmpty();
        }

        await using var visitor = await system.Visit(Visitor.Phone, script: true);
        await visitor.Go("/nothing/here", status: 404);
    }

    private static Task ForEachPage(Func<SitePage, Task> look) => Parallel.ForEachAsync(SitePage.All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (page, _) => await look(page));

    /// <summary>The town that the pages are about.</summary>
    public sealed class Place(WholeSystem system) : IAsyncLifetime
    {
        internal Town Town { get; private set; } = null!;

        internal Messenger Messenger { get; } = new(system.Portal);

        public async ValueTask InitializeAsync() => Town = await Town.Build(system);

        public ValueTask DisposeAsync()
        {
            Messenger.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
