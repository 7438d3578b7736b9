using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>An administrator looks after accounts, invitations, partners, keys and cover, and sees nobody's record.</summary>
public sealed class AdministratorStory(WholeSystem system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryWay]
    public async Task An_administrator_invites_shuts_opens_and_arranges_cover(int width, bool script)
    {
        var people = system.People;
        var (admin, away, colleague) = (await people.NewAdministrator(), await people.NewCaseworker(), await people.NewCaseworker());
        var (first, last, email) = people.Somebody("Casper");
        await people.ReferMentee(away);
        await using var a = await system.Visit(width, script, admin);

        // Invites, and takes an invitation back.
        await a.Go("/admin");
        await a.SeeHeading("Overview");
        await a.Press("Invite somebody");
        await a.Press("Send the invitation", status: 422);
        await a.SeeErrors("Say what they will do.", "Enter their name.", "Enter their e-mail address.");
        await a.Choose("Caseworker", "What will they do?");
        await a.Fill("Their name", $"{first} {last}");
        await a.Fill("Their e-mail address", "no address");
        await a.Press("Send the invitation", status: 422);
        await a.SeeErrors("Enter an e-mail address that mail can be sent to, such as name@example.org.");
        await a.Fill("Their e-mail address", email);
        await a.Press("Send the invitation");
        await a.SeeHeading("Invitations");
        await a.See($"The invitation for {first} {last} is on its way.");
        await system.Letters.To(email);
        await a.Follow($"Take back the invitation of {first} {last} as caseworker");
        await a.SeeHeading($"Take back the invitation of {first} {last}?");
        await a.Press("Take it back");
        await a.See("The invitation is taken back.");

        // Finds an account, shuts it and opens it again.
        await a.Go("/admin/accounts");
        await a.Fill("Find a name or an e-mail address", "nobody of this name");
        await a.Press("Search");
        await a.See("There is no such account.");
        await a.Fill("Find a name or an e-mail address", colleague.Email);
        await a.Press("Search");
        await a.Follow(colleague.Name);
        await a.Press("Shut this account");
        await a.SeeHeading($"Shut the account of {colleague.Name}?");
        await a.Press("Shut the account");
        await a.See("The account is shut.", "Shut");
        await a.Press("Open this account again");
        await a.Press("Open the account");
        await a.See("The account is open again.");
        await a.Follow("They lost their phone or passkey: let them set up a new one");
        await a.SeeHeading($"Let {colleague.Name} set up a new way in?");
        await a.Press("Take the old one away and send a code");
        await a.See("They are signed out everywhere, and a code is on its way to them.");

        // Cover for somebody who is away.
        await a.Go("/admin/cover");
        await a.Press("Arrange the cover", status: 422);
        await a.SeeErrors("Choose who is away.", "Choose who stands in.", "Enter the first day, such as 7 12 2026.", "Enter the last day, such as 18 12 2026.");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await a.Select("Who is away?", away.Name);
        await a.Select("Who stands in?", colleague.Name);
        await a.FillDate("First day", today.AddDays(1));
        await a.FillDate("Last day", today.AddDays(14));
        await a.Press("Arrange the cover");
        await a.See($"{colleague.Name} stands in for {away.Name}");
        await a.Select("Who is back?", away.Name);
        await a.Press("End their cover");
        await a.See($"Nobody stands in for {away.Name} any more.");
    }

    [Theory, EveryWay]
    public async Task An_administrator_takes_partners_in_reads_the_policy_and_changes_a_key(int width, bool script)
    {
        var people = system.People;
        var admin = await people.NewAdministrator();
        var (first, last, email) = people.Somebody("Paula");
        var (joining, refused, added) = ($"Joining {last}", $"Refused {last}", $"Added {last}");
        foreach (var business in new[] { joining, refused })
            await admin.Api.Post("mentor", "/partner-requests", new { businessName = business, contactName = $"{first} {last}", email, words = "We would like to help." }, null, Cancel);
        await using var a = await system.Visit(width, script, admin);

        await a.Go("/admin/partners/requests");
        await a.Follow(joining);
        await a.See("We would like to help.", email);
        await a.Press($"Accept {joining}");
        await a.See($"{joining} is a partner now, and {first} {last} has an invitation.");
        await system.Letters.To(email);
        await a.Go("/admin/partners/requests");
        await a.Follow(refused);
        await a.Press($"Refuse {refused}", status: 422);
        await a.SeeErrors("Say why in 3 to 500 characters.");
        await a.Fill("Why?", "They sell to young people.");
        await a.Press($"Refuse {refused}");
        await a.See("It is refused.");

        await a.Go("/admin/partners");
        await a.Press("Add a partner");
        await a.Press("Add the partner", status: 422);
        await a.SeeErrors("Enter the name of the business.");
        await a.Fill("Name of the business", joining);
        await a.Press("Add the partner", status: 422);
        await a.Fill("Name of the business", added);
        await a.Press("Add the partner");
        await a.See($"{added} is a partner now.");
        await a.SeeHeading("Invite somebody");
        await a.Fill("Their name", $"{first} {last}");
        await a.Fill("Their e-mail address", $"again.{email}");
        await a.Press("Send the invitation");
        await a.See("is on its way");

        await a.Go("/admin/policy");
        await a.See("What is never used", "Version 1");
        await a.Go("/admin/keys");
        await a.See("Signs now", "Spare");
        await a.Press("Change the key now");
        await a.Press("Change the key", status: 422);
        await a.SeeErrors("Say whether somebody else could have the key.");
        await a.Choose("No, change it in the ordinary way");

        // Once only: services know the first spare from the start, and learn of the next within half a minute.
        if (!script || width == Visitor.Phone)
        {
            await a.Follow("Leave it as it is");
            return;
        }

        await a.Press("Change the key");
        await a.See("A new key signs from now on.");
    }
}
