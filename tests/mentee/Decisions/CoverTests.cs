using Mentoring.Contracts.Mentees;

namespace Mentoring.Mentees.Tests.Decisions;

public sealed class CoverTests
{
    private static readonly CaseworkerId Colleague = CaseworkerId.New();

    [Fact]
    public void A_cover_is_told_changed_and_taken_back()
    {
        var cover = Cover.For(Some.Caseworker);

        cover.Arrange(Colleague, Some.Today, Some.Today.AddDays(7), Some.Today, Some.Noon).ShouldBe(Decision.Done);
        cover.Arrange(Colleague, Some.Today, Some.Today.AddDays(7), Some.Today, Some.Noon).ShouldBe(Decision.AlreadySo);
        cover.Arrange(Colleague, Some.Today, Some.Today.AddDays(9), Some.Today, Some.Noon).ShouldBe(Decision.Done);
        cover.TakeBack(Some.Noon).ShouldBe(Decision.Done);
        cover.TakeBack(Some.Noon).ShouldBe(Decision.AlreadySo);

        cover.ToldOf<CoverArranged>().Select(f => f.CoverId).ShouldBe([Colleague.Value, Colleague.Value, null]);
    }

    [Theory]
    [InlineData(0, -1, "before the first")]
    [InlineData(-9, -1, "over already")]
    [InlineData(0, 366, "a year at most")]
    [InlineData(400, 401, "starts within a year")]
    public void Odd_days_are_refused(int first, int last, string because) =>
        Cover.For(Some.Caseworker).Arrange(Colleague, Some.Today.AddDays(first), Some.Today.AddDays(last), Some.Today, Some.Noon).Refusal.ShouldNotBeNull().ShouldContain(because);

    [Fact]
    public void Nobody_covers_for_themselves() =>
        Cover.For(Some.Caseworker).Arrange(Some.Caseworker, Some.Today, Some.Today, Some.Today, Some.Noon).IsRefused.ShouldBeTrue();

    [Fact]
    public void Days_are_counted_by_the_calendar_in_London()
    {
        London.DateAt(new(2026, 7, 1, 23, 30, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 7, 2), "summer time is an hour ahead");
        London.DateAt(new(2026, 12, 1, 23, 30, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 12, 1));
    }
}
