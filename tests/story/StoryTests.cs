using Shouldly;
using Xunit;

namespace Mentoring.Story.Tests;

/// <summary>The story as the README tells it, over the public APIs of the real processes.</summary>
public sealed class StoryTests(Programme programme)
{
    [Fact]
    public async Task From_a_partners_spreadsheet_to_a_booked_session_with_the_right_people_at_each_step()
    {
        var (code, said) = await Programme.Run(Path.Combine(OwnRabbit.Repository(), "tests", "story", "walk"), [], new Dictionary<string, string>
        {
            ["PORTAL"] = Base("portal"),
            ["MENTOR"] = Base("mentor"),
            ["MENTEE"] = Base("mentee"),
            ["MATCHING"] = Base("matching"),
            ["SESSION"] = Base("session"),
            ["MAIL"] = programme.MailFolder,
            ["AUTHENTICATORS"] = programme.AuthenticatorsFile,
            ["ADMIN_EMAIL"] = Programme.AdministratorEmail,
            ["ADMIN_PASSWORD"] = Programme.Password,
        }, TimeSpan.FromMinutes(5));

        code.ShouldBe(0, said);
        said.ShouldContain("From a spreadsheet to a booked session: session ");
        (await programme.Count("session", "select count(*) from sessions where state = 'Booked'")).ShouldBeGreaterThan(0);
        await Logs_hold_no_personal_data();
    }

    [Fact]
    public async Task The_demo_people_come_in_by_the_public_APIs_and_a_second_run_changes_nothing()
    {
        var environment = programme.Services.ToDictionary(s => $"MENTORING_{s.ToUpperInvariant()}", Base);
        environment["MENTORING_MAIL"] = programme.MailFolder;
        environment["MENTORING_AUTHENTICATORS"] = programme.AuthenticatorsFile;
        environment["ADMIN_EMAIL"] = Programme.AdministratorEmail;
        string[] load = [typeof(Demo.Person).Assembly.Location, "load"];

        var (first, said) = await Programme.Run("dotnet", load, environment, TimeSpan.FromMinutes(6));
        first.ShouldBe(0, said);
        var counts = await Counts();
        var (second, again) = await Programme.Run("dotnet", load, environment, TimeSpan.FromMinutes(6));
        second.ShouldBe(0, again);
        (await Counts()).ShouldBe(counts);
        again.ShouldContain("Demo accounts");
    }

    private async Task Logs_hold_no_personal_data()
    {
        foreach (var service in programme.Services)
            foreach (var personal in (string[])["Marianne", "Robin", "Wells", "walkers.example", "young.example", "07700"])
                programme.Process(service).Lines.ShouldNotContain(line => line.Contains(personal, StringComparison.OrdinalIgnoreCase), $"{service} logged '{personal}'");
        await Task.CompletedTask;
    }

    private async Task<string> Counts() => string.Join(' ', [
        await programme.Count("mentor", "select count(*) from mentors"),
        await programme.Count("mentor", "select count(*) from partners"),
        await programme.Count("mentee", "select count(*) from mentees"),
        await programme.Count("matching", "select count(*) from matches"),
        await programme.Count("session", "select count(*) from sessions"),
        await programme.Count("safeguarding", "select count(*) from concerns"),
        await programme.Count("portal", "select count(*) from accounts"),
    ]);

    private string Base(string service) => programme.Address(service).ToString().TrimEnd('/');
}
