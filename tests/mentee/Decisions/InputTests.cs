using System.ComponentModel.DataAnnotations;

namespace Mentoring.Mentees.Tests.Decisions;

public sealed class InputTests
{
    [Theory]
    [InlineData("LE2", "LE2")]
    [InlineData(" le2 1aa ", "LE2")]
    [InlineData("LE21AA", "LE2")]
    [InlineData("SW1A 2AA", "SW1A")]
    [InlineData("M1", "M1")]
    [InlineData("B33 8TH", "B33")]
    [InlineData("12345", null)]
    [InlineData("LE2 1A", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_the_first_half_of_a_postcode_is_kept(string? written, string? kept) => Profile.Outward(written).ShouldBe(kept);

    [Theory]
    [InlineData("2016-11-23", 10)]
    [InlineData("2016-11-24", 9)]
    [InlineData("2000-11-24", 25)]
    [InlineData("2000-11-23", 26)]
    [InlineData("2008-02-29", 18)]
    public void Age_counts_birthdays(string birthday, int age) =>
        DateOnly.Parse(birthday, System.Globalization.CultureInfo.InvariantCulture).AgeOn(Some.Today).ShouldBe(age);

    [Fact]
    public void Good_examples_are_good()
    {
        Wrong(Some.Profile).ShouldBeEmpty();
        Wrong(Some.Riley with { DateOfBirth = new(2010, 1, 1) }).ShouldBeEmpty();
        Wrong(Some.Plan).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("coding,coding", "stands twice")]
    [InlineData("chess", "“chess” is not a word we know here")]
    public void Words_come_from_the_lists(string interests, string sentence) =>
        Wrong(Some.Profile with { Interests = interests.Split(',') }).ShouldHaveSingleItem().ShouldContain(sentence);

    [Fact]
    public void A_profile_must_fit_together()
    {
        Wrong(Some.Profile with { Dislikes = ["football"] }).ShouldHaveSingleItem().ShouldContain("in both lists");
        Wrong(Some.Profile with { OutwardPostcode = "nowhere" }).ShouldHaveSingleItem().ShouldContain("postcode");
        Wrong(Some.Profile with { Zone = "Mars/Base" }).ShouldHaveSingleItem().ShouldContain("time zone");
        Wrong(Some.Profile with { Preferences = [new() { Trait = "woman", Strength = "must" }, new() { Trait = "woman", Strength = "avoid" }] }).ShouldHaveSingleItem().ShouldContain("twice");
        Wrong(Some.Profile with { Weekly = [Time(16, 18), Time(17, 19)] }).ShouldHaveSingleItem().ShouldContain("on top of each other");
        Wrong(Some.Profile with { Weekly = [Time(16, 18), Time(18, 19)] }).ShouldBeEmpty();
        Wrong(Some.Profile with { Weekly = [Time(18, 18)] }).ShouldHaveSingleItem().ShouldContain("end after it starts");
        Wrong(Some.Profile with { Weekly = [new() { Day = DayOfWeek.Monday, From = new(16, 0, 30), Until = new(18, 0) }] }).ShouldHaveSingleItem().ShouldContain("whole minutes");
    }

    [Fact]
    public void There_must_be_a_way_to_get_in_touch() =>
        Wrong(Some.Riley with { Email = "", Phone = null }).ShouldHaveSingleItem().ShouldContain("e-mail address or a phone number");

    [Theory]
    [InlineData("riley@example")]
    [InlineData("riley example.org")]
    [InlineData("riley@example.org\r\nBcc: everybody@example.org")]
    public void An_address_that_mail_could_not_go_to_is_wrong(string email) => Wrong(Some.Riley with { Email = email }).ShouldNotBeEmpty();

    private static FreeTime Time(int from, int until) => new() { Day = DayOfWeek.Monday, From = new(from, 0), Until = new(until, 0) };

    private static IReadOnlyList<string> Wrong(object value)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        return [.. results.Select(r => r.ErrorMessage!)];
    }
}
