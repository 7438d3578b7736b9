using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>How a caseworker finds a mentor: reasons side by side, why not the others and what would help, and a plan for everybody who waits.</summary>
public sealed class MatchingStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task A_caseworker_reads_reasons_and_why_nots_and_asks_for_a_plan_that_offers_nothing(int width, bool script)
    {
        var people = system.People;
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(await people.NewCoordinator(), caseworker);
        var young = await people.ReadyMentee(caseworker);
        await using var v = await system.Visit(width, script, caseworker);
        await v.Until(async () => (await caseworker.Api.Try("matching", HttpMethod.Get, $"/mentees/{young.Id}/suggestions/{mentor.Id}", null, null, Cancel)) is { IsSuccessStatusCode: true } answer
            && (await answer.Content.ReadAsStringAsync(Cancel)).Contains("\"possible\":{", StringComparison.Ordinal), "matching knows them both");

        await v.Go($"/work/mentees/{young.Id}");
        await v.Follow("Suggest mentors");
        await v.See("of 100 points");
        (await v.Overlaps(".reasons__one")).ShouldBe(0, "reasons stand under each other");
        await v.Follow("Why not somebody else, and what would help");
        await v.SeeHeading($"Why not somebody else for {young.Name}?");
        await v.Go($"/work/mentees/{young.Id}/suggestions/{mentor.Id}");
        await v.See("Possible: number");
        await v.Follow($"Rule {mentor.Name} out for {young.FirstName}");
        await v.Press("Rule them out", status: 422);
        await v.SeeErrors("Choose why.", "Say why, in a few words.");
        await v.Choose("They are relatives");
        await v.Fill("In your words", "They are cousins.");
        await v.Press("Rule them out");
        await v.See("The two are ruled out for each other.", "Not possible just now.", "They are cousins.");
        await v.Press("Take this back");
        await v.See("The two are no longer ruled out.", "Possible: number");
        await v.Follow("Keep the two together in plans");
        await v.Fill("Why?", "They asked for each other.");
        await v.Press("Keep them together");
        await v.See("Kept together in plans");

        await v.Go("/work");
        await v.FollowInMenu("Who waits");
        await v.SeeHeading("A plan for everybody who waits");
        await v.Fill("How many young people may the people of one partner take at most? (optional)", "0");
        await v.Press("Make a plan", status: 422);
        await v.SeeErrors("Give a limit from 1 to 1,000, or leave it empty.");
        // The night's own plan may be in the making.
        await v.Until(async () => !(await caseworker.Api.Get("matching", "/plans", Cancel)).EnumerateArray().Any(p => p.GetProperty("state").GetString() is "waiting" or "running"), "no plan is being made");
        await v.Go("/work/who-waits");
        await v.Press("Make a plan");
        await v.SeeInTheEnd("no plan can give more of them one", young.Name);
        (await caseworker.Api.Get("matching", $"/mentees/{young.Id}/matches", Cancel)).GetProperty("items").GetArrayLength().ShouldBe(0, "a plan offers nothing");

        // What has changed since is seen without a new plan.
        await People.Offer(caseworker, young, mentor);
        await v.SeeInTheEnd("Since this plan was made", "Does not wait any more");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
