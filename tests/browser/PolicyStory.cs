using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>
/// The matching policy is changed by those it is for: an administrator drafts, everybody sees what would change, the steering group votes.
/// There is one group for the whole programme, so these stories run by themselves and each begins with a group of its own.
/// </summary>
[Collection(Alone.Name)]
public sealed class PolicyStory(WholeSystem system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryWay]
    public async Task A_draft_is_made_seen_voted_on_and_adopted_or_not(int width, bool script)
    {
        var people = system.People;
        var (admin, caseworker, coordinator) = (await people.NewAdministrator(), await people.NewCaseworker(), await people.NewCoordinator());
        Member[] young = [await people.ReadyMentee(caseworker), await people.InvitedMentee(caseworker, "Wren"), await people.InvitedMentee(caseworker, "Sky")];
        await people.ClearedMentor(coordinator, caseworker);
        await EndTheGroup();
        var before = await Version(caseworker);
        await using var a = await system.Visit(width, script, admin);
        await using var y = await system.Visit(width, script, young[0]);
        await using var b = await system.Visit(width, script, coordinator);

        // Nobody is a member yet; the administrator puts a group together.
        await y.Go("/steering");
        await y.See("You are not in the steering group.");
        await a.Go("/admin/policy");
        await a.See($"In force: version {before}", "What is never used");
        await a.Press("Who is in the steering group");
        await a.Press("Add them", status: 422);
        await a.SeeErrors("Enter the e-mail address they sign in with.", "Say who they are.");
        await a.Fill("The e-mail address they sign in with", "nobody@people.example");
        await a.Choose("A young person", "Who are they?");
        await a.Press("Add them", status: 422);
        await a.SeeErrors("Nobody signs in with this address.");
        foreach (var (member, kind) in young.Select(m => (m, "A young person")).Append((coordinator, "From a business")))
        {
            await a.Fill("The e-mail address they sign in with", member.Email);
            await a.Choose(kind, "Who are they?");
            await a.Press("Add them");
            await a.See("They are in the steering group now.");
        }

        // A draft: what is wrong stays to be put right.
        await a.Go("/admin/policy");
        await a.Press("Begin a draft");
        await a.Press("Begin the draft", status: 422);
        await a.SeeErrors("Say what is to change, and why.");
        var note = $"Hopes count more, and waiting a little less ({width} {script}).";
        await a.Fill("What is to change, and why?", note);
        await a.Press("Begin the draft");
        await a.SeeHeading($"Change the numbers: {note}");
        var hope = int.Parse(await a.Typed("Points when the mentor works where the young person hopes to"), System.Globalization.CultureInfo.InvariantCulture);
        var waiting = int.Parse(await a.Typed("Most points for waiting"), System.Globalization.CultureInfo.InvariantCulture);
        await a.Fill("Points when the mentor works where the young person hopes to", "many");
        await a.Press("Save and compare", status: 422);
        await a.SeeErrors("“Points when the mentor works where the young person hopes to” must be a whole number.");
        await a.Fill("Points when the mentor works where the young person hopes to", $"{hope + 1}");
        await a.Press("Save and compare", status: 422);
        await a.See("The most points of all questions together must be 100. They are 101: take 1 away.");
        await a.Fill("Most points for waiting", $"{waiting - 1}");
        await a.Press("Save and compare");
        await a.See("The draft is saved.", $"Points when the mentor works where the young person hopes to: {hope} before, {hope + 1} now", "for a mentor. Mentors have");
        await a.Press("Put it to the vote");
        await a.FillDate("What is the last day for votes?", People.Today.AddDays(-1));
        await a.Press("Put it to the vote", status: 422);
        await a.See("The last day for votes must be today or within 90 days.");
        await a.FillDate("What is the last day for votes?", People.Today);
        await a.Press("Put it to the vote");
        await a.See("Open for votes", "0 of 4 members, 0 of 3 young members");

        // A young member finds it on their account page, sees what would change, votes and changes their mind.
        await y.Go("/account");
        await y.See("1 change waits for your vote.");
        await y.Follow("See what the group votes on");
        await y.See("Waits for your vote", "The others cannot outvote them.");
        await y.Follow(note);
        await y.See("What is new", "What would change for young people who wait", "Young people with a mentor");
        await y.Press("Vote", status: 422);
        await y.SeeErrors("Choose what you say.");
        await y.Choose("No, leave it as it is");
        await y.Press("Vote");
        await y.See("Thank you. Your vote is in.", "You said “No, leave it as it is”");
        await y.Choose("Yes, change it");
        await y.Fill("Do you want to say why?", "I know what I hope for.");
        await y.Press("Change my vote");
        await y.See("You said “Yes, change it”");
        await b.Go("/steering");
        await b.Follow(note);
        await b.SeeNo("I know what I hope for.");
        await b.Choose("Yes, change it");
        await b.Press("Vote");

        // One young member of three is no quorum: nothing changes.
        await a.Reload();
        await a.See("2 of 4 members, 1 of 3 young members");
        await a.Press("Count the votes");
        await a.Press("Close the voting and count");
        await a.See("The draft is not adopted. Nothing changes.", "At least 2 young members must vote. 1 of 3 did.", "I know what I hope for.");
        (await Version(caseworker)).ShouldBe(before);
        await y.Reload();
        await y.See("Nothing changes", "At least 2 young members must vote. 1 of 3 did.");

        // With a quorum the same is the next version, and the next suggestions carry it.
        var again = await Propose(admin, before, note);
        await young[1].Api.Put("matching", $"/policies/drafts/{again}/vote", new { choice = "yes" }, Cancel);
        await coordinator.Api.Put("matching", $"/policies/drafts/{again}/vote", new { choice = "no" }, Cancel);
        await young[2].Api.Put("matching", $"/policies/drafts/{again}/vote", new { choice = "abstain" }, Cancel);
        await y.Go($"/steering/{again}");
        await y.Choose("Yes, change it");
        await y.Press("Vote");
        await a.Go($"/admin/policy/drafts/{again}");
        await a.Press("Count the votes");
        await a.Press("Close the voting and count");
        await a.See($"The draft is version {before + 1} of the matching policy now.", "2 said yes and 1 said no. Of the young members, 2 said yes and 0 said no.");
        await a.Go("/admin/policy");
        await a.See($"In force: version {before + 1}");
        await a.Follow($"Version {before + 1}");
        await a.SeeHeading($"Matching policy, version {before + 1}");
        await a.See($"Beside version {before}");
        (await Version(caseworker)).ShouldBe(before + 1);
        var suggestions = await caseworker.Api.Get("matching", $"/mentees/{young[0].Id}/suggestions", Cancel);
        suggestions.GetProperty("policyVersion").GetInt32().ShouldBe(before + 1);

        // A draft can be taken back, and a member can leave.
        var third = await Propose(admin, before + 1, $"Not this one ({width} {script}).");
        await a.Go($"/admin/policy/drafts/{third}");
        await a.Follow("Take this draft back");
        await a.Press("Take it back", status: 422);
        await a.SeeErrors("Say why in 3 to 500 characters.");
        await a.Fill("Why?", "We talk about it first.");
        await a.Press("Take it back");
        await a.See("The draft is taken back.", "We talk about it first.");
        await a.Go("/admin/policy/members");
        await a.Follow($"End the membership of {coordinator.Name}, from a business");
        await a.Press("End it");
        await a.See("They are not in the steering group any more.");
        await b.Go($"/steering/{third}", status: 404);
    }

    private static async Task<Guid> Propose(Member admin, int version, string note)
    {
        var policy = (await admin.Api.Get("matching", "/policies", Cancel)).EnumerateArray().Single(p => p.GetProperty("version").GetInt32() == version);
        var draft = (await admin.Api.Post("matching", "/policies/drafts", new { note }, null, Cancel)).GetProperty("draftId").GetGuid();
        var weights = policy.GetProperty("weights").EnumerateObject().ToDictionary(w => w.Name, w => (object)w.Value);
        weights["hope"] = policy.GetProperty("weights").GetProperty("hope").GetInt32() + 1;
        weights["waitingMost"] = policy.GetProperty("weights").GetProperty("waitingMost").GetInt32() - 1;
        await admin.Api.Put("matching", $"/policies/drafts/{draft}", new { note, weights, rules = policy.GetProperty("rules") }, Cancel);
        await admin.Api.Post("matching", $"/policies/drafts/{draft}/proposal", new { closesOn = People.Today }, null, Cancel);
        return draft;
    }

    private static async Task<int> Version(Member caseworker) => (await caseworker.Api.Get("matching", "/policies", Cancel))[0].GetProperty("version").GetInt32();

    private async Task EndTheGroup()
    {
        var members = (await system.People.Administrator.Api.Get("matching", "/policies/members?take=100", Cancel)).GetProperty("items").EnumerateArray();
        foreach (var member in members.Where(m => m.GetProperty("until").ValueKind == System.Text.Json.JsonValueKind.Null))
            await system.People.Administrator.Api.Post("matching", $"/policies/members/{member.GetProperty("memberId").GetGuid()}/ending", null, null, Cancel);
    }
}
