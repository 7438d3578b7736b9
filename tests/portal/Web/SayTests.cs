using Mentoring.Contracts;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>How pages speak.</summary>
public sealed class SayTests
{
    /// <summary>With the day named, and midday and midnight as words.</summary>
    [Theory]
    [InlineData("2026-11-24T18:00:00Z", "Tuesday 24 November 2026 at 6pm")]
    [InlineData("2026-11-24T09:05:00Z", "Tuesday 24 November 2026 at 9:05am")]
    [InlineData("2026-11-24T12:00:00Z", "Tuesday 24 November 2026 at midday")]
    [InlineData("2026-11-24T00:00:00Z", "Tuesday 24 November 2026 at midnight")]
    [InlineData("2026-11-24T00:30:00Z", "Tuesday 24 November 2026 at 12:30am")]
    public void A_moment_is_said_with_its_day(string instant, string words) => Say.When(At(instant)).ShouldBe(words);

    /// <summary>London keeps its own time.</summary>
    [Theory]
    [InlineData("2026-10-24T23:30:00Z", "Sunday 25 October 2026 at 12:30am")]
    [InlineData("2026-10-25T01:30:00Z", "Sunday 25 October 2026 at 1:30am")]
    [InlineData("2027-03-28T01:00:00Z", "Sunday 28 March 2027 at 2am")]
    public void A_moment_is_said_in_the_time_of_London(string instant, string words) => Say.When(At(instant)).ShouldBe(words);

    /// <summary>Every word of the closed lists has words a person would say.</summary>
    [Fact]
    public void No_word_of_the_programme_is_shown_as_it_is_stored()
    {
        foreach (var word in Vocabulary.GoalAreas.Concat(Vocabulary.Interests).Concat(Vocabulary.Languages).Concat(Vocabulary.TalkStyles).Concat(Vocabulary.Wishes).Concat(Vocabulary.Factors).Concat(Vocabulary.Strengths))
        {
            var said = Say.Word(word);
            // A hyphen that English writes too is the only one allowed.
            said.Replace("non-binary", string.Empty, StringComparison.Ordinal).ShouldNotContain("-");
            said.Length.ShouldBeGreaterThan(2, word);
            char.IsUpper(said[0]).ShouldBeTrue(said);
        }
    }

    /// <summary>Nobody has to look up what day it is.</summary>
    [Fact]
    public void On_the_day_itself_it_is_today()
    {
        Say.When(At("2026-11-24T18:00:00Z"), new(2026, 11, 24)).ShouldBe("Today at 6pm");
        Say.When(At("2026-11-24T18:00:00Z"), new(2026, 11, 23)).ShouldBe("Tuesday 24 November 2026 at 6pm");
    }

    /// <summary>On a page, two answers with the same words are one answer too few.</summary>
    [Fact]
    public void No_two_words_that_stand_on_one_page_are_said_alike()
    {
        foreach (var list in (IReadOnlyList<string>[])[Vocabulary.Wishes, Vocabulary.Factors, Vocabulary.GoalAreas]) list.Select(Say.Word).ShouldBeUnique();
        foreach (var factor in Vocabulary.Factors) Say.Word(factor).ShouldMatch(" (I|we|we are both|we both) ");
    }

    /// <summary>Lists and counts.</summary>
    [Fact]
    public void Lists_and_counts_are_said_as_in_a_sentence()
    {
        Say.List([]).ShouldBe(string.Empty);
        Say.List(["money"]).ShouldBe("money");
        Say.List(["money", "housing", "work"]).ShouldBe("money, housing and work");
        Say.Count(1, "mentor").ShouldBe("1 mentor");
        Say.Count(1200, "mentor").ShouldBe("1,200 mentors");
        Say.Count(0, "young person", "young people").ShouldBe("0 young people");
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
