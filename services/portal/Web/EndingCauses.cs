using Mentoring.Portal.Tags;

namespace Mentoring.Portal;

/// <summary>Why a match ends other than as planned: the matching service's short list, in the words of whoever is asked.</summary>
public static class EndingCauses
{
    /// <summary>For the caseworker, and for the mentor.</summary>
    public static IReadOnlyList<Choice> All { get; } =
    [
        new("got-there-sooner", "They got there sooner than planned"),
        new("time-or-distance", "Time or distance", "Too hard to find the time, or the way to each other."),
        new("did-not-fit", "The two did not fit"),
        new("faded-away", "Contact faded away"),
        new("life-changed", "Health, family or home changed"),
        new("safety", "Somebody did not feel safe", "Raise a concern as well."),
        new("left-programme", "One of the two leaves the programme"),
        new("another", "Something else"),
        new("not-said", "Not said"),
    ];

    /// <summary>For the young person, who does not have to say. <c>planned</c> is no cause but a planned ending.</summary>
    public static IReadOnlyList<Choice> ForYoungPeople { get; } =
    [
        new("planned", "I got to where I wanted to be"),
        new("time-or-distance", "It is hard to find the time, or to get there"),
        new("did-not-fit", "We do not fit so well"),
        new("faded-away", "We hardly meet any more"),
        new("life-changed", "Something in my life is changing"),
        new("safety", "I do not feel safe", "You can tell us more on the next page. You are not in trouble."),
        new("another", "Something else"),
        new("not-said", "I would rather not say"),
    ];

    /// <summary>The words of one; null for none.</summary>
    public static string? Text(string? cause) => All.FirstOrDefault(c => c.Value == cause)?.Text;

    /// <summary>The sentence for whoever leaves it out.</summary>
    public const string Missing = "Choose why it ends earlier than planned.";

    /// <summary>What is sent: a planned ending has no cause, whatever is still marked on the page.</summary>
    public static string? For(string? kind, string? cause) => kind == "planned" || string.IsNullOrEmpty(cause) ? null : cause;
}
