using Mentoring.Contracts;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Mentors.Tests.Decisions;

public sealed class AvailabilityTests
{
    private static Availability With(WeeklyWindow[] weekly, params AvailabilityChange[] changes) => new Availability { Zone = "Europe/London", Weekly = weekly, Exceptions = changes }.InOrder();

    private static AvailabilityChange Change(int first, int last, int? from = null, int? until = null) => new()
    {
        First = Some.Today.AddDays(first),
        Last = Some.Today.AddDays(last),
        From = from is { } f ? new TimeOnly(f, 0) : null,
        Until = until is { } u ? new TimeOnly(u, 0) : null,
    };

    [Fact]
    public void Windows_of_a_day_may_touch_and_not_overlap()
    {
        With([Some.Window(DayOfWeek.Monday, 9, 11), Some.Window(DayOfWeek.Monday, 11, 12)]).WhatIsWrong(Some.Today).ShouldBeNull();
        With([Some.Window(DayOfWeek.Monday, 11, 13), Some.Window(DayOfWeek.Monday, 9, 12)]).WhatIsWrong(Some.Today)!.ShouldContain("overlap");
        With([Some.Window(DayOfWeek.Monday, 9, 12), Some.Window(DayOfWeek.Tuesday, 9, 12)]).WhatIsWrong(Some.Today).ShouldBeNull();
    }

    [Fact]
    public void A_window_starts_before_it_ends_in_whole_minutes()
    {
        With([Some.Window(DayOfWeek.Monday, 12, 12)]).WhatIsWrong(Some.Today)!.ShouldContain("ends before");
        With([Some.Window(DayOfWeek.Monday, 22, 2)]).WhatIsWrong(Some.Today)!.ShouldContain("midnight");
        With([new WeeklyWindow { Day = DayOfWeek.Monday, From = new(9, 0, 30), Until = new(10, 0) }]).WhatIsWrong(Some.Today)!.ShouldContain("whole minutes");
    }

    [Fact]
    public void Dated_changes_are_whole_near_and_say_one_thing_for_a_date()
    {
        With([], Change(0, 6), Change(7, 7, 9, 11)).WhatIsWrong(Some.Today).ShouldBeNull();
        With([], Change(7, 7, 9, 11), Change(0, 7)).WhatIsWrong(Some.Today)!.ShouldContain("one thing for a date");
        With([], Change(3, 2)).WhatIsWrong(Some.Today)!.ShouldContain("ends before");
        With([], Change(0, 0, 9)).WhatIsWrong(Some.Today)!.ShouldContain("both");
        With([], Change(0, 0, 11, 9)).WhatIsWrong(Some.Today)!.ShouldContain("start before");
        With([], Change(0, 900)).WhatIsWrong(Some.Today)!.ShouldContain("two years");
    }

    [Fact]
    public void A_zone_must_exist() => (Some.Evenings() with { Zone = "Europe/Leicester" }).WhatIsWrong(Some.Today)!.ShouldContain("IANA");

    [Fact]
    public void The_same_times_again_are_already_so() =>
        Some.Invited().ChangeAvailability(Some.Evenings(), Some.Caseworker, Some.Now).ShouldBe(Decision.AlreadySo);

    [Theory]
    [InlineData("le4 0ab", "LE4 0AB", "LE4")]
    [InlineData("LE115XR", "LE11 5XR", "LE11")]
    [InlineData(" ec1a 1bb ", "EC1A 1BB", "EC1A")]
    [InlineData("M11AE", "M1 1AE", "M1")]
    public void Postcodes_are_read_in_any_spacing(string text, string postcode, string outward)
    {
        Postcode.Read(text).ShouldBe(postcode);
        Postcode.Outward(postcode).ShouldBe(outward);
    }

    [Theory]
    [InlineData("??")]
    [InlineData("")]
    [InlineData("LE1")]
    [InlineData("12345")]
    [InlineData("LE1 1CC")]
    [InlineData("ZZ99 9ZZ9")]
    public void What_is_no_postcode_is_not_read(string text) => Postcode.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("2008-11-23", null)]
    [InlineData("2008-11-24", "18 or older")]
    [InlineData("1900-01-01", "cannot be right")]
    [InlineData("2030-01-01", "cannot be right")]
    public void Mentors_are_eighteen_or_older(string born, string? wrong)
    {
        var says = Person.WhatIsWrongWith(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 23));
        if (wrong is null) says.ShouldBeNull();
        else says!.ShouldContain(wrong);
    }
}
