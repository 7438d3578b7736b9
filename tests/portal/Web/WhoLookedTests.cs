using Mentoring.Portal.Pages.Me;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>A young person sees who looked at their record.</summary>
/// <param name="portal">The portal.</param>
public sealed class WhoLookedTests(PagePortal portal)
{
    /// <summary>Names of those who work here, and days in words.</summary>
    [Fact]
    public async Task The_page_names_who_looked_at_what_and_says_when_something_may_be_missing()
    {
        var mentee = MenteeId.New();
        var caseworker = await portal.Member(Roles.Caseworker);
        portal.Sessions.Has("/who-looked", new object[] { Look(caseworker.Id, Roles.Caseworker, RecordParts.Goals), Look(Guid.CreateVersion7(), Roles.Mentor, RecordParts.Reflections) }, user => user.HasClaim(Claims.MenteeId, mentee.ToString()));
        portal.Matching.Has("/who-looked", new object[] { Look(caseworker.Id, Roles.Caseworker, RecordParts.Matches) }, user => user.HasClaim(Claims.MenteeId, mentee.ToString()));
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        var words = await PagePortal.Words(young, "/me/who-looked");
        words.ShouldContain("Tuesday 24 November 2026");
        words.ShouldContain($"{caseworker.Name}, caseworker");
        words.ShouldContain("Your mentors and offers, your goals");
        words.ShouldContain("Your mentor Your thoughts");
        // The service that keeps the rest is not there in this test.
        words.ShouldContain("We cannot show all of it just now");
    }

    /// <summary>Nothing is called by a word of ours.</summary>
    [Fact]
    public void There_are_words_for_every_part() => RecordParts.OfYoungPeople.ShouldAllBe(part => WhatWasRead.Knows(part));

    private static object Look(Guid by, string role, string part) => new { on = "2026-11-24", by, @as = role, part };
}
