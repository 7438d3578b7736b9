using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Decisions;

/// <summary>Whether matches keep in touch, month by month.</summary>
public sealed class ContactKeptTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 4, 30);

    [Fact]
    public void A_month_is_kept_when_no_day_of_it_is_the_fourteenth_after_a_contact() =>
        Quiet(new(new(2026, 1, 1), null, [new(2026, 1, 14), new(2026, 1, 27), new(2026, 2, 9), new(2026, 2, 22), new(2026, 3, 8), new(2026, 3, 21), new(2026, 4, 3), new(2026, 4, 16), new(2026, 4, 29)])).ShouldBe([0, 0, 0, 0]);

    [Fact]
    public void One_day_too_many_makes_its_month_quiet_once() =>
        Quiet(new(new(2026, 1, 1), null, [new(2026, 1, 16), new(2026, 1, 31), new(2026, 2, 13), new(2026, 2, 26), new(2026, 3, 11), new(2026, 3, 24), new(2026, 4, 6), new(2026, 4, 19)])).ShouldBe([1, 0, 0, 0]);

    [Fact]
    public void A_long_silence_makes_every_month_quiet_that_it_reaches_into() =>
        Quiet(new(new(2026, 1, 1), null, [new(2026, 1, 10), new(2026, 4, 1), new(2026, 4, 12), new(2026, 4, 22)])).ShouldBe([1, 1, 1, 0]);

    [Fact]
    public void Nothing_is_quiet_after_the_end_or_before_the_beginning()
    {
        Quiet(new(new(2026, 1, 20), new(2026, 2, 2), [])).ShouldBe([0, 0, 0, 0]);
        Quiet(new(new(2026, 3, 20), null, [new(2026, 1, 2), new(2026, 4, 1), new(2026, 4, 14), new(2026, 4, 27)])).ShouldBe([0, 0, 0, 0], "a word with one of them before the match began is not contact in it");
    }

    [Fact]
    public void A_match_goes_on_in_every_month_of_its_life_and_no_other()
    {
        GoingOn(new(new(2025, 6, 1), new(2026, 2, 1), [])).ShouldBe([1, 1, 0, 0]);
        GoingOn(new(new(2026, 3, 31), null, [])).ShouldBe([0, 0, 1, 1]);
        GoingOn(new(new(2026, 3, 31), new(2026, 7, 1), [])).ShouldBe([0, 0, 1, 1]);
    }

    [Fact]
    public void The_first_and_the_last_month_count_for_the_days_looked_at()
    {
        var match = new ContactDays(new(2026, 1, 1), null, [new(2026, 1, 20)]);
        ContactKept.ByMonth([match], new(2026, 1, 15), new(2026, 1, 19)).ShouldBe([(1, 1)]);
        ContactKept.ByMonth([match], new(2026, 1, 20), new(2026, 2, 2)).ShouldBe([(1, 0), (1, 0)]);
        ContactKept.ByMonth([match], new(2026, 1, 20), new(2026, 2, 3)).ShouldBe([(1, 0), (1, 1)]);
        ContactKept.ByMonth([match], new(2026, 2, 2), new(2026, 2, 1)).ShouldBeEmpty();
    }

    private static IEnumerable<int> Quiet(ContactDays match) => ContactKept.ByMonth([match], First, Last).Select(m => m.Quiet);

    private static IEnumerable<int> GoingOn(ContactDays match) => ContactKept.ByMonth([match], First, Last).Select(m => m.GoingOn);
}
