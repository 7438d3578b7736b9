using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>Dates as people type them.</summary>
public sealed class DatePartsTests
{
    /// <summary>What can be read.</summary>
    [Theory]
    [InlineData("17", "4", "2008", "2008-04-17")]
    [InlineData(" 7", "04 ", "2008", "2008-04-07")]
    [InlineData("17", "April", "2008", "2008-04-17")]
    [InlineData("17", "sept", "2008", "2008-09-17")]
    [InlineData("29", "2", "2024", "2024-02-29")]
    public void A_date_is_read_with_the_month_as_number_or_name(string day, string month, string year, string date) =>
        new DateParts { Day = day, Month = month, Year = year }.Read().ShouldBe(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is no date.</summary>
    [Theory]
    [InlineData("29", "2", "2023")]
    [InlineData("31", "4", "2024")]
    [InlineData("0", "1", "2024")]
    [InlineData("1", "13", "2024")]
    [InlineData("1", "ma", "2024")]
    [InlineData("1", "1", "24")]
    [InlineData("1", "1", "99999")]
    [InlineData("one", "1", "2024")]
    [InlineData("", "1", "2024")]
    [InlineData(null, null, null)]
    public void What_is_no_date_is_not_guessed_at(string? day, string? month, string? year) =>
        new DateParts { Day = day, Month = month, Year = year }.Read().ShouldBeNull();

    /// <summary>There and back.</summary>
    [Fact]
    public void A_date_shown_in_the_boxes_reads_as_itself()
    {
        var day = new DateOnly(2026, 11, 23);
        DateParts.From(day).Read().ShouldBe(day);
        DateParts.From(null).IsEmpty.ShouldBeTrue();
    }
}
