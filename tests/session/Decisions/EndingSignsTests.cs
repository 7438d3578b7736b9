using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class EndingSignsTests
{
    private static readonly DateOnly Today = On("2026-11-02");

    private static Course Well => new() { Match = AMatch, LastContactOn = On("2026-11-01"), MissedTwiceSince = null, FromMentee = [HowItWas.Good], FromMentor = [HowItWas.Okay], CheckInDueOn = null };

    [Fact]
    public void A_match_that_goes_well_shows_no_sign() => EndingSigns.Of(Well, Today).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-10-19", true)]
    [InlineData("2026-10-20", false)]
    public void No_contact_for_two_weeks_is_a_sign(string last, bool shows) => Shows(Well with { LastContactOn = On(last) }, EndingSign.Quiet, shows);

    [Fact]
    public void Two_missed_in_a_row_are_a_sign() => Shows(Well with { MissedTwiceSince = Now }, EndingSign.MissedTwice, true);

    [Theory]
    [InlineData("Bad", true)]
    [InlineData("NotSoGood", false)] // once can be the weather
    [InlineData("NotSoGood NotSoGood", true)]
    [InlineData("NotSoGood Bad", true)]
    [InlineData("Okay Bad", false)] // better since
    [InlineData("NotSoGood Okay", false)]
    [InlineData("", false)]
    public void Twice_not_so_good_or_bad_the_last_time_is_a_sign_from_either_side(string newestFirst, bool shows)
    {
        HowItWas[] said = [.. newestFirst.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<HowItWas>)];
        Shows(Well with { FromMentee = said }, EndingSign.LowPulse, shows);
        Shows(Well with { FromMentor = said }, EndingSign.LowPulse, shows);
    }

    [Fact]
    public void Not_so_good_once_from_each_side_is_no_sign() => Shows(Well with { FromMentee = [HowItWas.NotSoGood], FromMentor = [HowItWas.NotSoGood] }, EndingSign.LowPulse, false);

    [Theory]
    [InlineData("2026-10-25", true)]
    [InlineData("2026-10-26", false)]
    [InlineData(null, false)]
    public void A_check_in_more_than_a_week_overdue_is_a_sign(string? due, bool shows) => Shows(Well with { CheckInDueOn = due is null ? null : On(due) }, EndingSign.NoCheckIn, shows);

    [Fact]
    public void Signs_are_words_of_a_list_and_hold_no_number()
    {
        var all = EndingSigns.Of(Well with { LastContactOn = On("2026-09-01"), MissedTwiceSince = Now, FromMentee = [HowItWas.Bad], CheckInDueOn = On("2026-09-15") }, Today);
        all.ShouldBe(Enum.GetValues<EndingSign>());
        typeof(SummariseCaseload.MatchWithSigns).GetProperties().ShouldAllBe(p => p.PropertyType != typeof(int) && p.PropertyType != typeof(double));
    }

    private static void Shows(Course course, EndingSign sign, bool shows) => EndingSigns.Of(course, Today).ShouldBe(shows ? [sign] : []);
}
