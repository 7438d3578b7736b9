using System.Globalization;
using System.Text;
using Mentoring.Portal.Charts;
using Mentoring.Portal.Pages.Programme;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>The programme in figures: what is asked for, said, drawn and written to files.</summary>
/// <param name="portal">The portal.</param>
public sealed class ProgrammeTests(PagePortal portal)
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly WaitsTold None = new(0, null, null, null, null);

    [Fact]
    public void Without_a_choice_it_is_the_last_twelve_months_of_everybody()
    {
        var filter = Read(new(), new()).Filter.ShouldNotBeNull();
        (filter.From, filter.To, filter.Cohort, filter.Mine).ShouldBe((new(2025, 12, 1), Today, null, false));
        filter.Query.ShouldBe("?from=2025-12-01&to=2026-11-23");
    }

    [Fact]
    public void A_quarter_and_ones_own_are_put_to_the_services_and_into_the_address()
    {
        var filter = Read(Parts("1", "April", "2026"), Parts("30", "6", "2026"), "2026-q2", "mine").Filter.ShouldNotBeNull();
        filter.Query.ShouldBe("?from=2026-04-01&to=2026-06-30&referredFrom=2026-04-01&referredTo=2026-06-30&mine=true");
        filter.Address.ShouldBe("From.Day=1&From.Month=4&From.Year=2026&To.Day=30&To.Month=6&To.Year=2026&Cohort=2026-q2&Whose=mine");
        filter.Says.ShouldBe("1 April 2026 to 30 June 2026, your own young people and those you cover referred from April to June 2026.");
    }

    [Theory]
    [InlineData("31 2 2026", "1 3 2026", "", "", "From: The first day must be a real date, such as 1 4 2026.")]
    [InlineData("", "1 3 2026", "", "", "From: Enter the first day.")]
    [InlineData("1 3 2026", "", "", "", "To: Enter the last day.")]
    [InlineData("1 3 2026", "28 2 2026", "", "", "To: The last day must not be before the first.")]
    [InlineData("1 1 2020", "2 1 2025", "", "", "To: Choose five years or less.")]
    [InlineData("24 11 2026", "25 11 2026", "", "", "From: The first day must be from 2020 on, and not after today.")]
    [InlineData("x 3 2026", "y", "2026-q9", "hers", "From: The first day must be a real date, such as 1 4 2026.|To: The last day must be a real date, such as 31 3 2027.|Cohort: Choose a quarter from the list.|Whose: Choose all young people or your own.")]
    public void What_cannot_be_read_is_said_field_by_field(string from, string to, string cohort, string whose, string said)
    {
        var (filter, wrong) = Read(Parts(from.Split(' ')), Parts(to.Split(' ')), cohort, whose);
        filter.ShouldBeNull();
        string.Join('|', wrong).ShouldBe(said);
    }

    [Fact]
    public void Every_day_is_in_one_quarter_of_the_list_and_they_follow_each_other()
    {
        var cohorts = Cohort.Last(Today);
        cohorts.Count.ShouldBe(12);
        (cohorts[0].From, cohorts[0].To, cohorts[0].Word, cohorts[0].Text).ShouldBe((new(2026, 10, 1), new(2026, 12, 31), "2026-q4", "October to December 2026"));
        foreach (var (later, earlier) in cohorts.Zip(cohorts.Skip(1))) earlier.To.AddDays(1).ShouldBe(later.From);
    }

    [Fact]
    public void Of_fewer_than_ten_young_people_nothing_is_said_about_the_programme()
    {
        var few = Figures.Goals(Sessions(goals: new(9, 12, 3, 6, new(3, 1, 5), 8, 1, 0)));
        few.Says.ShouldBe("Only 9 young people rated a goal twice or more: too few to say anything of the programme. Look at each of them instead.");
        few.Chart.ShouldBeNull();
        few.Lines.Single(l => l.Name == "Mean change, points").Cells[0].Words.ShouldBe("3.0");
        var enough = Figures.Goals(Sessions(goals: new(10, 12, 3, 6, new(3, 1, 5), 8, 1, 1)));
        enough.Says.ShouldBe("10 young people rated goals twice or more. On average they moved +3.0 points, from 3.0 to 6.0 of 10; with so many, likely between +1.0 and +5.0.");
        enough.Chart.ShouldNotBeNull();
        Figures.Goals(Sessions(goals: new(10, 12, 3, 3.4, new(0.4, -0.5, 1.3), 5, 1, 4))).Says.ShouldEndWith("it could be anything from −0.5 to +1.3, so perhaps no change at all.");
    }

    [Fact]
    public void A_file_has_every_number_of_the_table_and_nothing_that_a_spreadsheet_runs()
    {
        var partner = Guid.CreateVersion7();
        var hours = Figures.Hours(Sessions(hours: [new(partner, 12.25m, 3, 12), new(null, 2, 1, 1)]), new Dictionary<Guid, string> { [partner] = "=cmd|'/c calc'!A1, \"Ltd\"" });
        var file = FigureFile.Write(hours, passOn: false);
        file[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Lines(file).ShouldBe(["Partner,Hours,Mentors,Young people met", "\"'=cmd|'/c calc'!A1, \"\"Ltd\"\"\",12.25,3,12", "Independent volunteers,2,1,1"]);

        // A number of our own may begin with a minus.
        Lines(FigureFile.Write(Figures.Goals(Sessions(goals: new(10, 12, 3, 3.4, new(0.4, -0.5, 1.3), 5, 1, 4))), passOn: false)).ShouldContain("Likely at least (95 in 100),-0.5");
    }

    [Fact]
    public void In_a_file_to_pass_on_no_number_of_young_people_is_under_ten_and_no_figure_rests_on_fewer()
    {
        var random = new Random(4);
        for (var round = 0; round < 3_000; round++)
        {
            var (cell, about) = (new Cell(random.Next(0, 40), (Unit)random.Next(0, 6)), random.Next(0, 30));
            var told = FigureFile.ToPassOn(cell, about);
            if (cell.Unit == Unit.People) (told == FigureFile.TooFew).ShouldBe(cell.Value < 10);
            if (cell.Unit is Unit.Days or Unit.Percent or Unit.Points) (told == FigureFile.NotShown).ShouldBe(about < 10);
            if (cell.Unit is Unit.People or Unit.Percent && decimal.TryParse(told, CultureInfo.InvariantCulture, out var number)) (number % 5).ShouldBe(0);
        }

        var waits = Figures.Waits(new(9, 1, new(9, 10, 20, 30, 99), None), new(new(20, 11, 21, 31, 98), None, None, None, None, [], []));
        Lines(FigureFile.Write(waits, passOn: true))[..3].ShouldBe(
        [
            "Step,How many,\"A quarter within, days\",\"Half within, days\",\"Three quarters within, days\"",
            "Referral to ready,fewer than 10,not shown,not shown,not shown",
            "Referral to first offer,20,11,21,31",
        ]);
        Lines(FigureFile.Write(waits, passOn: false))[1].ShouldBe("Referral to ready,9,10,20,30,99");
    }

    [Fact]
    public void Endings_are_told_by_reason_the_most_frequent_first_and_early_ones_apart()
    {
        var endings = Figures.Endings(Matches(endings: [new("planned", null, "later", 5), new("early", "faded-away", "soon", 2), new("unwilling", "faded-away", "later", 1), new("early", "not-said", "before-meeting", 4)]));
        endings.Says.ShouldBe("12 matches ended, 7 of them not as planned, and 2 of those within three months of the first meeting.");
        endings.Lines.Select(l => (l.Name, string.Join(' ', l.Cells.Select(c => c.Words)))).ShouldBe([("Not said", "4 0 0 4"), ("Contact faded away", "0 2 1 3"), ("Ended as planned", "0 0 5 5")]);
    }

    [Fact]
    public void A_scale_is_round_and_holds_every_value()
    {
        var random = new Random(6);
        for (var round = 0; round < 2_000; round++)
        {
            var highest = Math.Pow(10, random.NextDouble() * 6 - 1);
            var ticks = Chart.Ticks(highest);
            ticks[^1].ShouldBeGreaterThanOrEqualTo(highest * 0.99999);
            ticks.Count.ShouldBeInRange(3, 6);
            ticks.Zip(ticks.Skip(1)).ShouldAllBe(pair => pair.Second > pair.First);
        }
    }

    [Fact]
    public void Bars_are_as_long_as_their_values_and_words_of_others_stay_words()
    {
        var svg = Chart.Bars("x", "Two & three", "d", [new("<b>A</b>", 50, "50"), new("B", 100, "100"), new("C", 0, "0")]).ToString()!;
        svg.ShouldContain("width=\"205\"");
        svg.ShouldContain("width=\"410\"");
        svg.ShouldContain("&lt;b&gt;A&lt;/b&gt;");
        svg.ShouldContain("<title id=\"x-title\">Two &amp; three</title>");
        svg.Split("<rect").Length.ShouldBe(3);
    }

    [Fact]
    public async Task The_page_shows_what_there_is_and_a_file_of_it_can_be_passed_on()
    {
        var caseworker = await portal.Member(Roles.Caseworker);
        bool Own(System.Security.Claims.ClaimsPrincipal user) => user.HasClaim("sub", caseworker.Id.ToString());
        portal.Matching.Has("/programme/matches", Matches(), Own);
        portal.Sessions.Has("/programme/sessions", Sessions(goals: new(12, 15, 3, 5, new(2, 1, 3), 10, 1, 1), hours: [new(null, 5, 1, 3)]), Own);
        using var browser = await portal.Browser(caseworker);
        const string Choice = "From.Day=1&From.Month=1&From.Year=2026&To.Day=31&To.Month=3&To.Year=2026&Cohort=&Whose=mine";
        var words = await PagePortal.Words(browser, "/programme?" + Choice);
        words.ShouldContain("1 January 2026 to 31 March 2026, your own young people and those you cover.");
        words.ShouldContain("On average they moved +2.0 points");
        words.ShouldContain("Independent volunteers");

        using var file = await browser.GetAsync($"/programme?handler=File&name=goals&{Choice}&passOn=true", TestContext.Current.CancellationToken);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe("goals-2026-01-01-to-2026-03-31-to-pass-on.csv");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var told = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        told.ShouldContain("Young people,10");
        told.ShouldContain("Further away,fewer than 10");
    }

    private static string[] Lines(byte[] file) => Encoding.UTF8.GetString(file[3..]).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static MatchesTold Matches(EndingTold[]? endings = null) => new(None, None, None, None, None, [], endings ?? []);

    private static SessionsTold Sessions(GoalsTold? goals = null, GivenTold[]? hours = null) => new([], goals ?? new(0, 0, null, null, null, 0, 0, 0), hours ?? []);

    private static DateParts Parts(params string[] parts) => new() { Day = parts.ElementAtOrDefault(0), Month = parts.ElementAtOrDefault(1), Year = parts.ElementAtOrDefault(2) };

    private static (ProgrammeFilter? Filter, List<string> Wrong) Read(DateParts from, DateParts to, string? cohort = null, string? whose = null)
    {
        var wrong = new List<string>();
        return (ProgrammeFilter.Read(from, to, cohort, whose, Today, (field, sentence) => wrong.Add($"{field}: {sentence}")), wrong);
    }
}
