using System.Globalization;
using System.Text;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Import;

public sealed class ListedRowTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private const string Header = "First name,Surname,Email,Mobile,Job title,Postcode,DOB,Can help with,Interests,Languages,In person,Online,Availability,Max mentees,About";

    private static readonly string[] Good = ["Ada", "Quill", "ada@partner.example", "07700 900123", "Baker", "LE1 6ZG", "03/05/1986", "Housing", "baking", "English", "Yes", "No", "Tue 18-20", "2", "Hello."];

    private static ListedRow Row(string column, string cell)
    {
        var cells = (string[])Good.Clone();
        cells[Array.IndexOf(Header.Split(','), column)] = cell;
        return ListedRow.Read(new CsvRow(2, cells, false), ListColumns.Read(Header.Split(',')), cells.Length, Today);
    }

    private static ListedPerson Person(string column, string cell)
    {
        var row = Row(column, cell);
        row.Reasons.ShouldBeEmpty();
        return row.Person!;
    }

    [Fact]
    public void A_good_row_is_a_person()
    {
        var person = Person("About", "Hello.");
        person.FirstName.ShouldBe("Ada");
        person.Email.ShouldBe("ada@partner.example");
        person.DateOfBirth.ShouldBe(new(1986, 5, 3));
        person.GoalAreas.ShouldBe(["housing"]);
        person.Languages.ShouldBe(["en"]);
        (person.InPerson, person.Online, person.Capacity, person.Postcode).ShouldBe((true, false, 2, "LE1 6ZG"));
        person.Weekly.ShouldBe([Some.Window(DayOfWeek.Tuesday, 18, 20)]);
    }

    [Theory]
    [InlineData("First name", "", "first name is missing")]
    [InlineData("First name", "=HYPERLINK(\"http://x.example\",\"me\")", "looks like a formula")]
    [InlineData("Surname", "＝1+1", "looks like a formula")]
    [InlineData("Surname", "@SUM(A1)", "looks like a formula")]
    [InlineData("Surname", "'+cmd", "looks like a formula")]
    [InlineData("First name", "<b>Ada</b>", "characters")]
    [InlineData("First name", "123", "no letters")]
    [InlineData("First name", "Ada\u0007", "control characters")]
    [InlineData("Email", "", "email is missing")]
    [InlineData("Email", "not-an-email", "not an email")]
    [InlineData("Email", "a@b@c.example", "not an email")]
    [InlineData("Email", "zoë@partner.example", "without accents")]
    [InlineData("Email", "zoe@pärtner.example", "without accents")]
    [InlineData("Email", "a..b@partner.example", "not an email")]
    [InlineData("Email", "a123456789b123456789c123456789d123456789e123456789f123456789g1234@partner.example", "not an email")]
    [InlineData("Mobile", "ring me", "phone number")]
    [InlineData("Job title", "=1+1", "formula")]
    [InlineData("Postcode", "??", "UK postcode")]
    [InlineData("DOB", "", "date of birth is missing")]
    [InlineData("DOB", "31/02/1990", "not a real date")]
    [InlineData("DOB", "12/25/1990", "day/month/year")]
    [InlineData("DOB", "03/05/86", "not a real date")]
    [InlineData("DOB", "12/05/2013", "18 or older")]
    [InlineData("DOB", "12/05/1813", "cannot be right")]
    [InlineData("In person", "perhaps", "Say Yes or No")]
    [InlineData("In person", "N", "neither in person nor online")]
    [InlineData("Max mentees", "lots", "1, 2 or 3")]
    [InlineData("Max mentees", "4", "1, 2 or 3")]
    [InlineData("Max mentees", "0", "1, 2 or 3")]
    public void A_wrong_cell_makes_the_row_wrong_and_says_why(string column, string cell, string why)
    {
        var row = Row(column, cell);
        row.Person.ShouldBeNull();
        string.Join(' ', row.Reasons).ShouldContain(why);
    }

    [Theory]
    [InlineData("Max mentees", "", "")]
    [InlineData("Availability", "Flexible", "asked for their times")]
    [InlineData("Availability", "", "asked for their times")]
    [InlineData("Availability", "Mon 19-17", "asked for their times")]
    [InlineData("Can help with", "Housing; Juggling", "'Juggling'")]
    [InlineData("Interests", "falconry", "'falconry'")]
    [InlineData("Languages", "Klingon", "English is assumed")]
    [InlineData("Postcode", "", "cannot be matched to meet in person")]
    public void What_can_be_asked_for_later_is_a_note_and_the_row_is_good(string column, string cell, string note)
    {
        var row = Row(column, cell);
        row.Reasons.ShouldBeEmpty();
        string.Join(' ', row.Notes).ShouldContain(note);
    }

    [Theory]
    [InlineData("28/10/1972", 1972, 10, 28)]
    [InlineData("8/1/1972", 1972, 1, 8)]
    [InlineData("1988-07-03", 1988, 7, 3)]
    [InlineData("3 July 1988", 1988, 7, 3)]
    [InlineData("03-Jul-1988", 1988, 7, 3)]
    [InlineData("28.10.1972", 1972, 10, 28)]
    [InlineData("28/10/1972 00:00:00", 1972, 10, 28)]
    public void Dates_are_read_as_people_write_them(string cell, int year, int month, int day) => Person("DOB", cell).DateOfBirth.ShouldBe(new(year, month, day));

    [Theory]
    [InlineData("Money & budgeting; Identity; Staying safe; Cooking", "money identity safety everyday-skills")]
    [InlineData("College / Uni", "education")]
    [InlineData("Family & siblings, Getting a job", "siblings work")]
    [InlineData("MENTAL HEALTH;mental-health", "mental-health")]
    public void Goal_areas_are_understood_in_many_words(string cell, string areas) => Person("Can help with", cell).GoalAreas.ShouldBe(areas.Split(' '));

    [Theory]
    [InlineData("yes ", true)]
    [InlineData("Y", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("x", true)]
    public void Yes_is_understood_in_many_ways(string cell, bool yes) => Person("In person", CsvFile.Tidy(cell)).InPerson.ShouldBe(yes);

    [Theory]
    [InlineData("Mon-Fri 17:30-19:00", 5, "17:30", "19:00")]
    [InlineData("Tue 18:00-20:00; Thu 18:00-20:00", 2, "18:00", "20:00")]
    [InlineData("Sun 14-16", 1, "14:00", "16:00")]
    [InlineData("weekends 10am-1pm", 2, "10:00", "13:00")]
    [InlineData("Saturdays 6-8pm", 1, "18:00", "20:00")]
    [InlineData("Mon & Wed 12.00 to 13.30", 2, "12:00", "13:30")]
    [InlineData("Fri to Mon 9–10", 4, "09:00", "10:00")]
    [InlineData("Mon 9-11, Mon 10-12", 1, "09:00", "12:00")]
    [InlineData("every day 12pm-1pm", 7, "12:00", "13:00")]
    public void Times_are_understood_as_people_write_them(string cell, int windows, string from, string until)
    {
        var weekly = Person("Availability", cell).Weekly;
        weekly.Count.ShouldBe(windows);
        weekly.ShouldAllBe(w => w.From == TimeOnly.Parse(from, CultureInfo.InvariantCulture) && w.Until == TimeOnly.Parse(until, CultureInfo.InvariantCulture));
        new Availability { Zone = "Europe/London", Weekly = weekly, Exceptions = [] }.InOrder().WhatIsWrong(Today).ShouldBeNull();
    }

    [Theory]
    [InlineData("whenever")]
    [InlineData("Mon 25-26")]
    [InlineData("Someday 9-10")]
    [InlineData("Mon 9:75-10")]
    [InlineData("Mon 13pm-14pm")]
    [InlineData("9-10")]
    public void Times_that_are_not_understood_are_named(string cell) => Row("Availability", cell).Notes.ShouldContain(n => n.Contains($"'{cell}'", StringComparison.Ordinal));

    [Fact]
    public void A_row_that_stops_early_or_goes_on_is_wrong()
    {
        var columns = ListColumns.Read(Header.Split(','));
        ListedRow.Read(new CsvRow(7, Good[..9], false), columns, Good.Length, Today).Reasons[0].ShouldBe("This row stops early: it has 9 cells and the header has 15.");
        ListedRow.Read(new CsvRow(7, [.. Good, "more"], false), columns, Good.Length, Today).Reasons.ShouldHaveSingleItem().ShouldContain("more cells");
        ListedRow.Read(new CsvRow(7, [.. Good, "", ""], false), columns, Good.Length, Today).Reasons.ShouldBeEmpty();
        ListedRow.Read(new CsvRow(7, Good, true), columns, Good.Length, Today).Reasons.ShouldHaveSingleItem().ShouldContain("never closed");
    }

    [Fact]
    public void The_second_row_with_an_email_is_wrong_and_names_the_first()
    {
        var text = $"{Header}\n{string.Join(',', Good)}\n\n{string.Join(',', Good).Replace("ada@", "ADA@", StringComparison.Ordinal)}\n";
        var (file, _) = CsvFile.Read(Encoding.UTF8.GetBytes(text));
        var rows = ListedRow.ReadAll(file!, ListColumns.Read(file!.Header), Today);
        rows[0].Reasons.ShouldBeEmpty();
        rows[1].Line.ShouldBe(4);
        rows[1].Reasons.ShouldHaveSingleItem().ShouldContain("the same email as row 2");
    }

    [Fact]
    public void Columns_are_known_by_many_names_and_the_rest_is_named()
    {
        var columns = ListColumns.Read(["Forename", "SURNAME ", "Work e-mail", "D.O.B.", "In person?", "Employee no.", "", "E-mail address", ListColumns.WhatToMend]);
        columns.Missing.ShouldBeEmpty();
        columns.At[ListColumn.Email].ShouldBe(2);
        columns.Ignored.ShouldBe(["Employee no.", "column 7", "E-mail address"]);
        ListColumns.Read(["Full name", "Online"]).Missing.ShouldBe(["E-mail", "Date of birth"]);
        ListColumns.Read([]).Missing.Count.ShouldBe(4);
    }

    [Fact]
    public void A_full_name_is_split_at_its_first_space()
    {
        var row = ListedRow.Read(new CsvRow(2, ["Ada van der Quill", "ada@partner.example", "1986-05-03", "y"], false), ListColumns.Read(["Name", "Email", "DOB", "Online"]), 4, Today);
        row.Reasons.ShouldBeEmpty();
        (row.Person!.FirstName, row.Person.LastName).ShouldBe(("Ada", "van der Quill"));
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData(" +1", "' +1")]
    [InlineData("\n@x", "'\n@x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-x", "'-x")]
    [InlineData("'=1", "'=1")]
    [InlineData("Ada", "Ada")]
    public void No_cell_of_ours_runs_as_a_formula(string cell, string harmless) => SpreadsheetCell.Harmless(cell).ShouldBe(harmless);

    [Fact]
    public void An_apostrophe_of_ours_comes_off_again() => Person("Mobile", SpreadsheetCell.Harmless("+44 7700 900123")).Phone.ShouldBe("+44 7700 900123");
}
