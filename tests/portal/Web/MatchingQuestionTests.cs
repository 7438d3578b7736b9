using System.Net;
using System.Text.Json;
using Mentoring.Contracts;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>The pages on which people say what matching looks at.</summary>
/// <param name="portal">The portal.</param>
public sealed class MatchingQuestionTests(PortalService portal)
{
    /// <summary>Saving the page as it was shown changes nothing, whatever was wished for before.</summary>
    [Fact]
    public async Task Every_wish_that_was_said_before_is_kept_when_the_page_is_saved()
    {
        (string Trait, string Strength)[] said = [("woman", "must"), ("muslim", "prefer"), ("roma-or-traveller", "avoid"), ("animal-care", "prefer")];
        var (mentee, visitor) = await YoungPerson(new { preferences = said.Select(w => new { trait = w.Trait, strength = w.Strength }) });
        using (visitor)
        {
            await visitor.Open("/me/about/wishes");
            visitor.Form.Count(f => f.Name.StartsWith("Wish[", StringComparison.Ordinal)).ShouldBe(Vocabulary.Wishes.Count);
            (await visitor.Save("/me/about/wishes")).ShouldBe(HttpStatusCode.Found);
            Wishes(mentee).ShouldBe(said, ignoreOrder: true);

            await visitor.Open("/me/about/wishes");
            visitor.Select("Wish[woman]", "");
            visitor.Select("Wish[teaching]", "must");
            (await visitor.Save("/me/about/wishes")).ShouldBe(HttpStatusCode.Found);
            Wishes(mentee).ShouldBe([.. said[1..], ("teaching", "must")], ignoreOrder: true);
        }
    }

    /// <summary>More than the mentee service keeps is said beside a field, with everything still chosen.</summary>
    [Fact]
    public async Task Too_many_wishes_are_said_beside_a_field_and_stay_chosen()
    {
        var (_, visitor) = await YoungPerson(new { });
        using (visitor)
        {
            await visitor.Open("/me/about/wishes");
            foreach (var word in Vocabulary.Wishes.Take(21)) visitor.Select($"Wish[{word}]", "prefer");
            (await visitor.Save("/me/about/wishes")).ShouldBe(HttpStatusCode.UnprocessableEntity);
            visitor.Html.ShouldContain("You chose 21 things. Keep the 20 that matter most to you.");
            visitor.Html.ShouldContain($"id=\"Wish-{Vocabulary.Wishes[20]}-error\"");
            visitor.Html.ShouldContain($"href=\"#Wish-{Vocabulary.Wishes[20]}-\"");
            visitor.Form.Count(f => f.Value == "prefer").ShouldBe(21);
        }
    }

    /// <summary>What they hope for, and what is to be left out.</summary>
    [Theory]
    [InlineData("/me/about/hopes", "Hopes", "hopes", "animal-care", "retail")]
    [InlineData("/me/about/never", "NeverMatchOn", "neverMatchOn", "near", "interests")]
    public async Task A_young_person_taps_what_they_mean_and_skips_what_they_like(string path, string field, string member, string before, string tapped)
    {
        var (mentee, visitor) = await YoungPerson(new Dictionary<string, string[]> { [member] = [before] });
        using (visitor)
        {
            await visitor.Open(path);
            visitor.Html.ShouldContain("Skip this for now");
            visitor.Tick(field, tapped);
            (await visitor.Save(path)).ShouldBe(HttpStatusCode.Found);
            Sent(mentee).GetProperty(member).EnumerateArray().Select(w => w.GetString()).ShouldBe([before, tapped], ignoreOrder: true);

            await visitor.Open(path);
            visitor.Form.RemoveAll(f => f.Name == field);
            (await visitor.Save(path)).ShouldBe(HttpStatusCode.Found);
            Sent(mentee).GetProperty(member).GetArrayLength().ShouldBe(0);
            await visitor.Open("/me/about");
            visitor.Html.ShouldContain($"href=\"{path}\"");
        }
    }

    /// <summary>What a mentor says of themselves, and whom they welcome.</summary>
    [Fact]
    public async Task A_mentor_says_where_they_work_whom_they_welcome_and_what_to_leave_out()
    {
        var (mentor, visitor) = await AMentor(new { about = "Hello.", goalAreas = (string[])["money"], languages = (string[])["en"], traits = (string[])["parent", "sikh"], inPerson = true, capacity = 1 });
        using (visitor)
        {
            await visitor.Open("/mentor/areas");
            visitor.Tick("CannotHelpWith", "money");
            visitor.Select("Sector", "teaching");
            visitor.Select("WelcomesFrom", "18");
            visitor.Select("WelcomesUpTo", "16");
            visitor.Tick("WorksInCareTeams", "true");
            var typed = visitor.Form.Where(f => !f.Name.StartsWith('_')).ToList();
            (await visitor.Save("/mentor/areas")).ShouldBe(HttpStatusCode.UnprocessableEntity);
            visitor.Html.ShouldContain("You chose “Money” in both lists.");
            visitor.Html.ShouldContain("The oldest age is under the youngest.");
            visitor.Form.Where(f => !f.Name.StartsWith('_')).ShouldBe(typed, ignoreOrder: true);

            visitor.Form.Remove(("CannotHelpWith", "money")).ShouldBeTrue();
            visitor.Tick("CannotHelpWith", "siblings");
            visitor.Select("WelcomesUpTo", "");
            (await visitor.Save("/mentor/areas")).ShouldBe(HttpStatusCode.Found);
            var sent = portal.Mentors.Sent($"/mentors/{mentor}/profile");
            sent.GetProperty("sector").GetString().ShouldBe("teaching");
            sent.GetProperty("welcomesFrom").GetInt32().ShouldBe(18);
            sent.GetProperty("welcomesUpTo").ValueKind.ShouldBe(JsonValueKind.Null);
            sent.GetProperty("cannotHelpWith").EnumerateArray().Select(w => w.GetString()).ShouldBe(["siblings"]);
            sent.GetProperty("worksInCareTeams").GetBoolean().ShouldBeTrue();
            sent.GetProperty("traits").EnumerateArray().Select(w => w.GetString()).ShouldBe(["parent", "sikh"]);

            await visitor.Open("/mentor/about");
            visitor.Tick("Heritages", "asian-heritage");
            visitor.Tick("Interests", Vocabulary.Interests[0]);
            visitor.Tick("Dislikes", Vocabulary.Interests[0]);
            (await visitor.Save("/mentor/about")).ShouldBe(HttpStatusCode.UnprocessableEntity);
            visitor.Html.ShouldContain("in both lists. Do you like it or not?");
            visitor.Form.Remove(("Interests", Vocabulary.Interests[0])).ShouldBeTrue();
            (await visitor.Save("/mentor/about")).ShouldBe(HttpStatusCode.Found);
            portal.Mentors.Sent($"/mentors/{mentor}/profile").GetProperty("dislikes").EnumerateArray().Select(w => w.GetString()).ShouldBe([Vocabulary.Interests[0]]);
            portal.Mentors.Sent($"/mentors/{mentor}/profile").GetProperty("traits").EnumerateArray().Select(w => w.GetString()).ShouldBe(["parent", "sikh", "asian-heritage"]);
        }
    }

    private async Task<(MenteeId Mentee, PageVisitor Visitor)> YoungPerson(object profile)
    {
        var mentee = MenteeId.New();
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        portal.Mentees.Has("/mentees/me", new { firstName = "Riley", standing = new { stage = "referred", stillNeeded = Array.Empty<string>(), whatYouCanDo = Array.Empty<string>() }, consents = Array.Empty<object>(), profile, riskAssessment = (object?)null }, user => user.HasClaim(Claims.MenteeId, mentee.ToString()));
        return (mentee, new(portal.Address, (await portal.SignIn(account)).Handle));
    }

    private async Task<(MentorId Mentor, PageVisitor Visitor)> AMentor(object profile)
    {
        var mentor = MentorId.New();
        var account = await portal.Member(Roles.Mentor, mentor: mentor);
        portal.Mentors.Has(
            "/mentors/me",
            new { mentorId = mentor.Value, firstName = "Odette", lastName = "Larkin", email = "odette@people.example", stage = "cleared", application = new { parts = Array.Empty<object>(), maySign = false }, profile, availability = new { zone = "Europe/London", weekly = Array.Empty<object>(), exceptions = Array.Empty<object>() } },
            user => user.HasClaim(Claims.MentorId, mentor.ToString()));
        return (mentor, new(portal.Address, (await portal.SignIn(account)).Handle));
    }

    private JsonElement Sent(MenteeId mentee) => portal.Mentees.Sent($"/mentees/{mentee}/profile");

    private IEnumerable<(string, string)> Wishes(MenteeId mentee) => Sent(mentee).GetProperty("preferences").EnumerateArray().Select(w => (w.GetProperty("trait").GetString()!, w.GetProperty("strength").GetString()!));
}
